"""Each way of departing from the rules, made in an excerpt of a real release, is found and named."""

import pytest

from nosograph.icd10cm.checking import find_oddities
from nosograph.icd10cm.model import OddityKind
from nosograph.icd10cm.reading import read_tabular
from nosograph.icd10cm.reviewing import load_oddities, unreviewed

from .conftest import excerpt

TABLE = b'<sevenChrDef><extension char="A">initial encounter</extension></sevenChrDef>'
NOTE = b"<sevenChrNote><note>The appropriate 7th character is to be added</note></sevenChrNote>"
SEQUELA = b'<extension char="S">sequela</extension>'

SECTION = b'<section id="D37-D48"><desc>Tumors (D37-D48)</desc></section>'
LISTED = b'<sectionRef first="C00" last="C14" id="C00-C14">'


def _behind(tag, addition):
    """An alteration: the addition stands right behind the tag."""
    return tag, tag + addition


# Each kind: the excerpt, what is altered in it and how, and the code and detail of the oddity that this makes.
ODD = {
    OddityKind.UNKNOWN_ELEMENT: ("a", *_behind(b"<name>U07.0</name>", b"<color/>"), "U07.0", "<color> in <diag>"),
    OddityKind.UNKNOWN_ATTRIBUTE: ("a", b"<chapter>", b'<chapter lang="en">', "22", "lang of <chapter>"),
    OddityKind.DESCRIPTION: (
        "a",
        b"Vaping-related disorder</desc>",
        b" </desc>",
        "U07.0",
        "1 descriptions, 0 with text",
    ),
    OddityKind.DUPLICATE: ("e", b"<name>C93.31", b"<name>C93.30", "C93.30", "stands 2 times"),
    OddityKind.NOT_UNDER_PARENT: ("e", b"<name>C93.31", b"<name>C93.410", "C93.410", "stands under C93.3"),
    OddityKind.OUTSIDE_BLOCK: ("e", b"<name>I10", b"<name>I20", "I20", "stands in I10-I1A"),
    OddityKind.OUTSIDE_CHAPTER: ("b", b"(C00-D49)", b"(C01-D49)", "C00-C14", "stands in chapter 2, C01-D49"),
    OddityKind.RANGE_IN_TITLE: ("b", b"pharynx (C00-C14)", b"pharynx (C00-C15)", "C00-C14", "C00-C15"),
    OddityKind.NOT_IN_INDEX: ("b", LISTED, b'<sectionRef id="C15-C26">', "C00-C14", "chapter 2"),
    OddityKind.NOT_IN_CHAPTER: ("b", LISTED, b'<sectionRef id="C15-C26"/>' + LISTED, "C15-C26", "chapter 2"),
    OddityKind.EMPTY_BLOCK: ("b", b"<section id", SECTION + b"<section id", "D37-D48", "covers no other block"),
    OddityKind.PLACEHOLDER: ("h", b' placeholder="true"', b"", "T36.0X", "placeholder is None"),
    OddityKind.SEVERAL_TABLES: ("h", *_behind(b"</sevenChrDef>", TABLE), "T36", "2 tables"),
    OddityKind.TABLE_WITHOUT_NOTE: (
        "e",
        *_behind(b"<name>I10</name>", TABLE),
        "I10",
        "codes below get a 7th character",
    ),
    OddityKind.NOTE_WITHOUT_TABLE: ("e", *_behind(b"<name>I10</name>", NOTE), "I10", "no table at the same entry"),
    OddityKind.TABLE_ROW: ("h", SEQUELA, SEQUELA.replace(b'"S"', b'"SS"'), "T36", "'SS': 'sequela'"),
    OddityKind.NOTE_IN_TABLE: ("h", SEQUELA, b"<note>later</note>" + SEQUELA, "T36", "D: later"),
    OddityKind.NOTE_AFTER_SEQUELA: ("h", *_behind(SEQUELA, b"<note>late</note>"), "T36", "late"),
    OddityKind.TABLE_UNUSABLE: (
        "l",
        *_behind(b"<name>H54</name>", NOTE + TABLE),
        "H54.0X33",
        "has seven characters already",
    ),
    OddityKind.EXCEPTION_UNREAD: ("k", b"do not apply to", b"are not for", "S06", "announced but not found"),
    OddityKind.SURVIVED_DEATH: ("k", b"6th character 7 -", b"6th character 5 -", "S06.1X7", "7th characters D, S"),
    OddityKind.SEVERITY_TABLE: (
        "m",
        *_behind(b"<name>H54.0X33</name>", b"<visualImpairment/>"),
        "H54.0X33",
        "its rows go to H54",
    ),
}


@pytest.mark.parametrize("kind", ODD)
def test_a_departure_from_the_rules_is_found_at_its_code(kind):
    letter, found, altered, code, detail = ODD[kind]
    assert found in excerpt(letter)
    xml = excerpt(letter).replace(found, altered, 1)
    oddities = unreviewed(find_oddities(read_tabular(xml, where="altered.xml")), load_oddities())
    assert (kind, code, detail) in [(oddity.kind, oddity.code, oddity.detail) for oddity in oddities]


def test_every_kind_of_oddity_has_such_a_test():
    assert set(ODD) == set(OddityKind)


@pytest.mark.parametrize("name", [*"abcdefghijklmno", "release_2021", "release_2025"])
def test_the_excerpts_have_no_oddity_that_is_not_reviewed(name):
    assert unreviewed(find_oddities(read_tabular(excerpt(name), where=name)), load_oddities()) == ()


def test_an_exception_whose_words_are_new_is_not_overlooked():
    xml = excerpt("k").replace(b"do not apply to codes in category S06", b"do not apply where category S06 is used")
    kinds = {oddity.kind for oddity in find_oddities(read_tabular(xml, where="new.xml"))}
    assert {OddityKind.EXCEPTION_UNREAD, OddityKind.SURVIVED_DEATH} <= kinds


def test_attributes_that_point_at_a_schema_are_no_oddity():
    root = (
        b'<ICD10CM.tabular xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        b'xsi:noNamespaceSchemaLocation="icd10cm-tabular.xsd">'
    )
    xml = excerpt("a").replace(b"<ICD10CM.tabular>", root)
    assert find_oddities(read_tabular(xml, where="schema.xml")) == ()


def test_an_excerpt_without_an_index_is_no_oddity():
    start, stop = excerpt("b").index(b"<sectionIndex>"), excerpt("b").index(b"</sectionIndex>") + 15
    xml = excerpt("b")[:start] + excerpt("b")[stop:]
    assert find_oddities(read_tabular(xml, where="short.xml")) == ()
