"""No log line says what anyone looked up."""

import logging
from collections.abc import Callable

import pytest
from django.test import Client

from nosograph.atlas.reading import Atlas
from nosograph.web import quiet_logs

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    """Whatever reached standard error or standard output."""
    return lambda: "".join(capsys.readouterr())


def test_django_logs_through_the_quiet_handler_alone() -> None:
    # The test runner adds handlers of its own.
    own = [handler for handler in logging.getLogger("django").handlers if isinstance(handler, quiet_logs.QuietHandler)]
    assert [type(handler.formatter) for handler in own] == [quiet_logs.QuietFormatter]
    assert not logging.getLogger("django").propagate


def test_a_failure_is_logged_with_its_place_but_without_address_or_message(
    lines: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: Atlas, key: str) -> None:
        raise RuntimeError(f"cannot read {key}")

    monkeypatch.setattr(Atlas, "page", fail)
    answer = Client(raise_request_exception=False).get("/C93.31")
    assert answer.status_code == 500
    told = lines()
    assert "a page failed (entry)" in told
    assert "RuntimeError" in told
    assert "entry.py:" in told
    assert "C93" not in told


def test_the_reader_of_a_failed_page_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Atlas, "page", lambda *_: 1 / 0)
    answer = Client(raise_request_exception=False).get("/C93.30")
    assert "The fault is ours, not yours." in answer.content.decode()
    assert "ZeroDivisionError" not in answer.content.decode()


@pytest.mark.parametrize("address", ["/C93.39", "/search?q=leukemia", "/C93.39.svg", "/account/nothing/"])
def test_what_is_not_found_is_not_logged(lines: Callable[[], str], address: str) -> None:
    Client().get(address)
    assert lines() == ""


def test_a_refused_form_is_not_logged_with_its_address(lines: Callable[[], str]) -> None:
    Client(enforce_csrf_checks=True).post("/C93.32/save")
    assert "C93" not in lines()
