"""The plates as pages, the picture on a page of its own, and the links that lie over it."""

import io

import pytest
from django.test import Client
from PIL import Image

from nosograph.web import shelf

from .reading_html import Page

pytestmark = pytest.mark.django_db


def page(visitor: Client, address: str) -> Page:
    answer = visitor.get(address)
    assert answer.status_code == 200, address
    found = Page(answer.content.decode())
    assert found.faults == []
    return found


def test_the_gallery_has_every_plate_with_its_title(visitor: Client) -> None:
    found = page(visitor, "/plates")
    every = shelf.atlas().plates()
    assert {f"/plates/{name}" for name in every} <= set(found.hrefs())
    for plate in every.values():
        assert plate.title in found.text


def test_a_plate_lists_its_parts_and_shows_the_one_that_is_asked_for(visitor: Client) -> None:
    found = page(visitor, "/plates/hip-bones")
    assert "?part=neck-of-femur" in found.hrefs()
    plain = visitor.get("/plates/hip-bones.svg").content.decode()
    marked = visitor.get("/plates/hip-bones.svg?part=neck-of-femur").content.decode()
    assert 'class="hit"' in marked
    assert 'class="hit"' not in plain
    assert "(marked)" in page(visitor, "/plates/hip-bones?part=neck-of-femur").text


@pytest.mark.parametrize(
    "address", ["/plates/no-such-plate", "/plates/no-such-plate.svg", "/plates/hip-bones?part=liver"]
)
def test_a_plate_or_part_that_is_not_there_is_a_404(visitor: Client, address: str) -> None:
    assert visitor.get(address).status_code == 404


def test_parts_of_the_picture_are_links_with_names_to_the_entries_that_share_them(visitor: Client) -> None:
    found = page(visitor, "/S72.001A")
    links = {a["href"]: a["aria-label"] for tag, a in found.elements if tag == "a" and "aria-label" in a}
    assert links["/facets/site/neck-of-femur"].startswith("Neck of femur")
    for address in links:
        if address.startswith("/facets/"):
            assert visitor.get(address).status_code == 200, address


def test_the_picture_has_a_page_of_its_own_with_its_sizes_and_files(visitor: Client) -> None:
    found = page(visitor, "/C93.32/picture?zoom=2")
    assert {"/C93.32", "/C93.32.svg", "/C93.32.png", "/C93.32.card.png", "?zoom=1"} <= set(found.hrefs())
    assert any("zoom-2" in a.get("class", "") for _, a in found.elements)
    assert visitor.get("/c9332/picture").headers["Location"] == "/C93.32/picture"
    assert visitor.get("/C93.39/picture").status_code == 404


def test_the_legend_says_what_the_colors_mean_and_only_those_that_are_there(visitor: Client) -> None:
    firm, open_side = page(visitor, "/S72.001A").text, page(visitor, "/S72.009A").text
    assert "Orange with a dark edge" in firm
    assert "Light orange with a dotted edge" not in firm
    assert "Light orange with a dotted edge" in open_side


def test_the_card_for_sharing_is_1200_by_630(visitor: Client) -> None:
    answer = visitor.get("/C93.32.card.png")
    assert answer.headers["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).size == (1200, 630)
    assert answer.headers["ETag"] != visitor.get("/C93.32.png").headers["ETag"]
