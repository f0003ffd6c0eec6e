"""What a code that a program sent stands for here: an entry, the nearest one above it, or nothing.

Worked example: `c9332` is C93.32 exactly; C93.39, which no release has, is answered with C93.3, its ancestor; V20.1XXA,
which was a code until fiscal year 2022, with V20.1; `ZZZ99` is no code. Each interface tells which of these it was.
"""

from dataclasses import dataclass
from enum import StrEnum

from nosograph.atlas.model import Retired
from nosograph.atlas.reading import Atlas
from nosograph.errors import BadInput, NotFound
from nosograph.icd10cm.spelling import normalise, without_prefix


class Match(StrEnum):
    """How an entry was found for a code."""

    EXACT = "exact"
    ANCESTOR = "ancestor"
    RETIRED = "retired"
    NO_CODE = "not a code"
    OTHER_SYSTEM = "another code system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """The key of the entry, None where there is none, and how it was found; `retired` is what the code was."""

    key: str | None
    match: Match
    retired: Retired | None = None


class NoEntry(NotFound):
    """No entry of the release has this code; `nearest` is the key of one that comes near, None where none does."""

    def __init__(self, told: str, nearest: str | None) -> None:
        super().__init__(told)
        self.nearest = nearest


def key_of(atlas: Atlas, code: str) -> str:
    """The key of the entry that a code in any usual form names.

    Raises NoEntry for a code that the release has not, and BadInput for what is no code.
    """
    found = matched(atlas, code)
    if found.key is not None and found.match is Match.EXACT:
        return found.key
    asked = normalise(without_prefix(code))
    if found.retired:
        told = f"{asked!r} was a code until fiscal year {found.retired.last}"
    else:
        told = f"{asked!r} is not a code of {atlas.release}"
    hint = f"the nearest is {found.key}" if found.key else "search for its words instead"
    raise NoEntry(f"{told}; {hint}", found.key)


def matched(atlas: Atlas, code: str) -> Matched:
    """The entry for a code in any usual form; never raises."""
    key = atlas.resolve(code)
    if key is not None:
        return Matched(key=key, match=Match.EXACT)
    gone = atlas.retired(code)
    if gone is not None:
        return Matched(key=gone.nearest, match=Match.RETIRED, retired=gone)
    try:
        normalise(without_prefix(code))
    except BadInput:
        return Matched(key=None, match=Match.NO_CODE)
    near = atlas.nearest(without_prefix(code))
    return Matched(key=near, match=Match.ANCESTOR if near else Match.NO_CODE)
