"""What the codes say: axes, their values, the entries that share one, and the way there from a code and back."""

import pytest
from django.test import Client

from nosograph.web import shelf

from .reading_html import Page

pytestmark = pytest.mark.django_db


def page(visitor: Client, address: str) -> Page:
    answer = visitor.get(address)
    assert answer.status_code == 200, address
    return Page(answer.content.decode())


def test_the_overview_leads_to_every_axis_and_counts_its_values(visitor: Client) -> None:
    found = page(visitor, "/facets")
    assert {"/facets/kind", "/facets/process", "/facets/site", "/facets/agent", "/facets/qualifier"} <= set(
        found.hrefs()
    )
    assert f"{len(shelf.atlas().shared('site')):,} values" in found.text


def test_an_axis_lists_all_its_values_with_how_many_entries_have_each(visitor: Client) -> None:
    found = page(visitor, "/facets/laterality")
    for value in shelf.atlas().shared("laterality"):
        assert f"/facets/laterality/{value.value}" in found.hrefs()
        assert f"{value.entries:,}" in found.text


def test_a_long_axis_has_all_its_values_under_letters_that_the_page_opens_with(visitor: Client) -> None:
    found = page(visitor, "/facets/site")
    values = shelf.atlas().shared("site")
    assert len(values) > 60
    assert {f"/facets/site/{value.value}" for value in values} <= set(found.hrefs())
    jumps = [h for h in found.hrefs() if h.startswith("#letter-")]
    assert jumps == sorted(set(jumps))
    assert {f"#letter-{value.label[0].lower()}" for value in values if value.label[0].isalpha()} <= set(jumps)
    assert not [h for h in page(visitor, "/facets/laterality").hrefs() if h.startswith("#letter-")]


@pytest.mark.parametrize("code", ["C93.32", "S72.001A", "W56.22XA", "C81-C96"])
def test_every_facet_of_a_page_leads_to_a_list_with_that_page_in_it(visitor: Client, code: str) -> None:
    links = [h for h in page(visitor, f"/{code}").hrefs() if h.startswith("/facets/")]
    assert len(links) >= 2
    for link in links:
        _, _, axis, value = link.split("/")
        _, entries = shelf.atlas().sharing(axis, value, start=0, limit=100_000)
        assert code in {e.key for e in entries}, link
        assert visitor.get(link).status_code == 200, link


def test_a_long_list_comes_in_parts_that_lead_on_and_back(visitor: Client) -> None:
    total = next(v.entries for v in shelf.atlas().shared("kind") if v.value == "injury")
    assert total > 200
    seen: list[str] = []
    for number in range(1, -(-total // 100) + 1):
        found = page(visitor, f"/facets/kind/injury?page={number}")
        assert ("?page=" + str(number + 1) in found.hrefs()) == (number * 100 < total)
        assert ("?page=" + str(number - 1) in found.hrefs()) == (number > 1)
        seen += [h for h in found.hrefs() if shelf.atlas().resolve(h.strip("/"))]
    _, entries = shelf.atlas().sharing("kind", "injury", start=0, limit=100_000)
    assert {f"/{e.key}" for e in entries} <= set(seen)


@pytest.mark.parametrize(
    "address",
    [
        "/facets/nose", "/facets/site/tail", "/facets/kind/injury?page=0", "/facets/kind/injury?page=x",
        "/facets/kind/injury?page=9999", "/facets/kind/injury?page=-1", "/facets/kind/injury?page=99999999999",
    ],
)  # fmt: skip
def test_what_does_not_exist_is_a_404_with_a_way_back(visitor: Client, address: str) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 404
    assert "/browse" in Page(answer.content.decode()).hrefs()


def test_the_footer_of_every_page_leads_to_the_overview(visitor: Client) -> None:
    assert "/facets" in page(visitor, "/about").hrefs()
