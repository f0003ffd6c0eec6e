"""The real server in a process of its own, as `nosograph serve` starts it."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

START = (
    "from pathlib import Path; from nosograph.web.server import run; run({host!r}, {port}, {workers}, Path({atlas!r}))"
)
PATIENCE = 30


@dataclass(frozen=True, kw_only=True)
class Live:
    """A running server: its address, its data folder, and what it has written to its log so far."""

    url: str
    data: Path
    log: Path
    pid: int


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def served(atlas: Path, *, workers: int = 1, **variables: str) -> Iterator[Live]:
    """The server over an atlas, with these environment variables; it is stopped at the end."""
    with tempfile.TemporaryDirectory(prefix="nosograph-live-") as folder:
        data, log, port = Path(folder) / "data", Path(folder) / "log", free_port()
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("NOSOGRAPH_", "DJANGO_"))}
        command = [sys.executable, "-c", START.format(host="127.0.0.1", port=port, workers=workers, atlas=str(atlas))]
        with log.open("w") as file:
            process = subprocess.Popen(
                command, env={**kept, "NOSOGRAPH_DATA": str(data), **variables}, stdout=file, stderr=file
            )
        try:
            _wait(f"http://127.0.0.1:{port}/healthz", process, log)
            yield Live(url=f"http://127.0.0.1:{port}", data=data, log=log, pid=process.pid)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(address: str, process: subprocess.Popen, log: Path) -> None:
    """Until the server answers; its log is shown where it does not."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise RuntimeError(f"the server did not start: {log.read_text()}")
