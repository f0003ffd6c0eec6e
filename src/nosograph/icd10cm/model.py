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
class SeventhException:
    """Which 7th characters a release withholds: D and S below S06 where the 6th character is 7 or 8."""

    under: str
    characters: frozenset[str]
    sixths: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Any node of the classification.

    `key` is unique in a release and is the address of the entry's page. It equals `code`, except for a block that
    shares its name with its only category: the block B20 has the key `B20-B20`.
    `parent` and `children` are keys. `title` is the full title, 7th-character text included.
    `span` is the range that a chapter or block is printed with, both ends spelled out (`C00-D49`, `B20-B20`).
    `sevenths` is the 7th-character table that stands at this very entry: S72 has one, S72.001 uses it.
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
    sevenths: tuple[SeventhCharacter, ...] = ()
    span: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A code, or a range of codes, that a note names: `(E11.0-E11.8)`, `Z16.-`.

    `start` and `stop` are the span in the text, a trailing `.-` included. `first` is a dotted code; `last` is the
    end of a range, None for a single code.
    """

    start: int
    stop: int
    first: str
    last: str | None = None


class OddityKind(StrEnum):
    """The ways in which a release may depart from the rules of the classification."""

    UNKNOWN_ELEMENT = "unknown element"
    UNKNOWN_ATTRIBUTE = "unknown attribute"
    DESCRIPTION = "description missing or empty"
    DUPLICATE = "duplicate code"
    NOT_UNDER_PARENT = "code does not extend its parent's"
    OUTSIDE_BLOCK = "category outside its block"
    OUTSIDE_CHAPTER = "block outside its chapter"
    RANGE_IN_TITLE = "range in the title is another"
    NOT_IN_INDEX = "block missing from the chapter's index"
    NOT_IN_CHAPTER = "block of the chapter's index missing"
    EMPTY_BLOCK = "block without categories"
    PLACEHOLDER = "placeholder attribute inconsistent"
    SEVERAL_TABLES = "several 7th-character tables"
    TABLE_WITHOUT_NOTE = "7th-character table without note"
    NOTE_WITHOUT_TABLE = "7th-character note without table"
    TABLE_ROW = "unusable 7th-character row"
    NOTE_IN_TABLE = "note in a 7th-character table"
    NOTE_AFTER_SEQUELA = "note after the sequela"
    TABLE_UNUSABLE = "7th-character table at a code of seven characters"
    EXCEPTION_UNREAD = "7th-character exception that cannot be read"
    SURVIVED_DEATH = "death with a later encounter"
    SEVERITY_TABLE = "severity table printed at a subcategory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """One departure from the rules, at one code.

    The parser finds it (`why` and `reviewed` are empty); the reviewed ones are rows of `oddities.yaml`, which say
    why it may stand and on which day somebody looked. They match by kind, code and detail.
    """

    kind: OddityKind
    code: str
    detail: str
    why: str = ""
    reviewed: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """One row of a map between code systems, as its publisher has it; codes are spelled with their points.

    `exact` says that the publisher calls the two identical. A `scenario` above 0 is one way of saying the source by
    several targets together: one of each `choice` list.
    """

    source: str
    target: str
    exact: bool
    scenario: int = 0
    choice: int = 0


TO_ICD9, FROM_ICD9, TO_CCSR = "icd-10-cm-to-icd-9-cm", "icd-9-cm-to-icd-10-cm", "icd-10-cm-to-ccsr"
"""The names of the maps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalks:
    """Maps by name, and the titles of the codes of ICD-9-CM."""

    maps: Mapping[str, tuple[Crossing, ...]]
    icd9_titles: Mapping[str, str]
