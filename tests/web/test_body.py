"""The map of the body."""

import pytest
from django.test import Client

from .reading_html import Page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("figure", ["woman", "man", "child"])
def test_each_figure_is_shown_from_both_sides_with_links_on_it(visitor: Client, figure: str) -> None:
    page = Page(visitor.get("/body", {"figure": figure}).content.decode())
    assert page.faults == []
    assert "From the front" in page.text
    assert "From behind" in page.text
    assert len([tag for tag, _ in page.elements if tag == "svg"]) >= 2
    assert page.hrefs().count("/body/thigh") >= 3  # front, back, list


def test_the_list_has_every_region_that_entries_have(visitor: Client, atlas) -> None:
    page = Page(visitor.get("/body").content.decode())
    assert {f"/body/{value.value}" for value in atlas.shared("region")} <= set(page.hrefs())


def test_a_region_lists_its_conditions_by_kind_and_each_once(visitor: Client, atlas) -> None:
    place = atlas.place("blood-marrow-immune")
    keys = [link.key for links in place.kinds.values() for link in links]
    assert len(keys) == len(set(keys))
    assert "C93" in keys
    assert "C93.3" not in keys  # what is above it is about the region already
    page = Page(visitor.get("/body/blood-marrow-immune").content.decode())
    assert "Growths and cancers" in page.text
    assert "/C93" in page.hrefs()


@pytest.mark.parametrize("address", ["/body/nowhere", "/body?figure=dog"])
def test_what_is_not_on_the_map_is_told_with_a_way_back(visitor: Client, address: str) -> None:
    assert visitor.get(address).status_code == 404


def test_a_part_of_a_region_leads_to_its_own_conditions_by_kind(visitor: Client, atlas) -> None:
    parts = [h for h in Page(visitor.get("/body/thigh").content.decode()).hrefs() if h.startswith("/body/part/")]
    assert "/body/part/femur" in parts
    page = Page(visitor.get("/body/part/femur").content.decode())
    assert "Injuries" in page.text
    assert "/S72" in page.hrefs()
    keys = [link.key for links in atlas.part("femur").kinds.values() for link in links]
    assert len(keys) == len(set(keys))


def test_a_part_that_does_not_exist_is_told_with_a_way_back(visitor: Client) -> None:
    assert visitor.get("/body/part/wing").status_code == 404
