"""Tokens: made and revoked by a member, shown once, kept as a hash, limited in rate."""

import re

import pytest
from django.core.cache import cache
from django.test import Client

from nosograph.web.accounts.models import Account
from nosograph.web.tokens.limiting import may_ask
from nosograph.web.tokens.models import MOST, Token

from ..conftest import PASSWORD

PAGE = "/api/v1/pages/C93.32"
pytestmark = pytest.mark.django_db


def treatment(answer) -> list[str]:
    return [s["text"] for s in next(s for s in answer.json()["sections"] if s["id"] == "treatment")["statements"]]


def bearer(text: str) -> Client:
    return Client(headers={"Authorization": f"Bearer {text}"})


def test_a_member_makes_a_token_sees_it_once_and_gets_with_it_what_members_get(member: Client, visitor: Client) -> None:
    made = member.post("/account/tokens/", {"name": "portal of our clinic"}).content.decode()
    text = re.search(r'id="fresh-token">(nosograph_[\w-]{43})<', made)[1]
    assert text not in member.get("/account/tokens/").content.decode()
    assert "portal of our clinic" in member.get("/account/tokens/").content.decode()
    assert len(treatment(bearer(text).get(PAGE))) > len(treatment(visitor.get(PAGE)))


def test_a_token_is_not_stored(account: Account) -> None:
    token, text = Token.objects.make(account, "x")
    stored = [str(value) for value in Token.objects.filter(pk=token.pk).values_list()[0]]
    assert not [value for value in stored if text.removeprefix("nosograph_")[:20] in value]


def test_a_revoked_token_opens_nothing(member: Client, account: Account, token: str) -> None:
    assert bearer(token).get(PAGE).status_code == 200
    sent = member.post(f"/account/tokens/{account.tokens.get().pk}/revoke")
    assert (sent.status_code, sent.headers["Location"]) == (302, "/account/tokens/")
    refused = bearer(token).get(PAGE)
    assert refused.status_code == 401
    assert refused.headers["WWW-Authenticate"].startswith("Bearer")
    assert "sections" not in refused.json()


def test_nobody_revokes_the_token_of_another(token: str, account: Account) -> None:
    other = Client()
    other.force_login(Account.objects.create_user("other@example.org", PASSWORD))
    assert other.post(f"/account/tokens/{account.tokens.get().pk}/revoke").status_code == 404
    assert bearer(token).get(PAGE).status_code == 200


@pytest.mark.parametrize("sent", ["Bearer nosograph_wrong", "Bearer ", "Basic eDp5", "nosograph_x", "Bearer a b"])
def test_a_wrong_token_is_refused_and_not_taken_for_none(visitor: Client, sent: str) -> None:
    assert visitor.get(PAGE, headers={"Authorization": sent}).status_code == 401


def test_a_session_is_no_token(member: Client, visitor: Client) -> None:
    assert treatment(member.get(PAGE)) == treatment(visitor.get(PAGE))


def test_a_closed_account_closes_its_tokens(account: Account, token: str) -> None:
    Account.objects.filter(pk=account.pk).update(is_active=False)
    assert bearer(token).get(PAGE).status_code == 401


def test_tokens_go_with_the_account(account: Account, token: str) -> None:
    account.delete()
    assert not Token.objects.exists()
    assert bearer(token).get(PAGE).status_code == 401


def test_a_member_has_at_most_so_many_tokens(member: Client, account: Account) -> None:
    for n in range(MOST):
        Token.objects.make(account, f"token {n}")
    page = member.post("/account/tokens/", {"name": "one more"}).content.decode()
    assert f"You have {MOST} tokens" in page
    assert account.tokens.count() == MOST


def test_a_token_that_asks_too_often_in_a_minute_waits(
    program: Client, account: Account, settings, monkeypatch
) -> None:
    cache.clear()
    settings.NOSOGRAPH_TOKEN_RATE = 3
    monkeypatch.setattr("nosograph.web.tokens.limiting.time", lambda: 6_000_000.0)
    assert [program.get("/api/v1/entries").status_code for _ in range(4)] == [200, 200, 200, 429]
    assert program.get("/api/v1/entries").headers["Retry-After"] == "60"
    monkeypatch.setattr("nosograph.web.tokens.limiting.time", lambda: 6_000_060.0)
    assert program.get("/api/v1/entries").status_code == 200


def test_without_a_rate_nobody_waits(settings) -> None:
    settings.NOSOGRAPH_TOKEN_RATE = 0
    assert all(may_ask(1) for _ in range(5))


def test_a_token_is_among_the_data_that_a_member_takes_along(member: Client, token: str) -> None:
    (told,) = member.get("/account/data.json").json()["tokens"]
    assert (told["name"], told["ends_in"]) == ("our portal", token[-4:])
    assert token not in str(told)


def test_a_visitor_is_sent_to_log_in(visitor: Client) -> None:
    assert visitor.get("/account/tokens/").headers["Location"].startswith("/account/login/")
