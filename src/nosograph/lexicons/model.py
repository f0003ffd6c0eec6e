"""The nouns of the lexicons: one frozen dataclass for one row of each table.

Worked example: the row `S72.0 -> S72.2, pelvis_hip` of `region_places.tsv` is
`RegionPlace(first="S72.0", last="S72.2", regions=("pelvis_hip",), why=..., line=...)`.

Refuses nothing: the tables are checked in `checking.py`, read in `loading.py`, searched in `finding.py`.
Every row keeps its `line`, so that a problem can name the place to correct.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from nosograph.lexicons.phrases import PhraseTable, Word
from nosograph.lexicons.said import CommonnessRow, SaidTerm

# The kinds of the data contract, in words. The facets room holds the same list as an enumeration;
# a test keeps the two equal, because this room stands below that one and may not import it.
KINDS = (
    "disease",
    "neoplasm",
    "infection",
    "injury",
    "poisoning",
    "external_cause",
    "pregnancy",
    "perinatal",
    "congenital",
    "mental",
    "symptom_or_finding",
    "health_status",
    "other",
)

FIGURES = ("fetus", "newborn", "infant", "toddler", "child", "adult", "woman", "man", "pregnant", "older")

# What sort of thing an agent is: organisms by the group that microbiology puts them in, then what is not alive.
AGENT_KINDS = (
    "bacterium", "virus", "fungus", "parasite", "prion", "organism", "animal", "plant", "drug", "chemical", "food",
    "radiation", "physical force", "object", "vehicle", "activity", "place", "person", "device",
    "substance of the body",
)  # fmt: skip

# How a part of a title stands to what the title is about; `connectors.tsv` says which words lead to which.
ROLES = ("with", "without", "cause", "setting")

# The rules of facets/contradicting.py, by the names that a reviewed exception gives them.
CONTRADICTION_RULES = ("side", "system", "sex", "opposite", "parent")

WORD_KINDS = ("site", "process", "qualifier", "agent", "procedure", "circumstance")


class Ranged(Protocol):
    """A row that holds for the codes `first` to `last`, both with all that stands below them."""

    @property
    def first(self) -> str: ...
    @property
    def last(self) -> str: ...
    @property
    def line(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class EverydayName:
    """What a family would call an entry; `meaning` is one plain clause, for chapters and blocks only."""

    key: str
    everyday: str
    meaning: str | None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainWord:
    """A medical term as titles spell it (lower case), and the plain words that explain it."""

    term: str
    plain: str
    kind: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KindPlace:
    """What sort of thing every entry of a range is."""

    first: str
    last: str
    kind: str
    why: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionTerm:
    """One of the coarse regions of the body; `sided` where it has a left and a right."""

    id: str
    label: str
    everyday: str
    sided: bool
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionPlace:
    """The regions that are certain for every entry of a range; none at all means: stop inheriting."""

    first: str
    last: str
    regions: tuple[str, ...]
    why: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionWord:
    """A word of a title that says the region, and the ranges of codes in which it may be trusted.

    `ranges` are undotted. No region means that the word holds no place and hides the shorter words inside it.
    """

    word: str
    regions: tuple[str, ...]
    ranges: tuple[tuple[str, str], ...]
    why: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTerm:
    """An anatomical site; `uberon` is None where UBERON has no such term, `words` are what titles call it."""

    id: str
    label: str
    everyday: str
    uberon: str | None
    part_of: str | None
    region: str | None
    sided: bool
    words: tuple[Word, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlace:
    """The sites that are certain for every entry of a range, the main one first."""

    first: str
    last: str
    sites: tuple[str, ...]
    why: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePlace:
    """The body that a picture of every entry of a range should show."""

    first: str
    last: str
    figure: str
    why: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseUp:
    """The plate that shows what happens in every entry of a range, seen closely; None means: none fits."""

    first: str
    last: str
    plate: str | None
    why: str
    line: int


NO_PICTURE = "none"  # of a plate or sign: what the wider process shows would be wrong here


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessPicture:
    """How a process is shown where an entry also has every one of `values` (qualifier, severity, course, healing).

    `places` (written "at:tooth") asks for a main site within each of these sites or regions. `ranges` (written
    "in:S06.4,I62.1") asks for a code in one of them, first and last undotted; none: any code.

    `plate` shows what happens, `sign` is put on the place, `layer` is how deep the place is best looked at. None: as
    a row further down, or of the wider process, says. NO_PICTURE: nothing is shown, and no wider process is asked.
    """

    process: str
    values: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    ranges: tuple[tuple[str, str], ...] = ()
    plate: str | None
    sign: str | None
    layer: str | None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentPicture:
    """The plate that shows an agent, or every agent of a kind that has no plate of its own."""

    id: str
    plate: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessTerm:
    """What goes wrong in the body (SNOMED CT's associated morphology, in words); `parent` is the wider one."""

    id: str
    label: str
    everyday: str
    parent: str | None
    words: tuple[Word, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentTerm:
    """What causes a condition or takes part in an event; `kind` is one of AGENT_KINDS, `parent` the wider agent."""

    id: str
    label: str
    everyday: str
    kind: str
    parent: str | None
    words: tuple[Word, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionTerm:
    """A condition that one term names whole: what goes wrong, where, by what ("pneumonia": inflammation, lung)."""

    id: str
    label: str
    process: str | None
    sites: tuple[str, ...]
    agent: str | None
    course: str | None
    life_period: str | None
    words: tuple[Word, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueTerm:
    """A value of an open axis (course, severity, life period, qualifier), and the words of titles that say it."""

    id: str
    everyday: str
    words: tuple[Word, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Connector:
    """A word that leads from what a title is about to something else: `role` is one of ROLES."""

    id: str
    role: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyWord:
    """A word of titles that says nothing about the condition, and why."""

    id: str
    why: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessPlace:
    """The process that is certain for every entry of a range; None means: stop inheriting."""

    first: str
    last: str
    process: str | None
    why: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedContradiction:
    """Rules that entries of a range break with good reason."""

    first: str
    last: str
    rules: tuple[str, ...]
    why: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionWordTable:
    """The rows of `region_words.tsv`, made ready for lookup.

    `by_word` holds the rows of each word; `lengths` says, for the first part of a word, how many parts the longest
    word that starts so has.
    """

    rows: tuple[RegionWord, ...]
    by_word: Mapping[str, tuple[RegionWord, ...]]
    lengths: Mapping[str, int]


Row = TypeVar("Row", bound=Ranged)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment(Generic[Row]):
    """A stretch of codes of one length for which `rows` hold, the narrowest first."""

    start: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeTable(Generic[Row]):
    """Rows by range, made ready for fast lookup by `finding.range_table`.

    `starts` and `segments` hold, for each length of undotted code, the boundaries in order.
    """

    rows: tuple[Row, ...]
    lengths: tuple[int, ...]
    starts: Mapping[int, tuple[str, ...]]
    segments: Mapping[int, tuple[Segment[Row], ...]]
    exact: Mapping[str, Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicons:
    """All tables, by id where they have one, in the order of their files.

    `site_parts` has, for each site, all that is part of it, however deep.
    `process_labels` and `agent_labels` give the id by the label, which facets carry. `process_lines` and
    `site_lines` have, for each id, it and all that is wider, the narrowest first. `process_pictures` has the rows of
    each process in the order of the file.
    """

    everyday_names: Mapping[str, EverydayName]
    plain_words: Mapping[str, PlainWord]
    kinds: RangeTable[KindPlace]
    regions: Mapping[str, RegionTerm]
    region_places: RangeTable[RegionPlace]
    region_words: RegionWordTable
    sites: Mapping[str, SiteTerm]
    site_lines: Mapping[str, tuple[str, ...]]
    site_parts: Mapping[str, tuple[str, ...]]
    site_places: RangeTable[SitePlace]
    involved_places: RangeTable[SitePlace]
    figure_places: RangeTable[FigurePlace]
    close_ups: RangeTable[CloseUp]
    processes: Mapping[str, ProcessTerm]
    process_labels: Mapping[str, str]
    process_lines: Mapping[str, tuple[str, ...]]
    process_places: RangeTable[ProcessPlace]
    process_pictures: Mapping[str, tuple[ProcessPicture, ...]]
    agents: Mapping[str, AgentTerm]
    agent_labels: Mapping[str, str]
    agent_pictures: Mapping[str, AgentPicture]
    conditions: Mapping[str, ConditionTerm]
    courses: Mapping[str, ValueTerm]
    severities: Mapping[str, ValueTerm]
    life_periods: Mapping[str, ValueTerm]
    qualifiers: Mapping[str, ValueTerm]
    connectors: Mapping[str, Connector]
    empty_words: Mapping[str, EmptyWord]
    contradictions: RangeTable[ReviewedContradiction]
    commonness: Mapping[str, CommonnessRow]
    said: Mapping[str, SaidTerm]
    phrases: PhraseTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong in one line of one table."""

    file: str
    line: int
    message: str
