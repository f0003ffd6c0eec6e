"""The vocabulary of the tabular XML: which element may stand in which, with which attributes, and what counts as text.

Worked example: `note` may stand in `excludes1`, and `text_of` reads its `\tadvanced  dry stage ` without the blanks.
Refuses codes, block ids and chapter numbers that are not of the official form, because they become addresses of pages.
"""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from nosograph.errors import BadInput
from nosograph.icd10cm.model import NoteKind
from nosograph.icd10cm.spelling import CATEGORY, CODE, printable, undotted

NOTE_KINDS: Mapping[str, NoteKind] = {
    "includes": NoteKind.INCLUDES,
    "inclusionTerm": NoteKind.INCLUSION_TERM,
    "excludes1": NoteKind.EXCLUDES1,
    "excludes2": NoteKind.EXCLUDES2,
    "codeFirst": NoteKind.CODE_FIRST,
    "useAdditionalCode": NoteKind.USE_ADDITIONAL,
    "codeAlso": NoteKind.CODE_ALSO,
    "notes": NoteKind.NOTE,
    "sevenChrNote": NoteKind.SEVENTH,
}
"""The elements that hold notes; a chapter, block or code may carry any of them, more than once."""

_NOTES = frozenset(NOTE_KINDS)
CHILDREN: Mapping[str, frozenset[str]] = {
    "ICD10CM.tabular": frozenset({"version", "introduction", "chapter"}),
    "introduction": frozenset({"introSection"}),
    "introSection": frozenset({"title", "instruction"}),
    "instruction": frozenset({"note"}),
    "chapter": _NOTES - {"sevenChrNote"} | {"name", "desc", "sectionIndex", "section"},
    "sectionIndex": frozenset({"sectionRef"}),
    "section": _NOTES - {"sevenChrNote"} | {"desc", "diag"},
    "diag": _NOTES | {"name", "desc", "sevenChrDef", "visualImpairment", "diag"},
    "sevenChrDef": frozenset({"extension", "note"}),
    "visualImpairment": frozenset({"visCategory"}),
    "visCategory": frozenset({"heading", "value", "visRange"}),
    "visRange": frozenset({"heading", "visMax", "visMin"}),
    "visMax": frozenset({"heading", "value"}),
    "visMin": frozenset({"heading", "value"}),
    **dict.fromkeys(NOTE_KINDS, frozenset({"note"})),
}
"""What may stand in each element; an element that is not a key holds text alone."""

ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "introSection": frozenset({"type"}),
    "section": frozenset({"id"}),
    "sectionRef": frozenset({"first", "last", "id"}),
    "diag": frozenset({"placeholder"}),
    "extension": frozenset({"char"}),
}

SCHEMA_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"
"""Attributes of this namespace only point at a schema and say nothing about the content."""

_CODE = re.compile(CODE)
_BLOCK = re.compile(rf"({CATEGORY})(?:-({CATEGORY}))?")
_CHAPTER = re.compile(r"[1-9][0-9]?")
_RANGE_AT_END = re.compile(rf"\s*\(({CATEGORY})(?:-({CATEGORY}))?\)$")


def text_of(element: Element | None) -> str:
    """The text with every run of white space made one blank and none at the edges; "" for None."""
    if element is None:
        return ""
    text = (element.text or "") if len(element) == 0 else "".join(element.itertext())
    return " ".join(text.split())


def code_of(diag: Element) -> str:
    """The code in a `<name>`; raises BadInput where it is not one."""
    name = diag.find("name")
    if name is not None and name.text and _CODE.fullmatch(name.text):
        return name.text  # asked for eight times for each code, so the usual case comes first
    code = text_of(name)
    if not _CODE.fullmatch(code):
        raise BadInput(f"the tabular XML names a code {printable(code)!r}, which is none; use an unaltered release")
    return code


def chapter_of(chapter: Element) -> str:
    """The number of a chapter, as text; raises BadInput where it is not one."""
    number = text_of(chapter.find("name"))
    if not _CHAPTER.fullmatch(number):
        raise BadInput(f"the tabular XML names a chapter {printable(number)!r}, not a number; use an unaltered release")
    return number


def block_of(section: Element) -> str:
    """The key of a block, both ends spelled out (`B20-B20`); raises BadInput where the id is not a range."""
    name = " ".join(section.get("id", "").split())
    found = _BLOCK.fullmatch(name)
    if not found:
        raise BadInput(f"the tabular XML names a block {printable(name)!r}, not a range; use an unaltered release")
    return f"{found[1]}-{found[2] or found[1]}"


def split_range(description: str) -> tuple[str, str | None]:
    """A chapter's or block's title without the range behind it, and that range: `Neoplasms (C00-D49)`.

    The range is None where none is printed; a single category is spelled with both ends.
    """
    found = _RANGE_AT_END.search(description)
    if not found:
        return description, None
    return description[: found.start()], f"{found[1]}-{found[2] or found[1]}"


def lines_of(element: Element, tag: str) -> list[str]:
    """The lines of the notes of one tag that stand right under an element, empty ones included."""
    return [text_of(line) for notes in element.findall(tag) for line in notes.findall("note")]


def leaves(diag: Element, table: Element | None = None) -> Iterator[tuple[Element, str, Element | None]]:
    """The codes below that have no codes below them: element, code without point, the 7th-character table over it."""
    own = diag.find("sevenChrDef")
    table = table if own is None else own
    below = diag.findall("diag")
    if not below:
        yield diag, undotted(code_of(diag)), table
    for child in below:
        yield from leaves(child, table)
