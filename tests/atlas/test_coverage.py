"""How much an atlas covers: counted while it is built, and equal to a count afterwards."""

import pytest

from nosograph.atlas.coverage import coverage
from nosograph.knowledge.model import Scope


@pytest.fixture(scope="module")
def pages(atlas):
    return list(map(atlas.page, atlas.keys()))


def test_entries_are_counted_by_level(atlas, pages):
    found = coverage(atlas)["entries"]
    assert found["entries"] == len(pages)
    assert found["billable"] == sum(p.link.billable for p in pages)
    assert found["chapter_entries"] == 22
    assert sum(n for name, n in found.items() if name.endswith("_entries")) == len(pages)


@pytest.mark.parametrize(
    "axis", ["process", "sites", "regions", "laterality", "episode", "remission", "trimester", "intent"]
)
def test_facets_are_counted_by_axis(atlas, pages, axis):
    assert coverage(atlas)["facets"][f"with_{axis}"] == sum(bool(getattr(p.facets, axis)) for p in pages)


def test_pages_are_counted_by_what_is_known_of_them(atlas, pages):
    found = coverage(atlas)["knowledge"]
    scopes = [{x.scope for s in p.article.sections for x in s.statements} for p in pages]
    assert found["pages_about_the_condition"] == sum(Scope.CONDITION in s for s in scopes)
    assert found["pages_with_an_empty_section"] == sum(any(not s.statements for s in p.article.sections) for p in pages)
    assert found["pages_reviewed_by_a_clinician"] == 0
    assert found["pages_with_an_unsourced_statement"] == 0


def test_pictures_are_counted(atlas, pages):
    found = coverage(atlas)["illustrations"]
    scenes = [p.article.scene for p in pages]
    assert found["with_a_marked_part"] == sum(bool(s.sites or s.regions) for s in scenes)
    assert found["with_a_panel"] == sum(bool(s.panels) for s in scenes)
    assert found["with_a_strip"] == sum(bool(s.strips) for s in scenes)


def test_the_reading_grade_is_told_honestly(atlas):
    found = coverage(atlas)["reading"]
    assert 0 < found["median_grade_of_pages"] <= found["hardest_page"]
    assert 0 <= found["share_of_pages_at_most_8"] <= 1


def test_a_page_is_whole_only_where_it_says_what_the_very_condition_is(atlas, pages):
    def whole(page):
        sections = page.article.sections
        own = [x for s in sections for x in s.statements if x.scope in (Scope.CODE, Scope.CONDITION)]
        told = any(x.scope is Scope.CONDITION for x in sections[0].statements)
        return told and all(s.statements for s in sections) and len({c.source for x in own for c in x.citations}) >= 4

    counted = sum(map(whole, pages))
    assert coverage(atlas)["knowledge"]["pages_whole_about_the_condition"] == counted
    assert 0 < counted < len(pages)
    assert {page.article.sections[0].id for page in pages} <= {"definition", "meaning"}
