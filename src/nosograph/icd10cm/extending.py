"""7th characters: the tables that define them, the codes that they make, and the codes from which they are withheld.

Worked example: the table at S72 has `A`, `initial encounter for closed fracture`; with the code S72.001 it makes
S72.001A. W08 has three characters, so three placeholders stand between: W08.XXXA (Official Guidelines, section I.A.4).
Refuses nothing: what is odd in a table is found by `checking_sevenths` before anything is extended.
"""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from nosograph.icd10cm.grammar import text_of
from nosograph.icd10cm.model import SeventhCharacter, SeventhException
from nosograph.icd10cm.spelling import CODE, dotted, undotted

PLACEHOLDER = "X"
CHARACTER = re.compile(r"[0-9A-Z]")

_LIST = r"[0-9A-Z](?:(?:,? (?:and|or) |, )[0-9A-Z])*"
_EXCEPTION = re.compile(
    rf"7th characters? (?P<characters>{_LIST}) do(?:es)? not apply to codes in (?:sub)?category (?P<under>{CODE})"
    r" with 6th characters? (?P<sixths>.+)"
)
_IN_LIST = re.compile(r"\b[0-9A-Z]\b")
_SIXTH = re.compile(r"(?:^|\bor |\band |, )([0-9A-Z]) - ")


def table_of(definition: Element) -> tuple[SeventhCharacter, ...]:
    """The rows of a `sevenChrDef`; a `note` is an inclusion term of the row before it.

    A note after a sequela (W08, "Fall from stool") says nothing about sequelae: `strays_of` has it.
    """
    rows: list[tuple[str, str, list[str]]] = []
    for element in definition:
        if element.tag == "extension":
            rows.append((element.get("char", ""), text_of(element), []))
        elif rows and not is_sequela(rows[-1][1]):
            rows[-1][2].append(text_of(element))
    usable = {}
    for character, meaning, inclusions in rows:
        if CHARACTER.fullmatch(character) and meaning and character not in usable:
            usable[character] = SeventhCharacter(character=character, meaning=meaning, inclusions=tuple(inclusions))
    return tuple(usable.values())


def strays_of(definition: Element) -> tuple[str, ...]:
    """The notes of a table that belong to the entry itself, because they stand after its sequela."""
    strays, after_sequela = [], False
    for element in definition:
        if element.tag == "extension":
            after_sequela = is_sequela(text_of(element))
        elif after_sequela:
            strays.append(text_of(element))
    return tuple(strays)


def is_sequela(meaning: str) -> bool:
    """Whether a 7th character says that the patient now has a late effect of the injury."""
    return meaning.startswith("sequela")


def exceptions_of(texts: Iterable[str]) -> tuple[SeventhException, ...]:
    """The 7th characters that notes withhold: "7th characters D and S do not apply to codes in category S06 with 6th
    character 7 - death due to brain injury prior to regaining consciousness, or 8 - death due to other cause ...".
    """
    found = (_EXCEPTION.fullmatch(text.rstrip(".")) for text in texts)
    return tuple(
        SeventhException(
            under=undotted(exception["under"]),
            characters=frozenset(_IN_LIST.findall(exception["characters"])),
            sixths=frozenset(sixths),
        )
        for exception in found
        if exception and (sixths := _SIXTH.findall(exception["sixths"]))
    )


def allowed(
    bare: str, table: Iterable[SeventhCharacter], exceptions: Iterable[SeventhException]
) -> tuple[SeventhCharacter, ...]:
    """The rows of the table that make a code of this base (without point); none for a base of seven characters."""
    if len(bare) > 6:
        return ()
    withheld = {
        character
        for exception in exceptions
        if bare.startswith(exception.under) and bare[5:] in exception.sixths
        for character in exception.characters
    }
    return tuple(row for row in table if row.character not in withheld)


def extended_code(bare: str, character: str) -> str:
    """The code that a base (without point) and a 7th character make, with the point and placeholders it needs."""
    return dotted(bare.ljust(6, PLACEHOLDER) + character)
