"""The sheet for a visit: what stands on the page, made to be printed, ticked and written on."""

import pytest
from django.test import Client

from nosograph.atlas.reading import Atlas

from .reading_html import Page

pytestmark = pytest.mark.django_db


def texts(atlas: Atlas, section: str) -> list[str]:
    found = next(s for s in atlas.page("C93.32").article.sections if s.id == section)
    return [statement.text for statement in found.statements]


def test_the_page_leads_to_its_sheet_and_the_sheet_back(visitor: Client) -> None:
    assert 'href="/C93.32/visit"' in visitor.get("/C93.32").content.decode()
    assert 'href="/C93.32"' in visitor.get("/C93.32/visit").content.decode()


def test_it_has_every_question_and_all_that_needs_help(visitor: Client, atlas: Atlas) -> None:
    shown = Page(visitor.get("/C93.32/visit").content.decode()).text
    for said in (*texts(atlas, "questions"), *texts(atlas, "get-help")):
        assert " ".join(said.split()) in " ".join(shown.split())


def test_it_tells_a_visitor_nothing_that_is_for_members(visitor: Client, atlas: Atlas, settings) -> None:
    settings.NOSOGRAPH_MEMBER_SECTIONS = frozenset({"questions"})
    shown = visitor.get("/C93.32/visit").content.decode()
    told, kept = texts(atlas, "questions")[0], texts(atlas, "questions")[-1]
    assert told.split("'")[0] in shown
    assert kept.split("'")[0] not in shown


def test_chapters_have_none_and_other_spellings_lead_to_the_one(visitor: Client) -> None:
    assert "/visit" not in visitor.get("/2").content.decode()
    assert visitor.get("/c9332/visit").headers["Location"] == "/C93.32/visit"
    assert visitor.get("/C93.39/visit").status_code == 404


def test_what_cannot_wait_stands_with_the_help_and_is_no_box_to_tick(visitor: Client, atlas: Atlas) -> None:
    found = {s.id: s.statements for s in atlas.page("T20.211A").article.sections}
    first_aid = [s.text for s in found["supportive-care"] if s.urgent]
    assert any("running water" in text for text in first_aid)
    sheet = visitor.get("/T20.211A/visit").content.decode()
    ticked, _, rest = sheet.partition('id="urgent"')
    help_at_once = rest.partition("</section>")[0]
    for text in first_aid:
        assert text in help_at_once
        assert text not in ticked
