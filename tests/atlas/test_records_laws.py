"""Laws of records: every value of the models comes back from JSON as it went in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nosograph.article.model import Part, Review
from nosograph.atlas.records import packed, unpacked
from nosograph.facets.model import Evidence, Facets, Kind, Site
from nosograph.icd10cm.model import Note, NoteKind
from nosograph.illustration.model import Emphasis, Mark, Panel, Scene, Step, Strip
from nosograph.knowledge.model import Citation, Condition, Scope, Source, Statement

from .conftest import law

TEXT = st.text(max_size=20)
MAYBE = st.none() | TEXT
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
STEP = st.builds(Step, label=TEXT, level=st.none() | NUMBERS, passed=st.booleans())
STRIP = st.builds(Strip, title=TEXT, steps=st.lists(STEP, max_size=4).map(tuple), now=st.none() | st.integers(0, 3))
MODELS = {
    Facets: st.from_type(Facets),
    Site: st.from_type(Site),
    Evidence: st.from_type(Evidence),
    Note: st.from_type(Note),
    Source: st.from_type(Source),
    Statement: st.from_type(Statement),
    Condition: st.from_type(Condition),
    Part: st.from_type(Part),
    Review: st.from_type(Review),
    Mark: st.from_type(Mark),
    Panel: st.from_type(Panel),
    Scene: st.builds(Scene, strips=st.lists(STRIP, max_size=2).map(tuple)),
}


@pytest.mark.parametrize("model", list(MODELS), ids=lambda m: m.__name__)
def test_a_value_comes_back_as_it_went_in(model):
    @law
    @given(MODELS[model])
    def comes_back(value):
        assert unpacked(model, json.loads(json.dumps(packed(value), ensure_ascii=False))) == value

    comes_back()


def test_defaults_are_left_out_so_that_a_record_stays_small():
    assert packed(Mark(target="liver")) == {"target": "liver"}
    assert packed(Facets(kind=Kind.DISEASE)) == {"kind": "disease"}
    assert packed(Mark(target="liver", emphasis=Emphasis.QUIET)) == {"target": "liver", "emphasis": "quiet"}


def test_nested_values_and_enumerations_become_plain_data():
    statement = Statement(
        section="tests", text="Blood is tested.", scope=Scope.CONDITION, pack="jmml",
        citations=(Citation(source="pdq", where="Tests"),), when=Condition(facets=(("remission", ("in relapse",)),)),
    )  # fmt: skip
    assert packed(statement) == {
        "section": "tests",
        "text": "Blood is tested.",
        "scope": "this condition",
        "pack": "jmml",
        "citations": [{"source": "pdq", "where": "Tests"}],
        "when": {"facets": [["remission", ["in relapse"]]]},
    }
    assert packed(Note(kind=NoteKind.EXCLUDES1, text="a", origin="C93"))["kind"] == "excludes 1"


@pytest.mark.parametrize("value", [None, "text", 7, 1.5, True, False])
def test_plain_values_stay_as_they_are(value):
    assert packed(value) is value
