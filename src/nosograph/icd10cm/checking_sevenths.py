"""Where the 7th characters of a release depart from the rules.

Worked example: the table at S52 has a note behind B, "initial encounter for open fracture NOS"; the oddity found is
`note in a 7th-character table`, S52, "B: initial encounter for open fracture NOS". Refuses nothing: it only finds.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from nosograph.icd10cm.extending import CHARACTER, allowed, exceptions_of, is_sequela, table_of
from nosograph.icd10cm.grammar import code_of, leaves, lines_of, text_of
from nosograph.icd10cm.model import Oddity, OddityKind, SeventhException
from nosograph.icd10cm.spelling import dotted, printable

_EXCEPTION_NOTE = re.compile(r"(?:7th|seventh) characters?\b.*\b(?:not apply|not applicable|not used)\b", re.IGNORECASE)
_SEE_BELOW = re.compile(r"\bexcept\b", re.IGNORECASE)
_DEATH = re.compile(r"\bdeath due to .+ (?:prior to|before) regaining consciousness")


def odd_sevenths(category: Element) -> Iterator[Oddity]:
    """What is odd in the 7th-character tables, notes and exceptions of one category."""
    exceptions: tuple[SeventhException, ...] = ()
    for diag in category.iter("diag"):
        yield from _tables(diag)
        yield from _unread_exceptions(diag)
        if lines := lines_of(diag, "notes"):
            exceptions += exceptions_of(lines)
    yield from _codes(category, exceptions)


def _tables(diag: Element) -> Iterator[Oddity]:
    tables, notes = diag.findall("sevenChrDef"), lines_of(diag, "sevenChrNote")
    if not tables and not notes:
        return
    code = code_of(diag)
    if len(tables) > 1:
        yield Oddity(kind=OddityKind.SEVERAL_TABLES, code=code, detail=f"{len(tables)} tables")
    if tables and not any(notes):
        yield Oddity(kind=OddityKind.TABLE_WITHOUT_NOTE, code=code, detail="codes below get a 7th character")
    if notes and not tables:
        yield Oddity(kind=OddityKind.NOTE_WITHOUT_TABLE, code=code, detail="no table at the same entry")
    for table in tables:
        yield from _rows(table, code)


def _rows(table: Element, code: str) -> Iterator[Oddity]:
    seen: list[str] = []
    sequela = False
    for element in table:
        text = text_of(element)
        if element.tag == "extension":
            character = element.get("char", "")
            if not CHARACTER.fullmatch(character) or not text or character in seen:
                detail = printable(f"{character!r}: {text!r}", longest=120)
                yield Oddity(kind=OddityKind.TABLE_ROW, code=code, detail=detail)
            seen.append(character)
            sequela = is_sequela(text)
        elif not seen:
            yield Oddity(
                kind=OddityKind.TABLE_ROW, code=code, detail=printable(f"before the first row: {text}", longest=120)
            )
        elif sequela:
            yield Oddity(kind=OddityKind.NOTE_AFTER_SEQUELA, code=code, detail=printable(text, longest=120))
        else:
            yield Oddity(kind=OddityKind.NOTE_IN_TABLE, code=code, detail=printable(f"{seen[-1]}: {text}", longest=120))
    if not seen:
        yield Oddity(kind=OddityKind.TABLE_ROW, code=code, detail="no rows")


def _unread_exceptions(diag: Element) -> Iterator[Oddity]:
    """Notes that withhold 7th characters in words that `extending` does not understand."""
    notes = lines_of(diag, "notes")
    if not notes and diag.find("sevenChrNote") is None:
        return
    unread = [text for text in notes if _EXCEPTION_NOTE.search(text) and not exceptions_of([text])]
    announced = any(_SEE_BELOW.search(text) for text in lines_of(diag, "sevenChrNote"))
    if announced and not exceptions_of(notes):
        unread.append("announced but not found")
    for text in unread:
        yield Oddity(kind=OddityKind.EXCEPTION_UNREAD, code=code_of(diag), detail=printable(text, longest=120))


def _codes(category: Element, exceptions: tuple[SeventhException, ...]) -> Iterator[Oddity]:
    """Codes of seven characters under a table, and deaths that would be met again at a later encounter."""
    for leaf, bare, table in leaves(category):
        if table is None:
            continue
        if len(bare) > 6:
            yield Oddity(kind=OddityKind.TABLE_UNUSABLE, code=dotted(bare), detail="has seven characters already")
        if _DEATH.search(text_of(leaf.find("desc"))):
            rows = allowed(bare, table_of(table), exceptions)
            later = [row.character for row in rows if is_sequela(row.meaning) or row.meaning.startswith("subsequent")]
            if later:
                detail = f"7th characters {', '.join(later)}"
                yield Oddity(kind=OddityKind.SURVIVED_DEATH, code=dotted(bare), detail=detail)
