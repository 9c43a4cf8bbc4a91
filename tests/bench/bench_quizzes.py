"""Quizzes and state: script time of "my training" with a large bank and a long history, time to draw a paper, size of the code."""

from __future__ import annotations

import functools
import gzip
import json
import statistics
import subprocess
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import environment
from playwright.sync_api import Browser, Page, sync_playwright

QUESTIONS, ATTEMPTS = 2000, 20_000
UNITS = 64
SEED = """([questions, attempts, units]) => new Promise((resolve, reject) => {
    const opening = indexedDB.open("support-coordinator-portal");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
        const writing = opening.result.transaction("events", "readwrite");
        for (let number = 0; number < attempts; number += 1) {
            const question = `q-a1-${String(number % questions).padStart(4, "0")}`;
            const at = new Date(Date.UTC(2026, 0, 1) + number * 600_000).toISOString();
            writing.objectStore("events").put({id: `bench-${number}`, at, kind: "attempt", question, rev: 1, variant: "ja", chosen: ["a"],
                sure: number % 3 === 0 ? null : number % 3 === 1, right: number % 4 !== 0, mode: "lecture", quiz: `lecture:${number % units}`, seed: `lecture:${number % units}#1`});
        }
        writing.oncomplete = () => { opening.result.close(); resolve(); };
    };
})"""
DRAW = """([questions, units]) => import("./assets/js/quiz/drawing.js").then(async ({draw}) => {
    const {paperByUnit} = await import("./assets/js/quiz/blueprint.js");
    const bank = Array.from({length: questions}, (_, number) => ({id: `q-${number}`, unit: `A1-${number % units}`}));
    const history = new Map(bank.filter((_, place) => place % 2).map(({id}, place) => [id, {lastRightAt: place % 3 ? null : "2026-01-01T00:00:00.000Z"}]));
    const timed = (work) => { const begin = performance.now(); work(); return performance.now() - begin; };
    const rounds = Array.from({length: 40}, (_, number) => [timed(() => draw(bank, history, 20, `seed${number}`)), timed(() => paperByUnit(bank, 1, "review", number + 1))]);
    return rounds.slice(10);
})"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


def measure(root: Path, runs: int) -> dict[str, Any]:
    """Milliseconds (medians of ``runs``) in Chromium and KiB of the code as it is sent, each module compressed by itself."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        command = [str(environment.PYTHON), "-m", "mkdocs", "build", "--site-dir", str(site)]
        subprocess.run(command, cwd=root, check=True, capture_output=True)
        times = _times(site, runs)
        sizes = {name: _kib(site, name) for name in ("quiz", "learner")}
    rows = [
        [f"script time of /me/, {QUESTIONS} questions, {ATTEMPTS} attempts, ms (median of {runs})", times["me"]],
        ["time until its list stands, ms", times["ready"]],
        [f"drawing 20 of {QUESTIONS}, ms", times["draw"]],
        [f"a paper by blueprint from {QUESTIONS}, ms", times["blueprint"]],
        ["code of quizzes and state, KiB gzip", round(sum(sizes.values()), 1)],
    ]
    return {"times": times, "kib": sizes, "table": rows}


def _kib(site: Path, name: str) -> float:
    files = sorted((site / "assets" / "js" / name).glob("*.js"))
    return round(sum(len(gzip.compress(path.read_bytes(), 9)) for path in files) / 1024, 1)


def _times(site: Path, runs: int) -> dict[str, float]:
    bank = [
        {"id": f"q-a1-{number:04}", "rev": 1, "unit": f"A1-{number % UNITS}", "section": f"s-{number % 7}", "lecture": f"A{number % 27}", "item": "A"}
        for number in range(QUESTIONS)
    ]
    (site / "data" / "bank.json").write_text(json.dumps({"questions": bank, "cases": {}}), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=environment.browser(), args=["--no-sandbox"])
        found = _in_browser(browser, f"http://127.0.0.1:{server.server_address[1]}/", runs)
        browser.close()
    server.shutdown()
    return found


def _in_browser(browser: Browser, address: str, runs: int) -> dict[str, float]:
    page = browser.new_page()
    page.goto(f"{address}me/")
    page.locator("review-list[data-ready]").wait_for()
    page.evaluate(SEED, [QUESTIONS, ATTEMPTS, UNITS])
    visits = [_visit(page, address) for _ in range(runs)]
    page.goto(address)
    draws = page.evaluate(DRAW, [QUESTIONS, UNITS])
    medians = (statistics.median(values) for values in (*zip(*visits, strict=True), *zip(*draws, strict=True)))
    return dict(zip(("me", "ready", "draw", "blueprint"), (round(value, 1) for value in medians), strict=True))


def _visit(page: Page, address: str) -> tuple[float, float]:
    """Milliseconds of script, and until the list stands, of one visit of /me/."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(f"{address}me/")
    page.locator("review-list[data-ready]").wait_for()
    ready = page.evaluate("performance.now()")
    metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    session.detach()
    return metrics["ScriptDuration"] * 1000, float(ready)
