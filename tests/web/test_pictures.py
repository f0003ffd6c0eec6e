"""The illustration as a file."""

import io
import re

import pytest
from django.test import Client
from PIL import Image

from nosograph.atlas.reading import Atlas

pytestmark = pytest.mark.django_db


def test_the_svg_file_is_the_atlas_s_picture_and_may_style_itself_only(visitor: Client, atlas: Atlas) -> None:
    answer = visitor.get("/C93.32.svg")
    assert answer.content.decode() == atlas.svg("C93.32")
    assert answer.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "style-src 'sha256-" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("asked", "got"),
    [("", 1280), ("640", 640), ("700", 960), ("1", 320), ("99999999", 1920), ("-5", 1280), ("wide", 1280)],
)
def test_a_png_comes_in_the_next_of_a_few_widths(visitor: Client, asked: str, got: int) -> None:
    answer = visitor.get("/C93.32.png", {"width": asked} if asked else {})
    assert answer.headers["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).width == got


def test_another_spelling_of_a_picture_leads_to_it_with_its_width(visitor: Client) -> None:
    assert visitor.get("/c9332.svg").headers["Location"] == "/C93.32.svg"
    assert visitor.get("/c9332.png?width=640").headers["Location"] == "/C93.32.png?width=640"
    assert visitor.get("/c9332.png").status_code == 301


def test_a_picture_of_no_code_is_a_404(visitor: Client) -> None:
    assert visitor.get("/C93.39.svg").status_code == 404
    assert visitor.get("/poster.png").status_code == 404


def test_a_picture_that_the_reader_has_is_not_drawn_again(
    visitor: Client, atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = visitor.get("/C93.32.png", {"width": "320"})
    etag = first.headers["ETag"]
    assert not etag.startswith("W/")
    monkeypatch.setattr(Atlas, "png", lambda *_: pytest.fail("drawn again"))
    again = visitor.get("/C93.32.png", {"width": "320"}, headers={"If-None-Match": etag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", etag)


def test_each_code_form_and_width_has_an_etag_of_its_own(visitor: Client) -> None:
    addresses = ["/C93.32.svg", "/C93.31.svg", "/C93.32.png", "/C93.32.png?width=320"]
    assert len({visitor.get(address).headers["ETag"] for address in addresses}) == len(addresses)


def test_anyone_may_keep_a_picture_for_an_hour(visitor: Client) -> None:
    answer = visitor.get("/C93.32.svg")
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert not answer.cookies


def test_the_small_picture_is_the_same_without_its_words_but_for_the_sides(visitor: Client, atlas: Atlas) -> None:
    answer = visitor.get("/C93.32.small.svg")
    assert answer.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
    text = answer.content.decode()
    words = re.findall(r"<text[^>]*>([^<]*)</text>", text)
    assert words == ["their right", "their left"]
    assert f">{atlas.scene('C93.32').caption}</title>" in text
    assert "prefers-color-scheme:dark" in text
    assert len(text) < len(atlas.svg("C93.32"))


@pytest.mark.parametrize(("asked", "size"), [("", (1200, 630)), ("640", (640, 336)), ("1", (320, 168))])
def test_a_card_comes_in_three_sizes_and_may_stand_on_other_sites(
    visitor: Client, asked: str, size: tuple[int, int]
) -> None:
    answer = visitor.get("/C93.32.card.png", {"width": asked} if asked else {})
    assert Image.open(io.BytesIO(answer.content)).size == size
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert visitor.get("/C93.32.png?width=320").headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_another_figure_is_drawn_where_the_code_leaves_the_body_open(visitor: Client) -> None:
    drawn = visitor.get("/J18.9.svg?figure=woman")
    assert drawn.status_code == 200
    assert "A drawing of a woman, seen from the front." in drawn.content.decode()
    assert "figure-woman-front" in drawn.content.decode()
    assert drawn.headers["ETag"] != visitor.get("/J18.9.svg").headers["ETag"]
    assert Image.open(io.BytesIO(visitor.get("/J18.9.png?figure=child&width=320").content)).width == 320


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("/N40.0.svg?figure=woman", "/N40.0.svg"),  # a prostate is a man's
        ("/C93.32.svg?figure=man", "/C93.32.svg"),  # the lexicon has a toddler for it
        ("/P22.0.svg?figure=older", "/P22.0.svg"),
        ("/J18.9.svg?figure=unicorn", "/J18.9.svg"),
        ("/N40.0.png?figure=woman&width=640", "/N40.0.png?width=640"),
        ("/J18.9.card.png?figure=woman&width=640", "/J18.9.card.png?width=640"),
    ],
)
def test_a_figure_that_would_contradict_the_code_leads_to_the_picture_as_it_is(
    visitor: Client, asked: str, plain: str
) -> None:
    answer = visitor.get(asked)
    assert (answer.status_code, answer.headers["Location"]) == (302, plain)
