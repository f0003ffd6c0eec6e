"""What is said of an entry: from the most specific to the most general, nothing twice, nothing untrue of it."""

import pytest

from nosograph.facets.model import Facets, Kind, Site
from nosograph.knowledge.choosing import Chooser, Subject, holds
from nosograph.knowledge.model import Condition, Scope

from .conftest import pack_text, statement

MARROW = Site(id="bone-marrow", label="bone marrow", uberon="UBERON:0002371")
RELAPSE = Facets(
    kind=Kind.NEOPLASM, process="leukemia", sites=(MARROW,), regions=("blood_marrow_immune",), remission="in relapse",
    qualifiers=("other",),
)  # fmt: skip
C93_32 = Subject(
    key="C93.32", above=("C93.3", "C93", "C81-C96", "2"), facets=RELAPSE,
    processes=("leukemia", "malignant-neoplasm", "neoplasm"), sites=("bone-marrow", "marrow-system"),
)  # fmt: skip


def chosen(library, *packs, subject=C93_32):
    return Chooser(library(*packs)).choose(subject)


def texts(found, section="definition"):
    return [s.text for s in found.sections.get(section, ())]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Condition(), True),
        (Condition(entries=("C93.32",)), True),
        (Condition(entries=("C93.3",)), True),
        (Condition(entries=("C91", "C81-C96")), True),
        (Condition(entries=("2",)), True),
        (Condition(entries=("C93.30",)), False),
        (Condition(entries=("C93",), without=("C93.3",)), False),
        (Condition(entries=("C93",), without=("C93.0",)), True),
        (Condition(facets=(("remission", ("in relapse", "in remission")),)), True),
        (Condition(facets=(("remission", ("in remission",)),)), False),
        (Condition(facets=(("kind", ("neoplasm",)),)), True),
        (Condition(facets=(("laterality", ("left",)),)), False),  # the entry has none
        (Condition(facets=(("sites", ("bone-marrow",)),)), True),
        (Condition(facets=(("sites", ("spleen",)),)), False),
        (Condition(facets=(("regions", ("blood_marrow_immune",)),)), True),
        (Condition(facets=(("qualifiers", ("other",)),)), True),
        (Condition(facets=(("process", ("malignant-neoplasm",)),)), True),  # a wider process holds as well
        (Condition(facets=(("process", ("lymphoma",)),)), False),
        (Condition(entries=("C93",), facets=(("kind", ("neoplasm",)), ("remission", ("in relapse",)))), True),
        (Condition(entries=("C93",), facets=(("kind", ("neoplasm",)), ("remission", ("in remission",)))), False),
    ],
)
def test_a_condition_holds_where_all_its_parts_do(condition, expected):
    assert holds(condition, C93_32) is expected


KIND = pack_text(
    "kind-neoplasm", "this kind of entry", "{facets: {kind: [neoplasm]}}",
    statement("definition", "A neoplasm is a growth of cells."),
    statement("outlook", "Outlook depends on the kind of growth."),
)  # fmt: skip
LEUKEMIA = pack_text(
    "leukemia", "this kind of problem", "{facets: {process: [leukemia]}}",
    statement("definition", "Leukemia is a cancer of the blood.", topic="what-it-is"),
)  # fmt: skip
MARROWS = pack_text(
    "marrow", "this part of the body", "{facets: {sites: [bone-marrow]}}",
    statement("definition", "The marrow makes the blood cells."),
)  # fmt: skip
JMML = pack_text(
    "jmml", "this condition", "{entries: [C93.3]}",
    statement("definition", "JMML is a rare blood cancer of young children.", topic="what-it-is"),
)  # fmt: skip
RELAPSES = pack_text(
    "remission-relapse", "this code", "{facets: {remission: [in relapse]}}",
    statement("definition", "In relapse means that it has come back.", topic="status"),
    statement("outlook", "Relapse often asks for other treatment."),
)  # fmt: skip


def test_what_a_thing_is_comes_first_then_scopes_from_specific_to_general_whatever_the_order_of_the_files(library):
    found = chosen(library, KIND, JMML + statement("definition", "It is rare."), RELAPSES)
    told = [(s.topic, s.scope) for s in found.sections["definition"]]
    assert told[0] == ("what-it-is", Scope.CONDITION)
    assert [scope for _, scope in told[1:]] == [Scope.CODE, Scope.CONDITION]
    assert [p.id for p in found.packs][:2] == ["remission-relapse", "jmml"]


def test_a_part_of_the_body_is_explained_where_nothing_is_written_about_the_very_condition(library):
    marrow = "The marrow makes the blood cells."
    assert texts(chosen(library, MARROWS, KIND)) == [marrow, "A neoplasm is a growth of cells."]
    assert texts(chosen(library, MARROWS, LEUKEMIA)) == ["Leukemia is a cancer of the blood.", marrow]
    assert marrow not in texts(chosen(library, MARROWS, LEUKEMIA, JMML))


def test_of_two_statements_on_one_topic_the_more_specific_is_said(library):
    assert texts(chosen(library, LEUKEMIA, JMML)) == ["JMML is a rare blood cancer of young children."]
    of_another = Subject(key="C93.00", above=("C93.0", "C93", "C81-C96", "2"), facets=RELAPSE, processes=("leukemia",))
    assert texts(chosen(library, LEUKEMIA, JMML, subject=of_another)) == ["Leukemia is a cancer of the blood."]


