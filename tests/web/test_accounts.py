"""Signing up, logging in and out, forgotten passwords, changed addresses, and leaving for good."""

import json
import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.test import Client

from nosograph.web.accounts.models import Account
from nosograph.web.saving.models import SavedPage

from .conftest import PASSWORD
from .reading_html import Page

pytestmark = pytest.mark.django_db

SIGN_UP = {"email": "new@example.org", "password1": PASSWORD}


@pytest.fixture(autouse=True)
def _fresh_counters(db: None) -> None:
    cache.clear()


def test_signing_up_from_treatment_leads_back_to_treatment(visitor: Client) -> None:
    gate = next(
        href for href in Page(visitor.get("/C93.32").content.decode()).hrefs() if "signup" in href and "%23" in href
    )
    form = Page(visitor.get(gate).content.decode())
    hidden = next(a for tag, a in form.elements if tag == "input" and a.get("name") == "next")
    assert hidden["value"] == "/C93.32#treatment"
    answer = visitor.post("/account/signup/", {**SIGN_UP, "next": hidden["value"]})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/C93.32#treatment")
    assert "Log out" in visitor.get("/C93.32").content.decode()


def test_an_account_is_an_address_in_lower_case_and_an_argon2_hash(visitor: Client) -> None:
    visitor.post("/account/signup/", {**SIGN_UP, "email": "New@Example.org"})
    account = Account.objects.get()
    assert account.email == "new@example.org"
    assert account.password.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")


def test_logging_in_leads_back_and_the_address_may_be_typed_in_capitals(account: Account, visitor: Client) -> None:
    answer = visitor.post(
        "/account/login/", {"login": "PARENT@example.org", "password": PASSWORD, "next": "/C93.32#treatment"}
    )
    assert (answer.status_code, answer.headers["Location"]) == (302, "/C93.32#treatment")


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"]
)
def test_logging_in_never_leads_to_another_site(account: Account, visitor: Client, elsewhere: str) -> None:
    answer = visitor.post("/account/login/", {"login": account.email, "password": PASSWORD, "next": elsewhere})
    assert answer.headers["Location"] == "/saved/"


def test_one_stays_logged_in_only_if_one_asks_for_it(account: Account) -> None:
    for remember, age in (({}, ""), ({"remember": "on"}, 30 * 24 * 60 * 60)):
        answer = Client().post("/account/login/", {"login": account.email, "password": PASSWORD, **remember})
        cookie = answer.cookies["session"]
        assert cookie["max-age"] == age
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


@pytest.mark.parametrize("password", ["short", "password123", "new@example.org", "1234567890"])
def test_a_weak_password_is_refused_with_a_reason(visitor: Client, password: str) -> None:
    answer = visitor.post("/account/signup/", {"email": "new@example.org", "password1": password})
    page = Page(answer.content.decode())
    assert answer.status_code == 200
    assert page.with_class("error")
    assert page.faults == []
    assert Account.objects.count() == 0


def test_an_address_has_one_account(account: Account, visitor: Client) -> None:
    answer = visitor.post("/account/signup/", {"email": "Parent@Example.org", "password1": PASSWORD})
    assert "There is an account with this address already." in answer.content.decode()
    assert Account.objects.count() == 1


def test_a_wrong_password_says_neither_what_was_wrong(account: Account, visitor: Client) -> None:
    wrong = visitor.post("/account/login/", {"login": account.email, "password": "not this one"})
    unknown = visitor.post("/account/login/", {"login": "nobody@example.org", "password": "not this one"})
    sentence = "This e-mail address and password do not belong together."
    assert sentence in wrong.content.decode()
    assert sentence in unknown.content.decode()


def test_guessing_is_stopped_after_five_tries_even_with_the_right_password(account: Account, visitor: Client) -> None:
    for _ in range(5):
        visitor.post("/account/login/", {"login": account.email, "password": "wrong"})
    answer = visitor.post("/account/login/", {"login": account.email, "password": PASSWORD})
    assert "Too many tries." in answer.content.decode()
    assert "_auth_user_id" not in visitor.session


def test_signing_up_is_limited_too_and_says_so_on_a_page_of_ours(visitor: Client) -> None:
    for _ in range(10):
        visitor.post("/account/signup/", {"email": "bad", "password1": ""})
    answer = visitor.post("/account/signup/", {"email": "bad", "password1": ""})
    assert answer.status_code == 429
    assert "Too many tries" in Page(answer.content.decode()).text


