"""The pages of juvenile myelomonocytic leukemia, and what must hold of any page."""

import pytest

from nosograph.knowledge.choosing import WHAT_IT_IS
from nosograph.knowledge.model import Scope

STATES = ("C93.30", "C93.31", "C93.32")


def packs(article, key, section):
    found = next(s for s in article(key).sections if s.id == section)
    return [s.pack for s in found.statements]


def texts(article, key, section):
    found = next(s for s in article(key).sections if s.id == section)
    return [s.text for s in found.statements]


def test_jmml_in_relapse_has_every_section_filled_from_its_own_packs_first(article):
    sections = article("C93.32").sections
    assert [s.id for s in sections if not s.statements] == []
    assert packs(article, "C93.32", "definition")[:2] == ["jmml", "jmml-relapse"]
    about = {s.pack for x in sections for s in x.statements}
    assert {"jmml", "jmml-relapse"} <= about
    assert not {"jmml-remission", "jmml-not-in-remission"} & about
    assert "kind-disease" not in about


def test_the_three_states_say_different_things(article):
    for section in ("definition", "outlook", "treatment"):
        assert len({tuple(texts(article, key, section)) for key in STATES}) == 3, section
    assert len({article(key).summary for key in STATES}) == 3


def test_the_states_are_kept_apart(article):
    assert not any("has come back" in t for t in texts(article, "C93.31", "definition"))
    assert any("come back" in t for t in texts(article, "C93.32", "definition"))


def test_what_a_thing_is_comes_before_what_this_code_adds_to_it(article):
    assert texts(article, "C93.32", "definition")[0].startswith("Juvenile myelomonocytic leukemia, JMML for short, is")
    assert texts(article, "S72.301A", "definition")[0].startswith("The thigh bone (femur) is the longest")
    assert any(t.startswith('"Initial encounter" means') for t in texts(article, "S72.301A", "definition")[1:])


def test_after_what_a_thing_is_statements_go_from_the_specific_to_the_general(article, spread):
    order = list(Scope)
    wrong = []
    for key in spread:
        for section in article(key).sections:
            ranks = [
                order.index(s.scope) for s in section.statements if s.section == section.id and s.topic != WHAT_IT_IS
            ]
            if ranks != sorted(ranks):
                wrong.append((key, section.id))
    assert wrong == []


def test_other_names_of_a_condition_are_given_to_its_codes_and_inclusion_terms_to_a_code_with_a_7th_character(article):
    assert "JMML" in article("C93.32").also_called
    assert "Fall from stool" in article("W08.XXXA").also_called
    assert article("2").also_called == ()


def test_no_more_than_eight_other_names_and_none_twice(article, spread):
    names = {key: article(key).also_called for key in spread}
    assert [k for k, n in names.items() if len(n) > 8 or len(set(n)) != len(n)] == []


def test_no_page_claims_a_review_that_no_pack_names(article, desk, spread):
    if not any(p.reviewer for p in desk.library.packs):
        assert {article(k).review.status for k in spread} == {"not reviewed"}
    assert [k for k in spread if (article(k).review.status == "reviewed") != bool(article(k).review.by)] == []


@pytest.mark.parametrize("key", ["C93.32", "S72.001A", "W56.22XA", "Z00.00", "2", "C81-C96"])
def test_every_page_says_when_its_text_was_written(article, key):
    assert len(article(key).review.written) == 10


def test_an_external_cause_of_self_harm_names_where_help_is_before_anything_else(article):
    first = next(s for s in article("X71.0XXA").sections if s.id == "get-help").statements[0]
    assert first.pack == "intent-self-harm"


@pytest.mark.parametrize("key", ["R45.851", "Z91.51", "Z91.52"])
def test_thoughts_of_suicide_now_or_in_the_past_come_with_where_help_is(article, key):
    assert any("crisis line" in text for text in texts(article, key, "get-help"))


def test_a_death_has_no_emergency_advice_of_the_living(article):
    for key in ("R99", "S06.1X7A"):
        found = {s.pack for x in article(key).sections for s in x.statements}
        assert not found & {"kind-all-emergency", "kind-injury"}, key


@pytest.mark.parametrize(
    ("key", "stage"),
    [
        ("S72.001A", "fresh"),
        ("S72.001D", "healing"),
        ("S72.001G", "healing badly"),
        ("S72.001P", "healing badly"),
        ("S72.001S", "left behind"),
        ("S72.001", "fresh"),
        ("I69.351", "fresh"),  # the whole category is about what a stroke left behind; its packs are written so
    ],
)
def test_the_stage_of_an_entry_is_that_of_its_seventh_character(article, key, stage):
    assert article(key).stage == stage


def test_the_page_of_what_a_broken_hip_left_behind_does_not_say_how_a_fresh_break_hurts(article):
    fresh, left = set(texts(article, "S72.001A", "symptoms")), set(texts(article, "S72.001S", "symptoms"))
    about_the_part = {s.text for x in article("S72.001S").sections for s in x.statements if s.scope is Scope.SITE}
    assert fresh
    assert not fresh & (left - about_the_part)
    assert {s.id: s.heading for s in article("S72.001S").sections}["symptoms"] == "What may remain"


def test_a_name_of_a_pack_is_left_out_where_it_is_that_of_a_sister(desk, article):
    entries = desk.release.entries
    wrong = []
    for key in dict.fromkeys(k for p in desk.library.packs if p.also_called for k in p.applies.entries):
        parent = entries[key].parent
        titles = {entries[k].title.lower() for k in entries[parent].children if k != key} if parent else set()
        wrong += [(key, name) for name in article(key).also_called if name.lower() in titles]
    assert wrong == []
