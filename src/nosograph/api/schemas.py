"""The shapes of the JSON interface, as types: the OpenAPI document is made from these.

Worked example: `Page` is "A page, as data" of the contracts. The data themselves are made elsewhere (`api.page`,
`api.entries`); tests hold the two together.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """A shape has the members that it names and no others."""

    model_config = ConfigDict(extra="forbid")


class Named(Shape):
    """An entry by code and title."""

    code: str
    title: str


class DecodedPart(Shape):
    """A part of a code and what it means."""

    part: str
    meaning: str


class SiteShape(Shape):
    """A part of the body; `uberon` is its term in the Uberon anatomy ontology, `uberon_match` how well that fits."""

    id: str
    label: str
    uberon: str | None
    uberon_match: Literal["exact", "broader"] | None


class EvidenceShape(Shape):
    """Why a facet holds: the words of the title of an entry."""

    axis: str
    value: str
    source: str
    words: str


class FacetsShape(Shape):
    """One entry, decomposed. What the classification does not say is null."""

    code: str
    title: str
    kind: str
    process: str | None
    sites: list[SiteShape]
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
    evidence: list[EvidenceShape] = Field(default_factory=list)


class PictureShape(Shape):
    """The illustration of an entry: where its files are on this server, and what it shows in words."""

    svg: str
    png: str
    caption: str
    description: str


class IllustrationShape(PictureShape):
    """The illustration with the legend of its labels, and what is in fact marked in it."""

    code: str
    card: str
    legend: list[str]
    metadata: dict[str, object]


class StatementShape(Shape):
    """One short claim: what it is true of, the pack that it comes from, and the ids of its sources."""

    text: str
    scope: Literal["this code", "this condition", "this kind of problem", "this part of the body", "this kind of entry"]
    pack: str
    sources: list[str]


class SectionShape(Shape):
    """A section. Of one for members others get what everyone may read, which may be nothing."""

    id: str
    heading: str
    access: Literal["public", "members"]
    statements: list[StatementShape]


class SourceShape(Shape):
    """A publication."""

    id: str
    title: str
    publisher: str
    year: int
    url: str


class ReviewShape(Shape):
    """Whether a named clinician has reviewed the page."""

    status: Literal["not reviewed", "reviewed"]
    written: str
    reviewed: str | None
    by: str | None


class PageShape(Shape):
    """The page of one entry."""

    code: str
    title: str
    billable: bool
    release: str
    category: Named | None
    path: list[Named]
    summary: Annotated[str, Field(max_length=300)]
    decoded: list[DecodedPart]
    facets: FacetsShape
    also_called: list[str]
    illustration: PictureShape
    sections: list[SectionShape]
    sources: list[SourceShape]
    review: ReviewShape


class EntryShape(Named):
    """An entry in lists: `level` is chapter, block, category, subcategory or code; `everyday` its everyday name."""

    level: str
    billable: bool
    everyday: str | None


class EntryWithChildren(EntryShape):
    """An entry, what stands above it from the chapter down, and a part of what stands right below it."""

    path: list[Named]
    children: list[EntryShape]
    total: Annotated[int, Field(ge=0)]
    next: str | None


class Entries(Shape):
    """The chapters."""

    release: str
    children: list[EntryShape]


class RefinementShape(Named):
    """An entry that a result stands for: `kind` says what it adds, `label` in which words."""

    kind: Literal["side", "visit", "more"]
    label: str


class ResultShape(EntryShape):
    """A search result, why it was found, and the codes that it leads to."""

    why: str
    refinements: list[RefinementShape]


class Results(Shape):
    """What was found, best first; `spelled` is another spelling that would find something, else empty."""

    query: str
    results: list[ResultShape]
    spelled: str


class Coverage(Shape):
    """How much is written: counts by group, and by chapter."""

    release: str
    entries: dict[str, int]
    facets: dict[str, int]
    knowledge: dict[str, int]
    reading: dict[str, float]
    illustrations: dict[str, int]
    chapters: dict[str, dict[str, int]]


class Problem(Shape):
    """Why there is no answer (RFC 9457). `nearest` is the code of an entry that exists, where one comes near."""

    type: str
    title: str
    status: int
    detail: str
    nearest: str | None = None


class AskedCode(Shape):
    """A code in any usual form, sent in a body so that it is in no address."""

    code: Annotated[str, Field(max_length=40)]


class AskedWords(Shape):
    """Words or a code, sent in a body so that they are in no address."""

    q: Annotated[str, Field(max_length=400)]
    limit: Annotated[int, Field(ge=1, le=100)] = 10
