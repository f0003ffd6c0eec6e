"""`/api/icd10cm/v3/search`, as a field that completes what one types asks it."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

ADDRESS = "/api/icd10cm/v3/search"
RELAPSE = [1, ["C93.32"], None, [["C93.32", "Juvenile myelomonocytic leukemia, in relapse"]]]


@pytest.fixture(autouse=True)
def _reached_as_testserver(settings: object) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]


def test_the_answer_is_a_bare_array_of_json(visitor: Client) -> None:
    answer = visitor.get(ADDRESS, {"terms": "juv relapse", "sf": "code,name", "maxList": ""})
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == RELAPSE
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_a_form_is_answered_as_an_address_is_and_is_kept_by_nobody(visitor: Client) -> None:
    sent = visitor.post(ADDRESS, {"terms": "juv relapse"})
    assert sent.json() == RELAPSE
    assert sent.headers["Cache-Control"] == "private, no-store"


def test_what_cannot_be_read_is_a_problem(visitor: Client) -> None:
    answer = visitor.get(ADDRESS, {"terms": "x", "q": "code:[A00 TO B99]"})
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/problem+json")
    assert "code:C93*" in answer.json()["detail"]


def test_a_page_of_an_origin_that_is_named_may_read_it(visitor: Client, settings: object) -> None:
    settings.CORS_ALLOWED_ORIGINS = ["https://portal.example"]
    asked = visitor.get(ADDRESS, {"terms": "juv"}, headers={"Origin": "https://portal.example"})
    assert asked.headers["Access-Control-Allow-Origin"] == "https://portal.example"
    other = visitor.get(ADDRESS, {"terms": "juv"}, headers={"Origin": "https://other.example"})
    assert "Access-Control-Allow-Origin" not in other.headers
