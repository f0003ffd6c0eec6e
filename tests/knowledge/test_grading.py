"""The reading grade: known sentences, names that are neutralised, and how measures add up."""

import pytest

from nosograph.knowledge.grading import NOTHING, Measure, measure, sentences, syllables

SPOKEN = """cat 1, blood 1, makes 1, come 1, boxes 2, changes 2, whole 1, queue 1, the 1, psst 1, marrow 2, relapse 2,
table 2, people 2, children 2, doctor 2, fever 2, special 2, treated 2, helped 1, handled 2, being 2, serious 3,
reaction 3, area 3, severely 3, medicine 3, monocyte 3, bacteria 4, radiation 4, leukemia 4"""


@pytest.mark.parametrize("spoken", SPOKEN.replace("\n", " ").split(", "))
def test_syllables_of_words_of_these_pages(spoken):
    word, expected = spoken.split()
    assert syllables(word) == int(expected)


def test_the_worked_example_of_the_module():
    found = measure("The marrow makes blood.")
    assert (found.sentences, found.words) == (1, 4)
    assert found.grade == pytest.approx(0.39 * 4 + 11.8 * found.syllables / 4 - 15.59)


def test_the_grade_is_that_of_kincaid_for_a_plain_and_for_a_hard_text():
    plain = "The cat sat on the mat. It was a big cat."
    hard = "Myeloproliferative transformation necessitates comprehensive immunohistochemical characterization."
    assert measure(plain).grade < 2
    assert measure(hard).grade > 8


def test_names_count_as_two_syllables_so_that_a_rare_disease_does_not_fail_a_page():
    assert measure("It is myelomonocytic here.").syllables == measure("It is fever here.").syllables
    assert measure("It is PTPN11 here.").words == 4
    assert measure("Doctors in Philadelphia know.").syllables == measure("Doctors in London know.").syllables


def test_a_capital_at_the_start_of_a_sentence_is_no_name():
    assert measure("Immunity helps.").syllables == measure("immunity helps.").syllables


def test_no_text_has_grade_0():
    assert measure("") == NOTHING
    assert measure("...").grade == 0.0
    assert Measure(sentences=0, words=0, syllables=0).grade == 0.0


def test_the_first_word_of_a_later_sentence_is_no_name_either():
    assert measure("It helps. Immediately it works.").syllables == measure("It helps. immediately it works.").syllables


def test_measures_of_several_texts_add_up():
    one, two = measure("JMML is rare. It is a cancer."), measure("The marrow makes too many cells.")
    assert one + two == measure("JMML is rare. It is a cancer. The marrow makes too many cells.")


def test_sentences_are_cut_at_their_ends_and_not_at_a_decimal_point():
    assert sentences("About 1.2 in a million. It is rare! Is it?") == [
        "About 1.2 in a million.",
        "It is rare!",
        "Is it?",
    ]
    assert sentences("") == []
