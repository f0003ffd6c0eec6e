"""What a served atlas answers with: pages, links and search hits. No Django, no SQL, no HTML."""

from dataclasses import dataclass

from nosograph.article.model import Article
from nosograph.facets.model import Facets
from nosograph.icd10cm.model import Level, Note
from nosograph.illustration.touching import Touch
from nosograph.knowledge.model import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An entry as it is named from elsewhere. `everyday` is its everyday name, where one is known."""

    key: str
    code: str
    title: str
    level: Level
    billable: bool
    everyday: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """The headings of the axes on which entries differ, and for each entry its words on them."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Link, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything that the page of one entry needs, as one value.

    `path` runs from the chapter to the parent; `category` is the parent (None for a chapter). `differences` tell the
    entry from its `siblings`, where facets can.
    `notes` are the entry's own, `inherited` those of its ancestors; each names its origin.
    `sources` are those that the article cites, in order of first use; the citations name them by id.
    """

    link: Link
    release: str
    path: tuple[Link, ...]
    category: Link | None
    children: tuple[Link, ...]
    siblings: tuple[Link, ...]
    differences: Differences | None
    facets: Facets
    article: Article
    notes: tuple[Note, ...]
    inherited: tuple[Note, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A value of an axis, and how many entries have it."""

    axis: str
    value: str
    label: str
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """A code of earlier releases: its `title`, the `last` fiscal year that had it, the key that is `nearest` today."""

    code: str
    title: str
    last: int
    nearest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refinement:
    """An entry that differs from a result in its side or 7th character alone; `kind` is "side" or "visit"."""

    kind: str
    label: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One search result and why it was found ("code", "also called: JMML", "title").

    `rank` is what results are sorted by: fit (negative, in steps), band of commonness, depth and order; `said` is how
    much of the question the entry says, `agrees` how well its best name agrees with it. `refinements` lead to the
    entries that this one stands for.
    """

    link: Link
    why: str
    rank: tuple[float, int, int, int] | None = None
    said: float = 1.0
    agrees: float = 1.0
    refinements: tuple[Refinement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InlinePicture:
    """An illustration for inside a page: markup, height (it is 640 wide), what can be pointed at, and legend."""

    svg: str
    height: float
    touches: tuple[Touch, ...]
    legend: tuple[str, ...]
