"""Codes as people type them."""

import pytest

from nosograph.errors import BadInput
from nosograph.icd10cm.spelling import dotted, normalise, printable, resolve, undotted


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("C93.32", "C93.32"),
        ("c9332", "C93.32"),
        (" S72001A ", "S72.001A"),
        ("C93 32", "C93.32"),
        ("c93-32", "C93.32"),
        ("C93\u00a032\n", "C93.32"),
        ("C93.\u200b32", "C93.32"),
        ("Ｃ９３．３２", "C93.32"),
        ("S72.-", "S72"),
        ("S72-", "S72"),
        ("A04.7-", "A04.7"),
        ("w5622xa", "W56.22XA"),
        ("c7a.092", "C7A.092"),
        ("qa0.0101", "QA0.0101"),
        ("i10", "I10"),
        ("c00-c14", "C00-C14"),
        ("C00–C14", "C00-C14"),
        ("c00 — c14", "C00-C14"),
        ("b20-b20", "B20-B20"),
        ("2", "2"),
        ("02", "2"),
        (" Chapter 19 ", "19"),
    ],
)
def test_every_usual_form_has_one_spelling(typed, meant):
    assert normalise(typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "-", ".", "asthma", "C9", "93.32", "C93.32345", "E11.0-E11.8", "0", "123", "C" * 500, "ΑΒΓ", "\x00"],
)
def test_what_cannot_be_a_code_is_refused_with_examples(typed):
    with pytest.raises(BadInput, match=r"is not an ICD-10-CM code; give a code such as C93\.32") as refusal:
        normalise(typed)
    assert str(refusal.value).isprintable()


def test_a_block_and_its_only_category_are_told_apart(release):
    assert resolve(release.entries.keys(), "b20") == "B20"
    assert resolve(release.entries.keys(), "B20-B20") == "B20-B20"
    assert resolve(release.entries.keys(), "c00–c14") == "C00-C14"


def test_what_the_release_does_not_have_resolves_to_nothing(release):
    for typed in ("C93.39", "S72.001", "Z99.99", "C00-C15", "23", "asthma", ""):
        known = resolve(release.entries.keys(), typed)
        assert known == ("S72.001" if typed == "S72.001" else None)


def test_points_come_and_go():
    assert (dotted("S72001A"), dotted("S72")) == ("S72.001A", "S72")
    assert (undotted("S72.001A"), undotted("S72")) == ("S72001A", "S72")


def test_foreign_text_in_a_message_is_short_and_has_no_control_characters():
    assert printable("a\nb\x1b[31m") == "a?b?[31m"
    assert printable("x" * 100, longest=10) == "xxxxxxxxx…"
