"""The JSON interface: the data of the contracts, the gate, errors of one shape, paging, and its own document."""

import json
import re

import pytest
from django.test import Client
from openapi_spec_validator import validate

from nosograph.api import schemas
from nosograph.api.page import page_as_data
from nosograph.article.access import MEMBERS_DEFAULT
from nosograph.atlas.reading import Atlas

pytestmark = pytest.mark.django_db
API = "/api/v1"


def test_a_page_is_the_one_of_the_command_line(visitor: Client, atlas: Atlas) -> None:
    expected = page_as_data(atlas.page("C93.32"), member=False, members_only=MEMBERS_DEFAULT)
    assert visitor.get(f"{API}/pages/C93.32").json() == json.loads(json.dumps(expected))


@pytest.mark.parametrize("spelling", ["c9332", "C93.32", " C93 32", "icd10:C93.32"])
def test_codes_are_taken_in_any_usual_form(visitor: Client, spelling: str) -> None:
    assert visitor.get(f"{API}/pages/{spelling}").json()["code"] == "C93.32"


def test_what_is_for_members_is_absent_without_a_token_and_there_with_it(visitor: Client, program: Client) -> None:
    seen = [
        {s["id"]: len(s["statements"]) for s in c.get(f"{API}/pages/C93.32").json()["sections"]}
        for c in (visitor, program)
    ]
    assert seen[0]["treatment"] < seen[1]["treatment"]
    assert {k: v for k, v in seen[0].items() if k != "treatment"} == {
        k: v for k, v in seen[1].items() if k != "treatment"
    }


def test_an_answer_to_a_member_is_kept_by_nobody_and_a_public_one_by_all(visitor: Client, program: Client) -> None:
    public, own = visitor.get(f"{API}/pages/C93.32"), program.get(f"{API}/pages/C93.32")
    assert public.headers["Cache-Control"] == "public, max-age=3600"
    assert own.headers["Cache-Control"] == "private, no-store"
    assert all("Authorization" in answer.headers["Vary"] for answer in (public, own))


def test_a_public_answer_is_not_sent_again_to_those_who_have_it(visitor: Client) -> None:
    etag = visitor.get(f"{API}/pages/C93.32").headers["ETag"]
    again = visitor.get(f"{API}/pages/C93.32", headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("address", "body"),
    [("pages", {"code": "C93.32"}), ("facets", {"code": "C93.32"}), ("search", {"q": "jmml", "limit": 3})],
)
def test_what_is_private_is_asked_by_post_and_kept_by_nobody(visitor: Client, address: str, body: dict) -> None:
    answer = visitor.post(f"{API}/{address}", body, content_type="application/json")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("address", "shape"),
    [
        ("pages/C93.32", schemas.PageShape),
        ("pages/W56.22XA", schemas.PageShape),
        ("pages/2", schemas.PageShape),
        ("facets/S72.001A?explain=true", schemas.FacetsShape),
        ("facets/C93.32", schemas.FacetsShape),
        ("illustrations/S72.001A", schemas.IllustrationShape),
        ("search?q=hip", schemas.Results),
        ("search?q=", schemas.Results),
        ("entries", schemas.Entries),
        ("entries/C93", schemas.EntryWithChildren),
        ("coverage", schemas.Coverage),
    ],
)
def test_each_answer_has_the_shape_that_the_document_promises(visitor: Client, address: str, shape: type) -> None:
    shape.model_validate(visitor.get(f"{API}/{address}").json())