def test_the_counters_do_not_hold_network_addresses(visitor: Client, django_assert_num_queries: object) -> None:
    from django.db import connection

    visitor.post("/account/login/", {"login": "a@example.org", "password": "x"}, REMOTE_ADDR="203.0.113.77")
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM rate_limits")
        keys = [key for (key,) in cursor.fetchall()]
    assert keys
    assert not [key for key in keys if "203.0.113.77" in key]


def test_a_forgotten_password_is_reset_by_a_link_that_works_once(account: Account, visitor: Client) -> None:
    visitor.post("/account/password/reset/", {"email": account.email})
    link = re.search(r"https?://[^/]+(/account/password/reset/key/\S+)", mail.outbox[0].body)[1]
    form = visitor.get(link, follow=True)
    assert "Choose a new password" in form.content.decode()
    new = "harbor violet ladder"
    answer = visitor.post(form.redirect_chain[-1][0], {"password1": new, "password2": new}, follow=True)
    assert "Your password is changed" in answer.content.decode()
    account.refresh_from_db()
    assert account.check_password(new)
    again = Client().get(link, follow=True)
    assert "This link does not work any more" in again.content.decode()


def test_asking_for_a_reset_does_not_tell_who_has_an_account(account: Account, visitor: Client) -> None:
    known = visitor.post("/account/password/reset/", {"email": account.email}, follow=True)
    unknown = visitor.post("/account/password/reset/", {"email": "nobody@example.org"}, follow=True)
    assert Page(known.content.decode()).text == Page(unknown.content.decode()).text
    assert [message.to for message in mail.outbox] == [[account.email], ["nobody@example.org"]]


def test_a_site_without_a_mail_server_says_so(visitor: Client) -> None:
    text = Page(visitor.get("/account/password/reset/").content.decode()).text
    assert "This site has no mail server." in text


def test_every_mail_is_in_our_own_words(account: Account, visitor: Client) -> None:
    visitor.post("/account/password/reset/", {"email": account.email})
    message = mail.outbox[0]
    assert message.subject == "Nosograph: Choose a new password"
    assert "example.com" not in message.body
    assert "{{" not in message.body


def test_the_password_is_changed_with_the_old_one(member: Client, account: Account) -> None:
    new = "harbor violet ladder"
    refused = member.post("/account/password/change/", {"oldpassword": "wrong", "password1": new, "password2": new})
    assert Page(refused.content.decode()).with_class("error")
    answer = member.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert answer.headers["Location"] == "/account/"
    account.refresh_from_db()
    assert account.check_password(new)


def test_the_address_is_changed_at_once_where_it_need_not_be_confirmed(visitor: Client) -> None:
    visitor.post("/account/signup/", SIGN_UP)
    refused = visitor.post("/account/email/", {"email": "moved@example.org", "password": "wrong"})
    assert "That is not your password." in refused.content.decode()
    answer = visitor.post("/account/email/", {"email": "Moved@Example.org", "password": PASSWORD}, follow=True)
    assert "Your e-mail address is now moved@example.org." in Page(answer.content.decode()).text
    assert [a.email for a in EmailAddress.objects.all()] == ["moved@example.org"]
    visitor.post("/account/logout/")
    assert visitor.post("/account/login/", {"login": "moved@example.org", "password": PASSWORD}).status_code == 302


def test_an_address_that_must_be_confirmed_holds_once_the_link_is_opened(visitor: Client, settings: object) -> None:
    visitor.post("/account/signup/", SIGN_UP)
    EmailAddress.objects.update(verified=True)
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    visitor.post("/account/email/", {"email": "moved@example.org", "password": PASSWORD})
    assert Account.objects.get().email == "new@example.org"
    assert (
        "A message with a link has gone to moved@example.org"
        in Page(visitor.get("/account/email/").content.decode()).text
    )
    link = re.search(r"https?://[^/]+(/account/confirm-email/\S+)", mail.outbox[-1].body)[1]
    assert "Is moved@example.org your address?" in Page(visitor.get(link).content.decode()).text
    visitor.post(link)
    assert Account.objects.get().email == "moved@example.org"


def test_another_member_s_address_cannot_be_taken(member: Client) -> None:
    Account.objects.create_user("other@example.org", PASSWORD)
    member.post("/account/email/", {"email": "other@example.org", "password": PASSWORD})
    assert sorted(Account.objects.values_list("email", flat=True)) == ["other@example.org", "parent@example.org"]


