"""The door of /fhir: what it says of itself, media types, methods, refusals, headers, and code systems in a request."""

import json

import pytest
from django.test import Client

from nosograph.web.machines.fhir.examples import INTERFACE as FHIR
from nosograph.web.middleware.who_may_keep import KEEP

from .asking_fhir import ICD, ask, codes, parts, said, send, told, valid

TEST = "http://example.org/CodeSystem/simple"
SIMPLE = {
    "resourceType": "CodeSystem", "url": TEST, "version": "0.1.0", "name": "Simple", "status": "active",
    "content": "complete", "caseSensitive": True, "property": [
        {"code": "prop", "type": "code"},
        {"code": "notSelectable", "uri": "http://hl7.org/fhir/concept-properties#notSelectable", "type": "boolean"},
    ],
    "concept": [
        {"code": "code1", "display": "Display 1", "property": [{"code": "prop", "valueCode": "old"}]},
        {"code": "code2", "display": "Display 2", "definition": "The second",
         "property": [{"code": "notSelectable", "valueBoolean": True}],
         "concept": [{"code": "code2a", "display": "Display 2a", "property": [{"code": "prop", "valueCode": "new"}],
                      "designation": [{"language": "de", "value": "Anzeige 2a"}]},
                     {"code": "code2b", "display": "Display 2b",
                      "property": [{"code": "status", "valueCode": "retired"}]}]},
    ],
}  # fmt: skip


def with_simple(path, *parameters, **more):
    return send(path, *parameters, {"name": "tx-resource", "resource": SIMPLE}, **more)


def own(**include):
    set_ = {"resourceType": "ValueSet", "status": "draft", "compose": {"include": [{"system": TEST, **include}]}}
    return {"name": "valueSet", "resource": set_}


def test_the_server_says_what_it_can_do():
    found = ask("metadata")
    assert (found["fhirVersion"], found["kind"]) == ("4.0.1", "instance")
    assert "http://hl7.org/fhir/CapabilityStatement/terminology-server" in found["instantiates"]
    named = {(r["type"], o["name"]) for r in found["rest"][0]["resource"] for o in r.get("operation", [])}
    assert named == {
        ("CodeSystem", "lookup"), ("CodeSystem", "validate-code"), ("CodeSystem", "subsumes"), ("ValueSet", "expand"),
        ("ValueSet", "validate-code"), ("ConceptMap", "translate"),
    }  # fmt: skip
    told_ = ask("metadata", mode="terminology")
    assert told_["codeSystem"][0]["uri"] == ICD
    assert told_["codeSystem"][0]["version"][0]["code"] == "2026"
    assert "activeOnly" in {p["name"] for p in told_["expansion"]["parameter"]}


@pytest.mark.parametrize(
    ("accept", "query", "status", "kind"),
    [
        ("application/fhir+json", "", 200, "application/fhir+json"),
        ("application/json", "", 200, "application/json"),
        ("text/html,*/*;q=0.8", "", 200, "application/fhir+json"),
        ("application/fhir+xml", "", 406, "application/fhir+json"),
        ("application/fhir+xml", "?_format=json", 200, "application/fhir+json"),
        ("*/*", "?_format=xml", 406, "application/fhir+json"),
        ("application/json;q=0", "", 406, "application/fhir+json"),
    ],
)
def test_there_is_json_alone(accept, query, status, kind):
    answer = Client().get(f"/fhir/metadata{query}", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["Content-Type"].partition(";")[0]) == (status, kind)
    valid(json.loads(answer.content))


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        ("{", "application/fhir+json", 400, "invalid"),
        ("[]", "application/fhir+json", 400, "invalid"),
        ('{"resourceType": "Patient"}', "application/json", 400, "invalid"),
        ("<Parameters/>", "application/fhir+xml", 415, "not-supported"),
        ('{"resourceType": "Parameters", "parameter": [{"valueCode": "x"}]}', "application/fhir+json", 400, "invalid"),
        ("[" * 50_000, "application/json", 400, "invalid"),
        (" " * 200_000, "application/json", 413, "too-long"),
    ],
)
def test_a_body_that_is_no_parameters_is_refused(body, kind, status, code):
    answer = Client().post("/fhir/CodeSystem/$lookup", body, content_type=kind)
    assert answer.status_code == status
    assert told(valid(json.loads(answer.content)))[0] == code


def test_what_is_not_there_is_told_as_an_operation_outcome():
    for address in ("nothing", "Patient/1", "CodeSystem/$explode", "ValueSet/$lookup", "", "CodeSystem/a/b/c"):
        assert told(ask(address, status=404))[0] == "not-found"
    answer = Client().put("/fhir/CodeSystem/$lookup")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, POST, HEAD, OPTIONS")
    valid(json.loads(answer.content))
    assert told(ask("metadata", status=401, headers={"Authorization": "Bearer none"}))[0] == "login"


