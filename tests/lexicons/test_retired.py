"""Codes that earlier releases had, as the table tells them, beside the releases themselves."""

from nosograph.icd10cm.model import Release
from nosograph.lexicons.retired import gone_from, load_retired


def test_the_nearest_entry_is_one_of_the_release_even_of_an_excerpt(release: Release) -> None:
    excerpt = {key for key in release.entries if len(key) < 6}
    rows = list(gone_from(excerpt, load_retired()))
    assert len(rows) > 300
    assert {row.nearest for row in rows} <= excerpt


def test_an_older_release_that_still_has_a_code_does_not_call_it_retired() -> None:
    told = [row.code for row in gone_from({"T81.32", "T81.32XA"}, load_retired())]
    assert told == ["T81.32XD", "T81.32XS"]


def test_a_block_has_become_the_block_that_begins_where_it_began(release: Release) -> None:
    row = load_retired()["I10-I16"]
    assert (row.title, row.last, row.nearest) == ("Hypertensive diseases", 2023, "I10-I1A")
    assert release.entries[row.nearest].title == row.title


def test_the_well_known_codes_of_eggs_and_milk_stand_where_they_were_told_apart() -> None:
    table = load_retired()
    assert [table[f"T78.0{n}XA"].nearest for n in (7, 8)] == ["T78.07", "T78.08"]
    assert {table[f"T78.0{n}XA"].last for n in (7, 8)} == {2025}
