"""Saved pages: kept, noted on, taken along, taken out, and nobody else's."""

import csv
import io
import json

import pytest
from django.test import Client

from nosograph.web.accounts.models import Account
from nosograph.web.saving.models import LONGEST_NOTE, SavedPage

from .reading_html import Page

pytestmark = pytest.mark.django_db


def test_a_saved_page_is_found_under_my_pages(member: Client) -> None:
    assert "Save this page" in member.get("/C93.32").content.decode()
    answer = member.post("/C93.32/save")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/C93.32")
    assert "Saved – remove" in member.get("/C93.32").content.decode()
    page = Page(member.get("/saved/").content.decode())
    assert "/C93.32" in page.hrefs()
    assert "Juvenile myelomonocytic leukemia, in relapse" in page.text
    assert page.faults == []


def test_saving_twice_keeps_one_page_and_its_note(member: Client, account: Account) -> None:
    member.post("/C93.32/save")
    member.post("/C93.32/note", {"note": "Ask about the donor."})
    member.post("/c9332/save")
    assert [page.note for page in account.saved_pages.all()] == ["Ask about the donor."]


def test_a_note_is_kept_and_shown_as_text(member: Client) -> None:
    member.post("/C93.32/save")
    note = 'First line\r\n<script>alert(1)</script> & "quotes"'
    answer = member.post("/C93.32/note", {"note": note}, follow=True)
    body = answer.content.decode()
    assert "Your note is saved." in body
    assert "<script>" not in body
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;" in body


def test_a_note_that_is_too_long_changes_nothing_and_says_so(member: Client, account: Account) -> None:
    member.post("/C93.32/save")
    member.post("/C93.32/note", {"note": "kept"})
    answer = member.post("/C93.32/note", {"note": "x" * (LONGEST_NOTE + 1)}, follow=True)
    assert "The note is too long." in answer.content.decode()
    assert account.saved_pages.get().note == "kept"


def test_a_page_is_taken_out_from_itself_or_from_the_list(member: Client, account: Account) -> None:
    member.post("/C93.32/save")
    assert member.post("/C93.32/unsave").headers["Location"] == "/C93.32"
    member.post("/C93.31/save")
    assert member.post("/C93.31/unsave", {"back": "saved"}).headers["Location"] == "/saved/"
    assert account.saved_pages.count() == 0


def test_a_code_that_the_release_no_longer_has_is_shown_as_such(member: Client, account: Account) -> None:
    SavedPage.objects.create(
        account=account, key="C93.39", code="C93.39", title="A code of an old release", note="mine"
    )
    page = Page(member.get("/saved/").content.decode())
    assert "This code is not in the release that this site serves now" in page.text
    assert "A code of an old release" in page.text
    assert "mine" in page.text
    assert "/C93.39" not in page.hrefs()
    assert "/C93.3" in page.hrefs()
    member.post("/C93.39/unsave", {"back": "saved"})
    assert account.saved_pages.count() == 0


def test_only_what_exists_can_be_saved(member: Client, account: Account) -> None:
    assert member.post("/C93.39/save").status_code == 404
    assert account.saved_pages.count() == 0


def test_others_pages_are_out_of_reach(member: Client) -> None:
    other = Account.objects.create_user("other@example.org", "another long password")
    SavedPage.objects.create(account=other, key="C93.32", code="C93.32", title="t", note="private")
    assert "private" not in member.get("/saved/").content.decode()
    assert member.post("/C93.32/note", {"note": "mine now"}).status_code == 404
    member.post("/C93.32/unsave")
    assert other.saved_pages.get().note == "private"


@pytest.mark.parametrize("address", ["/C93.32/save", "/C93.32/unsave"])
def test_a_visitor_who_saves_is_asked_to_log_in_and_comes_back_to_the_page(visitor: Client, address: str) -> None:
    answer = visitor.post(address)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/account/login/?next=/C93.32")


@pytest.mark.parametrize("address", ["/C93.32/save", "/C93.32/unsave", "/C93.32/note"])
def test_nothing_changes_by_following_a_link(member: Client, address: str) -> None:
    assert member.get(address).status_code == 405


def test_a_form_from_elsewhere_is_refused(account: Account) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(account)
    answer = client.post("/C93.32/save")
    assert answer.status_code == 403
    assert "That form was too old" in answer.content.decode()
    assert account.saved_pages.count() == 0


def test_my_pages_can_be_taken_along_as_table_and_as_data(member: Client) -> None:
    member.post("/C93.32/save")
    member.post("/C93.32/note", {"note": '=1+1, said "he"\nand left'})
    table = member.get("/saved/pages.csv")
    assert table.headers["Content-Disposition"] == 'attachment; filename="nosograph-pages.csv"'
    row = next(csv.DictReader(io.StringIO(table.content.decode())))
    assert (row["code"], row["title"]) == ("C93.32", "Juvenile myelomonocytic leukemia, in relapse")
    assert row["note"] == '\'=1+1, said "he"\nand left'
    data = json.loads(member.get("/saved/pages.json").content)
    assert [page["note"] for page in data] == ['=1+1, said "he"\nand left']


@pytest.mark.parametrize(
    "address", ["/saved/", "/saved/pages.csv", "/saved/pages.json", "/account/", "/account/data.json"]
)
def test_visitors_are_asked_to_log_in_first(visitor: Client, address: str) -> None:
    answer = visitor.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/account/login/?next={address}")
