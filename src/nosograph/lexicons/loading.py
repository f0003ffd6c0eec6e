"""Read the tables of this folder into frozen values. `cells.py` has their grammar.

Worked example: the line `S72.0<tab>S72.2<tab>pelvis_hip<tab>hip fractures` of `region_places.tsv` becomes
`RegionPlace(first="S72.0", last="S72.2", regions=("pelvis_hip",), why="hip fractures", line=...)`.

Refuses, with the file and the line: what breaks the grammar, an id that stands twice, a word that would mean two
things. Cross-references between tables and the release are for `checking.py`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from nosograph.lexicons.cells import BadRow, Cells, read_table
from nosograph.lexicons.finding import range_table, region_word_table
from nosograph.lexicons.model import (
    AGENT_KINDS,
    FIGURES,
    KINDS,
    ROLES,
    WORD_KINDS,
    AgentPicture,
    AgentTerm,
    CloseUp,
    ConditionTerm,
    Connector,
    EmptyWord,
    EverydayName,
    FigurePlace,
    KindPlace,
    Lexicons,
    PlainWord,
    ProcessPicture,
    ProcessPlace,
    ProcessTerm,
    RangeTable,
    RegionPlace,
    RegionTerm,
    RegionWord,
    ReviewedContradiction,
    Row,
    SitePlace,
    SiteTerm,
    ValueTerm,
)
from nosograph.lexicons.phrases import PhraseTable, Word
from nosograph.lexicons.said import BANDS, CommonnessRow, SaidTerm

Term = TypeVar("Term")


def resource_text(file: str) -> str:
    """The text of a table as it stands in this folder."""
    return (files("nosograph.lexicons") / file).read_text(encoding="utf-8")


@cache
def load_lexicons() -> Lexicons:
    """All tables, read once per process. Raises BadInput, naming file and line."""
    return read_lexicons(resource_text)


def read_lexicons(text_of: Callable[[str], str]) -> Lexicons:
    """All tables from the texts that `text_of` gives by file name. Raises BadInput, naming file and line."""

    def rows(file: str) -> Iterator[Cells]:
        return read_table(file, text_of(file))

    # In this order a word that stands twice is reported at the later one.
    tables: dict[str, dict[str, Any]] = {
        "empty_words": _by_id(rows("empty_words.tsv"), "word", _empty_word),
        "connectors": _by_id(rows("connectors.tsv"), "word", _connector),
        "sites": _by_id(rows("sites.tsv"), "id", _site),
        "processes": _by_id(rows("processes.tsv"), "id", _process),
        "agents": _by_id(rows("agents.tsv"), "id", _agent),
        "courses": _by_id(rows("courses.tsv"), "value", _value),
        "severities": _by_id(rows("severities.tsv"), "value", _value),
        "life_periods": _by_id(rows("life_periods.tsv"), "value", _value),
        "qualifiers": _by_id(rows("qualifiers.tsv"), "value", _value),
        "conditions": _by_id(rows("conditions.tsv"), "id", _condition),
    }
    site_lines = _lines({site.id: site.part_of for site in tables["sites"].values()})
    return Lexicons(
        everyday_names=_by_id(rows("everyday_names.tsv"), "key", _everyday_name),
        plain_words=_by_id(rows("plain_words.tsv"), "term", _plain_word),
        kinds=_by_range(rows("kinds.tsv"), "kinds.tsv", _kind_place),
        regions=_by_id(rows("regions.tsv"), "id", _region),
        region_places=_by_range(rows("region_places.tsv"), "region_places.tsv", _region_place),
        region_words=region_word_table([_region_word(cells) for cells in rows("region_words.tsv")]),
        sites=tables["sites"],
        site_lines=site_lines,
        site_parts=_site_parts(site_lines),
        site_places=_by_range(rows("site_places.tsv"), "site_places.tsv", _site_place),
        involved_places=_by_range(rows("involved_places.tsv"), "involved_places.tsv", _site_place),
        figure_places=_by_range(rows("figure_places.tsv"), "figure_places.tsv", _figure_place),
        close_ups=_by_range(rows("close_ups.tsv"), "close_ups.tsv", _close_up),
        processes=tables["processes"],
        process_labels={term.label: ident for ident, term in tables["processes"].items()},
        process_lines=_lines({term.id: term.parent for term in tables["processes"].values()}),
        process_places=_by_range(rows("process_places.tsv"), "process_places.tsv", _process_place),
        process_pictures=_together(_process_picture(cells) for cells in rows("process_pictures.tsv")),
        agents=tables["agents"],
        agent_labels={term.label: ident for ident, term in tables["agents"].items()},
        agent_pictures=_by_id(rows("agent_pictures.tsv"), "agent", _agent_picture),
        conditions=tables["conditions"],
        courses=tables["courses"],
        severities=tables["severities"],
        life_periods=tables["life_periods"],
        qualifiers=tables["qualifiers"],
        connectors=tables["connectors"],
        empty_words=tables["empty_words"],
        contradictions=_by_range(rows("contradictions.tsv"), "contradictions.tsv", _contradiction),
        commonness=_by_id(rows("commonness.tsv"), "category", _commonness),
        said=_by_id(rows("said.tsv"), "said", _said),
        phrases=_phrases(tables),
    )


_WORD_IS_ID = frozenset({"connectors", "empty_words"})


def _phrases(tables: Mapping[str, Mapping[str, Any]]) -> PhraseTable:
    """One table of all words of all axes. Raises BadRow where a word would mean two things for one code."""
    table = PhraseTable()
    for axis, terms in tables.items():
        for ident, term in terms.items():
            for word in (Word(text=ident),) if axis in _WORD_IS_ID else term.words:
                other = table.add(word, axis, ident)
                if other and (axis, ident) != (other.axis, other.id):
                    raise BadRow(
                        f"{axis}.tsv", term.line,
                        f"the word '{word.text}' means '{other.id}' of {other.axis}.tsv already; "
                        "keep one, or limit each to its codes with @",
                    )  # fmt: skip
    return table


def _by_id(rows: Iterable[Cells], column: str, build: Callable[[Cells], Term]) -> dict[str, Term]:
    found: dict[str, Term] = {}
    lines: dict[str, int] = {}
    for cells in rows:
        key = cells[column]
        if key in found:
            raise cells.wrong(f"'{key}' stands in line {lines[key]} as well; keep one of them")
        found[key] = build(cells)
        lines[key] = cells.line
    return found


def _by_range(rows: Iterable[Cells], file: str, build: Callable[[Cells], Row]) -> RangeTable[Row]:
    return range_table([build(cells) for cells in rows], file)


def _everyday_name(cells: Cells) -> EverydayName:
    return EverydayName(
        key=cells["key"], everyday=cells["everyday"], meaning=cells.optional("meaning"), line=cells.line
    )


def _plain_word(cells: Cells) -> PlainWord:
    kind = cells.one_of("kind", WORD_KINDS)
    return PlainWord(term=cells["term"], plain=cells["plain"], kind=kind, line=cells.line)


def _kind_place(cells: Cells) -> KindPlace:
    first, last = cells.span()
    return KindPlace(first=first, last=last, kind=cells.one_of("kind", KINDS), why=cells["why"], line=cells.line)


def _region(cells: Cells) -> RegionTerm:
    return RegionTerm(
        id=cells["id"],
        label=cells["label"],
        everyday=cells["everyday"],
        sided=cells.yes("sided"),
        line=cells.line,
    )


def _region_place(cells: Cells) -> RegionPlace:
    first, last = cells.span()
    return RegionPlace(first=first, last=last, regions=cells.several("regions"), why=cells["why"], line=cells.line)


def _region_word(cells: Cells) -> RegionWord:
    return RegionWord(
        word=cells["word"],
        regions=cells.several("regions"),
        ranges=tuple(cells.as_span(part) for part in cells.several("ranges")),
        why=cells["why"],
        line=cells.line,
    )


def _site(cells: Cells) -> SiteTerm:
    return SiteTerm(
        id=cells["id"],
        label=cells["label"],
        everyday=cells["everyday"],
        uberon=cells.optional("uberon"),
        part_of=cells.optional("part_of"),
        region=cells.optional("region"),
        sided=cells.yes("sided"),
        words=cells.words(),
        line=cells.line,
    )


def _lines(wider: Mapping[str, str | None]) -> dict[str, tuple[str, ...]]:
    """Each id with all that is wider, the narrowest first. checking.py tells what is missing or in a circle."""
    found: dict[str, tuple[str, ...]] = {}
    for ident in wider:
        line: list[str] = []
        at: str | None = ident
        while at is not None and at in wider and at not in line:
            line.append(at)
            at = wider[at]
        found[ident] = tuple(line)
    return found


def _site_parts(lines: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for site, line in lines.items():
        for wider in line[1:]:
            found.setdefault(wider, []).append(site)
    return {site: tuple(parts) for site, parts in found.items()}


def _site_place(cells: Cells) -> SitePlace:
    first, last = cells.span()
    return SitePlace(first=first, last=last, sites=cells.several("sites"), why=cells["why"], line=cells.line)


def _figure_place(cells: Cells) -> FigurePlace:
    first, last = cells.span()
    return FigurePlace(
        first=first, last=last, figure=cells.one_of("figure", FIGURES), why=cells["why"], line=cells.line
    )


def _close_up(cells: Cells) -> CloseUp:
    first, last = cells.span()
    return CloseUp(first=first, last=last, plate=cells.optional("plate"), why=cells["why"], line=cells.line)


def _process(cells: Cells) -> ProcessTerm:
    return ProcessTerm(
        id=cells["id"],
        label=cells["label"],
        everyday=cells["everyday"],
        parent=cells.optional("parent"),
        words=cells.words(),
        line=cells.line,
    )


# Values of a row of pictures that ask for a place ("at:tooth") or for codes ("in:S06.4,I62.1").
_AT = "at:"
_IN = "in:"


def _process_picture(cells: Cells) -> ProcessPicture:
    asked = cells.several("values")
    codes = [part for v in asked if v.startswith(_IN) for part in v.removeprefix(_IN).split(",")]
    return ProcessPicture(
        process=cells["process"],
        values=tuple(v for v in asked if not v.startswith((_AT, _IN))),
        places=tuple(v.removeprefix(_AT) for v in asked if v.startswith(_AT)),
        ranges=tuple(map(cells.as_span, codes)),
        plate=cells.optional("plate"),
        sign=cells.optional("sign"),
        layer=cells.optional("layer"),
        line=cells.line,
    )


def _together(rows: Iterable[ProcessPicture]) -> dict[str, tuple[ProcessPicture, ...]]:
    found: dict[str, list[ProcessPicture]] = {}
    for row in rows:
        found.setdefault(row.process, []).append(row)
    return {process: tuple(several) for process, several in found.items()}


def _agent_picture(cells: Cells) -> AgentPicture:
    return AgentPicture(id=cells["agent"], plate=cells["plate"], line=cells.line)


def _process_place(cells: Cells) -> ProcessPlace:
    first, last = cells.span()
    process = cells.optional("process")
    return ProcessPlace(first=first, last=last, process=process, why=cells["why"], line=cells.line)


def _agent(cells: Cells) -> AgentTerm:
    return AgentTerm(
        id=cells["id"],
        label=cells["label"],
        everyday=cells["everyday"],
        kind=cells.one_of("kind", AGENT_KINDS),
        parent=cells.optional("parent"),
        words=cells.words(),
        line=cells.line,
    )


def _condition(cells: Cells) -> ConditionTerm:
    return ConditionTerm(
        id=cells["id"],
        label=cells["label"],
        process=cells.optional("process"),
        sites=cells.several("sites"),
        agent=cells.optional("agent"),
        course=cells.optional("course"),
        life_period=cells.optional("life_period"),
        words=cells.words(),
        line=cells.line,
    )


def _value(cells: Cells) -> ValueTerm:
    return ValueTerm(id=cells["value"], everyday=cells["everyday"], words=cells.words(), line=cells.line)


def _connector(cells: Cells) -> Connector:
    return Connector(id=cells["word"], role=cells.one_of("role", ROLES), line=cells.line)


def _empty_word(cells: Cells) -> EmptyWord:
    return EmptyWord(id=cells["word"], why=cells["why"], line=cells.line)


def _contradiction(cells: Cells) -> ReviewedContradiction:
    first, last = cells.span()
    return ReviewedContradiction(
        first=first, last=last, rules=cells.several("rules"), why=cells["why"], line=cells.line
    )


def _commonness(cells: Cells) -> CommonnessRow:
    return CommonnessRow(category=cells["category"], band=cells.one_of("band", BANDS), line=cells.line)


_KEY = "="  # before an entry: "=F44.81"


def _said(cells: Cells) -> SaidTerm:
    means = cells.several("means")
    return SaidTerm(
        said=cells["said"],
        means=tuple(m for m in means if not m.startswith(_KEY)),
        keys=tuple(m.removeprefix(_KEY) for m in means if m.startswith(_KEY)),
        line=cells.line,
    )
