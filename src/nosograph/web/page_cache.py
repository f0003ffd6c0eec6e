"""Finished pages, as bytes, for visitors: the least recently used make room when the limit is reached.

Worked example: `PageCache(32 * 1024 * 1024)` keeps some 700 pages of 45 kB each. Refuses a page that alone would
take more than an eighth of the room.
"""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

OVERHEAD = 1024  # bytes that an entry costs beside its body: headers, key and bookkeeping, generously


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An answer as it goes out: status line, headers, body, and its ETag for "not modified"."""

    status: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    etag: str | None


class PageCache:
    """A bounded store of answers, safe to use from several threads."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._pages: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._pages)

    @property
    def size(self) -> int:
        """Bytes in use."""
        return self._size

    def get(self, key: Hashable) -> Kept | None:
        """The answer kept under `key`, which counts as used."""
        with self._lock:
            kept = self._pages.get(key)
            if kept is not None:
                self._pages.move_to_end(key)
            return kept

    def keep(self, key: Hashable, kept: Kept) -> None:
        """Keep an answer; drop the least recently used ones until all fit."""
        cost = len(kept.body) + OVERHEAD
        if cost > self._limit // 8:
            return
        with self._lock:
            old = self._pages.pop(key, None)
            if old is not None:
                self._size -= len(old.body) + OVERHEAD
            self._pages[key] = kept
            self._size += cost
            while self._size > self._limit:
                _, dropped = self._pages.popitem(last=False)
                self._size -= len(dropped.body) + OVERHEAD
