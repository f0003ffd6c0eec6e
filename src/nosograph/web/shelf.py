"""The one atlas that this process serves, opened once.

Worked example: `shelf.atlas().page("C93.32")`. Refuses to guess: without `NOSOGRAPH_ATLAS` there is nothing to serve.
"""

import gc
import threading
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from nosograph.atlas.reading import Atlas
from nosograph.errors import AtlasProblem

_opening = threading.Lock()


def atlas() -> Atlas:
    """The atlas named by the settings."""
    with _opening:
        return _opened(str(settings.NOSOGRAPH_ATLAS))


@lru_cache(maxsize=2)
def _opened(path: str) -> Atlas:
    if not path:
        raise AtlasProblem("no atlas is named; start the site with `nosograph serve`, or set NOSOGRAPH_ATLAS")
    opened = Atlas.open(Path(path))
    gc.freeze()  # an atlas is never garbage; looking through it for some would now and then take 70 ms of an answer
    return opened


@lru_cache(maxsize=100_000)
def _count(path: str, key: str) -> int:
    return len(_opened(path).children(key))


def count(key: str) -> int:
    """How many entries lie directly below one."""
    return _count(str(settings.NOSOGRAPH_ATLAS), key)
