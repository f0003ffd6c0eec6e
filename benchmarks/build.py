"""How long an atlas takes from nothing, with how much memory, and how that compares to storing the codes alone."""

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.model import Bench, Figure
from benchmarks.processes import MIB, PeakMemory
from nosograph.icd10cm.opening import open_release


def measure(bench: Bench) -> list[Figure]:
    """Builds the atlas into the empty data folder, which the other figures then use."""
    alone = _seconds([sys.executable, "-m", "benchmarks.build", str(bench.scratch / "codes.sqlite")])
    began = time.perf_counter()
    process = subprocess.Popen(
        [str(bench.program), "build"],
        env={**os.environ, "NOSOGRAPH_DATA": str(bench.data)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with PeakMemory(process.pid) as peak:
        code = process.wait()
    whole = time.perf_counter() - began
    if code:
        raise RuntimeError("`nosograph build` failed")
    (atlas,) = (bench.data / "atlas").glob("atlas-*.sqlite")
    return [
        Figure(what="build from nothing", bar="at most 60 s", result=f"{whole:.1f} s"),
        Figure(what="build: most memory, all processes", bar="at most 1 GiB", result=f"{peak.bytes / MIB:.0f} MiB"),
        Figure(what="reading, checking and storing all codes alone", bar="", result=f"{alone:.1f} s"),
        Figure(what="build, as a multiple of that", bar="", result=f"{whole / alone:.0f}"),
        Figure(what="size of the atlas", bar="", result=f"{atlas.stat().st_size / MIB:.0f} MiB"),
    ]


def _seconds(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - began


def store_codes(path: Path) -> None:
    """Reads the release and stores each entry with title and parent, as the simplest program would."""
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE entry (key TEXT PRIMARY KEY, code TEXT, title TEXT, parent TEXT, billable INTEGER)")
        rows = ((e.key, e.code, e.title, e.parent, e.billable) for e in open_release())
        db.executemany("INSERT INTO entry VALUES (?,?,?,?,?)", rows)


if __name__ == "__main__":
    store_codes(Path(sys.argv[1]))
