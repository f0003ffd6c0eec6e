"""How long the illustrations take: one, and all on two processes, beside reading the scenes alone."""

import multiprocessing
import statistics
import time
from functools import cache
from pathlib import Path

from benchmarks.model import Bench, Figure
from nosograph.atlas.pointing import current
from nosograph.atlas.reading import Atlas

SAMPLE = 2_000
PROCESSES = 2


@cache
def _atlas(path: str) -> Atlas:
    return Atlas.open(Path(path))


def _draw(task: tuple[str, tuple[str, ...]]) -> tuple[list[float], int]:
    """Milliseconds for each picture, and the bytes of the heaviest one."""
    path, keys = task
    atlas = _atlas(path)
    times, heaviest = [], 0
    for key in keys:
        start = time.perf_counter()
        svg = atlas.svg(key)
        times.append((time.perf_counter() - start) * 1000)
        heaviest = max(heaviest, len(svg.encode()))
    return times, heaviest


def _scenes_alone(atlas: Atlas, keys: list[str]) -> float:
    start = time.perf_counter()
    for key in keys:
        atlas.scene(key)
    return (time.perf_counter() - start) * 1000 / len(keys)


def measure(bench: Bench) -> list[Figure]:
    """One picture, all pictures, and the heaviest."""
    found = current(bench.data / "atlas")
    if found is None:
        raise RuntimeError("no atlas; benchmarks.build comes first")
    path = str(found.path)
    atlas = _atlas(path)
    keys = atlas.keys()
    alone = _scenes_alone(atlas, keys[:: len(keys) // SAMPLE])
    tasks = [(path, tuple(keys[i : i + 500])) for i in range(0, len(keys), 500)]
    start = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        done = pool.map(_draw, tasks, chunksize=1)
    whole = time.perf_counter() - start
    times = sorted(t for part, _ in done for t in part)
    median, late = statistics.median(times), times[int(len(times) * 0.99)]
    heaviest = max(size for _, size in done)
    return [
        Figure(what="one SVG: median, 99th percentile", bar="at most 15 ms", result=f"{median:.1f} ms, {late:.1f} ms"),
        Figure(what="one SVG, as a multiple of reading its scene", bar="", result=f"{median / alone:.1f}"),
        Figure(what=f"all {len(keys):,} SVGs on two processes", bar="at most 4 min", result=f"{whole / 60:.1f} min"),
        Figure(what="the heaviest SVG", bar="at most 40 KiB", result=f"{heaviest / 1024:.1f} KiB"),
    ]
