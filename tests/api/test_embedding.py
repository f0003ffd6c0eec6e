"""The card for other sites and oEmbed, as data."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nosograph.api.embedding import Room, card_height, oembed, trust_of
from nosograph.atlas.model import Page
from nosograph.atlas.reading import Atlas

SITE = "https://nosograph.example"


@pytest.fixture(scope="module")
def page(atlas_path: Path) -> Page:
    """The page of C93.32."""
    return Atlas.open(atlas_path).page("C93.32")


def test_the_answer_has_what_oembed_asks_of_the_rich_type(page: Page) -> None:
    data = oembed(page, site=SITE, room=Room(), framed=True)
    assert (data["type"], data["version"]) == ("rich", "1.0")
    assert data["title"] == "C93.32: Juvenile myelomonocytic leukemia, in relapse"
    assert (data["provider_name"], data["provider_url"]) == ("Nosograph", f"{SITE}/")
    assert data["width"] == 640
    assert data["thumbnail_url"] == f"{SITE}/C93.32.card.png"
    assert (data["thumbnail_width"], data["thumbnail_height"]) == (1200, 630)


def test_the_frame_leads_to_the_card_says_what_it_is_and_does_not_tell_on_which_page_it_stands(page: Page) -> None:
    frame = str(oembed(page, site=SITE, room=Room(width=480), framed=True)["html"])
    assert frame.startswith(f'<iframe src="{SITE}/embed/C93.32" title="C93.32: Juvenile')
    assert ' width="480" ' in frame
    assert 'referrerpolicy="no-referrer"' in frame
    assert "<script" not in frame


def test_where_nobody_may_frame_the_card_the_answer_is_a_link(page: Page) -> None:
    data = oembed(page, site=SITE, room=Room(), framed=False)
    assert data["type"] == "link"
    assert not {"html", "width", "height"} & set(data)


@given(width=st.integers(1, 5000), height=st.integers(1, 5000))
def test_the_answer_always_keeps_to_the_room(page: Page, width: int, height: int) -> None:
    data = oembed(page, site=SITE, room=Room(width=width, height=height), framed=True)
    assert 0 < data["width"] <= min(width, 640)
    assert 0 < data["height"] <= height
    assert data.get("thumbnail_width", 0) <= width
    assert data.get("thumbnail_height", 0) <= height
    assert {"thumbnail_url", "thumbnail_width", "thumbnail_height"} & set(data) in (
        set(),
        {"thumbnail_url", "thumbnail_width", "thumbnail_height"},
    )


@pytest.mark.parametrize(
    ("room", "tail"), [(Room(width=700), "?width=640"), (Room(width=320), "?width=320"), (Room(height=630), "")]
)
def test_the_thumbnail_is_the_largest_that_fits(page: Page, room: Room, tail: str) -> None:
    assert oembed(page, site=SITE, room=room, framed=True)["thumbnail_url"] == f"{SITE}/C93.32.card.png{tail}"


def test_a_narrower_card_is_higher(page: Page) -> None:
    assert card_height(page, 320) > card_height(page, 480) > card_height(page, 640)


def test_the_card_says_that_it_is_no_advice_and_that_nobody_has_reviewed_it(page: Page) -> None:
    assert trust_of(page) == "General information, not advice to one person. Not yet reviewed by a clinician."
