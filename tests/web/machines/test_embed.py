"""The card that other sites show in a frame."""

import pytest
from django.test import Client

from nosograph.atlas.reading import Atlas

from ..reading_html import Page

pytestmark = pytest.mark.django_db


def test_the_card_says_what_the_code_is_and_leads_to_its_page_beside_the_other_site(
    visitor: Client, atlas: Atlas
) -> None:
    answer = visitor.get("/embed/C93.32")
    page = Page(answer.content.decode())
    assert page.faults == []
    assert "C93.32" in page.text
    assert "Juvenile myelomonocytic leukemia, in relapse" in page.text
    assert atlas.page("C93.32").article.summary in page.text
    assert "not advice to one person. Not yet reviewed by a clinician." in page.text
    links = [attributes for tag, attributes in page.elements if tag == "a"]
    assert [(a["href"], a["target"], a["rel"]) for a in links] == [("http://testserver/C93.32", "_blank", "noopener")]
    pictures = [attributes for tag, attributes in page.elements if tag == "img"]
    assert pictures == [{"src": "/C93.32.small.svg", "alt": atlas.scene("C93.32").caption}]


def test_it_has_no_script_and_no_style_of_its_own_and_sets_no_cookie(visitor: Client) -> None:
    answer = visitor.get("/embed/C93.32")
    page = Page(answer.content.decode())
    assert not {"script", "style", "form", "iframe"} & {tag for tag, _ in page.elements}
    assert not [a for _, a in page.elements if "style" in a or any(name.startswith("on") for name in a)]
    assert not answer.cookies
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_search_engines_list_the_page_and_not_the_card(visitor: Client) -> None:
    elements = Page(visitor.get("/embed/C93.32").content.decode()).elements
    assert ("meta", {"name": "robots", "content": "noindex"}) in elements
    assert ("link", {"rel": "canonical", "href": "http://testserver/C93.32"}) in elements


def test_any_site_may_frame_the_card_and_no_other_page(visitor: Client) -> None:
    headers = visitor.get("/embed/C93.32").headers
    assert headers["Content-Security-Policy"].endswith("frame-ancestors *")
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "script-src" not in headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in headers
    other = visitor.get("/C93.32").headers
    assert "frame-ancestors 'none'" in other["Content-Security-Policy"]
    assert other["X-Frame-Options"] == "DENY"


def test_an_owner_says_who_may_frame_it(visitor: Client, settings: object) -> None:
    settings.NOSOGRAPH_FRAMES = ("https://portal.example", "http://localhost:8080")
    headers = visitor.get("/embed/C93.32").headers
    assert headers["Content-Security-Policy"].endswith("frame-ancestors https://portal.example http://localhost:8080")
    assert "X-Frame-Options" not in headers
    settings.NOSOGRAPH_FRAMES = ()
    headers = visitor.get("/embed/C93.32").headers
    assert headers["Content-Security-Policy"].endswith("frame-ancestors 'none'")
    assert headers["X-Frame-Options"] == "DENY"


def test_another_spelling_leads_to_the_card(visitor: Client) -> None:
    answer = visitor.get("/embed/c9332")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/embed/C93.32")


@pytest.mark.parametrize("asked", ["C93.39", "no-such", "<script>alert(1)"])
def test_a_code_that_is_not_there_is_told_in_the_frame(visitor: Client, asked: str) -> None:
    answer = visitor.get(f"/embed/{asked}")
    assert answer.status_code == 404
    assert answer.headers["Content-Security-Policy"].endswith("frame-ancestors *")
    page = Page(answer.content.decode())
    assert f"{asked} is not in ICD-10-CM" in page.text
    assert "script" not in {tag for tag, _ in page.elements}


def test_every_entry_of_the_sample_has_a_card(visitor: Client, atlas: Atlas) -> None:
    for key in atlas.keys()[::25]:
        answer = visitor.get(f"/embed/{key}")
        assert (answer.status_code, Page(answer.content.decode()).faults) == (200, []), key
