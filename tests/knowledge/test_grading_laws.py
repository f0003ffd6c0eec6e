"""Laws of the reading grade, for any text."""

from hypothesis import given
from hypothesis import strategies as st

from nosograph.knowledge.grading import measure, sentences, syllables

from .conftest import law

WORD = st.sampled_from(["the", "cat", "sees", "blood", "marrow", "doctor", "fever", "children", "medicine", "relapse"])
SENTENCE = st.lists(WORD, min_size=1, max_size=20).map(lambda words: " ".join(words) + ".")


@law
@given(st.text())
def test_any_text_can_be_measured(text):
    found = measure(text)
    assert found.words >= 0
    assert found.syllables >= found.words
    assert (found.sentences == 0) == (found.words == 0)
    assert isinstance(found.grade, float)


@law
@given(st.text())
def test_every_word_has_a_syllable(text):
    assert syllables(text) >= 1


@law
@given(SENTENCE, SENTENCE)
def test_the_same_words_in_two_sentences_are_easier_than_in_one(one, two):
    assert measure(f"{one} {two}").grade < measure(f"{one[:-1]} {two}").grade


@law
@given(SENTENCE)
def test_a_longer_word_never_makes_a_sentence_easier(sentence):
    harder = f"{sentence[:-1]} relapse."
    longer = f"{sentence[:-1]} medicine."
    assert measure(longer).grade >= measure(harder).grade


@law
@given(st.lists(SENTENCE, max_size=6))
def test_a_text_is_cut_into_the_sentences_that_it_was_made_of(parts):
    assert sentences(" ".join(parts)) == parts


@law
@given(st.lists(SENTENCE, min_size=1, max_size=6))
def test_the_measure_of_a_text_is_the_sum_of_its_sentences(parts):
    total = measure(parts[0])
    for part in parts[1:]:
        total += measure(part)
    assert measure(" ".join(parts)) == total
