"""The parameters of a table search to what is asked.

Worked example: `terms=juv myelo&maxList=3` asks for three codes whose code or name has words that begin so.
Unlike NLM's service, `sf` is code and name where nothing is said: there it is the code alone, and a search for words
finds nothing. Refused (BadInput): numbers that are none, fields that are unknown, and pages beyond the 7,500th row.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from nosograph.api.tables.constraint import Condition, conditions_of
from nosograph.errors import BadInput
from nosograph.icd10cm.spelling import printable

FIELDS = ("code", "name")
USUAL, MOST, FARTHEST = 7, 500, 7_500
_LONGEST = 200  # characters of `terms` that are looked at
_MOST_TERMS = 20
_NUMBER = re.compile(r"[0-9]{1,9}")
_FIELD = re.compile(r"[a-z_]+")
_ALIAS = re.compile(r"[A-Za-z0-9_.-]{1,40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableAsked:
    """A search: `terms` that all begin a word, looked for in the fields `searched`, under `conditions`.

    `count` rows from the `offset`-th on are wanted: `displayed` fields as strings, the field `coded` as code, and the
    `extra` fields, each with the name that it shall have.
    """

    terms: tuple[str, ...]
    searched: tuple[str, ...]
    conditions: tuple[Condition, ...]
    count: int
    offset: int
    displayed: tuple[str, ...]
    coded: str
    extra: tuple[tuple[str, str], ...]


def table_asked(parameters: Mapping[str, str]) -> TableAsked:
    """What is asked. Raises BadInput."""
    count, offset = _page(parameters)
    return TableAsked(
        terms=tuple(parameters.get("terms", "")[:_LONGEST].split())[:_MOST_TERMS],
        searched=_fields("sf", parameters.get("sf") or "code,name"),
        conditions=conditions_of(parameters.get("q", "")),
        count=count,
        offset=offset,
        displayed=_fields("df", parameters.get("df") or "code,name"),
        coded=_fields("cf", parameters.get("cf") or "code")[0],
        extra=tuple(_extra(part) for part in parameters.get("ef", "").split(",") if part.strip()),
    )


def _page(parameters: Mapping[str, str]) -> tuple[int, int]:
    """How many rows, from which on. `maxList` knows no pages; sent without a value it means as many as may be."""
    offset = _number("offset", parameters.get("offset") or "0")
    if parameters.get("count"):
        count = min(_number("count", parameters["count"]), MOST)
    elif "maxList" in parameters:
        count = min(_number("maxList", parameters["maxList"] or str(MOST)), MOST)
    else:
        count = USUAL
    if offset + count > FARTHEST:
        raise BadInput(f"offset and count reach beyond row {FARTHEST}; search for more words instead")
    return count, offset


def _number(name: str, text: str) -> int:
    if not _NUMBER.fullmatch(text.strip()):
        raise BadInput(f"{name} must be a whole number from 0 on, not {printable(text, longest=20)!r}")
    return int(text)


def _fields(name: str, text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_known(name, part.strip()) for part in text.split(",")))


def _extra(part: str) -> tuple[str, str]:
    field, _, alias = part.strip().partition(":")
    if alias and not _ALIAS.fullmatch(alias):
        raise BadInput("a name in ef must be of letters, digits, _, - and points, as in ef=name:title")
    return _known("ef", field.strip()), alias or field.strip()


def _known(name: str, field: str) -> str:
    if field not in FIELDS:
        raise BadInput(f"{name} has an unknown field {printable(field, longest=20)!r}; the fields are code and name")
    return field
