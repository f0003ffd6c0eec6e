"""The grammar of the tables of this folder: files to rows, rows to cells.

Input grammar of every table:

(a) lines at the top that begin with `#` are remarks;
(b) then one header line with the column names, separated by tabs;
(c) then one row a line, as many cells as the header has, no blanks around a cell;
(d) a cell `-` says "none"; several values in one cell are separated by semicolons.

Worked example: the line `S72.0<tab>S72.2<tab>pelvis_hip<tab>hip fractures` of `region_places.tsv` becomes cells
of which `span()` is S72.0 to S72.2 and `several("regions")` is `("pelvis_hip",)`.

Refuses, with the file and the line: a wrong header, a row with too many or too few cells, an empty cell, a range that
is not one, and words outside a closed vocabulary.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from nosograph.errors import BadInput
from nosograph.lexicons.finding import undotted
from nosograph.lexicons.phrases import Word, tokens_of

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
    "process_pictures.tsv": ("process", "values", "plate", "sign", "layer"),
    "agent_pictures.tsv": ("agent", "plate"),
    "agents.tsv": ("id", "label", "everyday", "kind", "parent", "words"),
    "conditions.tsv": ("id", "label", "process", "sites", "agent", "course", "life_period", "words"),
    "courses.tsv": ("value", "everyday", "words"),
    "severities.tsv": ("value", "everyday", "words"),
    "life_periods.tsv": ("value", "everyday", "words"),
    "qualifiers.tsv": ("value", "everyday", "words"),
    "connectors.tsv": ("word", "role"),
    "empty_words.tsv": ("word", "why"),
    "contradictions.tsv": ("from", "to", "rules", "why"),
    "commonness.tsv": ("category", "band"),
    "said.tsv": ("said", "means"),
    "retired.tsv": ("code", "title", "last", "nearest"),
}

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

    def words(self, column: str = "words") -> tuple[Word, ...]:
        """The words of a cell, each with the ranges that follow its `@`; none where the cell holds `-`."""
        out = []
        for part in self.several(column):
            text, _, ranges = part.partition("@")
            if not tokens_of(text):
                raise self.wrong(f"'{part}' in column '{column}' holds no word; write one, or - for none")
            out.append(Word(text=text, ranges=tuple(self.as_span(r) for r in ranges.split(",")) if ranges else ()))
        return tuple(out)

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
