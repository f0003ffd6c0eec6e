"""Read the tables of this folder into frozen values.

Input grammar of every table:

(a) lines at the top that begin with `#` are remarks;
(b) then one header line with the column names, separated by tabs;
(c) then one row a line, as many cells as the header has, no blanks around a cell;
(d) a cell `-` says "none"; several values in one cell are separated by semicolons.

Worked example: the line `S72.0<tab>S72.2<tab>pelvis_hip<tab>hip fractures` of `region_places.tsv` becomes
`RegionPlace(first="S72.0", last="S72.2", regions=("pelvis_hip",), why="hip fractures", line=...)`.

Refuses, with the file and the line: a wrong header, a row with too many or too few cells, an empty cell, an id that
stands twice, a range that is not one, and words outside a closed vocabulary. Cross-references between tables and
the release are for `checking.py`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TypeVar

from nosograph.errors import BadInput
from nosograph.lexicons.finding import range_table, region_word_table, undotted
from nosograph.lexicons.model import (
    FIGURES,
    KINDS,
    WORD_KINDS,
    CloseUp,
    EverydayName,
    FigurePlace,
    KindPlace,
    Lexicons,
    PlainWord,
    ProcessPlace,
    ProcessTerm,
    RangeTable,
    RegionPlace,
    RegionTerm,
    RegionWord,
    Row,
    SitePlace,
    SiteTerm,
)

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "everyday_names.tsv": ("key", "everyday", "meaning"),
    "plain_words.tsv": ("term", "plain", "kind"),
    "kinds.tsv": ("from", "to", "kind", "why"),
    "regions.tsv": ("id", "label", "everyday", "sided"),
    "region_places.tsv": ("from", "to", "regions", "why"),
    "region_words.tsv": ("word", "regions", "ranges", "why"),
    "sites.tsv": ("id", "label", "everyday", "uberon", "part_of", "region", "sided", "words"),
    "site_places.tsv": ("from", "to", "sites", "why"),
    "involved_places.tsv": ("from", "to", "sites", "why"),
    "figure_places.tsv": ("from", "to", "figure", "why"),
    "close_ups.tsv": ("from", "to", "plate", "why"),
    "processes.tsv": ("id", "label", "everyday", "parent", "words"),
    "process_places.tsv": ("from", "to", "process", "why"),
}

Term = TypeVar("Term")

_CODE = re.compile(r"[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?|[A-Z]A[0-9](\.[0-9A-Z]{1,4})?")
_CHAPTER = re.compile(r"[1-9]|1[0-9]|2[0-2]")


class BadRow(BadInput):
    """A line of a table cannot be used; `file`, `line` and `problem` say which and why."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        super().__init__(f"{file}, line {line}: {problem}")
        self.file = file
        self.line = line
        self.problem = problem


