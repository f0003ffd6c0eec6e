"""What a tool answers an assistant with: plain values, from which the shapes that are told to its client are made.

Every answer has the address of what it is about, its sources, the state of its review, and the reminder that it is not
advice to one person; an assistant has no page around it that would say so.
Worked example: the answer to `look_up("C93.32")` is an `EntryAnswer`, whose statements name their sources by number.
They have no slots, since those who make shapes of them (the SDK of the protocol) would take a slot for a default.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class NumberedSource:
    """A publication. `url` is None where it was read as a copy at a site to which readers are not sent."""

    number: int
    title: str
    publisher: str
    year: int | None
    url: str | None


@dataclass(frozen=True, kw_only=True)
class ReviewState:
    """Whether a clinician has reviewed the page: "reviewed" or "not reviewed"; days are written 2026-11-23."""

    status: str
    written: str
    reviewed: str | None
    by: str | None


@dataclass(frozen=True, kw_only=True)
class NamedEntry:
    """An entry as it is named from elsewhere."""

    code: str
    title: str
    billable: bool
    address: str


@dataclass(frozen=True, kw_only=True)
class DecodedPart:
    """A part of a code, and what it means."""

    part: str
    meaning: str


@dataclass(frozen=True, kw_only=True)
class ToldStatement:
    """One statement, what it is true of ("this condition"), and the numbers of its sources."""

    text: str
    scope: str
    sources: list[int]


@dataclass(frozen=True, kw_only=True)
class ToldSection:
    """A section of the page; `more_for_members` where the site tells its members more than stands here."""

    id: str
    heading: str
    statements: list[ToldStatement]
    more_for_members: bool


@dataclass(frozen=True, kw_only=True)
class EntryAnswer:
    """The page of an entry, as every visitor may read it."""

    code: str
    title: str
    billable: bool
    release: str
    address: str
    category: NamedEntry | None
    summary: str
    also_called: list[str]
    decoded: list[DecodedPart]
    picture: str
    sections: list[ToldSection]
    sources: list[NumberedSource]
    review: ReviewState
    notice: str


@dataclass(frozen=True, kw_only=True)
class FoundEntry:
    """A search result, why it was found, and whether its page has been reviewed."""

    code: str
    title: str
    billable: bool
    address: str
    why: str
    review: str


@dataclass(frozen=True, kw_only=True)
class SearchAnswer:
    """Search results, the best first; `spelled` is another spelling that would find something, where there is one."""

    query: str
    release: str
    address: str
    results: list[FoundEntry]
    spelled: str
    sources: list[NumberedSource]
    notice: str


@dataclass(frozen=True, kw_only=True)
class ToldSite:
    """A part of the body; `uberon_match` says whether the UBERON term is its own ("exact") or a "broader" one."""

    id: str
    label: str
    uberon: str | None
    uberon_match: str | None


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why a facet holds: the words of a title, note or place in the classification, and the entry they stand at."""

    axis: str
    value: str
    source: str
    words: str


@dataclass(frozen=True, kw_only=True)
class FacetsAnswer:
    """What a code says, axis by axis; None means that the classification does not say."""

    code: str
    title: str
    address: str
    kind: str
    process: str | None
    sites: list[ToldSite]
    regions: list[str]
    laterality: str | None
    agent: str | None
    course: str | None
    severity: str | None
    episode: str | None
    healing: str | None
    remission: str | None
    trimester: str | None
    life_period: str | None
    intent: str | None
    qualifiers: list[str]
    unparsed: str
    evidence: list[Reason]
    sources: list[NumberedSource]
    review: ReviewState
    notice: str


@dataclass(frozen=True, kw_only=True)
class PictureAnswer:
    """The illustration: the SVG document, what it shows in words, and where its files are."""

    code: str
    title: str
    address: str
    caption: str
    description: str
    svg: str
    svg_address: str
    png_address: str
    license: str
    credit: str
    sources: list[NumberedSource]
    review: ReviewState
    notice: str


@dataclass(frozen=True, kw_only=True)
class RelatedAnswer:
    """What stands around an entry in the classification."""

    code: str
    title: str
    address: str
    path: list[NamedEntry]
    parent: NamedEntry | None
    children: list[NamedEntry]
    siblings: list[NamedEntry]
    sources: list[NumberedSource]
    review: ReviewState
    notice: str