def test_all_data_can_be_taken_along(visitor: Client) -> None:
    visitor.post("/account/signup/", SIGN_UP)
    visitor.post("/C93.32/save")
    visitor.post("/C93.32/note", {"note": "Frage an die Ärztin"})
    answer = visitor.get("/account/data.json")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="nosograph-account.json"'
    data = json.loads(answer.content)
    assert data["email"] == "new@example.org"
    assert data["email_addresses"] == [{"email": "new@example.org", "verified": False, "primary": True}]
    assert [(page["code"], page["note"]) for page in data["saved_pages"]] == [("C93.32", "Frage an die Ärztin")]
    assert "argon2" not in answer.content.decode()
    held = {field.name for field in Account._meta.get_fields()} - {"id", "password", "is_active"}
    assert data["is_editor"] is False
    assert data["settled_suggestions"] == []
    assert held == {
        "email",
        "created",
        "last_login",
        "saved_pages",
        "emailaddress",
        "is_editor",
        "logentry",
        "tokens",
    }, "a new field belongs in the export"


def test_an_account_is_deleted_with_all_that_belongs_to_it(visitor: Client) -> None:
    visitor.post("/account/signup/", SIGN_UP)
    elsewhere = Client()
    elsewhere.post("/account/login/", {"login": SIGN_UP["email"], "password": PASSWORD})
    visitor.post("/C93.32/save")
    for data in ({"password": PASSWORD}, {"password": "wrong", "sure": "on"}):
        assert Page(visitor.post("/account/delete/", data).content.decode()).with_class("error")
    assert Account.objects.count() == 1
    answer = visitor.post("/account/delete/", {"password": PASSWORD, "sure": "on"}, follow=True)
    assert "are deleted" in answer.content.decode()
    assert "Log in" in answer.content.decode()
    for model in (Account, SavedPage, EmailAddress, Session):
        assert model.objects.count() == 0, model
    assert elsewhere.get("/saved/").status_code == 302


@pytest.mark.parametrize(
    "address",
    ["/account/login/", "/account/signup/", "/account/password/reset/", "/account/password/reset/done/",
     "/account/confirm-email/", "/account/confirm-email/gone/", "/account/inactive/",
     "/account/password/reset/key/1-gone/", "/account/password/reset/key/done/"],
)  # fmt: skip
def test_every_page_of_the_account_that_a_visitor_can_meet_is_ours(visitor: Client, address: str) -> None:
    page = Page(visitor.get(address, follow=True).content.decode())
    assert page.with_class("site-header"), address
    assert page.faults == []


@pytest.mark.parametrize(
    "address",
    ["/account/", "/account/logout/", "/account/email/", "/account/password/change/", "/account/delete/",
     "/account/reauthenticate/", "/account/password/reset/"],
)  # fmt: skip
def test_every_page_of_the_account_that_a_member_can_meet_is_ours(member: Client, address: str) -> None:
    page = Page(member.get(address, follow=True).content.decode())
    assert page.with_class("site-header"), address
    assert page.faults == []


@pytest.mark.parametrize("address", ["/account/signup/", "/account/password/reset/"])
def test_half_an_address_is_told_how_a_whole_one_looks(visitor: Client, address: str) -> None:
    answer = visitor.post(address, {"email": "nobody", "password1": PASSWORD})
    assert "It looks like name@example.org." in answer.content.decode()


def confirmation_link() -> str:
    """The address in the last message, without the host."""
    return re.search(r"https?://[^/]+(/account/confirm-email/\S+)", mail.outbox[-1].body)[1]


def test_where_it_may_wait_an_address_is_confirmed_later_by_a_link(visitor: Client, settings: object) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = "optional"
    answer = visitor.post("/account/signup/", {**SIGN_UP, "next": "/C93.32#treatment"})
    assert answer.headers["Location"] == "/C93.32#treatment"
    assert mail.outbox[-1].subject == "Nosograph: Confirm your e-mail address"
    assert not EmailAddress.objects.get().verified
    visitor.post(confirmation_link())
    assert EmailAddress.objects.get().verified


def test_where_it_must_be_confirmed_one_is_let_in_only_then(visitor: Client, settings: object) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    told = visitor.post("/account/signup/", SIGN_UP, follow=True)
    assert "We have sent you a link." in Page(told.content.decode()).text
    assert visitor.get("/saved/").status_code == 302
    visitor.post(confirmation_link())
    visitor.post("/account/login/", {"login": SIGN_UP["email"], "password": PASSWORD})
    assert visitor.get("/saved/").status_code == 200
