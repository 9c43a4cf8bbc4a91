"""What all tests share: the project's folder, one strict build, a server on the loopback, the browser."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import environment
import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

BROWSER_FLAGS = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--all-pages``: accessibility checks on every page instead of one of each kind."""
    parser.addoption("--all-pages", action="store_true", help="run axe on every page")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return environment.ROOT


@pytest.fixture(scope="session")
def built_site(root: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site as ``mkdocs build --strict`` alone builds it: once in a run, by the worker that needs it first."""
    if worker_id == "master":
        return _build(root, tmp_path_factory.mktemp("built") / "site")
    shared = tmp_path_factory.getbasetemp().parent / "built"
    shared.mkdir(exist_ok=True)
    with FileLock(shared / "lock"):
        if not (shared / "done").exists():
            _build(root, shared / "site")
            (shared / "done").touch()
    return shared / "site"


@pytest.fixture(scope="session")
def example_site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example project: records of every kind, whether or not the course uses them already."""
    tree = tmp_path_factory.mktemp("example") / "project"
    shutil.copytree(root / "tests/examples/valid", tree)
    for path in ("content/exchange", "hooks", "overrides"):
        shutil.copytree(root / path, tree / path)
    for path in ("content/words.yml", "mkdocs.yml"):
        shutil.copy(root / path, tree / path)
    for page in tree.glob("content/*/directory/index.md"):  # the example has no pages of the desk, to which the real one leads
        page.write_text(page.read_text(encoding="utf-8").replace("kind: directory\ntemplate: directory.html\n", ""), encoding="utf-8")
    return _build(tree, tree / "site")


def _build(project: Path, out: Path) -> Path:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)]
    done = subprocess.run(command, cwd=project, env=os.environ | environment.QUIET, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return out


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer an unknown address with the site's own page, as a host does."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """Address of a server of the built site, ending in ``/``."""
    with _served(built_site) as url:
        yield url


@pytest.fixture(scope="session")
def example_address(example_site: Path) -> Iterator[str]:
    """Address of a server of the example project's site, ending in ``/``."""
    with _served(example_site) as url:
        yield url


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium where there is one, else Playwright's own."""
    flags = [*BROWSER_FLAGS, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=environment.browser(), args=flags)
        yield started
        started.close()
