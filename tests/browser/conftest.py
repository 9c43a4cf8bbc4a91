"""A fresh reader: a browser context of her own, watched for errors and foreign requests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext
from reader import Reader


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
    with reading(browser, address) as watched:
        yield watched


@pytest.fixture
def example_reader(browser: Browser, example_address: str) -> Iterator[Reader]:
    """A reader of the example project's site, on a phone."""
    with reading(browser, example_address) as watched:
        yield watched


@contextmanager
def reading(browser: Browser, address: str) -> Iterator[Reader]:
    """A reader at ``address`` who has met no fault when she leaves."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP", timezone_id="Asia/Tokyo")
    watched = watch(context, address)
    yield watched
    context.close()
    assert watched.faults == []
