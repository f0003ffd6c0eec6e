"""From an injury to one code by questions; the glossary; how codes that stand side by side differ."""

import pytest
from django.test import Client

from .reading_html import Page

pytestmark = pytest.mark.django_db


def test_the_builder_begins_with_the_injuries_by_place(visitor: Client) -> None:
    page = Page(visitor.get("/builder").content.decode())
    assert page.faults == []
    assert "/builder/S72" in page.hrefs()
    assert "/builder/C93" not in page.hrefs()


def test_it_asks_for_what_the_codes_below_differ_in_and_shows_the_picture(visitor: Client) -> None:
    page = Page(visitor.get("/builder/S72.00").content.decode())
    assert "Which side?" in page.text
    assert "/S72.00.svg" in [a.get("src") for tag, a in page.elements if tag == "img"]


def test_answers_lead_to_the_one_code_that_has_them(visitor: Client) -> None:
    answer = visitor.get("/builder/S72.00", {"laterality": "right", "side": "right"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/builder/S72.001")


def test_answers_that_no_code_has_are_told_and_nothing_is_guessed(visitor: Client) -> None:
    page = Page(visitor.get("/builder/S72.00", {"side": "upside-down"}).content.decode())
    assert "No code has these answers together" in page.text


def test_the_last_step_is_the_visit_and_ends_at_one_billable_code(visitor: Client) -> None:
    page = Page(visitor.get("/builder/S72.001").content.decode())
    assert "/builder/S72.001A" in page.hrefs()
    assert "initial encounter for closed fracture" in page.text
    end = Page(visitor.get("/builder/S72.001A").content.decode())
    assert "This is a whole code" in end.text
    assert "/S72.001A" in end.hrefs()


@pytest.mark.parametrize("key", ["C93.32", "S72.9999", "nothing", "s72", "T36"])
def test_only_injuries_of_a_place_can_be_built(visitor: Client, key: str) -> None:
    assert visitor.get(f"/builder/{key}").status_code == 404


def test_the_glossary_has_the_terms_of_a_letter_in_plain_words(visitor: Client) -> None:
    page = Page(visitor.get("/glossary").content.decode())
    assert page.faults == []
    assert "Abdomen" in page.text
    assert "?letter=z" in page.hrefs()


@pytest.mark.parametrize("letter", ["", "aa", "%", "é"])
def test_a_letter_that_begins_nothing_is_told(visitor: Client, letter: str) -> None:
    assert visitor.get("/glossary", {"letter": letter}).status_code == 404


def test_codes_side_by_side_are_a_table_of_how_they_differ(visitor: Client) -> None:
    page = Page(visitor.get("/C93.32").content.decode())
    assert "Remission" in page.text
    for words in ("Not having achieved remission", "In remission", "In relapse"):
        assert words in page.text
    assert {"/C93.30", "/C93.31"} <= set(page.hrefs())


def test_a_table_that_would_leave_out_words_of_a_title_is_not_made(db: None, atlas) -> None:
    for key in ("C93.32", "S72.001", "S72.001A"):
        found = atlas.page(key).differences
        assert found is not None, key
    codes = [key for key in list(atlas.keys()) if len(key) > 3 and "-" not in key]
    without = [key for key in codes if atlas.page(key).differences is None]
    assert without
