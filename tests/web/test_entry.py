"""The page of an entry: what everybody sees, what only members see, and how it is found."""

import html

import pytest
from django.conf import settings
from django.test import Client

from nosograph.atlas.reading import Atlas

from .reading_html import Page

pytestmark = pytest.mark.django_db


def treatment(atlas: Atlas, key: str) -> tuple[list[str], list[str]]:
    """The texts of the treatment section: its opening, and the rest."""
    section = next(s for s in atlas.page(key).article.sections if s.id == "treatment")
    opening = [s.text for s in section.statements if s.opening]
    return opening, [s.text for s in section.statements if not s.opening]


def test_the_page_says_code_title_category_and_summary(visitor: Client, atlas: Atlas) -> None:
    page = Page(visitor.get("/C93.32").content.decode())
    assert ("title", {}) in page.elements
    assert "C93.32: Juvenile myelomonocytic leukemia, in relapse" in page.text
    assert "Disease category: C93.3: Juvenile myelomonocytic leukemia" in page.text
    assert atlas.page("C93.32").article.summary in page.text


def test_the_way_down_leads_from_the_chapter_to_the_parent(visitor: Client) -> None:
    hrefs = Page(visitor.get("/C93.32").content.decode()).hrefs()
    way = [href for href in hrefs if href in ("/2", "/C81-C96", "/C93", "/C93.3")]
    assert way[:4] == ["/2", "/C81-C96", "/C93", "/C93.3"]


def test_the_code_is_taken_apart(visitor: Client, atlas: Atlas) -> None:
    text = Page(visitor.get("/C93.32").content.decode()).text
    for part in atlas.page("C93.32").article.decoded:
        assert f"{part.part} {part.meaning}" in text


def test_the_illustration_stands_on_the_page_with_caption_description_and_files(visitor: Client, atlas: Atlas) -> None:
    page = Page(visitor.get("/C93.32").content.decode())
    scene = atlas.page("C93.32").article.scene
    pictures = [attributes for tag, attributes in page.elements if tag == "svg" and attributes.get("role") == "img"]
    assert len(pictures) == 1
    assert scene.caption in page.text
    assert " ".join(scene.description.split()) in page.text
    assert {"/C93.32.svg", "/C93.32.png"} <= set(page.hrefs())


def test_every_statement_that_all_may_read_is_there_with_links_to_its_sources(visitor: Client, atlas: Atlas) -> None:
    body = visitor.get("/C93.32").content.decode()
    page = Page(body)
    for section in atlas.page("C93.32").article.sections:
        for statement in section.statements:
            if section.id not in settings.NOSOGRAPH_MEMBER_SECTIONS:
                assert html.escape(statement.text) in body
    numbered = [attributes["id"] for tag, attributes in page.elements if attributes.get("id", "").startswith("source-")]
    assert numbered == [f"source-{number}" for number in range(1, len(numbered) + 1)]
    assert {href for href in page.hrefs() if href.startswith("#source-")} == {f"#{id_}" for id_ in numbered}


def test_visitors_are_sent_the_opening_of_treatment_and_not_a_byte_of_the_rest(visitor: Client, atlas: Atlas) -> None:
    opening, rest = treatment(atlas, "C93.32")
    assert opening
    assert rest
    body = visitor.get("/C93.32").content.decode()
    for text in opening:
        assert html.escape(text) in body
    for text in rest:
        assert html.escape(text) not in body
        assert text not in body
    assert "/account/signup/?next=/C93.32%23treatment" in body
    assert "/account/login/?next=/C93.32%23treatment" in body


def test_members_are_sent_all_of_treatment_and_no_gate(member: Client, atlas: Atlas) -> None:
    opening, rest = treatment(atlas, "C93.32")
    body = member.get("/C93.32").content.decode()
    for text in opening + rest:
        assert html.escape(text) in body
    assert not Page(body).with_class("members-gate")


def test_a_visitor_who_was_a_member_is_a_visitor_again(member: Client, atlas: Atlas) -> None:
    _, rest = treatment(atlas, "C93.32")
    member.post("/account/logout/")
    body = member.get("/C93.32").content.decode()
    assert all(html.escape(text) not in body for text in rest)


