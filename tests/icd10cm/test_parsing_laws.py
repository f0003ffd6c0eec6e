"""Laws of parsing, for damaged and altered releases."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nosograph.errors import NosographError
from nosograph.icd10cm.parsing import parse_release

from .conftest import excerpt, law

WHOLE = excerpt("k")
TAGS = sorted(set(re.findall(rb"</?[A-Za-z0-9]+|>[^<>\n]+<|\"[^\"]*\"", WHOLE)))


def _read(xml: bytes) -> None:
    """Parse; a refusal must be one line for people, and anything else that is raised fails the test."""
    try:
        release = parse_release(xml, where="altered.xml")
    except NosographError as refusal:
        if not str(refusal).isprintable():
            pytest.fail(f"not one printable line: {refusal!s}")
    else:
        for entry in release:
            assert all(release.entries[child].parent == entry.key for child in entry.children)


@law
@given(st.integers(0, len(WHOLE)))
def test_a_release_cut_short_anywhere_is_refused_in_one_line(length):
    _read(WHOLE[:length])


@law
@given(st.integers(0, len(WHOLE)), st.integers(0, 40), st.binary(max_size=20))
def test_a_release_with_other_bytes_in_it_is_read_or_refused_in_one_line(start, skipped, other):
    _read(WHOLE[:start] + other + WHOLE[start + skipped :])


@law
@given(st.sampled_from(TAGS), st.sampled_from(TAGS), st.integers(0, 20))
def test_a_release_with_parts_exchanged_is_read_or_refused_in_one_line(found, other, times):
    _read(WHOLE.replace(found, other, times))
