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
    if _alone():
        yield (job() for job in jobs)
        return
    with _forking(jobs), _FORK.Pool(min(MOST_PROCESSES, len(jobs))) as pool:
        yield pool.imap(_do, range(len(jobs)))


@contextmanager
def done_from_both_ends(jobs: Sequence[Job]) -> Iterator[Iterator[Any]]:
    """The same for jobs whose neighbors are alike: one process takes them from the front, the other from the back.

    So each remembers what its own half has in common, and none has to make it for both. The results still come in the
    order of the jobs; those of the back wait.
    """
    if _alone():
        yield (job() for job in jobs)
        return
    ends = _FORK.Array("i", [0, len(jobs) - 1, 0])  # the first and the last job that nobody took; processes begun
    with _forking(jobs), _FORK.Pool(MOST_PROCESSES, _begin, (ends,)) as pool:
        yield _in_order(pool.imap_unordered(_take, range(len(jobs))))


_FORK = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else None)
_ends: Any = None
_at_front = True


def _alone() -> bool:
    return (os.cpu_count() or 1) < MOST_PROCESSES or _FORK.get_start_method() != "fork"


@contextmanager
def _forking(jobs: Sequence[Job]) -> Iterator[None]:
    global _shared  # a forked process finds its work here, without it being copied through a pipe
    before, _shared = _shared, jobs
    gc.freeze()  # what has been read so far stays out of the collector's way, and so stays shared
    try:
        yield
    finally:
        _shared = before
        gc.unfreeze()


def _do(number: int) -> Any:
    return _shared[number]()


def _begin(ends: Any) -> None:
    global _ends, _at_front
    with ends.get_lock():
        _ends, _at_front = ends, ends[2] == 0
        ends[2] += 1


def _take(_: int) -> tuple[int, Any]:
    """The job that is next at this process's end, and what came of it."""
    with _ends.get_lock():
        number = _ends[0] if _at_front else _ends[1]
        _ends[0 if _at_front else 1] += 1 if _at_front else -1
    return number, _do(number)


def _in_order(results: Iterator[tuple[int, Any]]) -> Iterator[Any]:
    waiting: dict[int, Any] = {}
    wanted = 0
    for number, result in results:
        waiting[number] = result
        while wanted in waiting:
            yield waiting.pop(wanted)
            wanted += 1