def test_an_owner_may_keep_nothing_for_members(visitor: Client, atlas: Atlas, settings: object) -> None:
    settings.NOSOGRAPH_MEMBER_SECTIONS = frozenset()
    _, rest = treatment(atlas, "C93.32")
    body = visitor.get("/C93.32").content.decode()
    assert all(html.escape(text) in body for text in rest)
    assert not Page(body).with_class("members-gate")


def test_when_to_get_help_is_there_for_everybody_urgent_before_soon(visitor: Client, atlas: Atlas) -> None:
    body = visitor.get("/C93.32").content.decode()
    section = next(s for s in atlas.page("C93.32").article.sections if s.id == "get-help")
    assert section.statements
    places = [body.index(html.escape(s.text)) for s in section.statements if s.urgent]
    later = [body.index(html.escape(s.text)) for s in section.statements if not s.urgent]
    assert places
    assert not later or max(places) < min(later)


def test_the_page_says_that_no_clinician_has_reviewed_it(visitor: Client, atlas: Atlas) -> None:
    review = atlas.page("C93.32").article.review
    assert review.status == "not reviewed"
    text = Page(visitor.get("/C93.32").content.decode()).text
    assert "Not yet reviewed by a clinician." in text
    assert review.written in text
    assert atlas.release in text


@pytest.mark.parametrize("spelling", ["c9332", "C93 32", "c93.32", "C9332", " C93.32 ", "c93-32"])
def test_another_spelling_leads_to_the_page_for_good(visitor: Client, spelling: str) -> None:
    answer = visitor.get(f"/{spelling}")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/C93.32")


def test_blocks_chapters_and_a_block_that_shares_its_name_have_pages(visitor: Client, atlas: Atlas) -> None:
    for address in ("/2", "/C81-C96", "/B20", "/B20-B20"):
        answer = visitor.get(address)
        assert answer.status_code == 200, address
        assert atlas.link(address[1:]).title in Page(answer.content.decode()).text
    assert visitor.get("/c81-c96").headers["Location"] == "/C81-C96"
    assert visitor.get("/02").headers["Location"] == "/2"


def test_a_category_lists_what_it_holds(visitor: Client, atlas: Atlas) -> None:
    page = Page(visitor.get("/C93.3").content.decode())
    for child in atlas.page("C93.3").children:
        assert f"/{child.key}" in page.hrefs()
        assert child.title in page.text


def test_a_code_lists_its_siblings(visitor: Client) -> None:
    assert {"/C93.30", "/C93.31"} <= set(Page(visitor.get("/C93.32").content.decode()).hrefs())


def test_coding_notes_name_their_origin_and_link_the_codes_inside_them(visitor: Client, atlas: Atlas) -> None:
    page = Page(visitor.get("/C93.32").content.decode())
    found = atlas.page("C93.32")
    assert found.inherited
    for note in found.inherited:
        assert " ".join(note.text.split()) in page.text.replace(" )", ")").replace("( ", "(")
        assert f"/{note.origin}" in page.hrefs()


def test_a_code_that_does_not_exist_is_a_404_that_names_the_nearest_entry(visitor: Client) -> None:
    answer = visitor.get("/C93.39")
    page = Page(answer.content.decode())
    assert answer.status_code == 404
    assert "There is no code C93.39" in page.text
    assert "/C93.3" in page.hrefs()
    assert [attributes for tag, attributes in page.elements if attributes.get("type") == "search"]


@pytest.mark.parametrize(
    "address", ["/wp-login.php", "/no/such/page", "/%00", "/<script>alert(1)</script>", "/" + "x" * 900]
)
def test_any_other_address_is_a_404_with_a_search_box(visitor: Client, address: str) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()
    assert "<script>" not in answer.content.decode()


def test_a_page_changes_nothing_so_it_takes_no_post(visitor: Client) -> None:
    assert visitor.post("/C93.32").status_code == 405


def test_the_page_is_well_formed_for_every_kind_of_entry(visitor: Client, atlas: Atlas) -> None:
    for key in atlas.keys()[:60]:
        assert Page(visitor.get(f"/{key}").content.decode()).faults == [], key


def test_contents_lead_to_headings_that_exist(visitor: Client) -> None:
    page = Page(visitor.get("/C93.32").content.decode())
    ids = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
    assert {href[1:] for href in page.hrefs() if href.startswith("#")} <= ids