def test_one_pack_may_say_two_things_on_one_topic(library):
    more = JMML + statement("definition", "The marrow makes too many monocytes.", topic="what-it-is")
    assert len(texts(chosen(library, more, LEUKEMIA))) == 2


def test_the_same_sentence_is_said_once(library):
    said = statement("definition", "JMML is a rare blood cancer of young children.")
    again = pack_text("again", "this kind of problem", "{facets: {process: [leukemia]}}", said)
    assert texts(chosen(library, JMML, again)) == ["JMML is a rare blood cancer of young children."]


def test_what_holds_for_the_kind_fills_only_what_nothing_more_specific_fills(library):
    found = chosen(library, KIND, JMML)
    assert "A neoplasm is a growth of cells." not in texts(found)
    assert texts(found, "outlook") == ["Outlook depends on the kind of growth."]


def test_an_overlay_does_not_keep_out_what_holds_for_the_kind(library):
    found = chosen(library, KIND, RELAPSES)
    assert texts(found) == ["In relapse means that it has come back.", "A neoplasm is a growth of cells."]
    assert texts(found, "outlook") == [
        "Relapse often asks for other treatment.",
        "Outlook depends on the kind of growth.",
    ]


def test_always_is_said_of_the_kind_beside_the_specific_unless_that_speaks_of_emergencies_itself(library):
    said = statement("get-help", "Call the local emergency number for heavy bleeding.", always="true", urgent="true")
    emergency = pack_text("kind-all", "this kind of entry", "{facets: {kind: [neoplasm]}}", said)
    calm = JMML + statement("get-help", "Call the team about a new rash.")
    urgent = JMML + statement("get-help", "Call at once about a fever.", urgent="true")
    assert texts(chosen(library, emergency, calm), "get-help") == [
        "Call the team about a new rash.",
        "Call the local emergency number for heavy bleeding.",
    ]
    assert texts(chosen(library, emergency, urgent), "get-help") == ["Call at once about a fever."]


def test_a_nearer_entry_a_narrower_process_and_more_conditions_go_first(library):
    said = {
        "whole-chapter": "{entries: ['2']}",
        "category": "{entries: [C93]}",
        "subcategory": "{entries: [C93.3]}",
        "wide-process": "{facets: {process: [neoplasm]}}",
        "narrow-process": "{facets: {process: [leukemia]}}",
        "two-conditions": "{facets: {process: [leukemia], kind: [neoplasm]}}",
    }
    packs = [
        pack_text(i, "this condition", a, statement("tests", f"This is said by {i} alone.")) for i, a in said.items()
    ]
    order = ["subcategory", "category", "whole-chapter", "two-conditions", "narrow-process", "wide-process"]
    assert [s.pack for s in chosen(library, *packs).sections["tests"]] == order


def test_a_statement_may_hold_for_some_entries_of_its_pack_only(library):
    when = "{facets: {remission: [in relapse]}}"
    more = JMML + statement("definition", "JMML has come back.", scope="this code", when=when)
    assert texts(chosen(library, more))[1] == "JMML has come back."
    calm = Subject(key="C93.31", above=C93_32.above, facets=Facets(kind=Kind.NEOPLASM, remission="in remission"))
    assert texts(chosen(library, more, subject=calm)) == ["JMML is a rare blood cancer of young children."]


def test_only_packs_that_say_something_are_named(library):
    said = statement("tests", "Said only of another state.", when="{facets: {remission: [in remission]}}")
    idle = pack_text("idle", "this condition", "{entries: [C93.3]}", said)
    assert [p.id for p in chosen(library, JMML, idle).packs] == ["jmml"]


def test_an_entry_that_nothing_is_true_of_gets_nothing(library):
    stranger = Subject(key="Z00.00", above=("Z00.0", "Z00", "Z00-Z13", "21"), facets=Facets(kind=Kind.HEALTH_STATUS))
    found = chosen(library, JMML, LEUKEMIA, KIND, subject=stranger)
    assert (dict(found.sections), found.packs) == ({}, ())


def test_subjects_that_differ_in_what_some_condition_asks_for_do_not_share_a_choice(library):
    chooser = Chooser(library(JMML, RELAPSES, KIND))
    relapse = chooser.choose(C93_32)
    calm = Subject(key="C93.31", above=C93_32.above, facets=Facets(kind=Kind.NEOPLASM, remission="in remission"))
    other = Subject(key="C94.02", above=("C94.0", "C94", "C81-C96", "2"), facets=RELAPSE)
    assert texts(chooser.choose(calm)) == ["JMML is a rare blood cancer of young children."]
    assert texts(chooser.choose(other))[0] == "In relapse means that it has come back."
    assert chooser.choose(C93_32) == relapse


def test_a_pack_about_a_part_of_the_body_holds_for_its_smaller_parts_and_the_smallest_speaks_first(library):
    def about(site, text):
        return pack_text(f"site-{site}", "this part of the body", f"{{facets: {{sites: [{site}]}}}}") + statement(
            "definition", text, topic="what-this-part-is"
        )

    wide, narrow = about("marrow-system", "It is everywhere."), about("bone-marrow", "It is inside bones.")
    assert texts(chosen(library, wide)) == ["It is everywhere."]
    assert texts(chosen(library, wide, narrow)) == ["It is inside bones."]
