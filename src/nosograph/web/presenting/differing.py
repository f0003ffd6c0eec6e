"""Entries side by side as a table of how they differ."""

from dataclasses import dataclass

from nosograph.atlas.model import Differences
from nosograph.web.presenting.links import href


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferingRow:
    """An entry and its words on each axis; `current` is the one whose page it is."""

    href: str
    code: str
    title: str
    current: bool
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferingView:
    """The axes on which entries differ, and the entries."""

    headings: tuple[str, ...]
    rows: tuple[DifferingRow, ...]


def differing_view(found: Differences | None, key: str) -> DifferingView | None:
    """The table of the page with this key; None where there is none."""
    if found is None:
        return None
    rows = (
        DifferingRow(href=href(link.key), code=link.code, title=link.title, current=link.key == key, words=words)
        for link, words in found.rows
    )
    return DifferingView(headings=found.headings, rows=tuple(rows))
