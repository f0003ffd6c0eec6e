"""What stands before Django: it answers visitors from memory, and only with what is the same for all of them."""

import gzip
import os
from wsgiref.util import setup_testing_defaults

import pytest

from nosograph.web.front import FOREIGN, Front
from nosograph.web.middleware.who_may_keep import KEEP
from nosograph.web.page_cache import PageCache

BODY = b"<p>JMML</p>" * 100


class Behind:
    """An application that counts how often it is asked."""

    def __init__(self, *, keep: bool = True, status: str = "200 OK", cookie: bool = False) -> None:
        self.asked = 0
        self.keep, self.status, self.cookie = keep, status, cookie
        self.environ: dict = {}

    def __call__(self, environ: dict, start_response: object) -> list[bytes]:
        self.asked += 1
        self.environ = dict(environ)
        environ[KEEP] = self.keep
        headers = [("Content-Type", "text/html; charset=utf-8"), ("ETag", '"abc"'), ("Vary", "Cookie")]
        start_response(self.status, headers)
        return [BODY]


def ask(front: Front, path: str = "/C93.32", **environ: str) -> tuple[str, dict[str, str], bytes]:
    """One request: status, headers, body."""
    setup_testing_defaults(environ)
    environ |= {"PATH_INFO": path}
    told: list = []
    body = b"".join(front(environ, lambda status, headers, *_: told.append((status, dict(headers)))))
    return told[0][0], told[0][1], body


def front(behind: Behind) -> Front:
    return Front(behind, PageCache(1_000_000), personal_cookies=("session", "messages"))


def test_the_second_visitor_is_answered_from_memory_with_the_same_bytes() -> None:
    behind = Behind()
    site = front(behind)
    assert ask(site) == ask(site)
    assert behind.asked == 1


@pytest.mark.parametrize(
    "other",
    [
        {"path": "/C93.31"},
        {"HTTP_HOST": "other.example"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
        {"HTTP_ACCEPT_ENCODING": "gzip"},
    ],
)
def test_what_the_answer_depends_on_is_part_of_the_key(other: dict[str, str]) -> None:
    behind = Behind()
    site = front(behind)
    ask(site)
    ask(site, **other)
    assert behind.asked == 2


@pytest.mark.parametrize("cookie", ["session=abc", "csrf=x; session=abc", "messages=hello"])
def test_whoever_has_a_session_or_a_message_is_always_asked_for(cookie: str) -> None:
    behind = Behind()
    site = front(behind)
    ask(site)
    ask(site, HTTP_COOKIE=cookie)
    ask(site, HTTP_COOKIE=cookie)
    assert behind.asked == 3


def test_a_cookie_that_means_nothing_to_pages_does_not_matter() -> None:
    behind = Behind()
    site = front(behind)
    ask(site)
    ask(site, HTTP_COOKIE="csrf=token")
    assert behind.asked == 1


@pytest.mark.parametrize(
    "behind",
    [Behind(keep=False), Behind(status="404 Not Found"), Behind(status="304 Not Modified"), Behind(status="500 X")],
)
def test_only_what_django_marked_and_what_went_well_is_kept(behind: Behind) -> None:
    site = front(behind)
    ask(site)
    ask(site)
    assert behind.asked == 2


@pytest.mark.parametrize("environ", [{"REQUEST_METHOD": "POST"}, {"QUERY_STRING": "q=leukemia"}])
def test_forms_and_searches_are_never_kept(environ: dict[str, str]) -> None:
    behind = Behind()
    site = front(behind)
    ask(site, **environ)
    ask(site, **environ)
    ask(site)
    assert behind.asked == 3


def test_text_is_compressed_for_those_who_accept_it_under_an_etag_of_its_own() -> None:
    site = front(Behind())
    _, plain, body = ask(site)
    _, packed, small = ask(site, HTTP_ACCEPT_ENCODING="br, gzip")
    assert body == gzip.decompress(small) == BODY
    assert (packed["Content-Encoding"], packed["Content-Length"]) == ("gzip", str(len(small)))
    assert "Content-Encoding" not in plain
    assert plain["Vary"] == packed["Vary"] == "Cookie, Accept-Encoding"
    assert (plain["ETag"], packed["ETag"]) == ('"abc"', '"abc-gzip"')


def test_a_reader_who_has_the_page_is_told_so() -> None:
    site = front(Behind())
    ask(site, HTTP_ACCEPT_ENCODING="gzip")
    status, headers, body = ask(site, HTTP_ACCEPT_ENCODING="gzip", HTTP_IF_NONE_MATCH='"abc-gzip"')
    assert (status, body) == ("304 Not Modified", b"")
    assert headers["ETag"] == '"abc-gzip"'
    assert "Content-Length" not in headers
    assert ask(site, HTTP_ACCEPT_ENCODING="gzip", HTTP_IF_NONE_MATCH='"old"')[0] == "200 OK"


def test_a_head_request_gets_the_headers_of_the_page_alone() -> None:
    behind = Behind()
    site = front(behind)
    _, page, _ = ask(site)
    status, headers, body = ask(site, REQUEST_METHOD="HEAD")
    assert (status, headers, body) == ("200 OK", page, b"")
    assert behind.asked == 1


def test_the_owner_s_environment_does_not_reach_the_application() -> None:
    assert "PATH" in FOREIGN
    behind = Behind()
    ask(front(behind), **{"PATH": os.environ["PATH"]})
    assert "PATH" not in behind.environ
    assert behind.environ["PATH_INFO"] == "/C93.32"
