"""Shares the writing of rows among the processors, in an order that does not depend on how many there are.

The release is cut into batches; each is written by one process, and they come back in their own order. Processes are
forked, so that they start with everything that has been read; where a system cannot fork, one process writes all.
"""

import gc
import multiprocessing
import os
from collections.abc import Iterator

from nosograph.atlas.coverage import Tally
from nosograph.atlas.recording import Recorder, Row
from nosograph.icd10cm.model import Entry

BATCH = 500
MOST_PROCESSES = 2  # more would need more than 1 GiB in all, as each comes to hold its own copy of what it reads

_shared: tuple[Recorder, list[list[Entry]]] | None = None


def written(recorder: Recorder, entries: list[Entry]) -> Iterator[tuple[list[Row], Tally]]:
    """The rows of the entries and their counts, batch after batch, in the order of the entries."""
    global _shared  # a forked process finds its work here, without it being copied through a pipe
    batches = [entries[i : i + BATCH] for i in range(0, len(entries), BATCH)]
    _shared = (recorder, batches)
    processes = min(MOST_PROCESSES, os.cpu_count() or 1, len(batches))
    try:
        if processes < 2 or "fork" not in multiprocessing.get_all_start_methods():
            yield from map(_batch, range(len(batches)))
            return
        gc.freeze()  # what has been read so far stays out of the collector's way, and so stays shared
        with multiprocessing.get_context("fork").Pool(processes) as pool:
            yield from pool.imap(_batch, range(len(batches)))
    finally:
        _shared = None
        gc.unfreeze()


def _batch(number: int) -> tuple[list[Row], Tally]:
    if _shared is None:
        raise RuntimeError("no batches to write")
    recorder, batches = _shared
    tally = Tally()
    return [recorder.row(entry, tally) for entry in batches[number]], tally