def test_a_parameter_that_is_given_twice_or_is_of_another_type_is_refused():
    answer = Client().get(f"/fhir/CodeSystem/$lookup?system={ICD}&code=I10&code=I11")
    assert answer.status_code == 400
    for query in ({"count": "many"}, {"count": "-1"}, {"activeOnly": "perhaps"}, {"offset": "²"}):
        assert told(ask("ValueSet/icd-10-cm-C93/$expand", status=400, **query))[0] == "invalid"
    wrong = {"name": "code", "valueCoding": {"code": "I10"}}
    assert told(send("CodeSystem/$lookup", wrong, status=400))[0] == "invalid"


def test_answers_tell_nobody_where_one_came_from_and_may_be_kept_where_they_are_public():
    answer = Client().get("/fhir/CodeSystem/$lookup", {"system": ICD, "code": "I10"})
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"].startswith("public")
    assert "ETag" in answer.headers
    posted = Client().post("/fhir/CodeSystem/$lookup", "{}", content_type="application/json")
    assert posted.headers["Cache-Control"] == "private, no-store"


def test_an_answer_whose_media_type_is_chosen_is_not_kept_by_its_address_alone():
    answer = Client().get("/fhir/metadata")
    assert "Accept" in answer.headers["Vary"]
    assert KEEP not in answer.wsgi_request.META


def test_a_search_may_be_sent_as_a_form_so_that_no_address_holds_the_code():
    answer = Client().post(
        "/fhir/DocumentReference/_search", "code=c9332", content_type="application/x-www-form-urlencoded"
    )
    assert [e["resource"]["id"] for e in valid(answer.json())["entry"]] == ["C93.32"]
    assert Client().post("/fhir/Composition/_search", "{}", content_type="application/json").status_code == 415


@pytest.mark.parametrize("example", FHIR.examples, ids=lambda e: e.says)
def test_every_example_for_developers_gives_a_good_and_valid_answer(example):
    client = Client()
    if example.body:
        answer = client.post(example.address, example.body, content_type=example.media_type)
    else:
        answer = client.get(example.address)
    assert answer.status_code == 200
    assert valid(json.loads(answer.content))["resourceType"] != "OperationOutcome"


def test_a_code_system_that_comes_with_a_request_is_asked_like_any_other():
    system = {"name": "system", "valueUri": TEST}
    found = with_simple("CodeSystem/$lookup", system, {"name": "code", "valueCode": "code2a"})
    assert (said(found, "display"), said(found, "version")) == ("Display 2a", "0.1.0")
    assert {"code": "parent", "value": "code2", "description": "Display 2"} in parts(found, "property")
    assert {"code": "prop", "value": "new"} in parts(found, "property")
    right = with_simple(
        "CodeSystem/$validate-code", {"name": "url", "valueUri": TEST}, {"name": "code", "valueCode": "code1"}
    )
    assert said(right, "result") is True
    wrong = with_simple(
        "CodeSystem/$validate-code", {"name": "url", "valueUri": TEST}, {"name": "code", "valueCode": "Code1"}
    )
    assert said(wrong, "message") == f"Unknown code 'Code1' in the CodeSystem '{TEST}' version '0.1.0'"
    pair = ({"name": "codeA", "valueCode": "code2"}, {"name": "codeB", "valueCode": "code2b"})
    assert said(with_simple("CodeSystem/$subsumes", system, *pair), "outcome") == "subsumes"


def test_value_sets_of_a_code_system_that_comes_with_a_request_are_expanded():
    def of(**include):
        return with_simple("ValueSet/$expand", own(**include))

    whole = of()
    assert codes(whole) == ["code1", "code2", "code2a", "code2b"]
    assert [(c["code"], c.get("abstract"), c.get("inactive")) for c in whole["expansion"]["contains"]][1:4:2] == [
        ("code2", True, None), ("code2b", None, True)
    ]  # fmt: skip
    assert codes(of(filter=[{"property": "concept", "op": "is-a", "value": "code2"}])) == ["code2", "code2a", "code2b"]
    assert codes(of(filter=[{"property": "prop", "op": "=", "value": "old"}])) == ["code1"]
    assert codes(of(filter=[{"property": "prop", "op": "regex", "value": "n.w"}])) == ["code2a"]
    assert codes(of(filter=[{"property": "code", "op": "regex", "value": "code2[a-z]"}])) == ["code2a", "code2b"]
    assert codes(of(concept=[{"code": "code2b"}, {"code": "code1"}, {"code": "none"}])) == ["code2b", "code1"]
    active = with_simple("ValueSet/$expand", own(), {"name": "activeOnly", "valueBoolean": True})
    assert codes(active) == ["code1", "code2", "code2a"]
    paged = with_simple(
        "ValueSet/$expand", own(), {"name": "count", "valueInteger": 2}, {"name": "offset", "valueInteger": 1}
    )
    assert codes(paged) == ["code2", "code2a"]


def test_a_code_out_of_use_is_right_but_told():
    asked = ({"name": "system", "valueUri": TEST}, {"name": "code", "valueCode": "code2b"})
    found = with_simple("ValueSet/$validate-code", own(), *asked)
    assert (said(found, "result"), said(found, "inactive")) == (True, True)
    assert said(found, "issues")["issue"][0]["severity"] == "warning"
