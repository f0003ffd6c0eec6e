"""What every answer carries, and what visitors are never given."""

import re

import pytest
from django.test import Client

from .reading_html import Page

pytestmark = pytest.mark.django_db

FOR_ALL = ["/", "/C93.32", "/2", "/browse", "/about", "/sources", "/privacy", "/search?q=leukemia", "/C93.39"]
FORMS = ["/account/login/", "/account/signup/", "/account/password/reset/"]
OWN = ["/saved/", "/account/", "/account/email/", "/account/delete/", "/account/password/change/", "/C93.32", "/"]


@pytest.mark.parametrize("address", [*FOR_ALL, *FORMS, "/C93.32.svg", "/robots.txt", "/healthz", "/c9332"])
def test_no_answer_lets_anything_foreign_in(visitor: Client, address: str) -> None:
    headers = visitor.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    for source in re.findall(r"(?:script|connect)-src ([^;]*)", policy):  # pictures have neither
        assert source == "'self'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("address", FOR_ALL + FORMS)
def test_no_page_has_a_script_of_its_own_an_inline_style_or_a_foreign_file(visitor: Client, address: str) -> None:
    page = Page(visitor.get(address).content.decode())
    for tag, attributes in page.elements:
        assert tag not in ("style", "iframe", "object", "embed"), tag
        data = {"type": "application/ld+json"}  # is never run
        assert tag != "script" or set(attributes) == {"src", "defer"} or attributes == data
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        if tag != "a":
            for name in ("src", "href", "action", "srcset"):
                value = attributes.get(name, "")
                if attributes.get("rel") in ("canonical", "alternate"):  # must be absolute; no browser fetches them
                    value = value.removeprefix("http://testserver")
                assert re.match(r"[/#]|$", value), (tag, attributes)


@pytest.mark.parametrize("address", FOR_ALL)
def test_reading_sets_no_cookie(visitor: Client, address: str) -> None:
    answer = visitor.get(address)
    assert not answer.cookies
    assert "csrfmiddlewaretoken" not in answer.content.decode()


@pytest.mark.parametrize("address", ["/", "/C93.32", "/2", "/browse", "/about", "/sources", "/privacy"])
def test_caches_may_keep_a_visitor_s_page_but_browsers_ask_again(visitor: Client, address: str) -> None:
    headers = visitor.get(address).headers
    assert headers["Cache-Control"] == "public, max-age=0, s-maxage=600, must-revalidate"
    assert "Cookie" in headers["Vary"]


def test_a_visitor_s_page_that_has_not_changed_is_not_sent_again(visitor: Client) -> None:
    etag = visitor.get("/C93.32").headers["ETag"]
    again = visitor.get("/C93.32", headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("address", OWN)
def test_nobody_may_keep_a_member_s_page(member: Client, address: str) -> None:
    headers = member.get(address).headers
    assert "no-store" in headers["Cache-Control"]
    assert "public" not in headers["Cache-Control"]
    assert "ETag" not in headers


def test_a_page_with_a_message_for_one_person_is_not_for_all(member: Client) -> None:
    member.post("/account/logout/")
    answer = member.get("/")
    assert "You are logged out." in answer.content.decode()
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_cookies_are_out_of_the_reach_of_scripts_and_other_sites(visitor: Client) -> None:
    cookie = visitor.get("/account/login/").cookies["csrf"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_links_to_other_sites_do_not_say_where_one_came_from(visitor: Client) -> None:
    page = Page(visitor.get("/sources").content.decode())
    foreign = [attributes for tag, attributes in page.elements if tag == "a" and attributes["href"].startswith("http")]
    assert foreign
    assert all("noreferrer" in attributes["rel"].split() for attributes in foreign)


def test_search_engines_keep_out_of_what_belongs_to_one_person(visitor: Client) -> None:
    lines = visitor.get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /account/", "Disallow: /saved/", "Disallow: /search"} <= set(lines)
    assert "X-Robots-Tag" not in visitor.get("/C93.32").headers


def test_an_owner_may_keep_the_whole_site_out_of_search_engines(visitor: Client, settings: object) -> None:
    settings.NOSOGRAPH_INDEX = False
    assert visitor.get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"
    for address in ("/C93.32", "/", "/C93.32.png", "/C93.39", "/embed/C93.32"):
        assert visitor.get(address).headers["X-Robots-Tag"] == "noindex", address
    assert visitor.get("/sitemap.xml").status_code == visitor.get("/sitemap-1.xml").status_code == 404


def test_the_health_check_asks_atlas_and_database(visitor: Client, settings: object) -> None:
    assert visitor.get("/healthz").content == b"ok\n"
    settings.NOSOGRAPH_ATLAS = "/nonexistent.sqlite"
    answer = visitor.get("/healthz")
    assert (answer.status_code, answer.content) == (503, b"the atlas does not answer\n")


def test_the_gallery_is_for_development_alone(visitor: Client) -> None:
    assert visitor.get("/gallery").status_code == 404


def test_another_host_s_name_is_refused(visitor: Client) -> None:
    assert visitor.get("/", headers={"host": "evil.example"}).status_code == 400


def test_with_https_everybody_is_sent_there_but_the_health_check(visitor: Client, settings: object) -> None:
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, 31_536_000
    answer = visitor.get("/C93.32")
    assert (answer.status_code, answer.headers["Location"]) == (301, "https://testserver/C93.32")
    assert visitor.get("/healthz").status_code == 200
    assert visitor.get("/C93.32", secure=True).headers["Strict-Transport-Security"] == "max-age=31536000"
