"""Words as they were meant."""

import pytest

from nosograph.finding.misspelling import Speller, begun, sound_of

WORDS = sorted(
    ["hemorrhoids", "pneumonia", "migraine", "sciatica", "hypertension", "hypotension", "epilepsy", "sex", "asthma",
     "psoriasis", "fibromyalgia", "osteoporosis", "osteopenia", "prostate", "rupture"]
)  # fmt: skip
SPELLER = Speller(WORDS)


def best(typed):
    found = sorted(SPELLER.meant(typed), key=lambda pair: -pair[1])
    return [WORDS[n] for n, _ in found]


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("pneumonnia", "pneumonia"), ("migrain", "migraine"), ("hemeroids", "hemorrhoids"), ("siatica", "sciatica"),
        ("eppilepsy", "epilepsy"), ("soriasis", "psoriasis"), ("fybromyalgia", "fibromyalgia"),
        ("prosstate", "prostate"), ("asthmma", "asthma"),
    ],
)  # fmt: skip
def test_what_was_meant_comes_first(typed, word):
    assert best(typed)[0] == word


def test_opposites_are_never_taken_for_each_other():
    assert best("hypertensoin") == ["hypertension"]
    assert best("hypotensoin") == ["hypotension"]


@pytest.mark.parametrize("typed", ["sxe", "t2dn", "b12", "zzyzx", "qqq", "copd", "migr4ine"])
def test_short_words_words_with_digits_and_noise_are_left_alone(typed):
    assert best(typed) == []


def test_what_is_heard_is_the_consonants():
    assert sound_of("phlegm") == sound_of("flegm")
    assert sound_of("rheumatism") == sound_of("rumatism")


def test_an_unfinished_word_finds_all_that_begin_so():
    assert [WORDS[n] for n in begun("osteo", WORDS)] == ["osteopenia", "osteoporosis"]
    assert list(begun("zz", WORDS)) == []
