"""Codes that earlier releases had, read back by any of their spellings.

Worked example: `v201xxa` is V20.1XXA, a code up to fiscal year 2022; the nearest entry of today is V20.1.
"""

from collections.abc import Callable
from typing import Any

from nosograph.atlas.model import Retired
from nosograph.errors import BadInput
from nosograph.icd10cm.spelling import normalise, without_prefix

_FOUND = "SELECT code, title, last, nearest FROM retired WHERE code = ?"


def retired_code(rows: Callable[..., list[Any]], text: str) -> Retired | None:
    """The retired code that a text names; None where it names none. `rows` runs SQL in the calling thread."""
    try:
        code = normalise(without_prefix(text))
    except BadInput:
        return None
    found = rows(_FOUND, code)
    if not found:
        return None
    code, title, last, nearest = found[0]
    return Retired(code=code, title=title, last=last, nearest=nearest)
