"""Whatever is sent to /fhir, the answer is a resource: never a failure of the server."""

import copy
import json
from typing import Any

from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .asking_fhir import ICD, valid
from .test_fhir_door import SIMPLE, TEST

SET = {
    "resourceType": "ValueSet", "url": "http://example.org/vs", "version": "1", "status": "draft",
    "contained": [{"resourceType": "ValueSet", "id": "inner", "compose": {"include": [{"system": TEST}]}}],
    "compose": {
        "inactive": False,
        "include": [
            {"system": TEST, "filter": [{"property": "concept", "op": "is-a", "value": "code2"}]},
            {"system": ICD, "version": "2026", "concept": [
                {"code": "I10", "display": "x", "designation": [{"language": "de", "value": "y"}]}]},
            {"valueSet": ["#inner"]},
        ],
        "exclude": [{"system": TEST, "filter": [{"property": "code", "op": "regex", "value": "c.*1"}]}],
    },
}  # fmt: skip
BODY = {
    "resourceType": "Parameters",
    "parameter": [
        {"name": "valueSet", "resource": SET},
        {"name": "tx-resource", "resource": SIMPLE},
        {"name": "count", "valueInteger": 5},
        {"name": "includeDesignations", "valueBoolean": True},
        {"name": "codeableConcept", "valueCodeableConcept": {"coding": [{"system": TEST, "code": "code1"}]}},
        {"name": "system", "valueUri": TEST},
        {"name": "property", "valueCode": "child"},
    ],
}
OPERATIONS = (
    "CodeSystem/$lookup", "CodeSystem/$validate-code", "CodeSystem/$subsumes", "ValueSet/$expand",
    "ValueSet/$validate-code", "ConceptMap/$translate",
)  # fmt: skip
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 10**12), st.floats(), st.text(max_size=12), st.just([]), st.just({}),
    st.just([[]]), st.just([{}]), st.just(["x"]), st.just({"coding": "x"}), st.just({"resourceType": "ValueSet"}),
)  # fmt: skip


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a resource."""
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path, *(each for key, value in inner for each in places(value, (*path, key)))]


PLACES = places(BODY)[1:]


def test_the_body_itself_is_expanded() -> None:
    answer = Client().post("/fhir/ValueSet/$expand", json.dumps(BODY), content_type="application/fhir+json")
    found = valid(answer.json())["expansion"]["contains"]
    # code1 is excluded and code2b retired; code2 cannot be chosen, which an expansion says and does not hide
    assert [(each["code"], each.get("abstract", False)) for each in found] == [
        ("code2", True), ("code2a", False), ("I10", False),
    ]  # fmt: skip


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(OPERATIONS), st.lists(st.tuples(st.sampled_from(PLACES), VALUES), min_size=1, max_size=3))
def test_a_body_with_anything_anywhere_is_answered_or_refused(operation: str, changes: list[Any]) -> None:
    body = copy.deepcopy(BODY)
    for path, value in changes:
        node: Any = body
        try:
            for step in path[:-1]:
                node = node[step]
            node[path[-1]] = copy.deepcopy(value)  # or an empty list, put into itself, has no end
        except (TypeError, KeyError, IndexError):
            continue  # an earlier change took the place away
    answer = Client().post(f"/fhir/{operation}", json.dumps(body), content_type="application/fhir+json")
    assert answer.status_code < 500
    assert answer.json()["resourceType"] in ("Parameters", "ValueSet", "OperationOutcome")


@settings(deadline=None, max_examples=50)
@given(
    st.sampled_from((*OPERATIONS, "CodeSystem", "ValueSet", "Composition", "DocumentReference", "metadata")),
    st.dictionaries(
        st.sampled_from(["url", "system", "code", "filter", "count", "offset", "version", "codeA", "_id", "mode"]),
        st.one_of(st.text(max_size=30), st.sampled_from([ICD, "C93.3", f"{ICD}?fhir_vs", f"{ICD}?fhir_vs=isa/%00"])),
    ),
)
def test_any_query_is_answered_or_refused(path: str, query: dict[str, str]) -> None:
    answer = Client().get(f"/fhir/{path}", query)
    assert answer.status_code < 500
    valid(answer.json())
