"""Laws of the closed vocabularies: for any text, and for any title of the release."""

import re

from hypothesis import given
from hypothesis import strategies as st

from nosograph.facets.figures import figure_in_words
from nosograph.facets.wording import closed_vocabularies, open_side, side, unspecified_spans, without_side
from nosograph.lexicons.model import FIGURES

from . import whole
from .conftest import law

SOME_WORDS = """right left bilateral both eyes unspecified unilateral eye finger of , - encounter for closed open
fracture with routine healing sequela in relapse remission first trimester fetus 1 other specified NEC NOS assault"""
WORDS = st.sampled_from(SOME_WORDS.split())
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=14).map(" ".join))
TITLES = st.deferred(lambda: st.sampled_from([e.title for e in whole.release()]))

_MIRROR = {"right": "left", "left": "right", "Right": "Left", "Left": "Right"}


def mirrored(title: str) -> str:
    """The title of the same thing on the other side."""
    return re.sub(r"\b(?:right|left)\b", lambda m: _MIRROR[m[0]], title, flags=re.IGNORECASE) if title else title


@law
@given(TEXTS)
def test_any_text_is_read_without_an_error_and_every_span_lies_in_it(text):
    found = [*closed_vocabularies(text), *filter(None, [side(text), open_side(text)])]
    assert all(0 <= start < end <= len(text) for _, _, (start, end) in found)
    assert all(text[a:b].lower() in ("unspecified", "nos") for a, b in unspecified_spans(text))
    figure = figure_in_words(text)
    assert figure is None or figure[0] in FIGURES


@law
@given(TITLES)
def test_a_mirrored_title_has_the_mirrored_side(title):
    if re.search(r"\b[RL][A-Z]+\b", title):
        return
    one, other = side(title), side(mirrored(title))
    if one is None:
        assert other is None
    else:
        assert other is not None
        assert _MIRROR.get(one[1], one[1]) == other[1]


@law
@given(TITLES)
def test_mirroring_changes_no_other_axis(title):
    assert [f[:2] for f in closed_vocabularies(title)] == [f[:2] for f in closed_vocabularies(mirrored(title))]


@law
@given(TITLES)
def test_a_title_and_its_mirrored_sibling_have_a_form_in_common(title):
    if side(title) and mirrored(title) != title and len(re.findall(r"\b(?:right|left)\b", title, re.I)) == 1:
        assert set(without_side(title)) & set(without_side(mirrored(title)))
