"""A search result as a row with the exact codes that it stands for.

Worked example: "broken hip" finds S72.0; below it stand its kinds, below a code with sides "Side: right left".
"""

from dataclasses import dataclass

from nosograph.atlas.model import Hit
from nosograph.web.presenting.links import found, href
from nosograph.web.presenting.model import Crumb, EntryLink

LONGEST = 200
"""Characters of a query that are looked at."""
_LABELS = {"side": "Side", "visit": "Visit", "more": "More exactly"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Codes that differ in one thing, named by `label`."""

    label: str
    links: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One result: its `row` and the `choices` that lead on to exact codes."""

    row: EntryLink
    choices: tuple[Choice, ...]


def result(hit: Hit) -> Result:
    """A hit as a result."""
    groups: dict[str, list[Crumb]] = {}
    for one in hit.refinements:
        groups.setdefault(one.kind, []).append(Crumb(href=href(one.key), label=one.label))
    return Result(
        row=found(hit),
        choices=tuple(Choice(label=_LABELS[kind], links=tuple(links)) for kind, links in groups.items()),
    )


def asked(typed: str) -> str:
    """What was asked, cut to a sensible length. A blank at the end stays: it says that the last word is finished."""
    query = typed[:LONGEST]
    return " ".join(query.split()) + (" " if query[-1:].isspace() else "")
