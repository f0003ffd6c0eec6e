"""The feed that answers, over the sample atlas."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nosograph.api.infobutton.answering import MATCH, TOPIC, Reader, feed
from nosograph.api.infobutton.asking import MAIN, asked
from nosograph.api.infobutton.atom import atom
from nosograph.api.infobutton.json_feed import is_callback
from nosograph.api.infobutton.model import Feed
from nosograph.api.infobutton.topics import TOPICS
from nosograph.article.access import MEMBERS_DEFAULT
from nosograph.article.outline import OUTLINES
from nosograph.atlas.reading import Atlas

OID, SNOMED = "2.16.840.1.113883.6.90", "2.16.840.1.113883.6.96"
VISITOR = Reader(
    site="https://codes.example", member=False, members_only=MEMBERS_DEFAULT, now="2026-11-23T08:00:00Z"
)  # fmt: skip
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def atlas(atlas_path: Path) -> Atlas:
    return Atlas.open(atlas_path)


def told(atlas: Atlas, code: str, *more: tuple[str, str], system: str = OID, reader: Reader = VISITOR) -> Feed:
    return feed(atlas, asked([(f"{MAIN}.c", code), (f"{MAIN}.cs", system), *more]), reader)


def terms(answer: Feed, scheme: str) -> list[str]:
    return [c.term for c in answer.categories if c.scheme == scheme]


def test_a_code_gives_its_page_and_after_it_that_of_its_category(atlas: Atlas) -> None:
    answer = told(atlas, "c9332")
    assert [e.title for e in answer.entries] == [atlas.link(key).title for key in ("C93.32", "C93.3")]
    assert [e.links[0].href for e in answer.entries] == [f"https://codes.example/{key}" for key in ("C93.32", "C93.3")]
    assert len(answer.entries[1].summary) < len(answer.entries[0].summary)
    assert answer.matches == ("exact",)


def test_several_codes_give_one_entry_each_and_what_is_none_gives_none(atlas: Atlas) -> None:
    more = [(f"{MAIN}.c1", "ZZZ99"), (f"{MAIN}.cs1", OID), (f"{MAIN}.c2", "I10"), (f"{MAIN}.cs2", OID)]
    answer = told(atlas, "C93.32", *more)
    assert [e.categories[0].term for e in answer.entries] == ["C93.32", "I10"]
    assert answer.matches == ("exact", "not a code", "exact")
    assert terms(answer, MATCH) == list(answer.matches)
    assert terms(answer, f"{MAIN}.c1") == ["ZZZ99"]


@pytest.mark.parametrize(
    ("code", "system", "match"),
    [
        ("ZZZ99", OID, "not a code"),
        ("195967001", SNOMED, "another code system"),
        ("C93.3", "2.16.840.1.113883.6.3", "another code system"),  # ICD-10 of the WHO is another classification
        ("250.00", "2.16.840.1.113883.6.103", "another code system"),
        ("C93.32", "1.2.3", "another code system"),
    ],
)
def test_what_matches_nothing_gives_a_whole_feed_without_entries_that_says_why(
    atlas: Atlas, code: str, system: str, match: str
) -> None:
    answer = told(atlas, code, system=system)
    assert answer.entries == ()
    assert terms(answer, MATCH) == [match]
    assert answer.subtitle.endswith(f" {code}")
    assert [c.scheme for c in answer.categories[:4]] == [
        f"{MAIN}.c", f"{MAIN}.cs", f"{MAIN}.dn", "informationRecipient"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "match", "leads_to", "remark"),
    [
        ("C93.39", "ancestor", "C93.3", "C93.39 is not a code of this release. This is about C93.3"),
        ("T81.32XA", "retired", "T81.3", "T81.32XA was a code until fiscal year 2024: Disruption of internal"),
    ],
)
def test_a_code_that_is_none_today_is_answered_with_what_is_near_and_says_so(
    atlas: Atlas, code: str, match: str, leads_to: str, remark: str
) -> None:
    answer = told(atlas, code)
    assert answer.matches == (match,)
    assert answer.entries[0].links[0].href == f"https://codes.example/{leads_to}"
    assert remark in answer.entries[0].summary


@pytest.mark.parametrize(
    ("topic", "place"),
    [("Q000175", "tests"), ("Q000628", "treatment"), ("Q000209", "causes"), ("D011379", "outlook"),
     ("Q000453", "definition"), ("Q000451", "supportive-care"), ("Q000401", "outlook")],
)  # fmt: skip
def test_a_sub_topic_leads_to_its_section_and_when_to_get_help_stays(atlas: Atlas, topic: str, place: str) -> None:
    answer = told(atlas, "C93.32", ("subTopic.v.c", topic), ("subTopic.v.cs", "2.16.840.1.113883.6.177"))
    entry = answer.entries[0]
    assert entry.links[0].href == f"https://codes.example/C93.32#{place}"
    assert terms(answer, TOPIC) == [place]
    headings = {s.id: s.heading for s in atlas.page("C93.32").article.sections}
    shown = [id_ for id_, heading in headings.items() if f"<h3>{heading}</h3>" in entry.summary]
    assert sorted(shown) == sorted({place, "get-help"})


def test_every_sub_topic_leads_to_sections_that_pages_have() -> None:
    known = {section for outline in OUTLINES.values() for section, _ in outline}
    assert {s for topic in TOPICS.values() for s in topic.sections} <= known


def test_a_page_without_the_section_says_so_and_leads_to_its_top(atlas: Atlas) -> None:
    answer = told(atlas, "W56.22XA", ("subTopic.v.c", "Q000628"))
    assert terms(answer, TOPIC) == ["none"]
    assert answer.entries[0].links[0].href == "https://codes.example/W56.22XA"


def test_what_is_for_members_is_absent_and_the_link_says_where_it_is(atlas: Atlas) -> None:
    treatment = next(s for s in atlas.page("C93.32").article.sections if s.id == "treatment")
    kept = [s.text for s in treatment.statements if not s.opening]
    visitor = told(atlas, "C93.32", ("subTopic.v.c", "Q000628"))
    member = told(atlas, "C93.32", ("subTopic.v.c", "Q000628"), reader=replace(VISITOR, member=True))
    assert kept
    plain = kept[0].split("'")[0][:60]
    assert plain in member.entries[0].summary
    assert plain not in atom(visitor)
    assert "the rest is for members" in visitor.entries[0].links[0].title
    assert "members" not in member.entries[0].links[0].title
    assert "C93.32#treatment" in visitor.entries[0].summary


def test_the_summary_opens_with_the_short_answer_and_has_the_three_hooks(atlas: Atlas) -> None:
    page, summary = atlas.page("C93.32"), told(atlas, "C93.32").entries[0].summary
    assert summary.startswith(f"<h3>In short</h3>\n<p>{page.article.summary}</p>\n")
    assert '<p class="NLMalsoCalled">Also called: JMML' in summary
    assert '<p class="NLMattribution">From Nosograph, ' in summary
    assert "Not yet reviewed by a clinician." in summary
    assert '<p class="NLMrelatedLinks"><ul><li><a href="https://codes.example/C93.32"' in summary
    assert "<h3>When to get help</h3>" in summary
    assert "<b>Get help at once:</b>" in summary
    assert "<h3>Sources</h3>" in summary


def test_every_number_in_the_summary_names_its_source(atlas: Atlas) -> None:
    page, summary = atlas.page("I10"), told(atlas, "I10").entries[0].summary
    body, _, sources = summary.partition("<h3>Sources</h3>")
    numbers = sources.count("<li>[")
    assert numbers > 1
    for number in range(1, numbers + 1):
        assert f"{number}]" in body or f"{number}," in body
        assert f"<li>[{number}] " in sources
    shown = [s for s in page.sources if s.linked and s.title in sources.replace("&#x27;", "'").replace("&amp;", "&")]
    assert shown
    assert all(f'href="{s.url.replace("&", "&amp;")}"' in sources for s in shown)


def test_professionals_get_the_coding_notes_and_patients_do_not(atlas: Atlas) -> None:
    coder, patient = told(atlas, "I10", ("informationRecipient", "PROV")), told(atlas, "I10")
    assert "<h3>Coding notes for professionals</h3>" in coder.entries[0].summary
    assert "<b>excludes 2</b>" in coder.entries[0].summary or "<b>excludes 2:</b>" in coder.entries[0].summary
    assert "https://codes.example/I10#coding-notes" in [link.href for link in coder.entries[0].links]
    assert terms(coder, "informationRecipient") == ["PROV"]
    assert "Coding notes" not in patient.entries[0].summary
    assert terms(patient, "informationRecipient") == ["PAT"]


@pytest.mark.parametrize(
    ("code", "sent", "picture"),
    [
        ("J18.9", [("age.v.v", "8"), ("age.v.u", "a")], "J18.9.svg?figure=child"),
        ("J18.9", [("patientPerson.administrativeGenderCode.c", "F")], "J18.9.svg?figure=woman"),
        ("J18.9", [("age.v.v", "8")], "J18.9.svg"),  # an age without a unit is none
        ("N40.0", [("patientPerson.administrativeGenderCode.c", "F")], "N40.0.svg"),
        ("C93.32", [("age.v.v", "70"), ("age.v.u", "a")], "C93.32.svg"),
    ],
)
def test_age_and_sex_choose_the_figure_where_the_code_leaves_it_open(
    atlas: Atlas, code: str, sent: list[tuple[str, str]], picture: str
) -> None:
    link = next(link for link in told(atlas, code, *sent).entries[0].links if link.type == "image/svg+xml")
    assert link.href == f"https://codes.example/{picture}"


def test_who_asks_in_spanish_is_told_in_spanish_that_the_text_is_english(atlas: Atlas) -> None:
    answer = told(atlas, "I10", ("informationRecipient.languageCode.c", "es"))
    assert answer.language == "en"
    assert '<p lang="es">' in answer.entries[0].summary
    assert "English only" in told(atlas, "I10", ("informationRecipient.languageCode.c", "fr")).entries[0].summary


def test_the_same_page_keeps_its_id_and_its_date(atlas: Atlas) -> None:
    one = told(atlas, "C93.32")
    other = told(atlas, " c93.32", reader=replace(VISITOR, now="2027-01-01T00:00:00Z"))
    assert [e.id for e in one.entries] == ["tag:codes.example,2026:C93.32", "tag:codes.example,2026:C93.3"]
    assert [(e.id, e.updated) for e in one.entries] == [(e.id, e.updated) for e in other.entries]
    assert one.updated == max(e.updated for e in one.entries)
    assert told(atlas, "ZZZ99").updated == VISITOR.now


def test_every_entry_of_the_sample_can_be_told_and_parses(atlas: Atlas) -> None:
    for key in atlas.keys()[::3]:
        root = ElementTree.fromstring(atom(told(atlas, key, ("informationRecipient", "PROV"))))
        entries = root.findall("a:entry", ATOM)
        assert len(entries) == (2 if atlas.above(key) else 1)
        assert entries[0].findtext("a:title", namespaces=ATOM) == atlas.link(key).title
        for link in root.iterfind(".//a:link", ATOM):
            assert set(link.attrib) == {"href", "rel", "type", "hreflang", "title"}


@settings(max_examples=40, deadline=None)
@given(code=st.text(max_size=20), name=st.text(max_size=20))
def test_whatever_is_sent_back_leaves_the_document_whole(atlas: Atlas, code: str, name: str) -> None:
    if code.strip():
        root = ElementTree.fromstring(atom(told(atlas, code, (f"{MAIN}.dn", name))))
        assert root.tag == "{http://www.w3.org/2005/Atom}feed"


@pytest.mark.parametrize(
    ("name", "good"),
    [("show", True), ("$.show_2", True), ("jQuery123_456", True), ("", False), ("a b", False), ("alert(1)//", False),
     ("1a", False), ("a\n", False), ("a;b", False), ("a-b", False), ("é", False), ("a" * 101, False)],
)  # fmt: skip
def test_only_the_name_of_a_function_can_be_called(name: str, good: bool) -> None:
    assert is_callback(name) is good
