"""The same accounts in SQLite and in PostgreSQL: both real, both behind the real server."""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .serving import Live, free_port, served
from .visiting import Person

PASSWORD = "maple kettle window"
CODES = ("C93.30", "C93.31", "C93.32", "S72.001A", "W56.22XA")


@contextlib.contextmanager
def postgresql(programs: Path) -> Iterator[str]:
    """A PostgreSQL server of our own, and the address of its database. It refuses to run as root, so it does not."""
    owner = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
    as_owner = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
    folder = Path(tempfile.mkdtemp(prefix="nosograph-pg-"))
    if owner:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    port = free_port()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT, "cwd": folder, **as_owner}
    try:
        subprocess.run(
            [programs / "initdb", "-D", folder / "data", "-U", "nosograph", "-A", "trust", "-N"], check=True, **quiet
        )
        process = subprocess.Popen(
            [programs / "postgres", "-D", folder / "data", "-p", str(port), "-k", folder, "-h", "127.0.0.1"], **quiet
        )
        try:
            ready = [programs / "pg_isready", "-h", "127.0.0.1", "-p", str(port), "-q"]
            end = time.monotonic() + 30
            while subprocess.run(ready, check=False).returncode != 0:
                assert time.monotonic() < end, "PostgreSQL did not start"
                time.sleep(0.1)
            yield f"postgres://nosograph@127.0.0.1:{port}/postgres"
        finally:
            process.terminate()
            process.wait(20)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def site(request: pytest.FixtureRequest, atlas_path: Path) -> Iterator[Live]:
    """The live server over one database or the other."""
    if request.param == "sqlite":
        with served(atlas_path, workers=2) as running:
            yield running
        return
    with (
        postgresql(request.getfixturevalue("postgres_programs")) as address,
        served(atlas_path, workers=2, DATABASE_URL=address) as running,
    ):
        yield running
        assert not (running.data / "accounts.sqlite3").exists()


def signed_up(site: Live, email: str) -> Person:
    person = Person(site.url)
    person.get("/account/signup/")
    person.send("/account/signup/", email=email, password1=PASSWORD)
    assert "My pages" in person.page.text
    return person


def test_an_account_is_made_used_and_deleted(site: Live) -> None:
    person = signed_up(site, "whole@example.org")
    person.get("/C93.32")
    assert "Saved – remove" in person.send("/C93.32/save").text
    person.get("/saved/")
    assert "Ask about the donor." in person.send("/C93.32/note", note="Ask about the donor.").text
    person.get("/account/delete/")
    assert "are deleted" in person.send("/account/delete/", password=PASSWORD, sure="on").text
    person.get("/account/login/")
    answer = person.send("/account/login/", login="whole@example.org", password=PASSWORD)
    assert "do not belong together" in answer.text


def test_many_members_may_save_at_once(site: Live) -> None:
    problems: list[BaseException] = []

    def work(person: Person) -> None:
        try:
            for code in CODES:
                person.get(f"/{code}")
                person.send(f"/{code}/save")
            assert all(code in person.get("/saved/").text for code in CODES)
        except BaseException as problem:  # noqa: BLE001 (told by the thread that waits)
            problems.append(problem)

    people = [signed_up(site, f"member{number}@example.org") for number in range(6)]
    threads = [threading.Thread(target=work, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert "locked" not in site.log.read_text()


def test_workers_count_wrong_passwords_together(site: Live) -> None:
    signed_up(site, "target@example.org")
    said = ""
    for _ in range(6):
        person = Person(site.url)
        person.get("/account/login/")
        said = person.send("/account/login/", login="target@example.org", password="wrong").text
    assert "Too many tries" in said
