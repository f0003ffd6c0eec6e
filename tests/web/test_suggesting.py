"""Suggesting a correction, and the desk at which editors settle it."""

import pytest
from django.test import Client

from nosograph.web.accounts.models import Account
from nosograph.web.suggesting.models import LONGEST, Suggestion
from nosograph.web.suggesting.naming import name_editor

from .conftest import PASSWORD


@pytest.fixture
def editor(account: Account) -> Client:
    assert name_editor("Parent@example.org", named=True)
    client = Client()
    assert client.login(email="parent@example.org", password=PASSWORD)
    return client


def form_of(visitor: Client) -> list[tuple[str, str]]:
    """The statements that the form offers, by their marks."""
    return list(visitor.get("/C93.32/suggest").context["form"].fields["about"].choices)


def test_every_page_leads_to_the_form_and_the_form_back(db: None, visitor: Client) -> None:
    assert 'href="/C93.32/suggest"' in visitor.get("/C93.32").content.decode()
    page = visitor.get("/C93.32/suggest").content.decode()
    assert 'href="/C93.32"' in page
    assert "Juvenile myelomonocytic leukemia, in relapse" in page


def test_a_suggestion_is_stored_with_the_statement_that_it_is_about(db: None, visitor: Client) -> None:
    mark, shown = form_of(visitor)[1]
    sent = visitor.post("/C93.32/suggest", {"about": mark, "text": "The number is out of date.", "contact": ""})
    assert (sent.status_code, sent.headers["Location"]) == (302, "/C93.32")
    (kept,) = Suggestion.objects.all()
    assert kept.statement.startswith(shown.removesuffix("…")[:40])
    assert (kept.key, kept.text, kept.contact, kept.state) == ("C93.32", "The number is out of date.", "", "new")
    assert kept.pack
    assert "with the editors" in visitor.get("/C93.32").content.decode()


def test_it_may_be_about_the_whole_page(db: None, visitor: Client) -> None:
    visitor.post("/S72.001A/suggest", {"about": "", "text": "The picture shows the wrong side."})
    assert Suggestion.objects.get().statement == ""


def test_the_eleventh_suggestion_of_a_minute_is_refused_and_not_kept(db: None, visitor: Client) -> None:
    for n in range(10):
        assert visitor.post("/I10/suggest", {"about": "", "text": f"Remark {n}."}).status_code == 302
    refused = visitor.post("/I10/suggest", {"about": "", "text": "One more."})
    assert refused.status_code == 429
    assert Suggestion.objects.count() == 10


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"text": " "}, "Say what is wrong or missing"),
        ({"text": "x" * (LONGEST + 1)}, "at most 2000 characters"),
        ({"text": "Wrong.", "contact": "nobody"}, "valid email address"),
        ({"text": "Wrong.", "about": "of-my-own"}, "not one of the available choices"),
    ],
)
def test_what_cannot_be_kept_is_told_and_nothing_is_lost(
    db: None, visitor: Client, sent: dict[str, str], told: str
) -> None:
    answer = visitor.post("/C93.32/suggest", sent)
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert sent["text"].strip() in answer.content.decode()
    assert Suggestion.objects.count() == 0


def test_a_visitor_is_not_offered_what_is_for_members(db: None, visitor: Client, editor: Client) -> None:
    assert len(form_of(visitor)) < len(form_of(editor))


def test_an_unknown_code_has_no_form(db: None, visitor: Client) -> None:
    assert visitor.get("/C93.39/suggest").status_code == 404


def test_an_editor_reads_and_settles_a_suggestion(editor: Client, visitor: Client) -> None:
    visitor.post("/C93.32/suggest", {"about": form_of(visitor)[1][0], "text": "The number is out of date."})
    kept = Suggestion.objects.get()
    desk = editor.get("/editors/suggesting/suggestion/").content.decode()
    assert "The number is out of date." in desk
    one = f"/editors/suggesting/suggestion/{kept.pk}/change/"
    assert kept.statement.split(".")[0] in editor.get(one).content.decode()
    editor.post(one, {"state": "accepted", "note": "Corrected in the pack.", "text": "changed by hand"})
    kept.refresh_from_db()
    (told,) = editor.get("/account/data.json").json()["settled_suggestions"]
    assert "C93.32" in told["what"]
    assert (kept.state, kept.note, kept.text) == ("accepted", "Corrected in the pack.", "The number is out of date.")


def test_the_desk_is_for_editors_alone(account: Account, visitor: Client) -> None:
    asked = visitor.get("/editors/")
    assert asked.status_code == 302
    assert visitor.get(asked.headers["Location"]).headers["Location"].startswith("/account/login/")
    assert visitor.login(email="parent@example.org", password=PASSWORD)
    assert visitor.get("/editors/login/?next=/editors/").status_code == 403
    assert name_editor("parent@example.org", named=True)
    assert visitor.get("/editors/").status_code == 200
    assert name_editor("parent@example.org", named=False)
    assert visitor.get("/editors/").status_code == 302


def test_only_a_member_can_be_made_an_editor(db: None) -> None:
    assert not name_editor("nobody@example.org", named=True)
