"""A fresh reader: a browser context of her own, watched for errors and foreign requests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request


@dataclass
class Reader:
    """A page under watch: ``faults`` are console errors, page errors and requests to other hosts."""

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)

    def open(self, url: str) -> None:
        """Open a page of the site and wait until its scripts are ready."""
        self.page.goto(self.address + url)
        self.page.wait_for_load_state("networkidle")

    def console(self, message: ConsoleMessage) -> None:
        """Keep errors and warnings."""
        if message.type in {"error", "warning"} and "404" not in message.text:
            self.faults.append(f"console {message.type}: {message.text}")

    def request(self, request: Request) -> None:
        """Keep requests that leave the site."""
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.faults.append(f"request: {request.url}")


def watch(context: BrowserContext, address: str) -> Reader:
    """A reader in ``context``."""
    page = context.new_page()
    page.set_default_timeout(8000)
    reader = Reader(page, address)
    page.on("console", reader.console)
    page.on("pageerror", lambda error: reader.faults.append(f"error: {error}"))
    page.on("request", reader.request)
    return reader


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    """A reader on a phone with nothing stored; fails on any fault at the end."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP", timezone_id="Asia/Tokyo")
    watched = watch(context, address)
    yield watched
    context.close()
    assert watched.faults == []
