"""What an assistant may ask, as functions: what is told of every entry, and what is refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from nosograph.api.tools import LONGEST_QUERY, MOST_RESULTS, TOOLS, Desk
from nosograph.article.access import MEMBERS_DEFAULT
from nosograph.atlas.reading import Atlas
from nosograph.errors import BadInput, NotFound
from nosograph.facets.telling import facets_as_data

SITE = "https://nosograph.example"


@pytest.fixture(scope="module")
def atlas(atlas_path: Path) -> Atlas:
    """The sample atlas."""
    return Atlas.open(atlas_path)


@pytest.fixture(scope="module")
def desk(atlas: Atlas) -> Desk:
    """A desk that knows its site."""
    return Desk(atlas, site=SITE)


def test_there_is_a_function_for_every_tool(desk: Desk) -> None:
    assert [tool.name for tool in TOOLS if not callable(getattr(desk, tool.name, None))] == []


def test_every_entry_can_be_looked_up_with_numbered_sources_and_nothing_for_members(atlas: Atlas, desk: Desk) -> None:
    for key in atlas.keys()[::4]:
        answer = desk.look_up(key)
        page = atlas.page(key)
        assert answer.address == f"{SITE}/{key}"
        assert [source.number for source in answer.sources] == list(range(1, len(answer.sources) + 1))
        cited = {n for section in answer.sections for s in section.statements for n in s.sources}
        assert cited == {source.number for source in answer.sources}, key
        for told, section in zip(answer.sections, page.article.sections, strict=True):
            gated = section.id in MEMBERS_DEFAULT
            assert told.more_for_members == (gated and len(told.statements) < len(section.statements))


def test_the_facets_are_those_of_the_contract(atlas: Atlas, desk: Desk) -> None:
    for key in ("C93.32", "S72.001A", "T36.0X6A", "2"):
        answer = desk.facets(key)
        link = atlas.link(key)
        for axis, value in facets_as_data(link.code, link.title, atlas.facets(key)).items():
            told = getattr(answer, axis)
            shown = [{n: getattr(site, n) for n in ("id", "label", "uberon", "uberon_match")} for site in answer.sites]
            assert (shown if axis == "sites" else told) == value, (key, axis)


def test_a_source_that_was_read_as_a_copy_is_named_without_its_address(atlas: Atlas, desk: Desk) -> None:
    copies = {s.title for s in atlas.sources() if not s.linked} - {s.title for s in atlas.sources() if s.linked}
    told = [s for key in atlas.keys()[::4] for s in desk.look_up(key).sources if s.title in copies]
    assert told
    assert {source.url for source in told} == {None}


def test_the_state_of_the_review_is_told(atlas: Atlas, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (desk.look_up("C93.32").review.status, desk.look_up("C93.32").review.by) == ("not reviewed", None)
    page = atlas.page("C93.32")
    review = replace(page.article.review, status="reviewed", reviewed="2027-02-01", by="Dr. A. Example")
    monkeypatch.setattr(Atlas, "page", lambda *_: replace(page, article=replace(page.article, review=review)))
    for told in (desk.look_up("C93.32"), desk.facets("C93.32"), desk.related("C93.32"), desk.illustration("C93.32")):
        assert (told.review.status, told.review.reviewed) == ("reviewed", "2027-02-01")


def test_words_that_find_nothing_come_with_another_spelling_where_there_is_one(desk: Desk) -> None:
    assert desk.search("zzyzx").results == []
    assert desk.search("leukemia").spelled == ""


@pytest.mark.parametrize("limit", [0, -1, MOST_RESULTS + 1])
def test_a_number_of_results_out_of_bounds_is_refused(desk: Desk, limit: int) -> None:
    with pytest.raises(BadInput, match=f"limit {limit} is out of bounds"):
        desk.search("leukemia", limit)


@pytest.mark.parametrize("query", ["", "  ", "x" * (LONGEST_QUERY + 1)])
def test_a_query_without_words_or_without_end_is_refused(desk: Desk, query: str) -> None:
    with pytest.raises(BadInput, match="give words or a code"):
        desk.search(query)


def test_a_code_that_does_not_exist_is_refused_with_the_nearest(desk: Desk) -> None:
    with pytest.raises(NotFound, match=r"'C93.39' is not a code of .*; the nearest is C93.3"):
        desk.look_up("c9339")
    with pytest.raises(BadInput, match="'heartache' is not an ICD-10-CM code"):
        desk.facets("heartache")
