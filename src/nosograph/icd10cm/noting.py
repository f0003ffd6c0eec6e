"""The notes that an element of the tabular XML carries, line by line.

Worked example: `<excludes1><note>amaurosis fugax (G45.3)</note></excludes1>` under H54 is one Note of kind `excludes 1`
with the origin `H54`. Empty lines are left out. Refuses nothing: what is unknown here has stopped the build before.
"""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from nosograph.icd10cm.extending import strays_of
from nosograph.icd10cm.grammar import NOTE_KINDS, text_of
from nosograph.icd10cm.model import Note, NoteKind


def notes_of(element: Element, key: str) -> tuple[Note, ...]:
    """All notes of a chapter, block, category or subcategory, in the order of the release.

    Two things move. A note printed after a 7th-character table's sequela is an inclusion term of the entry. The table
    of visual impairment, printed at H54.8, becomes notes of the category H54, whose own note refers to it.
    """
    return tuple(
        Note(kind=kind, text=text, origin=key)
        for kind, text in (*_printed(element), *_after_sequela(element), *_severity(element, key))
        if text
    )


def _printed(element: Element) -> Iterator[tuple[NoteKind, str]]:
    for child in element:
        if child.tag in NOTE_KINDS:
            for note in child.findall("note"):
                yield NOTE_KINDS[child.tag], text_of(note)


def _after_sequela(element: Element) -> Iterator[tuple[NoteKind, str]]:
    table = element.find("sevenChrDef")
    if table is not None:
        yield from ((NoteKind.INCLUSION_TERM, text) for text in strays_of(table))


def _severity(element: Element, key: str) -> Iterator[tuple[NoteKind, str]]:
    if element.tag == "diag" and len(key) == 3:
        for table in element.iter("visualImpairment"):
            yield from ((NoteKind.NOTE, line) for line in severity_lines(table))


def severity_lines(table: Element) -> tuple[str, ...]:
    """The table of visual impairment as sentences, one for each category.

    `Category of visual impairment 1: visual acuity with best possible correction, maximum less than: 6/18,
    3/10(0.3), 20/70; minimum equal to or better than: 6/60, 1/10(0.1), 20/200`.
    """
    rows = table.findall("visCategory")
    heading = next((row for row in rows if row.find("heading") is not None), None)
    if heading is None:
        return ()
    name = text_of(heading.find("heading"))
    measure = _lower_first(text_of(heading.find("visRange/heading")))
    limits = [
        (limit, _lower_first(text_of(heading.find(f"visRange/{limit}/heading")))) for limit in ("visMax", "visMin")
    ]
    return tuple(
        f"{name} {text_of(row.find('value'))}: {_severity_of(row, measure, limits)}"
        for row in rows
        if row is not heading
    )


def _severity_of(row: Element, measure: str, limits: Sequence[tuple[str, str]]) -> str:
    """The limits of one category; a category of one value has none (5: no light perception)."""
    values = {limit: [text_of(value) for value in row.findall(f"visRange/{limit}/value")] for limit, _ in limits}
    if sum(map(len, values.values())) == 1:
        return _lower_first("".join(value for found in values.values() for value in found))
    parts = [f"{label} {', '.join(values[limit])}" for limit, label in limits if values[limit]]
    return f"{measure}, {'; '.join(parts)}"


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
