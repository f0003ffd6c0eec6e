"""The nouns of a release of ICD-10-CM, exactly as published.

Worked example: `C93.32` is a billable subcategory whose parent is `C93.3`; `S72.001A` is a billable subcategory
that the release does not spell out: its `base` is `S72.001` and its `seventh` is `A`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """Where an entry stands in the hierarchy; whether it is billable is a separate matter (I10 is both)."""

    CHAPTER = "chapter"
    BLOCK = "block"
    CATEGORY = "category"
    SUBCATEGORY = "subcategory"


class NoteKind(StrEnum):
    """The instructional notes of the tabular list (ICD-10-CM Official Guidelines, section I.A)."""

    INCLUDES = "includes"
    INCLUSION_TERM = "inclusion term"
    EXCLUDES1 = "excludes 1"
    EXCLUDES2 = "excludes 2"
    CODE_FIRST = "code first"
    USE_ADDITIONAL = "use additional code"
    CODE_ALSO = "code also"
    NOTE = "note"
    SEVENTH = "7th character"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One line of a note, under the entry that carries it (`origin` is that entry's key)."""

    kind: NoteKind
    text: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeventhCharacter:
    """One row of a 7th-character table: `A`, "initial encounter", and inclusion terms such as "open fracture NOS"."""

    character: str
    meaning: str
    inclusions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Any node of the classification.

    `key` is unique in a release and is the address of the entry's page. It equals `code`, except for a block that
    shares its name with its only category: the block B20 has the key `B20-B20`.
    `parent` and `children` are keys. `title` is the full title, 7th-character text included.
    """

    key: str
    code: str
    level: Level
    title: str
    parent: str | None
    children: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    billable: bool = False
    base: str | None = None
    seventh: SeventhCharacter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """All entries of one release in document order, by key.

    `name` is what people call it ("2026, April"), `digest` the SHA-256 of the XML.
    """

    name: str
    digest: str
    entries: Mapping[str, Entry]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    def ancestors(self, entry: Entry) -> tuple[Entry, ...]:
        """The entries above, from the chapter down to the parent."""
        above: list[Entry] = []
        key = entry.parent
        while key is not None:
            above.append(self.entries[key])
            key = above[-1].parent
        return tuple(reversed(above))