class Cells:
    """The cells of one row by column name, with the conversions that the tables need."""

    def __init__(self, file: str, line: int, values: Mapping[str, str]) -> None:
        self.file = file
        self.line = line
        self._values = values

    def __getitem__(self, column: str) -> str:
        return self._values[column]

    def optional(self, column: str) -> str | None:
        """The text of the cell; None where it holds `-`."""
        value = self._values[column]
        return None if value == "-" else value

    def several(self, column: str) -> tuple[str, ...]:
        """The values between semicolons; none where the cell holds `-`."""
        value = self._values[column]
        if value == "-":
            return ()
        parts = tuple(part.strip() for part in value.split(";"))
        if not all(parts) or len(set(parts)) != len(parts):
            raise self.wrong(f"'{value}' in column '{column}' has an empty or repeated value; keep each value once")
        return parts

    def yes(self, column: str) -> bool:
        """Whether the cell says `yes`."""
        return self.one_of(column, ("yes", "no")) == "yes"

    def one_of(self, column: str, allowed: Iterable[str]) -> str:
        """The cell, where it is one of `allowed`."""
        value = self._values[column]
        choices = tuple(allowed)
        if value not in choices:
            raise self.wrong(f"'{value}' in column '{column}' is not known; write one of: {', '.join(choices)}")
        return value

    def span(self) -> tuple[str, str]:
        """The cells `from` and `to` as a range: a chapter number twice, or two codes."""
        first, last = self["from"], self["to"]
        if _CHAPTER.fullmatch(first) and first == last:
            return first, last
        return self._checked(first, last)

    def as_span(self, text: str) -> tuple[str, str]:
        """`M00-M25`, or a single `T22`, as a range of undotted codes."""
        first, _, last = text.partition("-")
        first, last = self._checked(first, last or first)
        return undotted(first), undotted(last)

    def _checked(self, first: str, last: str) -> tuple[str, str]:
        for end in (first, last):
            if not _CODE.fullmatch(end):
                raise self.wrong(f"'{end}' is not a code; write it as in S72.0")
        plain_first, plain_last = undotted(first), undotted(last)
        if len(plain_first) != len(plain_last) or plain_first > plain_last:
            raise self.wrong(f"the range {first} to {last} must have ends of one length, in order")
        if len(plain_first) > 3 and plain_first[:3] != plain_last[:3]:
            raise self.wrong(f"the range {first} to {last} must stay within one category")
        return first, last

    def wrong(self, problem: str) -> BadRow:
        """The error to raise about this row."""
        return BadRow(self.file, self.line, problem)


def read_table(file: str, text: str) -> Iterator[Cells]:
    """The rows of one table's text, in the grammar of this module. Raises BadRow."""
    columns = COLUMNS[file]
    header_seen = False
    for number, line in enumerate(text.splitlines(), start=1):
        if not header_seen:
            if line.startswith("#"):
                continue
            if tuple(line.split("\t")) != columns:
                raise BadRow(file, number, f"the header must be these columns, with tabs between: {', '.join(columns)}")
            header_seen = True
            continue
        values = line.split("\t")
        if len(values) != len(columns):
            raise BadRow(file, number, f"the row has {len(values)} cells; the header asks for {len(columns)}")
        for column, value in zip(columns, values, strict=True):
            if not value or value != value.strip():
                raise BadRow(file, number, f"the cell '{column}' is empty or has blanks around it; write - for none")
        yield Cells(file, number, dict(zip(columns, values, strict=True)))
    if not header_seen:
        raise BadRow(file, 1, f"the header is missing: {', '.join(columns)}")


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

    return Lexicons(
        everyday_names=_by_id(rows("everyday_names.tsv"), "key", _everyday_name),
        plain_words=_by_id(rows("plain_words.tsv"), "term", _plain_word),
        kinds=_by_range(rows("kinds.tsv"), "kinds.tsv", _kind_place),
        regions=_by_id(rows("regions.tsv"), "id", _region),
        region_places=_by_range(rows("region_places.tsv"), "region_places.tsv", _region_place),
        region_words=region_word_table([_region_word(cells) for cells in rows("region_words.tsv")]),
        sites=_by_id(rows("sites.tsv"), "id", _site),
        site_places=_by_range(rows("site_places.tsv"), "site_places.tsv", _site_place),
        involved_places=_by_range(rows("involved_places.tsv"), "involved_places.tsv", _site_place),
        figure_places=_by_range(rows("figure_places.tsv"), "figure_places.tsv", _figure_place),
        close_ups=_by_range(rows("close_ups.tsv"), "close_ups.tsv", _close_up),
        processes=_by_id(rows("processes.tsv"), "id", _process),
        process_places=_by_range(rows("process_places.tsv"), "process_places.tsv", _process_place),
    )


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
        words=cells.several("words"),
        line=cells.line,
    )


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
        words=cells.several("words"),
        line=cells.line,
    )


def _process_place(cells: Cells) -> ProcessPlace:
    first, last = cells.span()
    process = cells.optional("process")
    return ProcessPlace(first=first, last=last, process=process, why=cells["why"], line=cells.line)
