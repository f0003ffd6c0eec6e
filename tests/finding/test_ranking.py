"""What comes first for what people ask."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nosograph.finding.asking import questions
from nosograph.finding.misspelling import Speller


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("asthma", "J45"), ("type 2 diabetes", "E11"), ("type 1 diabetes", "E10"), ("hepatitis b", "B18.1"),
        ("juvenile myelomonocytic leukemia", "C93.3"), ("osteoporosis", "M81"), ("sickle cell", "D57"),
        ("pain in left knee", "M25.562"), ("knee pain left", "M25.562"), ("cystic fibrosis", "E84"),
        ("appendicitis acute", "K35"), ("lymphoblastic leukemia acute", "C91.0"), ("cleft palate", "Q35"),
    ],
)  # fmt: skip
def test_the_right_entry_is_among_the_first(ask, text, first):
    assert any(key.startswith(first) for key in ask(text, 3)), ask(text, 3)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("hypothyroidism", "E05"), ("hyperthyroidism", "E03"), ("type 1 diabetes", "E11"),
        ("fracture of right femur", "S72.92"), ("acute pancreatitis", "K86.1"), ("hepatitis b", "B18.2"),
    ],
)  # fmt: skip
def test_opposites_are_never_mixed(ask, text, never):
    assert not [key for key in ask(text, 10) if key.startswith(never)]


def test_the_order_of_words_does_not_matter(ask):
    assert ask("femur neck fracture") == ask("fracture neck femur")


def test_entries_that_differ_in_a_side_alone_are_one_result(index, ask):
    found = ask("cortical age-related cataract", 10)
    assert "H25.01" in found
    assert not {"H25.011", "H25.012", "H25.013"} & set(found)


def test_what_a_word_names_itself_goes_before_what_is_wider_whatever_the_process(index):
    (asked,) = list(questions("herpesvirus", index, Speller(index.words)))
    token = index.token_numbers["agent:human-herpesvirus"]
    assert [unit.tokens[token] for unit in asked.units] == [0.95]  # named as a virus and as one of herpesviruses


def test_a_side_that_is_asked_for_leads_to_its_code(ask):
    assert ask("cortical age-related cataract, left eye")[0] == "H25.012"


def test_an_unfinished_word_finds_what_it_begins_and_a_blank_after_it_ends_it(ask):
    assert any(key.startswith("K57") for key in ask("diverticul", 3))
    assert ask("diverticul ", 3) == ask("diverticul", 3)  # no word is spelled so, so it can only be a beginning


def test_common_conditions_come_first_where_words_do_not_decide(ask):
    assert ask("high blood pressure")[0] == "I10"


def test_the_rank_is_a_tuple_that_can_be_read(finder):
    fit, band, depth, _ = finder.find("asthma", 1)[0].rank
    assert -1.05 <= fit < -0.8
    assert band == 0
    assert depth == 3


@pytest.mark.parametrize("text", ["", " ", "qqqq", "🦓", "---", "the of and"])
def test_where_no_word_is_known_nothing_is_found(ask, text):
    assert ask(text) == []


def test_another_spelling_is_offered_for_what_is_not_known(finder):
    assert finder.spelled("zzz leukeemiaa") == "zzz leukemia"
    assert finder.spelled("leukemia") == ""


@settings(deadline=None, max_examples=150)
@given(text=st.text(max_size=300))
def test_no_text_breaks_the_search(finder, text):
    found = finder.find(text, 10)
    assert [f.rank for f in found] == sorted(f.rank for f in found)
    assert len({f.chief for f in found}) == len(found)
