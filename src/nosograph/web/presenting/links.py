"""Entries of the atlas as links of the site.

Worked example: `C93.3` becomes `/C93.3`, and `B20-B20` (the block that shares its name) `/B20-B20`.
"""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

from django.utils.text import capfirst

from nosograph.atlas.model import Hit, Link
from nosograph.icd10cm.model import Level
from nosograph.web.presenting.model import Crumb, EntryLink

Count = Callable[[str], int]
"""How many entries lie directly below the one with this key."""

UNITS = {
    Level.CHAPTER: ("block", "blocks"),
    Level.BLOCK: ("category", "categories"),
    Level.CATEGORY: ("code", "codes"),
    Level.SUBCATEGORY: ("code", "codes"),
}


def href(key: str) -> str:
    """The address of an entry's page."""
    return f"/{quote(key)}"


def row(link: Link, note: str = "") -> EntryLink:
    """An entry as a row of a list."""
    return EntryLink(href=href(link.key), code=named(link), title=link.title, everyday=link.everyday or "", note=note)


def rows(links: tuple[Link, ...], count: Count) -> tuple[EntryLink, ...]:
    """Entries as rows of a list, each with how many lie directly below it."""
    return tuple(row(link, "" if link.billable else _below(link, count(link.key))) for link in links)


def rows_with_meaning(links: tuple[Link, ...], count: Count, summary: Callable[[str], str]) -> tuple[EntryLink, ...]:
    """Rows of a list in which one browses: each with what it is, where that says more than its names."""
    found = zip(links, rows(links, count), strict=True)
    return tuple(replace(line, meaning=_meaning(link, summary(link.key))) for link, line in found)


def _meaning(link: Link, summary: str) -> str:
    """The plain sentence of an entry less the everyday name before it, which the row has already."""
    name, colon, rest = summary.partition(": ")
    if not colon or name.lower() != (link.everyday or "").lower():
        return summary
    return capfirst(rest) if link.level in (Level.CHAPTER, Level.BLOCK) else ""


def _below(link: Link, number: int) -> str:
    if number == 0:
        return ""
    one, many = UNITS[link.level]
    return f"{number} {one if number == 1 else many}"


def found(hit: Hit) -> EntryLink:
    """A search result, with why it was found where that is not plain to see."""
    return row(hit.link, note="" if hit.why in ("title", "code") else hit.why)


def crumb(link: Link) -> Crumb:
    """A step on the way down: chapters by their everyday name, the rest by their code."""
    if link.level is Level.CHAPTER:
        return Crumb(href=href(link.key), label=f"Chapter {link.code}: {capfirst(link.everyday or link.title)}")
    return Crumb(href=href(link.key), label=link.code)


def titled(link: Link) -> Crumb:
    """An entry as "C93.3: Juvenile myelomonocytic leukemia"."""
    return Crumb(href=href(link.key), label=f"{named(link)}: {link.title}")


def named(link: Link) -> str:
    """What an entry is called by its code: a chapter's number alone would say nothing."""
    return f"Chapter {link.code}" if link.level is Level.CHAPTER else link.code
