"""How long after `nosograph serve` the first page is there, with the atlas present."""

import statistics

from benchmarks.model import Bench, Figure
from benchmarks.processes import serving


def measure(bench: Bench) -> list[Figure]:
    """The first start, which makes the accounts' database and collects static files, and five later ones."""
    times = []
    for _ in range(6):
        with serving(bench) as site:
            times.append(site.seconds_to_first_page)
    return [
        Figure(
            what="first page after the very first start, atlas present", bar="at most 3 s", result=f"{times[0]:.1f} s"
        ),
        Figure(
            what="first page after a later start (median of 5)",
            bar="at most 3 s",
            result=f"{statistics.median(times[1:]):.1f} s",
        ),
    ]
