"""One box for codes and words."""

import pytest
from django.test import Client

from .reading_html import Page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("query", ["C93.32", "c9332", "C93 32", "  c93.32 "])
def test_a_code_goes_straight_to_its_page(visitor: Client, query: str) -> None:
    answer = visitor.get("/search", {"q": query})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/C93.32")


def test_words_list_the_entries_with_their_codes(visitor: Client) -> None:
    page = Page(visitor.get("/search", {"q": "juvenile myelo"}).content.decode())
    assert {"/C93.3", "/C93.30", "/C93.31", "/C93.32"} <= set(page.hrefs())
    assert "Juvenile myelomonocytic leukemia, in relapse" in page.text


def test_another_name_finds_the_entry_and_says_why(visitor: Client) -> None:
    page = Page(visitor.get("/search", {"q": "JMML"}).content.decode())
    assert "/C93.32" in page.hrefs()
    assert "also called: JMML" in page.text


def test_a_code_that_does_not_exist_shows_the_nearest_entry(visitor: Client) -> None:
    page = Page(visitor.get("/search", {"q": "C93.39"}).content.decode())
    assert "There is no code C93.39" in page.text
    assert "/C93.3" in page.hrefs()


def test_nothing_found_offers_help(visitor: Client) -> None:
    page = Page(visitor.get("/search", {"q": "zzyzx quux"}).content.decode())
    assert "Nothing found for “zzyzx quux”" in page.text
    assert "/browse" in page.hrefs()


def test_an_empty_search_shows_the_box_alone(visitor: Client) -> None:
    page = Page(visitor.get("/search", {"q": "   "}).content.decode())
    assert "Nothing found" not in page.text
    assert "browse all chapters" in page.text


@pytest.mark.parametrize(
    "query", ['<img src=x onerror="alert(1)">', '" AND NEAR(', "x" * 5000, "\x00", "NEAR/2 *", "'; --"]
)
def test_any_text_may_be_searched_for_and_is_shown_as_text(visitor: Client, query: str) -> None:
    answer = visitor.get("/search", {"q": query})
    assert answer.status_code == 200
    page = Page(answer.content.decode())
    assert page.faults == []
    assert not [attributes for _, attributes in page.elements if "onerror" in attributes]
    assert len([tag for tag, _ in page.elements if tag == "script"]) == 1  # that of the search box


def test_nobody_on_the_way_may_keep_what_was_searched_for(visitor: Client) -> None:
    assert visitor.get("/search", {"q": "leukemia"}).headers["Cache-Control"] == "private, no-store"


def test_what_is_typed_gets_results_with_their_addresses_and_reasons(visitor: Client) -> None:
    answer = visitor.get("/search/typing", {"q": "JMM"})
    assert answer.headers["Cache-Control"] == "private, no-store"
    first = answer.json()["results"][0]
    assert (first["href"], first["code"]) == ("/C93.3", "C93.3")
    assert first["why"] == "also called: JMML"


@pytest.mark.parametrize("typed", ["", " ", "zzyzx quux", "\x00", "x" * 5000])
def test_typing_what_finds_nothing_gives_an_empty_list(visitor: Client, typed: str) -> None:
    assert visitor.get("/search/typing", {"q": typed}).json() == {"results": []}


def test_a_result_leads_on_to_the_codes_that_it_stands_for(visitor: Client) -> None:
    page = Page(visitor.get("/search", {"q": "JMML"}).content.decode())
    assert {"/C93.30", "/C93.31", "/C93.32"} <= set(page.hrefs())
    assert "More exactly" in page.text


def test_another_spelling_and_the_map_are_offered_where_nothing_is_found(visitor: Client) -> None:
    page = Page(visitor.get("/search", {"q": "myelomonozytik"}).content.decode())
    assert "/body" in page.hrefs() or "/C93.3" in page.hrefs()
