"""The nouns of knowledge: sources, statements and the packs that hold them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit


class Scope(StrEnum):
    """What a statement is true of, from the most specific to the most general: the order of composition."""

    CODE = "this code"
    CONDITION = "this condition"
    PROCESS = "this kind of problem"
    SITE = "this part of the body"
    KIND = "this kind of entry"


class Stage(StrEnum):
    """When in the life of an injury or a poisoning an entry is used, as its 7th character says."""

    FRESH = "fresh"
    HEALING = "healing"
    HEALING_BADLY = "healing badly"
    LEFT_BEHIND = "left behind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publication that the pack's author has opened and read.

    `linked` is no where it was read as a copy at a site to which readers should not be sent: the copy is named instead.
    """

    id: str
    title: str
    publisher: str
    year: int
    url: str
    linked: bool = True

    @property
    def site(self) -> str:
        """The site at which it was read: "docslib.org"."""
        return urlsplit(self.url).netloc.partition(":")[0].removeprefix("www.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source and where in it the claim stands ("Results, table 2")."""

    source: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What must hold of an entry: it is one of `entries` or below one, none of `without`, and has these facet values.

    Empty parts ask for nothing. `facets` maps an axis to the values of which one must be present.
    """

    entries: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One short claim in plain words.

    `topic` lets a more specific statement take the place of a more general one on the same matter.
    `opening` marks what everyone may read of a section that is otherwise for members.
    `urgent` tells the two halves of "when to get help" apart.
    `fresh` marks what is true only while the problem is new, such as first aid; `usual` how it goes when it heals as
    expected; `lasting` what stays true of what it leaves behind.
    """

    section: str
    text: str
    scope: Scope
    pack: str
    citations: tuple[Citation, ...]
    when: Condition = Condition()
    topic: str | None = None
    opening: bool = False
    urgent: bool = False
    always: bool = False
    fresh: bool = False
    usual: bool = False
    lasting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A file of statements about one condition, process, site or kind, or an overlay for a facet value."""

    id: str
    title: str
    scope: Scope
    applies: Condition
    written: str
    statements: tuple[Statement, ...]
    meaning: str | None = None
    also_called: tuple[str, ...] = ()
    changed: str | None = None
    reviewed: str | None = None
    reviewer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Every pack and every source, read and checked."""

    packs: tuple[Pack, ...]
    sources: Mapping[str, Source]