def test_the_document_is_valid_openapi_and_names_every_operation(visitor: Client) -> None:
    document = visitor.get(f"{API}/openapi.json").json()
    validate(document)
    assert document["openapi"].startswith("3.1")
    assert set(document["paths"]) == {
        f"{API}/{a}"
        for a in (
            "pages/{code}", "pages", "facets/{code}", "facets", "illustrations/{code}", "search", "entries",
            "entries/{code}", "coverage",
        )
    }  # fmt: skip


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("pages/C93.39", 404, "nearest is C93.3"),
        ("pages/T81.32XA", 404, "was a code until fiscal year"),
        ("pages/hello", 404, "is not an ICD-10-CM code"),
        ("entries/C93?limit=0", 400, "limit"),
        ("entries/C93?start=x", 400, "start"),
        ("search", 400, "q"),
        ("search?q=x&limit=101", 400, "limit"),
        ("nowhere", 404, "openapi.json lists them"),
    ],
)
def test_what_goes_wrong_is_told_as_a_problem(visitor: Client, address: str, status: int, told: str) -> None:
    answer = visitor.get(f"{API}/{address}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    problem = schemas.Problem.model_validate(answer.json())
    assert problem.status == status
    assert told in problem.detail


def test_a_code_that_no_release_has_comes_with_the_nearest_entry_as_data(visitor: Client) -> None:
    assert visitor.get(f"{API}/pages/C93.39").json()["nearest"] == "C93.3"


@pytest.mark.parametrize("body", ["", "{", "[]", '{"code": 3}', '{"code": "' + "x" * 41 + '"}', "null"])
def test_a_body_that_cannot_be_read_is_a_problem(visitor: Client, body: str) -> None:
    answer = visitor.post(f"{API}/pages", body, content_type="application/json")
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/problem+json")


@pytest.mark.parametrize("method", ["put", "delete", "patch", "post"])
def test_a_method_that_an_address_does_not_know_names_those_that_it_does(visitor: Client, method: str) -> None:
    answer = getattr(visitor, method)(f"{API}/pages/C93.32")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer.json()["status"] == 405


def test_the_children_of_an_entry_come_in_parts_that_lead_on(visitor: Client) -> None:
    seen, address = [], f"{API}/entries/C93?limit=1"
    while address:
        answer = visitor.get(address)
        part = answer.json()
        seen += [c["code"] for c in part["children"]]
        assert (f"<{part['next']}>" in answer.headers.get("Link", "")) == bool(part["next"])
        address = part["next"]
    assert seen == [c["code"] for c in visitor.get(f"{API}/entries/C93").json()["children"]]
    assert len(seen) == part["total"]


def test_a_long_answer_is_compressed_for_those_who_take_it(visitor: Client) -> None:
    plain = visitor.get(f"{API}/search?q=fracture&limit=50")
    packed = visitor.get(f"{API}/search?q=fracture&limit=50", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.content) < len(plain.content) / 2
    refused = visitor.get(f"{API}/search?q=fracture&limit=50", headers={"Accept-Encoding": "gzip;q=0"})
    assert "Content-Encoding" not in refused.headers


def test_pages_of_other_origins_may_read_only_where_the_owner_says_so(visitor: Client, settings) -> None:
    origin = {"Origin": "https://portal.example"}
    assert "Access-Control-Allow-Origin" not in visitor.get(f"{API}/entries", headers=origin).headers
    settings.CORS_ALLOWED_ORIGINS = ["https://portal.example"]
    allowed = visitor.get(f"{API}/entries", headers=origin).headers
    assert allowed["Access-Control-Allow-Origin"] == "https://portal.example"
    assert "Access-Control-Allow-Credentials" not in allowed
    other = visitor.get(f"{API}/entries", headers={"Origin": "https://else.example"}).headers
    assert "Access-Control-Allow-Origin" not in other
    assert "Access-Control-Allow-Origin" not in visitor.get("/C93.32", headers=origin).headers


def test_no_answer_tells_where_one_came_from(visitor: Client) -> None:
    for address in ("pages/C93.32", "pages/C93.39", "search?q=x"):
        assert visitor.get(f"{API}/{address}").headers["Referrer-Policy"] == "no-referrer"


def test_the_page_for_developers_shows_what_each_example_really_gets(visitor: Client) -> None:
    page = visitor.get("/developers").content.decode()
    assert "Juvenile myelomonocytic leukemia, in relapse" in page
    assert "200 OK, application/json" in page
    assert re.search(r"404 Not Found, application/problem\+json", page)
    for address in visitor.get(f"{API}/openapi.json").json()["paths"]:
        assert address in page
