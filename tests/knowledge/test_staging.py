"""What is said of an injury when it is fresh, when it heals, when it heals badly, and of what it leaves behind."""

from dataclasses import replace

import pytest

from nosograph.facets.model import Facets, Kind
from nosograph.knowledge.choosing import Chooser, Subject
from nosograph.knowledge.model import Stage

from .conftest import pack_text, statement

BREAK = Subject(
    key="S72.001A", above=("S72.001", "S72"), facets=Facets(kind=Kind.INJURY, process="fracture", episode="sequela"),
    processes=("fracture",),
)  # fmt: skip
PACK = pack_text(
    "fracture", "this kind of problem", "{facets: {process: [fracture]}}",
    statement("definition", "A fracture is a broken bone."),
    statement("symptoms", "The place hurts and swells."),
    statement("outlook", "Most breaks heal well in time.", usual="true"),
    statement("get-help", "Do not move the person.", fresh="true", urgent="true"),
    statement("get-help", "Call for chest pain.", urgent="true"),
    statement("questions", "Will it ache later?"),
    statement("tests", "Old breaks show on an x-ray.", lasting="true"),
    statement("outlook", "Stiffness can stay.", when="{facets: {episode: [sequela]}}"),
)  # fmt: skip


def told(library, stage):
    sections = Chooser(library(PACK)).choose(replace(BREAK, stage=stage)).sections
    return {s.text for statements in sections.values() for s in statements}


def test_a_fresh_injury_is_told_of_in_full(library):
    assert {"Do not move the person.", "Most breaks heal well in time.", "The place hurts and swells."} <= told(
        library, Stage.FRESH
    )


def test_a_later_visit_is_spared_first_aid_only(library):
    assert told(library, Stage.FRESH) - told(library, Stage.HEALING) == {"Do not move the person."}


def test_a_break_that_heals_badly_is_not_told_how_it_usually_heals(library):
    assert told(library, Stage.HEALING) - told(library, Stage.HEALING_BADLY) == {"Most breaks heal well in time."}


def test_of_what_an_injury_left_behind_only_what_is_marked_as_such_is_told_beside_what_it_was(library):
    assert told(library, Stage.LEFT_BEHIND) == {
        "A fracture is a broken bone.", "Old breaks show on an x-ray.", "Stiffness can stay.",
    }  # fmt: skip


@pytest.mark.parametrize("stage", list(Stage))
def test_one_choice_serves_one_stage_only(library, stage):
    chooser = Chooser(library(PACK))
    alone = Chooser(library(PACK)).choose(replace(BREAK, stage=stage))
    for other in Stage:
        chooser.choose(replace(BREAK, stage=other))
    assert chooser.choose(replace(BREAK, stage=stage)).sections == alone.sections
