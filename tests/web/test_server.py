"""The server as it is started: what it writes, what it says, and what it refuses."""

import gzip
import http.client
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from nosograph.errors import AtlasProblem, BadInput
from nosograph.web import server

from .serving import Live


def asked(live: Live, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    """One request without redirects or decompression; the body is read into `text`."""
    connection = http.client.HTTPConnection(urlsplit(live.url).netloc, timeout=20)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    answer.text = answer.read()
    connection.close()
    return answer


def test_it_says_where_it_is_and_what_is_not_set(live: Live) -> None:
    said = live.log.read_text()
    assert f"Nosograph is at {live.url}/" in said
    assert f"No mail server is set (NOSOGRAPH_MAIL): messages are written to {live.data / 'mail'}." in said


def test_all_that_it_writes_is_in_the_data_folder(live: Live) -> None:
    asked(live, "/C93.32")
    assert {file.name for file in live.data.iterdir()} >= {"accounts.sqlite3", "secret-key", "static"}


def test_the_accounts_database_is_in_wal_mode(live: Live) -> None:
    with sqlite3.connect(live.data / "accounts.sqlite3") as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_the_second_visitor_gets_the_same_bytes_compressed_where_wanted(live: Live) -> None:
    first, second = asked(live, "/C93.31"), asked(live, "/C93.31")
    packed = asked(live, "/C93.31", Accept_Encoding="gzip")
    assert first.text == second.text == gzip.decompress(packed.text)
    assert int(packed.headers["Content-Length"]) == len(packed.text) < len(first.text) / 2
    again = asked(live, "/C93.31", Accept_Encoding="gzip", If_None_Match=packed.headers["ETag"])
    assert (again.status, again.text) == (304, b"")


def test_a_head_request_is_answered_as_a_get_without_its_body(live: Live) -> None:
    for _ in range(2):
        answer = asked(live, "/C93.30", method="HEAD")
        assert (answer.status, answer.text) == (200, b"")
    assert asked(live, "/C93.30").status == 200


def test_the_style_sheet_has_a_hashed_name_and_may_be_kept_for_ever(live: Live) -> None:
    page = asked(live, "/").text.decode()
    address = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
    answer = asked(live, address, Accept_Encoding="gzip")
    assert address.startswith("/static/site.")
    assert answer.headers["Cache-Control"] == "max-age=315360000, public, immutable"
    assert answer.headers["Content-Encoding"] == "gzip"
    assert ".statement-group" in gzip.decompress(answer.text).decode()


def test_a_forged_host_gets_nothing_and_spoils_nothing(live: Live) -> None:
    assert asked(live, "/about", Host="evil.example").status == 400
    assert asked(live, "/about").status == 200


def test_an_atlas_that_is_none_stops_the_start_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "atlas.sqlite").write_text("not an atlas")
    with pytest.raises(AtlasProblem, match="nosograph build"):
        server.prepare("127.0.0.1", tmp_path / "atlas.sqlite")


def test_who_listens_to_the_world_is_told_what_that_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOSOGRAPH_HOSTS", raising=False)
    assert any("NOSOGRAPH_HOSTS" in line for line in server.advice("0.0.0.0"))
    assert any("NOSOGRAPH_HTTPS=1" in line for line in server.advice("0.0.0.0"))
    assert not any("NOSOGRAPH_HTTPS" in line for line in server.advice("127.0.0.1"))


def test_every_variable_that_is_read_is_told_in_the_settings() -> None:
    folder = Path(server.__file__).parent
    told = (folder / "settings.py").read_text().partition('"""')[2].partition('"""')[0]
    read = {name for file in folder.rglob("*.py") for name in re.findall(r'"(NOSOGRAPH_[A-Z_]+)"', file.read_text())}
    assert {name for name in read if f"`{name}`" not in told} == set()


def test_importing_the_settings_needs_no_atlas(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"],
        env={**os.environ, "NOSOGRAPH_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "nosograph.web.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_port_that_something_listens_on_is_refused_with_the_remedy(live: Live) -> None:
    port = urlsplit(live.url).port
    with pytest.raises(BadInput, match=f"127.0.0.1:{port} cannot be listened on .*--port"):
        server.refuse_taken("127.0.0.1", port)


def test_collected_files_of_versions_before_the_last_are_removed_and_nothing_else(tmp_path: Path) -> None:
    for age, name in enumerate(["aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb", "cccccccccccccccc", "own"]):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (1_000_000 + age, 1_000_000 + age))
    server._clear_old_files(tmp_path / "cccccccccccccccc")
    assert {f.name for f in tmp_path.iterdir()} == {"bbbbbbbbbbbbbbbb", "cccccccccccccccc", "own"}
