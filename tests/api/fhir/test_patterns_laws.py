"""Patterns of filters match what regular expressions match, and take no longer for patterns that others choke on."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nosograph.api.fhir.patterns import compiled
from nosograph.errors import BadInput

LETTERS = "ab1."
ATOMS = st.sampled_from(["a", "b", "1", ".", r"\.", "[ab]", "[^a]", r"\d", r"\w", "[a-b1]"])
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{1,3}", "{2,}", "{0,2}", "*?"])).map(
            lambda two: f"({two[0]}){two[1]}"
        ),
    ),
    max_leaves=8,
)


@settings(deadline=None, max_examples=300)
@given(pattern=PATTERNS, texts=st.lists(st.text(LETTERS, max_size=8), min_size=1, max_size=8))
def test_a_pattern_matches_exactly_what_the_language_says(pattern: str, texts: list[str]) -> None:
    try:
        matches = compiled(pattern)
    except BadInput:
        assert len(pattern) > 200 or "{0" in pattern or pattern.count("{") > 3
        return
    assert [matches(text) for text in texts] == [re.fullmatch(pattern, text) is not None for text in texts]


@pytest.mark.parametrize("pattern", ["(a+)+b", "(a|a)*b", "(a*)*(a*)*b", "(a?){100}a{100}b"])
def test_patterns_that_make_others_try_for_years_take_moments(pattern: str) -> None:
    began = time.perf_counter()
    assert not compiled(pattern)("a" * 5_000)
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    "pattern",
    [r"(a)\1", "(?=a)", "(?i)a", "a**", "*a", "(a", "a)", "[a", "a{2", "a{3,2}", "\\", "[b-a]", "a" * 201,
     "((a{100}){100}){100}", r"\bC93", "a{0}"],
)  # fmt: skip
def test_what_goes_beyond_the_grammar_is_refused(pattern: str) -> None:
    with pytest.raises(BadInput):
        compiled(pattern)


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from("ab()[]{}*+?|\\^$,-.0123"), max_size=30))
def test_any_text_is_a_pattern_or_refused_in_one_line(pattern: str) -> None:
    try:
        compiled(pattern)("ab")
    except BadInput as problem:
        assert_one_line(str(problem))


def assert_one_line(text: str) -> None:
    assert "\n" not in text
