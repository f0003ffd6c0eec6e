"""Whatever is sent to the JSON interface, its answers are those that its OpenAPI document promises."""

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

HOST = {"Host": "localhost", "Accept-Encoding": "identity"}
OPERATIONS = (
    "GET /api/v1/pages/{code}", "POST /api/v1/pages", "GET /api/v1/facets/{code}", "POST /api/v1/facets",
    "GET /api/v1/illustrations/{code}", "GET /api/v1/search", "POST /api/v1/search", "GET /api/v1/entries",
    "GET /api/v1/entries/{code}", "GET /api/v1/coverage",
)  # fmt: skip

WITHOUT_PARAMETERS = {"GET /api/v1/entries", "GET /api/v1/coverage"}


@pytest.fixture
def operations(db: None) -> dict[str, schemathesis.schemas.APIOperation]:
    interface = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application(), headers=HOST)
    found = (result.ok() for result in interface.get_all_operations())
    return {operation.label: operation for operation in found}


def test_every_operation_is_tried(operations) -> None:
    assert set(operations) == set(OPERATIONS)


@pytest.mark.parametrize("label", OPERATIONS)
def test_what_is_sent_as_documented_gets_what_is_documented(operations, label: str) -> None:
    try_out(operations[label], GenerationMode.POSITIVE)


@pytest.mark.parametrize("label", [label for label in OPERATIONS if label not in WITHOUT_PARAMETERS])
def test_what_is_sent_otherwise_is_refused_as_documented(operations, label: str) -> None:
    try_out(operations[label], GenerationMode.NEGATIVE)


def try_out(operation: schemathesis.schemas.APIOperation, mode: GenerationMode) -> None:
    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
    def law(case: schemathesis.Case) -> None:
        case.call_and_validate(headers=HOST)

    law()
