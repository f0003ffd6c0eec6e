"""Find the row of a table that holds for a code.

A row holds from `first` to `last`, both with everything below them. Codes are compared as undotted text.

Worked example: with the rows `S72 -> thigh` and `S72.0 to S72.2 -> pelvis_hip`, `S72.141A` finds the second row,
because a longer range is more specific; `S72.3` finds the first. The block `S70-S79` finds a row only
when that row covers the whole block. A chapter is found by its number, which must be written exactly.

Refuses: rows of one length that overlap without one lying inside the other (`range_table` raises BadInput).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from nosograph.errors import BadInput
from nosograph.lexicons.model import RangeTable, RegionWord, RegionWordTable, Row, Segment

Span = tuple[str, str]  # the first and the last code, undotted

_PUNCTUATION = ",;."


def undotted(code: str) -> str:
    """`S72.001A` as `S72001A`: the form in which codes are compared."""
    return code.replace(".", "")


def in_span(code: str, span: Span) -> bool:
    """Whether a code lies from the first to the last of a span or below it; all undotted."""
    first, last = span
    return first <= code and code[: len(last)] <= last


def any_in_span(codes: Sequence[str], span: Span) -> bool:
    """Whether one of the codes, which are undotted and sorted, lies in the span."""
    at = bisect_left(codes, span[0])
    return at < len(codes) and in_span(codes[at], span)


def range_table(rows: Sequence[Row], file: str) -> RangeTable[Row]:
    """Order `rows` for lookup. Raises BadInput, naming `file` and line, where two rows cross each other."""
    by_length: dict[int, list[Row]] = {}
    exact: dict[str, Row] = {}
    for row in rows:
        if row.first.isdigit():
            exact[row.first] = row
        else:
            by_length.setdefault(len(undotted(row.first)), []).append(row)
    segments = {length: tuple(_segments(group, file)) for length, group in by_length.items()}
    return RangeTable(
        rows=tuple(rows),
        lengths=tuple(sorted(by_length, reverse=True)),
        starts={length: tuple(segment.start for segment in group) for length, group in segments.items()},
        segments=segments,
        exact=exact,
    )


def _segments(rows: list[Row], file: str) -> Iterator[Segment[Row]]:
    """Cut nested ranges of one length into stretches, each with the rows that hold there, the narrowest first."""
    widest_first = sorted(rows, key=lambda row: (undotted(row.first), [-ord(sign) for sign in undotted(row.last)]))
    open_rows: list[Row] = []
    for row in widest_first:
        first = undotted(row.first)
        while open_rows and undotted(open_rows[-1].last) < first:
            yield from _close(open_rows)
        if open_rows:
            _refuse_crossing(open_rows[-1], row, file)
        open_rows.append(row)
        yield Segment(start=first, rows=tuple(reversed(open_rows)))
    while open_rows:
        yield from _close(open_rows)


def _close(open_rows: list[Row]) -> Iterator[Segment[Row]]:
    """End the innermost open range: from just after its last code the rows around it hold."""
    closed = open_rows.pop()
    # "~" sorts after every letter and digit, so this is just behind the last code and all below it.
    yield Segment(start=undotted(closed.last) + "~", rows=tuple(reversed(open_rows)))


def _refuse_crossing(outer: Row, inner: Row, file: str) -> None:
    here = f"{file}, line {inner.line}: the range {inner.first} to {inner.last}"
    if (outer.first, outer.last) == (inner.first, inner.last):
        raise BadInput(f"{here} stands in line {outer.line} as well; keep one of them")
    if undotted(outer.last) < undotted(inner.last):
        raise BadInput(
            f"{here} crosses {outer.first} to {outer.last} of line {outer.line}; let one lie inside the other"
        )


def find_range(rows: RangeTable[Row], code: str) -> Row | None:
    """The most specific row that holds for a code, a block (`C81-C96`) or a chapter (`2`); None where no row does."""
    if code in rows.exact:
        return rows.exact[code]
    if "-" in code:
        return _find_block(rows, code)
    plain = code.replace(".", "")
    for length in rows.lengths:
        if length <= len(plain):
            at = bisect_right(rows.starts[length], plain[:length]) - 1
            if at >= 0:
                holding = rows.segments[length][at].rows
                if holding:
                    return holding[0]
    return None


def _find_block(rows: RangeTable[Row], block: str) -> Row | None:
    start, _, end = block.partition("-")
    if len(start) not in rows.starts:
        return None
    at = bisect_right(rows.starts[len(start)], start) - 1
    holding = rows.segments[len(start)][at].rows if at >= 0 else ()
    return next((row for row in holding if undotted(row.last) >= end), None)


def region_word_table(rows: Sequence[RegionWord]) -> RegionWordTable:
    """Make the rows ready for `find_region_words`."""
    by_word: dict[str, tuple[RegionWord, ...]] = {}
    lengths: dict[str, int] = {}
    for row in rows:
        by_word[row.word] = (*by_word.get(row.word, ()), row)
        parts = row.word.split()
        first = parts[0].rstrip(_PUNCTUATION)
        lengths[first] = max(len(parts), lengths.get(first, 0))
    return RegionWordTable(rows=tuple(rows), by_word=by_word, lengths=lengths)


def find_region_words(table: RegionWordTable, code: str, title: str) -> tuple[RegionWord, ...]:
    """The rows whose word stands in `title` and may be trusted for `code`, in the order of the title.

    Of words that overlap the longest wins. A row without regions is not given back, but hides the shorter words in it:
    in "excluding foot" there is no foot.
    """
    tokens = title.lower().split()
    plain = undotted(code)
    found: list[RegionWord] = []
    at = 0
    while at < len(tokens):
        longest = table.lengths.get(tokens[at].rstrip(_PUNCTUATION))
        row, length = _longest_word(table, tokens[at : at + longest], plain) if longest else (None, 1)
        if row is not None and row.regions:
            found.append(row)
        at += length
    return tuple(found)


def _longest_word(table: RegionWordTable, tokens: list[str], plain: str) -> tuple[RegionWord | None, int]:
    for length in range(len(tokens), 0, -1):
        phrase = " ".join(tokens[:length]).rstrip(_PUNCTUATION)
        for row in table.by_word.get(phrase, ()):
            if any(in_span(plain, span) for span in row.ranges):
                return row, length
    return None, 1
