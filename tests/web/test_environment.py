"""What an owner may say through environment variables, and how a slip is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nosograph.errors import BadInput
from nosograph.web import environment, places, secret_key


def test_a_switch_is_on_off_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for text, value in (("1", True), ("yes", True), ("0", False), ("", False), ("Off", False)):
        monkeypatch.setenv("NOSOGRAPH_HTTPS", text)
        assert environment.switch("NOSOGRAPH_HTTPS") is value
    monkeypatch.setenv("NOSOGRAPH_HTTPS", "maybe")
    with pytest.raises(BadInput, match="NOSOGRAPH_HTTPS='maybe': say 1 for on or 0 for off"):
        environment.switch("NOSOGRAPH_HTTPS")


def test_a_number_is_whole_and_large_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOSOGRAPH_PAGE_CACHE", "64")
    assert environment.whole_number("NOSOGRAPH_PAGE_CACHE", 32) == 64
    for text in ("-1", "1.5", "lots"):
        monkeypatch.setenv("NOSOGRAPH_PAGE_CACHE", text)
        with pytest.raises(BadInput, match="NOSOGRAPH_PAGE_CACHE"):
            environment.whole_number("NOSOGRAPH_PAGE_CACHE", 32)


def test_the_sites_that_may_frame_a_card_are_origins_all_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for text, value in (
        ("*", ("*",)),
        ("none", ()),
        ("", ()),
        ("https://a.example, http://localhost:8080", ("https://a.example", "http://localhost:8080")),
        ("https://*.clinic.example", ("https://*.clinic.example",)),
    ):
        monkeypatch.setenv("NOSOGRAPH_FRAMES", text)
        assert environment.frame_ancestors("NOSOGRAPH_FRAMES", ("*",)) == value
    monkeypatch.delenv("NOSOGRAPH_FRAMES")
    assert environment.frame_ancestors("NOSOGRAPH_FRAMES", ("*",)) == ("*",)
    for wrong in ("a.example", "https://a.example/page", "https://a.example; script-src *", "*, none", "'self'"):
        monkeypatch.setenv("NOSOGRAPH_FRAMES", wrong)
        with pytest.raises(BadInput, match=r"NOSOGRAPH_FRAMES: .* is no origin"):
            environment.frame_ancestors("NOSOGRAPH_FRAMES", ("*",))


def test_without_a_mail_server_messages_become_files(tmp_path: Path) -> None:
    assert environment.mail_settings(tmp_path) == {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": str(tmp_path / "mail"),
    }


@pytest.mark.parametrize(
    ("address", "port", "tls", "ssl"),
    [("smtp+tls://u%40h:p%2Fw@mail.example", 587, True, False), ("smtps://u%40h:p%2Fw@mail.example", 465, False, True),
     ("smtp://u%40h:p%2Fw@mail.example:2525", 2525, False, False)],
)  # fmt: skip
def test_a_mail_server_is_one_address(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str, port: int, tls: bool, ssl: bool
) -> None:
    monkeypatch.setenv("NOSOGRAPH_MAIL", address)
    found = environment.mail_settings(tmp_path)
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("mail.example", port)
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("u@h", "p/w")
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (tls, ssl)


@pytest.mark.parametrize("address", ["mail.example", "http://mail.example", "smtp://", "smtp://u:secret@h:port"])
def test_a_wrong_mail_address_is_refused_without_telling_its_password(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str
) -> None:
    monkeypatch.setenv("NOSOGRAPH_MAIL", address)
    with pytest.raises(BadInput) as told:
        environment.mail_settings(tmp_path)
    assert "secret" not in str(told.value)


def test_accounts_are_kept_in_sqlite_that_waits_rather_than_fails(tmp_path: Path) -> None:
    found = environment.accounts_database(tmp_path)
    assert found["NAME"] == str(tmp_path / "accounts.sqlite3")
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_one_variable_moves_the_accounts_to_postgresql(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://nosograph:secret@db.example:5433/accounts")
    found = environment.accounts_database(tmp_path)
    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example", 5433, "accounts")
    monkeypatch.setenv("DATABASE_URL", "mystery://nosograph:secret@db.example/accounts")
    with pytest.raises(BadInput) as told:
        environment.accounts_database(tmp_path)
    assert "secret" not in str(told.value)


def test_the_key_is_made_once_and_is_its_owner_s_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    first = secret_key.read_or_make(folder)
    assert secret_key.read_or_make(folder) == first
    assert len(first) >= secret_key.SHORTEST
    assert (folder / "secret-key").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in folder.iterdir()] == ["secret-key"]


def test_a_key_that_is_too_short_is_refused_without_telling_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NOSOGRAPH_SECRET_KEY", "hunter2")
    with pytest.raises(BadInput) as told:
        secret_key.read_or_make(tmp_path)
    assert "hunter2" not in str(told.value)
    assert "NOSOGRAPH_SECRET_KEY" in str(told.value)


def test_a_folder_that_cannot_be_written_is_named_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BadInput, match="name a folder of your own in NOSOGRAPH_DATA"):
        secret_key.read_or_make(tmp_path / "file" / "below")


def test_the_data_folder_is_named_or_the_platform_s(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NOSOGRAPH_DATA", str(tmp_path))
    assert places.data_dir() == tmp_path
    monkeypatch.delenv("NOSOGRAPH_DATA")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    assert places.data_dir() == tmp_path / "share" / "nosograph"


def settings_with(tmp_path: Path, expression: str, **variables: str) -> str:
    """What an expression over the settings says in a process of its own with these variables."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NOSOGRAPH_", "DATABASE_"))}
    done = subprocess.run(
        [sys.executable, "-c", f"from nosograph.web import settings as s; print(({expression}))"],
        env={**kept, "NOSOGRAPH_DATA": str(tmp_path), **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() or done.stderr.strip().splitlines()[-1]


def test_https_makes_cookies_secure_and_sends_everybody_there(tmp_path: Path) -> None:
    expression = (
        "s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, "
        "s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS > 0, s.ACCOUNT_DEFAULT_HTTP_PROTOCOL"
    )
    with_it = settings_with(tmp_path, expression, NOSOGRAPH_HTTPS="1")
    assert with_it == "('__Host-session', '__Host-csrf', True, True, True, True, 'https')"
    assert settings_with(tmp_path, expression) == "('session', 'csrf', False, False, False, False, 'http')"


def test_the_sections_for_members_are_a_setting(tmp_path: Path) -> None:
    expression = "sorted(s.NOSOGRAPH_MEMBER_SECTIONS)"
    assert settings_with(tmp_path, expression) == "['treatment']"
    assert settings_with(tmp_path, expression, NOSOGRAPH_MEMBER_SECTIONS="none") == "[]"
    assert (
        settings_with(tmp_path, expression, NOSOGRAPH_MEMBER_SECTIONS="treatment,outlook") == "['outlook', 'treatment']"
    )
    refused = settings_with(tmp_path, expression, NOSOGRAPH_MEMBER_SECTIONS="get-help")
    assert "get-help" in refused


def test_addresses_are_confirmed_only_where_mail_can_arrive(tmp_path: Path) -> None:
    assert settings_with(tmp_path, "s.ACCOUNT_EMAIL_VERIFICATION") == "none"
    assert settings_with(tmp_path, "s.ACCOUNT_EMAIL_VERIFICATION", NOSOGRAPH_MAIL="smtp://h") == "optional"
    assert (
        settings_with(tmp_path, "s.ACCOUNT_EMAIL_VERIFICATION", NOSOGRAPH_EMAIL_VERIFICATION="mandatory") == "mandatory"
    )
