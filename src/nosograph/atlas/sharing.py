"""Shares work among the processors; what comes of it does not depend on how many there are.

Jobs are done by two processes, and their results come back in the order of the jobs. Processes are forked, so that they
start with everything that has been read; where a system cannot fork, one process does all, each job when its result is
asked for. Worked example: the rows of a release are one job for each thousand entries.
"""

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

Job = Callable[[], Any]
MOST_PROCESSES = 2  # more would need more than 1 GiB in all, as each comes to hold its own copy of what it reads

_shared: Sequence[Job] = ()


@contextmanager
def done(jobs: Sequence[Job]) -> Iterator[Iterator[Any]]:
    """The results of the jobs, in their order; others do them while the caller does something else.

    What a job raises is raised where its result is asked for.
    """
    processes = min(MOST_PROCESSES, os.cpu_count() or 1)
    if processes < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield (job() for job in jobs)
        return
    global _shared  # a forked process finds its work here, without it being copied through a pipe
    before, _shared = _shared, jobs
    gc.freeze()  # what has been read so far stays out of the collector's way, and so stays shared
    try:
        with multiprocessing.get_context("fork").Pool(min(processes, len(jobs))) as pool:
            yield pool.imap(_do, range(len(jobs)))
    finally:
        _shared = before
        gc.unfreeze()


def _do(number: int) -> Any:
    return _shared[number]()
