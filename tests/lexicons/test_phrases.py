"""Finding a lexicon's words in titles: the longest wins, sides step aside, number and case do not matter."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nosograph.lexicons.loading import load_lexicons
from nosograph.lexicons.phrases import PhraseTable, Word, singular, tokens_of


def table(*words):
    """A table in which each word means itself; `word@A00-B99` is trusted only there."""
    made = PhraseTable()
    for word in words:
        text, _, ranges = word.partition("@")
        spans = tuple(tuple((r.split("-") * 2)[:2]) for r in ranges.split(",")) if ranges else ()
        assert made.add(Word(text=text, ranges=spans), "words", word) is None
    return made


def found(made, title, code="S72"):
    return [p.meaning.id for p in made.find(tokens_of(title), code)]


def test_the_longest_phrase_wins():
    made = table("femur", "neck of femur", "neck")
    assert found(made, "Fracture of neck of femur") == ["neck of femur"]
    assert found(made, "Fracture of neck and femur") == ["neck", "femur"]


@pytest.mark.parametrize(
    "title",
    [
        "Fracture of shaft of right femur",
        "Fracture of shaft of unspecified femur",
        "Fracture of shaft of other specified left femur",
        "FRACTURES OF SHAFTS, of femurs",
    ],
)
def test_a_side_and_a_plural_do_not_break_a_phrase(title):
    assert found(table("shaft of femur"), title) == ["shaft of femur"]


def test_a_word_between_that_says_something_breaks_a_phrase():
    assert found(table("shaft of femur"), "Fracture of shaft of broken femur") == []


def test_a_phrase_may_hold_such_a_word_itself_and_the_search_still_finds_the_one_without_it():
    made = table("other", "disease of heart", "disease of other heart valve")
    assert found(made, "Disease of other heart") == ["disease of heart"]
    assert found(made, "Disease of other heart valve") == ["disease of other heart valve"]


def test_a_word_that_is_trusted_only_here_goes_before_one_that_holds_everywhere():
    made = table("cervical@N80-N98", "cervical")
    assert found(made, "Cervical polyp", "N84") == ["cervical@N80-N98"]
    assert found(made, "Cervical disc", "M50") == ["cervical"]


def test_a_word_is_not_found_outside_its_codes():
    assert found(table("nail@L60"), "Nail", "W45") == []


def test_a_second_meaning_for_the_same_codes_is_refused_and_the_first_kept():
    made = table("cord")
    other = made.add(Word(text="Cords"), "sites", "spinal-cord")
    assert (other.axis, other.id) == ("words", "cord")
    assert found(made, "cord") == ["cord"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fractures", "fracture"),
        ("arteries", "artery"),
        ("abscesses", "abscess"),
        ("headaches", "headache"),
        ("branches", "branch"),
        ("reflexes", "reflex"),
        ("Crohn's", "crohn"),
    ],
)
def test_singular_and_plural_are_compared_as_one(one, other):
    assert singular(one.lower()) == singular(other)


@pytest.mark.parametrize("word", ["pelvis", "thrombus", "abscess", "gas", "virus", "is"])
def test_words_that_only_end_like_a_plural_stay(word):
    assert singular(word) == word or word == "gas"


def test_a_plural_mark_in_parentheses_is_left_out():
    assert [t.form for t in tokens_of("Fracture of carpal bone(s), left wrist")] == [
        "fracture", "of", "carpal", "bone", "left", "wrist",
    ]  # fmt: skip


def test_tokens_know_the_commas_and_brackets_before_them():
    tokens = tokens_of("Arthritis, right wrist [gonococcal] (acute)")
    assert [t.form for t in tokens if t.after_break] == ["right", "gonococcal", "acute"]
    assert [t.form for t in tokens if t.opens_synonym] == ["gonococcal"]


@given(st.text(max_size=60))
def test_tokens_of_any_text_stand_in_it_in_order_and_do_not_overlap(text):
    tokens = tokens_of(text)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert all(text[t.start : t.end] for t in tokens)


@given(st.lists(st.sampled_from(["renal", "right", "cyst", "of", "kidney", "acute", "the", "left"]), max_size=8))
def test_phrases_of_any_title_are_in_order_and_do_not_overlap(words):
    made = table("renal cyst", "cyst of kidney", "kidney", "acute renal cyst of kidney")
    phrases = list(made.find(tokens_of(" ".join(words)), "N28"))
    assert all(a.last <= b.first for a, b in pairwise(phrases))
    assert all(p.first < p.last <= len(words) for p in phrases)


def test_every_word_of_the_shipped_tables_is_found_in_a_title_made_of_it():
    lexicons, lost = load_lexicons(), []
    for axis in ("sites", "processes", "agents", "conditions", "qualifiers"):
        for term in getattr(lexicons, axis).values():
            for word in term.words:
                code = word.ranges[0][0] if word.ranges else "X99"
                hits = list(lexicons.phrases.find(tokens_of(word.text), code))
                whole = [h for h in hits if (h.first, h.last) == (0, len(tokens_of(word.text)))]
                if not word.ranges and not whole:
                    lost.append((axis, term.id, word.text))
    assert lost == []
