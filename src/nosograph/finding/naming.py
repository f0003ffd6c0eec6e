"""What each entry is called: titles, everyday names, inclusion terms, names in packs, and names in notes elsewhere.

Worked example: J18.9 is called "Pneumonia, unspecified organism" (title), and M48.06 "Spinal stenosis of lumbar
region" by its title and "lumbar stenosis" by the table of what people say. The excludes note "cystic fibrosis (E84.-)"
of another entry names E84.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from nosograph.icd10cm.model import Entry, Level, Note, NoteKind, Release
from nosograph.knowledge.model import Library
from nosograph.lexicons.model import Lexicons


class NameKind(IntEnum):
    """How an entry comes by a name; what a reader is told of it stands in `WHY`."""

    TITLE = 0
    EVERYDAY = 1
    SAID = 2
    CALLED = 3
    INCLUDED = 4
    POINTED = 5
    INDEX = 6


WHY = {
    NameKind.TITLE: "title",
    NameKind.EVERYDAY: "everyday name",
    NameKind.SAID: "people say",
    NameKind.CALLED: "also called",
    NameKind.INCLUDED: "included here",
    NameKind.POINTED: "named in a note",
    NameKind.INDEX: "Alphabetic Index",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name of an entry, by its key."""

    key: str
    text: str
    kind: NameKind


_NOTE_CODE = re.compile(r"^(?P<name>.+?)\s*\((?P<code>[A-Z][0-9A-Z]{2}(?:\.[0-9A-Z]{1,4})?)[.-]*\)\s*$")
_CODES = re.compile(r"\s*\([A-Z][0-9][^)]*\)")
_EXCLUDING = (NoteKind.EXCLUDES1, NoteKind.EXCLUDES2)


def names_of(release: Release, library: Library, lexicons: Lexicons) -> Iterator[Name]:
    """Every name of every entry, less entries that only add a 7th character."""
    for entry in release:
        if entry.base:
            continue
        yield Name(key=entry.key, text=entry.title, kind=NameKind.TITLE)
        everyday = lexicons.everyday_names.get(entry.key)
        if everyday:
            yield Name(key=entry.key, text=everyday.everyday, kind=NameKind.EVERYDAY)
        for note in entry.notes:
            if note.kind in (NoteKind.INCLUSION_TERM, NoteKind.INCLUDES):
                yield Name(key=entry.key, text=_CODES.sub("", note.text), kind=NameKind.INCLUDED)
    for term in lexicons.said.values():
        for key in term.keys:
            yield Name(key=key, text=term.said, kind=NameKind.SAID)
    yield from _named_elsewhere(release)
    for pack in library.packs:
        for key in pack.applies.entries if not pack.applies.facets else ():
            for text in pack.also_called:
                yield Name(key=key, text=text, kind=NameKind.CALLED)


def _named_elsewhere(release: Release) -> Iterator[Name]:
    for entry in release:
        for note in entry.notes if not entry.base else ():
            pointed = _pointed(note)
            if pointed and pointed[1] in release.entries and _is_concept(release.entries[pointed[1]]):
                yield Name(key=pointed[1], text=pointed[0], kind=NameKind.POINTED)


def _pointed(note: Note) -> tuple[str, str] | None:
    found = _NOTE_CODE.match(note.text) if note.kind in _EXCLUDING else None
    return (found["name"], found["code"]) if found else None


def _is_concept(entry: Entry) -> bool:
    return entry.level not in (Level.CHAPTER, Level.BLOCK) and not entry.base
