"""How much memory a worker holds after it has answered 2,000 different pages."""

from benchmarks.model import Bench, Figure
from benchmarks.processes import MIB, family, fetch, resident, serving
from nosograph.atlas.pointing import current
from nosograph.atlas.reading import Atlas

PAGES = 2_000


def measure(bench: Bench) -> list[Figure]:
    """Pages spread over the whole release, asked for over HTTP."""
    found = current(bench.data / "atlas")
    if found is None:
        raise RuntimeError("no atlas; benchmarks.build comes first")
    keys = Atlas.open(found.path).keys()
    with serving(bench) as site:
        for key in keys[:: len(keys) // PAGES][:PAGES]:
            fetch(f"{site.address}/{key}")
        sizes = {pid: resident(pid) for pid in family(site.pid)}
    worker = max(size for pid, size in sizes.items() if pid != site.pid)
    return [
        Figure(
            what=f"a worker's memory after {PAGES:,} pages", bar="at most 250 MiB", result=f"{worker / MIB:.0f} MiB"
        ),
        Figure(what="memory of the process that starts the workers", bar="", result=f"{sizes[site.pid] / MIB:.0f} MiB"),
    ]
