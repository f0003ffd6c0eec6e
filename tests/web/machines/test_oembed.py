"""oEmbed, as a consumer asks it."""

import json
from urllib.parse import urlencode, urlsplit
from xml.etree.ElementTree import fromstring

import pytest
from django.test import Client

from ..reading_html import Page

pytestmark = pytest.mark.django_db

PAGE = "http://testserver/C93.32"


def asked(client: Client, **parameters: str) -> object:
    return client.get(f"/oembed?{urlencode(parameters)}")


def test_a_consumer_finds_the_way_on_the_page_and_gets_a_frame(visitor: Client) -> None:
    links = [a for tag, a in Page(visitor.get("/C93.32").content.decode()).elements if tag == "link"]
    found = next(a["href"] for a in links if a.get("type") == "application/json+oembed")
    parts = urlsplit(found)
    assert (parts.scheme, parts.netloc) == ("http", "testserver")
    answer = visitor.get(f"{parts.path}?{parts.query}&maxwidth=480&maxheight=900")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    data = answer.json()
    assert (data["type"], data["version"], data["width"]) == ("rich", "1.0", 480)
    frame = Page(data["html"])
    assert frame.faults == []
    ((tag, attributes),) = frame.elements
    assert (tag, attributes["src"]) == ("iframe", "http://testserver/embed/C93.32")
    assert visitor.get(urlsplit(attributes["src"]).path).status_code == 200
    thumbnail = urlsplit(data["thumbnail_url"])
    assert visitor.get(f"{thumbnail.path}?{thumbnail.query}").headers["Content-Type"] == "image/png"


def test_the_same_comes_as_xml(visitor: Client) -> None:
    links = [a for tag, a in Page(visitor.get("/C93.32").content.decode()).elements if tag == "link"]
    found = urlsplit(next(a["href"] for a in links if a.get("type") == "text/xml+oembed"))
    answer = visitor.get(f"{found.path}?{found.query}")
    assert answer.headers["Content-Type"].startswith("text/xml")
    root = fromstring(answer.content)
    assert root.tag == "oembed"
    told = {child.tag: child.text for child in root}
    assert told == {name: str(value) for name, value in asked(visitor, url=PAGE).json().items()}


@pytest.mark.parametrize(
    "address",
    [PAGE, "https://testserver/C93.32", "http://testserver/c9332", "http://TESTSERVER/C93.32#treatment",
     "http://testserver/embed/C93.32", "http://testserver/C93.32?utm=1", "http://localhost/C93.32",
     "/C93.32"],
)  # fmt: skip
def test_every_address_of_the_page_is_known(visitor: Client, address: str) -> None:
    assert asked(visitor, url=address).json()["title"].startswith("C93.32: ")


@pytest.mark.parametrize(
    "address",
    ["http://evil.example/C93.32", "http://testserver.evil.example/C93.32", "http://testserver@evil.example/C93.32",
     "http://testserver/C93.39", "http://testserver/", "http://testserver/about", "http://testserver/C93.32/suggest",
     "ftp://testserver/C93.32", "C93.32", "//testserver/C93.32", "http://[", "javascript:alert(1)", "http://testserver:9/C93.32"],
)  # fmt: skip
def test_what_is_no_page_of_an_entry_here_is_not_found(visitor: Client, address: str) -> None:
    answer = asked(visitor, url=address)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "evil" not in answer.content.decode()


def test_a_format_that_is_not_offered_is_not_implemented(visitor: Client) -> None:
    assert asked(visitor, url=PAGE, format="yaml").status_code == 501


@pytest.mark.parametrize(
    "wrong", [{}, {"url": ""}, {"url": PAGE, "maxwidth": "wide"}, {"url": PAGE, "maxheight": "0"},
              {"url": PAGE, "maxwidth": "-5"}, {"url": PAGE, "maxwidth": "1e3"}, {"url": PAGE, "maxwidth": "²"}],
)  # fmt: skip
def test_a_request_that_cannot_be_understood_is_told_so(visitor: Client, wrong: dict[str, str]) -> None:
    answer = asked(visitor, **wrong)
    assert answer.status_code == 400
    assert json.loads(answer.content)["status"] == 400


def test_other_methods_are_refused(visitor: Client) -> None:
    assert visitor.post("/oembed", {"url": PAGE}).status_code == 405


def test_the_answer_is_for_all_and_other_sites_may_read_it_where_the_owner_says_so(visitor: Client) -> None:
    answer = asked(visitor, url=PAGE)
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_where_nobody_may_frame_the_card_the_answer_is_a_link(visitor: Client, settings: object) -> None:
    settings.NOSOGRAPH_FRAMES = ()
    assert asked(visitor, url=PAGE).json()["type"] == "link"
