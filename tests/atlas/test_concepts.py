"""The entries of an atlas as concepts: what lies below is a range, and lists come without articles."""

from nosograph.atlas.reading import Atlas
from nosograph.icd10cm.model import TO_ICD9


def test_what_lies_below_an_entry_is_exactly_its_range_of_numbers(atlas: Atlas) -> None:
    keys = atlas.keys()
    above = {key: {link.key for link in atlas.above(key)} for key in keys}
    for number, key in enumerate(keys, start=1):
        row = atlas.concepts.one(key)
        assert row is not None
        assert row.number == number
        assert keys[number : row.last] == [other for other in keys if key in above[other]]


def test_rows_come_in_the_order_that_was_asked_for(atlas: Atlas) -> None:
    last = atlas.concepts.count()
    for numbers in ([3, 1, 2], [5, 9, 7], [4], [], list(range(1, last + 1)), list(range(last, 0, -1))):
        assert [row.number for row in atlas.concepts.some(numbers)] == numbers


def test_a_chapter_is_found_by_its_range_and_tells_it(atlas: Atlas) -> None:
    row = atlas.concepts.spanning("C00-D49")
    assert row is not None
    assert (row.key, atlas.concepts.span(row.number)) == ("2", "C00-D49")
    assert atlas.concepts.spanning("C93") is None


def test_what_an_entry_says_of_itself_is_what_its_page_says(atlas: Atlas) -> None:
    row = atlas.concepts.one("C93.30")
    assert row is not None
    told, page = atlas.concepts.told(row.number), atlas.page("C93.30")
    assert (told.summary, told.also_called) == (page.article.summary, page.article.also_called)
    assert told.inclusion_terms[-1] == "Juvenile myelomonocytic leukemia NOS"


def test_titles_are_searched_for_texts_and_never_for_patterns(atlas: Atlas) -> None:
    found = [row.key for row in atlas.concepts.some(atlas.concepts.titled(["MYELOMONOCYTIC", "relapse"]))]
    assert "C93.32" in found
    assert atlas.concepts.titled(["_"]) == []
    with_percent = [key for key in atlas.keys() if "%" in atlas.link(key).title]  # noqa: SIM118 - no mapping
    assert [row.key for row in atlas.concepts.some(atlas.concepts.titled(["%"]))] == with_percent != []


def test_facets_by_entry_are_those_of_the_pages(atlas: Atlas) -> None:
    row = atlas.concepts.one("S72.001A")
    assert row is not None
    values = {(v.axis, v.label) for v in atlas.concepts.facets(row.number, row.number)[row.number]}
    assert values >= {("process", "fracture"), ("laterality", "right"), ("site", "neck of femur")}
    assert row.number in atlas.concepts.holders("site", "neck-of-femur")


def test_a_map_is_asked_from_both_ends(atlas: Atlas) -> None:
    (row,) = atlas.crosswalk.from_source(TO_ICD9, "C93.32")
    assert (row.target, row.exact) == ("206.82", False)
    assert row in atlas.crosswalk.to_target(TO_ICD9, "206.82")
    assert atlas.crosswalk.icd9_title("206.82") == "Other monocytic leukemia, in relapse"
