"""What a code that a program sent stands for here: an entry, the nearest one above it, or nothing.

Worked example: `c9332` is C93.32 exactly; C93.39, which no release has, is answered with C93.3, its ancestor; V20.1XXA,
which was a code until fiscal year 2022, with V20.1; `ZZZ99` is no code. Each interface tells which of these it was.
"""

from dataclasses import dataclass
from enum import StrEnum

from nosograph.atlas.model import Retired
from nosograph.atlas.reading import Atlas
from nosograph.errors import BadInput
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
