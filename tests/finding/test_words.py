"""Words as they are compared."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nosograph.finding.words import american, stem_of, stems_of, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vertebra", "vertebrae"), ("vertebra", "vertebral"), ("oesophageal", "esophagus"), ("anaemia", "anemia"),
        ("leukaemias", "leukemia"), ("tumour", "neoplasm"), ("fractures", "fracture"), ("disorder", "disease"),
        ("haemorrhage", "hemorrhage"), ("diarrhoea", "diarrhea"), ("hypoglycaemia", "hypoglycemia"),
    ],
)  # fmt: skip
def test_words_of_one_meaning_have_one_stem(one, other):
    assert stem_of(one) == stem_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hyperthyroidism", "hypothyroidism"), ("ileum", "ilium"), ("left", "right"), ("1", "2"), ("uterus", "ureter")],
)
def test_words_of_other_meaning_keep_apart(one, other):
    assert stem_of(one) != stem_of(other)


def test_accents_possessives_and_signs_do_not_matter():
    assert words_of("Sjögren's (sicca) syndrome") == words_of("sjogren sicca SYNDROME")


def test_roman_numbers_are_numbers_where_they_count_something():
    assert words_of("type II diabetes") == ["type", "2", "diabetes"]
    assert words_of("grade I") == ["grade", "1"]
    assert words_of("vitamin I")[-1] == "i"


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_stems_and_american_spelling_is_stable(text):
    assert len(stems_of(text)) == len(words_of(text))
    assert all(american(american(word)) == american(word) for word in words_of(text))
