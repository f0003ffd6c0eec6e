"""The sections of each kind of page, and what an article says in them."""

import pytest

from nosograph.article.composing import _processes, _sites
from nosograph.article.outline import EMPTY, OUTLINES, STAND_IN, outline_of
from nosograph.facets.model import Kind
from nosograph.knowledge.choosing import Subject

CONTRACT = """definition causes symptoms tests outlook supportive-care treatment get-help questions meaning when-used
safety"""
SECTIONS = set(CONTRACT.split())


def ids(kind):
    return [s for s, _ in OUTLINES[kind]]


def test_every_kind_has_an_outline_of_known_sections_each_once():
    assert set(OUTLINES) == set(Kind)
    for kind in Kind:
        assert set(ids(kind)) <= SECTIONS
        assert len(set(ids(kind))) == len(ids(kind))
        assert len({h for _, h in OUTLINES[kind]}) == len(ids(kind))


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_begins_with_what_it_is_and_has_help_and_questions(kind):
    assert ids(kind)[0] in ("definition", "meaning")
    assert "get-help" in ids(kind)
    assert ids(kind)[-1] == "questions"


def test_a_disease_has_the_nine_sections_in_the_order_of_the_contract():
    assert ids(Kind.DISEASE) == [
        "definition", "causes", "symptoms", "tests", "outlook", "supportive-care", "get-help", "treatment", "questions",
    ]  # fmt: skip
    assert ids(Kind.NEOPLASM) == ids(Kind.INFECTION) == ids(Kind.CONGENITAL) == ids(Kind.DISEASE)


@pytest.mark.parametrize(
    ("kind", "absent"),
    [
        (Kind.EXTERNAL_CAUSE, {"symptoms", "outlook", "tests", "treatment", "causes", "definition"}),
        (Kind.HEALTH_STATUS, {"symptoms", "outlook", "tests", "treatment", "causes", "definition"}),
        (Kind.SYMPTOM_OR_FINDING, {"symptoms", "outlook"}),
        (Kind.OTHER, {"outlook", "causes"}),
    ],
)
def test_a_kind_has_no_section_that_makes_no_sense_for_it(kind, absent):
    assert not set(ids(kind)) & absent


def test_help_stands_before_treatment_so_that_it_is_read_first():
    for kind in Kind:
        if "treatment" in ids(kind):
            assert ids(kind).index("get-help") < ids(kind).index("treatment")


def test_a_stand_in_never_leads_back_to_the_section_that_lacks():
    assert [s for s, homes in STAND_IN.items() if s in homes] == []


def test_no_statement_that_is_chosen_gets_lost(desk):
    """Of the whole release: a section that an outline lacks hands its statements to another one."""
    lost = set()
    for entry in desk.release:
        facets = desk.facets[entry.key]
        above = tuple(e.key for e in reversed(desk.release.ancestors(entry)))
        subject = Subject(
            key=entry.key,
            above=above,
            facets=facets,
            processes=_processes(facets.process, desk.lexicons),
            sites=_sites(facets, desk.lexicons),
        )
        there = set(ids(facets.kind))
        for section, statements in desk.chooser.choose(subject).sections.items():
            if section not in there and not there & set(STAND_IN.get(section, ())):
                lost.add((str(facets.kind), section, statements[0].pack))
    # A code for the outcome of delivery has no treatment; the codes of the mother's record have.
    assert lost <= {("health_status", "treatment", "stillbirth")}


@pytest.mark.parametrize("kind", list(Kind))
def test_the_articles_of_a_kind_have_its_outline_and_no_empty_section_without_a_word(article, facets, kind):
    keys = [k for k, f in facets.items() if f.kind is kind]
    for key in keys[:: max(1, len(keys) // 12)]:
        sections = article(key).sections
        assert [(s.id, s.heading) for s in sections] == list(outline_of(kind, article(key).stage))
        assert [s.id for s in sections if (s.empty is None) != bool(s.statements)] == []
        assert {s.empty for s in sections} <= {None, EMPTY}


def test_nothing_is_said_twice_on_a_page(article, spread):
    wrong = []
    for key in spread:
        said = [x.text for s in article(key).sections for x in s.statements]
        if len(said) != len(set(said)):
            wrong.append(key)
    assert wrong == []


def test_every_statement_cites_a_source_that_is_listed(article, desk, spread):
    cited = {c.source for key in spread for s in article(key).sections for x in s.statements for c in x.citations}
    assert cited <= set(desk.library.sources)
    assert [k for k in spread for s in article(k).sections for x in s.statements if not x.citations] == []
