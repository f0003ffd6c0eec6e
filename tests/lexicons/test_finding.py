from collections.abc import Callable
from timeit import timeit

import pytest

from nosograph.errors import BadInput
from nosograph.lexicons.finding import find_range, find_region_words, range_table
from nosograph.lexicons.model import Lexicons, RegionPlace


def _place(first: str, last: str, region: str, line: int = 1) -> RegionPlace:
    return RegionPlace(first=first, last=last, regions=(region,), why="by title", line=line)


HIP_AND_THIGH = range_table(
    [
        _place("S70", "S79", "thigh", 1),
        _place("S72", "S72", "bone", 2),
        _place("S72.0", "S72.2", "pelvis_hip", 3),
        _place("S72.1", "S72.1", "trochanter", 4),
    ],
    "region_places.tsv",
)


@pytest.mark.parametrize(
    ("code", "region"),
    [
        ("S72.001A", "pelvis_hip"),
        ("S72.2", "pelvis_hip"),
        ("S72.26XS", "pelvis_hip"),
        ("S72.141A", "trochanter"),
        ("S72.3", "bone"),
        ("S72", "bone"),
        ("S75.01", "thigh"),
        ("S79", "thigh"),
        ("S70-S79", "thigh"),
    ],
)
def test_the_most_specific_row_holds_for_a_code_and_all_below(code: str, region: str) -> None:
    row = find_range(HIP_AND_THIGH, code)

    assert row is not None
    assert row.regions == (region,)


@pytest.mark.parametrize("code", ["S69", "S80.0", "S7", "A00-Z99", "S60-S79", "19"])
def test_no_row_is_found_outside_the_ranges(code: str) -> None:
    assert find_range(HIP_AND_THIGH, code) is None


def test_a_category_does_not_take_the_row_of_one_of_its_parts() -> None:
    only_the_part = range_table([_place("S72.0", "S72.2", "pelvis_hip")], "region_places.tsv")

    assert find_range(only_the_part, "S72") is None


def test_codes_with_a_letter_come_after_those_with_a_digit() -> None:
    spread = range_table([_place("C76", "C80", "abdomen"), _place("C7A", "C7A", "endocrine")], "region_places.tsv")

    found = find_range(spread, "C7A.01")

    assert found is not None
    assert found.regions == ("endocrine",)


def test_rows_that_cross_are_refused_with_both_lines() -> None:
    with pytest.raises(BadInput, match=r"kinds\.tsv, line 9: the range A15 to A49 crosses A00 to A20 of line 8"):
        range_table([_place("A00", "A20", "x", 8), _place("A15", "A49", "x", 9)], "kinds.tsv")


def test_the_same_range_twice_is_refused() -> None:
    with pytest.raises(BadInput, match="stands in line 8 as well"):
        range_table([_place("A00", "A20", "x", 8), _place("A00", "A20", "x", 9)], "kinds.tsv")


def test_finding_a_row_takes_a_few_microseconds(lexicons: Lexicons) -> None:
    codes = ["S72.001A", "C93.32", "F32.2", "M25.511", "T20.46XD"]
    tables: list[Callable[[str], object]] = [
        lambda code: find_range(lexicons.kinds, code),
        lambda code: find_range(lexicons.region_places, code),
    ]
    lookups = 1000 * len(codes) * len(tables)

    seconds = timeit(lambda: [find(code) for code in codes for find in tables], number=1000)

    # 5 µs is the aim; the bound is loose so that a busy machine does not fail it.
    assert seconds / lookups < 50e-6


@pytest.mark.parametrize(
    ("code", "title", "regions"),
    [
        ("M25.511", "Pain in right shoulder", ("shoulder_arm",)),
        ("M79.671", "Pain in right foot", ("ankle_foot",)),
        ("M91.1", "Juvenile osteochondrosis of head of femur [Legg-Calvé-Perthes]", ("pelvis_hip",)),
        ("M76.8", "Other specified enthesopathies of lower limb, excluding foot", ("knee_leg",)),
        ("M00.9", "Pyogenic arthritis, unspecified", ()),
        ("T20.46XD", "Corrosion of unspecified degree of scalp [any part], subsequent encounter", ("head",)),
        ("S30.813", "Abrasion of penis", ("genital_male",)),
        ("T24.112A", "Burn of first degree of left thigh, initial encounter", ("thigh",)),
    ],
)
def test_words_of_a_title_say_the_region_where_they_are_trusted(
    lexicons: Lexicons, code: str, title: str, regions: tuple[str, ...]
) -> None:
    found = find_region_words(lexicons.region_words, code, title)

    assert tuple(region for row in found for region in row.regions) == regions


def test_a_word_is_not_trusted_outside_its_ranges(lexicons: Lexicons) -> None:
    assert find_region_words(lexicons.region_words, "W23.0", "Caught between hand and shoulder") == ()
