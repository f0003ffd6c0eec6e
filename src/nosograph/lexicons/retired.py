"""Codes that earlier releases had and this one has not: what they were called, until when, and what is nearest today.

Worked example: V20.1XXA, a motorcycle passenger hit by an animal, was a code until fiscal year 2022; what it said is
told more exactly today, and the nearest entry is V20.1.
Refuses, with file and line: what is no code or block, a year that is none, an entry that does not stand above its code.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from nosograph.lexicons.cells import BadRow, Cells, read_table
from nosograph.lexicons.loading import resource_text

FILE = "retired.tsv"
_CATEGORY = r"[A-Z](?:[0-9][0-9A-Z]|[A-Z][0-9])"
_CODE = re.compile(rf"{_CATEGORY}(?:\.[0-9A-Z]{{1,4}})?")
_BLOCK = re.compile(rf"{_CATEGORY}-{_CATEGORY}")
_YEAR = re.compile(r"20[0-9][0-9]")
_FIRST_YEAR = 2016  # ICD-10-CM is used in the United States since October 1, 2015


@dataclass(frozen=True, slots=True, kw_only=True)
class RetiredCode:
    """A `code` (or block) with its former `title`, the `last` fiscal year that had it, and the `nearest` key today."""

    code: str
    title: str
    last: int
    nearest: str
    line: int


@cache
def load_retired() -> Mapping[str, RetiredCode]:
    """The table by code, read once per process. Raises BadInput, naming file and line."""
    return read_retired(resource_text)


def read_retired(text_of: Callable[[str], str]) -> Mapping[str, RetiredCode]:
    """The table by code, from the text that `text_of` gives by file name. Raises BadRow."""
    found: dict[str, RetiredCode] = {}
    for cells in read_table(FILE, text_of(FILE)):
        row = _row(cells)
        if row.code in found:
            raise BadRow(FILE, cells.line, f"'{row.code}' stands in line {found[row.code].line} already; keep one row")
        found[row.code] = row
    return found


def gone_from(keys: Container[str], table: Mapping[str, RetiredCode]) -> Iterator[RetiredCode]:
    """The rows that hold for a release with these keys: codes that it lacks, each with what is nearest in it.

    An older release, which an operator may choose, still has some of them; an excerpt may lack what is nearest.
    """
    for row in sorted(table.values(), key=lambda r: r.code):
        near = row.nearest
        while near not in keys and len(near) > 3 and "-" not in near:
            near = near[:-1].rstrip(".")
        if row.code not in keys and near in keys:
            yield replace(row, nearest=near)


def _row(cells: Cells) -> RetiredCode:
    code, last, nearest = cells["code"], cells["last"], cells["nearest"]
    if not (_CODE.fullmatch(code) or _BLOCK.fullmatch(code)):
        raise cells.wrong(f"'{code}' is neither a code nor a block; write it as in S72.0 or I10-I16")
    if not _YEAR.fullmatch(last) or int(last) < _FIRST_YEAR:
        raise cells.wrong(f"'{last}' in column 'last' is not a fiscal year; write one from {_FIRST_YEAR} on")
    if not _is_near(code, nearest):
        raise cells.wrong(f"'{nearest}' does not stand above '{code}'; name the nearest entry that does")
    return RetiredCode(code=code, title=cells["title"], last=int(last), nearest=nearest, line=cells.line)


def _is_near(code: str, nearest: str) -> bool:
    """A code's nearest entry is what it begins with; a block's is the block that begins with the same category."""
    if _BLOCK.fullmatch(code):
        return bool(_BLOCK.fullmatch(nearest)) and code[:3] == nearest[:3] and code != nearest
    return bool(_CODE.fullmatch(nearest)) and code.startswith(nearest) and code != nearest
