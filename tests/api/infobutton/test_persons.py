"""The patient of a request: ages in the units of UCUM, as MeSH groups them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nosograph.api.infobutton.persons import GROUPS, Person, group_of_age, group_of_mesh


@pytest.mark.parametrize(
    ("value", "unit", "mesh"),
    [
        ("30", "min", "D007231"), ("20", "h", "D007231"), ("27", "d", "D007231"), ("5", "wk", "D007223"),
        ("1", "mo", "D007223"), ("23", "mo", "D007223"), ("24", "mo", "D002675"), ("2", "a", "D002675"),
        ("5.9", "a", "D002675"), ("6", "a", "D002648"), ("12", "a", "D002648"), ("13", "a", "D000293"),
        ("18", "a", "D000293"), ("19", "a", "D055815"), ("24", "a", "D055815"), ("25", "a", "D000328"),
        ("44", "a", "D000328"), ("45", "a", "D008875"), ("64", "a", "D008875"), ("65", "a", "D000368"),
        ("79", "a", "D000368"), ("80", "a", "D000369"), ("102", "a", "D000369"),
    ],
)  # fmt: skip
def test_an_age_belongs_to_the_group_of_mesh(value: str, unit: str, mesh: str) -> None:
    group = group_of_age(value, unit)
    assert group is not None
    assert group.mesh == mesh
    assert group_of_mesh(mesh) is group


@pytest.mark.parametrize(
    ("value", "unit"),
    [("", "a"), ("forty", "a"), ("-1", "a"), ("40", ""), ("40", "years"), ("40", "Y"), ("400", "a"), ("1e3", "d"),
     ("٤", "a")],
)  # fmt: skip
def test_what_cannot_be_read_is_no_age(value: str, unit: str) -> None:
    assert group_of_age(value, unit) is None


@given(st.integers(0, 148), st.sampled_from(["a", "mo"]))
def test_who_is_older_is_never_in_a_younger_group(years: int, unit: str) -> None:
    months = years * 12 if unit == "mo" else years
    one, other = group_of_age(str(months), unit), group_of_age(str(years + 1), "a")
    assert one is not None
    assert other is not None
    assert GROUPS.index(one) <= GROUPS.index(other)


def test_age_goes_before_sex_and_sex_chooses_among_adults() -> None:
    def figure(mesh: str, gender: str | None) -> str | None:
        return Person(group=group_of_mesh(mesh), gender=gender).figure

    assert figure("D002648", "F") == "child"
    assert figure("D000368", "M") == "older"
    assert figure("D000328", "F") == "woman"
    assert figure("D000328", "M") == "man"
    assert figure("D000328", "UN") is None
    assert Person(gender="F").figure == "woman"
    assert Person().figure is None
