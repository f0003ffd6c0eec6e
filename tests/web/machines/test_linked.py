"""Linked data by itself, and in the head of the page: the same, and nothing for members."""

import json
import re

import pytest
from django.test import Client

from nosograph.atlas.reading import Atlas

from ..reading_html import Page

pytestmark = pytest.mark.django_db

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def test_the_page_carries_what_stands_at_its_address_with_jsonld(visitor: Client, member: Client) -> None:
    answer = visitor.get("/C93.32.jsonld")
    assert answer.headers["Content-Type"] == "application/ld+json"
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    data = json.loads(answer.content)
    assert data["url"] == "http://testserver/C93.32"
    for client in (visitor, member):
        (text,) = SCRIPT.findall(client.get("/C93.32").content.decode())
        assert json.loads(text) == data


def test_a_source_that_only_members_are_told_of_is_in_neither(visitor: Client, atlas: Atlas, settings: object) -> None:
    told = {source["name"] for source in visitor.get("/C93.32.jsonld").json()["citation"]}
    settings.NOSOGRAPH_MEMBER_SECTIONS = frozenset()
    everything = {source["name"] for source in visitor.get("/C93.32.jsonld").json()["citation"]}
    assert told < everything == {source.title for source in atlas.page("C93.32").sources}


def test_another_spelling_leads_to_it_and_what_is_not_there_is_a_problem(visitor: Client) -> None:
    assert visitor.get("/c9332.jsonld").headers["Location"] == "/C93.32.jsonld"
    answer = visitor.get("/C93.39.jsonld")
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")
    assert visitor.get("/leukemia.jsonld").status_code == 400


def test_the_head_tells_of_the_page_as_a_link_to_it_shall_look(visitor: Client, atlas: Atlas) -> None:
    elements = Page(visitor.get("/C93.32").content.decode()).elements
    told = {a.get("property", a.get("name")): a.get("content") for tag, a in elements if tag == "meta"}
    article = atlas.page("C93.32").article
    assert told["description"] == told["og:description"] == article.summary
    assert told["og:title"] == "C93.32: Juvenile myelomonocytic leukemia, in relapse"
    assert told["og:url"] == "http://testserver/C93.32"
    assert told["og:image"] == "http://testserver/C93.32.card.png"
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert told["og:image:alt"] == article.scene.caption
    assert told["twitter:card"] == "summary_large_image"
    assert ("link", {"rel": "canonical", "href": "http://testserver/C93.32"}) in elements
    assert visitor.get("/C93.32.card.png").headers["Content-Type"] == "image/png"


def test_the_address_is_the_one_that_was_asked_and_a_foreign_one_is_refused(visitor: Client) -> None:
    page = visitor.get("/C93.32", headers={"host": "localhost"}).content.decode()
    assert '<link rel="canonical" href="http://localhost/C93.32">' in page
    assert "testserver" not in page
    for address in ("/C93.32", "/robots.txt", "/sitemap.xml", "/embed/C93.32", "/C93.32.jsonld"):
        assert visitor.get(address, headers={"host": "evil.example"}).status_code == 400, address
