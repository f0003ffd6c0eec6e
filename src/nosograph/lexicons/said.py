"""What search needs beside titles: how common a category is, and what people say for a condition."""

from dataclasses import dataclass

BANDS = ("very common", "common", "uncommon", "rare")
"""How often a category is recorded in care; what no table counts is rare there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonnessRow:
    """How common a category is: `band` is one of BANDS."""

    category: str
    band: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidTerm:
    """What people say or type for a condition, and what it stands for.

    `keys` are the entries that it names; where there are none, `means` says it in words of titles and lexicons.
    """

    said: str
    means: tuple[str, ...]
    keys: tuple[str, ...]
    line: int
