"""The values of an entry as they are listed and linked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nosograph.facets.listing import AXES, slug, values_of
from nosograph.lexicons.loading import load_lexicons

REGIONS = {r.id: r.label for r in load_lexicons().regions.values()}


def of(facets, code):
    return {(v.axis, v.id): v.label for v in values_of(facets[code], REGIONS)}


def test_a_broken_hip_is_listed_under_each_of_its_values(facets):
    found = of(facets, "S72.001A")
    for axis, value in (
        ("kind", "injury"), ("process", "fracture"), ("site", "neck-of-femur"), ("laterality", "right"),
        ("episode", "initial-encounter"), ("qualifier", "closed"),
    ):  # fmt: skip
        assert (axis, value) in found
    assert found["region", "pelvis-hip"] == "pelvis and hip"


def test_every_value_of_the_release_has_an_address_and_no_two_share_one(facets):
    labels = {}
    for found in facets.values():
        for value in values_of(found, REGIONS):
            assert value.axis in AXES
            assert value.id
            labels.setdefault((value.axis, value.id), set()).add(value.label)
    assert {k: v for k, v in labels.items() if len(v) > 1} == {}


@pytest.mark.parametrize(
    ("label", "expected"), [("open type I or II", "open-type-i-or-ii"), ("hepatitis B virus", "hepatitis-b-virus")]
)
def test_a_label_becomes_an_address(label, expected):
    assert slug(label) == expected


@given(st.text())
def test_an_address_never_holds_more_than_small_letters_digits_and_hyphens(text):
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
