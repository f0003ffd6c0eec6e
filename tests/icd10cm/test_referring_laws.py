"""Laws of references, for any text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from nosograph.icd10cm.referring import references
from nosograph.icd10cm.spelling import CODE

from .conftest import law

CODES = st.from_regex(CODE, fullmatch=True)
NOTES = st.one_of(st.text(), st.text(alphabet="AZS019X.-–, ()"), st.lists(CODES).map(", ".join))


@law
@given(NOTES)
def test_spans_are_in_order_do_not_overlap_and_begin_with_the_code(text):
    end = 0
    for reference in references(text):
        assert end <= reference.start < reference.stop <= len(text)
        assert text[reference.start : reference.stop].startswith(reference.first)
        assert re.fullmatch(CODE, reference.first)
        assert reference.last is None or re.fullmatch(CODE, reference.last)
        end = reference.stop


@law
@given(st.lists(CODES, max_size=8), st.sampled_from([", ", "; ", " and ", ") ("]))
def test_every_code_of_a_list_is_found(codes, separator):
    assert [reference.first for reference in references(f"({separator.join(codes)})")] == codes


@law
@given(CODES, CODES, st.sampled_from(["-", "–", "--", ".-"]))
def test_a_range_is_one_reference(first, last, dash):
    (reference,) = references(f"see {first}{dash}{last}.")
    assert (reference.first, reference.last) == (first, last)


@law
@given(CODES)
def test_a_code_inside_a_longer_word_is_no_reference(code):
    assert references(f"a{code}") == ()
    assert references(f"{code}zz") == ()
