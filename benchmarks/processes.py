"""Other processes: started, watched, asked for their memory. Linux only, by /proc.

Worked example: `with serving(bench) as site:` gives the address of a running `nosograph serve` and its process.
"""

import os
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from benchmarks.model import Bench

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A running server."""

    address: str
    pid: int
    seconds_to_first_page: float


def free_port() -> int:
    """A port of the loopback address that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetch(address: str) -> bytes:
    """The body of a page; raises where it is not answered with 200."""
    with urlopen(Request(address), timeout=30) as answer:
        return bytes(answer.read())


def wait_for(address: str, process: subprocess.Popen[bytes], seconds: float = 60) -> float:
    """Asks until the page is there; gives the seconds that it took."""
    began = time.perf_counter()
    while time.perf_counter() - began < seconds and process.poll() is None:
        try:
            fetch(address)
            return time.perf_counter() - began
        except (URLError, ConnectionError):
            time.sleep(0.01)
    raise RuntimeError(f"{address}: no answer")


@contextmanager
def running(command: list[str], **variables: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is ended with the block."""
    process = subprocess.Popen(
        command, env={**os.environ, **variables}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def serving(bench: Bench) -> Iterator[Site]:
    """`nosograph serve` with one worker, from its start to its first page."""
    port = free_port()
    command = [str(bench.program), "serve", "--port", str(port), "--workers", "1"]
    with running(command, NOSOGRAPH_DATA=str(bench.data)) as process:
        seconds = wait_for(f"http://127.0.0.1:{port}/C93.32", process)
        yield Site(address=f"http://127.0.0.1:{port}", pid=process.pid, seconds_to_first_page=seconds)


def family(pid: int) -> list[int]:
    """A process and all that it has started, which are still there."""
    found = [pid]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            found += [int(child) for child in _text(task).split()]
    return found


def resident(pid: int) -> int:
    """Bytes of memory that a process has in use, shared ones counted whole."""
    return _field(Path(f"/proc/{pid}/status"), "VmRSS:")


def proportional(pid: int) -> int:
    """Bytes of memory that a process has in use, shared ones counted by its share of them."""
    return _field(Path(f"/proc/{pid}/smaps_rollup"), "Pss:")


def _field(path: Path, name: str) -> int:
    line = next((line for line in _text(path).splitlines() if line.startswith(name)), f"{name} 0 kB")
    return int(line.split()[1]) * 1024


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # the process has just ended
        return ""


class PeakMemory:
    """The most memory that a process and all that it starts had at once, looked at ten times a second."""

    def __init__(self, pid: int) -> None:
        self.bytes = 0
        self._pid = pid
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "PeakMemory":
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._over.wait(0.1):
            self.bytes = max(self.bytes, sum(proportional(pid) for pid in family(self._pid)))
