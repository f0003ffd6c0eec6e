"""The short answer: a few sentences of what the page says, with nothing that the reader may not see."""

import pytest

from nosograph.article.access import as_seen_by
from nosograph.article.acts import tells_an_act
from nosograph.article.brief import MOST_WORDS, brief_of
from nosograph.article.model import Section
from nosograph.knowledge.grading import measure
from nosograph.knowledge.model import Scope, Statement

from .conftest import the_article, the_desk


def said(section, text, **more):
    return Section(
        id=section,
        heading="",
        statements=(Statement(section=section, text=text, scope=Scope.CONDITION, pack="p", citations=(), **more),),
    )


def test_it_takes_the_first_sentence_and_all_of_a_warning():
    points = brief_of(
        [
            said("definition", f"A fracture is a break in a bone. {'It goes on and on. ' * 9}"),
            said("outlook", "Most of them heal well in some weeks. Some do not."),
            said("get-help", "Call at once for this. And for that.", urgent=True),
        ]
    )
    assert [(p.name, p.statement.text) for p in points] == [
        ("What it is", "A fracture is a break in a bone."),
        ("Outlook", "Most of them heal well in some weeks."),
        ("Get help at once", "Call at once for this. And for that."),
    ]


def test_a_first_sentence_that_is_too_short_takes_the_second_with_it():
    (point,) = brief_of([said("definition", "It is common. Most people feel nothing for years.")])
    assert point.statement.text == "It is common. Most people feel nothing for years."


def test_what_a_thing_is_stands_whole_where_it_is_short():
    (point,) = brief_of(
        [said("definition", "Insulin is a hormone of the body that lets sugar in. Here it is missing.")]
    )
    assert point.statement.text.endswith("Here it is missing.")


def test_hard_numbers_are_left_to_those_who_read_on():
    points = brief_of(
        [
            said("definition", "It is a rare cancer of the blood."),
            said("outlook", "This part holds hard numbers. You may skip it.", topic="before-the-numbers"),
        ]
    )
    assert [p.name for p in points] == ["What it is"]


def test_the_short_answer_of_a_relapse_says_what_relapse_means():
    points = brief_of(the_article("C93.32").sections)
    assert next(p.statement.text for p in points if p.name == "This code").startswith('"In relapse" means')
    assert "Outlook" not in [p.name for p in points]


def test_nothing_known_gives_no_short_answer():
    assert brief_of([]) == ()
    assert brief_of([Section(id="definition", heading="What it is", empty="Nothing yet.")]) == ()


@pytest.mark.parametrize("key", ["C93.32", "C93.31", "I10", "S72.001A", "S72.042K", "Z00.00", "W56.22XA", "R10.9"])
def test_it_says_what_the_thing_is_in_few_words(key):
    article = the_article(key)
    points = brief_of(article.sections)
    assert points[0].name == "What it is"
    assert sum(measure(p.statement.text).words for p in points) <= MOST_WORDS
    whole = " ".join(s.text for section in article.sections for s in section.statements)
    assert all(p.statement.text in whole for p in points)


def test_it_is_short_and_easy_on_a_spread_of_the_release():
    keys = list(the_desk().release.entries)[::400]
    wrong = []
    for key in keys:
        seen = as_seen_by(the_article(key), member=False, members_only=frozenset({"treatment"}))
        points = brief_of([s.section for s in seen.sections])
        words = sum(measure(p.statement.text).words for p in points)
        wrong += [(key, words)] if words > MOST_WORDS else []
        wrong += [(key, "members")] if any(p.statement.section == "treatment" for p in points) else []
    assert wrong == []


def test_what_you_can_do_is_an_act_and_not_about_a_hard_end():
    for key in ("C93.32", "C71.9", "C25.9", "I10"):
        told = [p.statement.text for p in brief_of(the_article(key).sections) if p.name == "What you can do"]
        assert all(tells_an_act(text) and "palliative" not in text for text in told), key
    assert [p.statement.text[:13] for p in brief_of(the_article("I10").sections) if p.name == "What you can do"] == [
        "Eat less salt"
    ]
