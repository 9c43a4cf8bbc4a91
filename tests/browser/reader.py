"""A reader under watch."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page, Request


@dataclass
class Reader:
    """A page under watch: ``faults`` are console errors, page errors and requests to other hosts."""

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)

    def open(self, url: str) -> None:
        """Open a page of the site and wait until its elements are at work."""
        self.page.goto(self.address + url)
        self.page.wait_for_function("!document.documentElement.classList.contains('no-js') && document.querySelectorAll(':not(:defined)').length === 0")

    def console(self, message: ConsoleMessage) -> None:
        """Keep errors and warnings."""
        if message.type in {"error", "warning"} and "404" not in message.text:
            self.faults.append(f"console {message.type}: {message.text}")

    def request(self, request: Request) -> None:
        """Keep requests that leave the site."""
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.faults.append(f"request: {request.url}")
