"""ICD-10-CM as a code system over FHIR: looked up, validated, compared, searched for and taken whole."""

import gzip
import json

from django.test import Client

from .asking_fhir import ICD, ask, parts, said, send, told, valid


def test_a_lookup_gives_title_summary_names_place_and_facets(atlas):
    found = ask("CodeSystem/$lookup", system=ICD, code="C93.32")
    assert (said(found, "name"), said(found, "version")) == ("ICD-10-CM", "2026")
    assert said(found, "display") == "Juvenile myelomonocytic leukemia, in relapse"
    assert said(found, "definition") == atlas.page("C93.32").article.summary
    named = {d["use"]["code"]: d["value"] for d in parts(found, "designation")}
    assert "JMML" in [d["value"] for d in parts(found, "designation") if d["use"]["code"] == "also-called"]
    assert named["everyday-name"] == atlas.link("C93.32").everyday
    properties = {p["code"]: p["value"] for p in parts(found, "property")}
    assert (properties["parent"], properties["billable"], properties["inactive"]) == ("C93.3", True, False)
    assert (properties["kind"], properties["remission"]) == ("neoplasm", "in relapse")
    assert [p["value"]["code"] for p in parts(found, "property") if p["code"] == "uberon"] != []


def test_the_inclusion_terms_of_the_tabular_list_are_designations():
    found = ask("CodeSystem/$lookup", system=ICD, code="C93.30")
    terms = [d["value"] for d in parts(found, "designation") if d["use"]["code"] == "inclusion-term"]
    assert terms == [
        "Juvenile myelomonocytic leukemia with failed remission", "Juvenile myelomonocytic leukemia NOS",
    ]  # fmt: skip


def test_a_lookup_gives_only_the_properties_that_are_asked_for():
    found = ask("CodeSystem/$lookup", system=ICD, code="C93.3", property="child")
    assert {p["code"] for p in parts(found, "property")} == {"child"}
    assert [p["value"] for p in parts(found, "property")] == ["C93.30", "C93.31", "C93.32"]
    assert said(found, "definition") is None
    assert parts(found, "designation") == []


def test_all_facets_of_every_entry_of_the_sample_are_properties_and_every_lookup_is_valid(atlas):
    wrong = []
    for key in atlas.keys()[::9]:
        properties = parts(ask("CodeSystem/$lookup", system=ICD, code=key), "property")
        said_here = {(p["code"], p["value"]) for p in properties if isinstance(p["value"], str)}
        facets = atlas.facets(key)
        wanted = {("kind", str(facets.kind).replace("_", " "))} | {("site", s.label) for s in facets.sites}
        wanted |= {("qualifier", q) for q in facets.qualifiers}
        axes = {"life-period": facets.life_period, "healing": facets.healing, "intent": facets.intent}
        axes |= {
            a: getattr(facets, a)
            for a in ["process", "laterality", "agent", "course", "severity", "episode", "trimester"]
        }
        wanted |= {(axis, value) for axis, value in axes.items() if value is not None}
        wrong += [(key, wanted - said_here)] if wanted - said_here else []
    assert wrong == []


def test_a_lookup_by_post_takes_a_coding():
    found = send("CodeSystem/$lookup", {"name": "coding", "valueCoding": {"system": ICD, "code": "C93.32"}})
    assert said(found, "display") == "Juvenile myelomonocytic leukemia, in relapse"


def test_an_unknown_code_or_system_is_not_found_and_a_missing_system_is_required():
    assert told(ask("CodeSystem/$lookup", status=404, system=ICD, code="C93.99")) == (
        "not-found", f"Unknown code 'C93.99' in the CodeSystem '{ICD}' version '2026'"
    )  # fmt: skip
    for system in ("http://loinc.org", "http://hl7.org/fhir/sid/icd-10"):
        code, text = told(ask("CodeSystem/$lookup", status=404, system=system, code="C93.32"))
        assert (code, system in text) == ("not-found", True)
    assert told(ask("CodeSystem/$lookup", status=400, code="C93.32"))[0] == "required"
    assert told(ask("CodeSystem/$lookup", status=404, system=ICD, code="C93.32", version="2019"))[0] == "not-found"


def test_a_right_code_validates_with_its_display():
    found = ask("CodeSystem/$validate-code", url=ICD, code="C93.32")
    assert (said(found, "result"), said(found, "display")) == (True, "Juvenile myelomonocytic leukemia, in relapse")
    assert (said(found, "system"), said(found, "version"), said(found, "issues")) == (ICD, "2026", None)


def test_a_wrong_code_is_a_good_answer_that_says_false():
    found = ask("CodeSystem/$validate-code", url=ICD, code="C93.99")
    text = f"Unknown code 'C93.99' in the CodeSystem '{ICD}' version '2026'"
    assert (said(found, "result"), said(found, "message")) == (False, text)
    issue = said(found, "issues")["issue"][0]
    assert (issue["code"], issue["details"]["coding"][0]["code"]) == ("code-invalid", "invalid-code")
    assert issue["expression"] == ["code"]


def test_a_wrong_display_is_false_and_another_name_is_right():
    found = ask("CodeSystem/$validate-code", url=ICD, code="C93.32", display="Influenza")
    assert said(found, "result") is False
    assert said(found, "message").startswith(f"Wrong Display Name 'Influenza' for {ICD}#C93.32.")
    assert said(found, "issues")["issue"][0]["details"]["coding"][0]["code"] == "invalid-display"
    assert said(found, "display") == "Juvenile myelomonocytic leukemia, in relapse"
    for name in ("JMML", "juvenile  MYELOMONOCYTIC leukemia, in relapse"):
        assert said(ask("CodeSystem/$validate-code", url=ICD, code="C93.32", display=name), "result") is True
    lenient = {"lenient-display-validation": "true"}
    found = ask("CodeSystem/$validate-code", url=ICD, code="C93.32", display="Influenza", **lenient)
    assert (said(found, "result"), said(found, "issues")["issue"][0]["severity"]) == (True, "warning")


def test_another_spelling_is_understood_and_told():
    for spelling, severity in (("c93.32", "information"), ("C9332", "warning"), (" c9332 ", "warning")):
        found = ask("CodeSystem/$validate-code", url=ICD, code=spelling)
        assert (said(found, "result"), said(found, "normalized-code")) == (True, "C93.32")
        assert said(found, "issues")["issue"][0]["severity"] == severity
    assert said(ask("CodeSystem/$validate-code", url=ICD, code="C93.3Z"), "result") is False
    assert said(ask("CodeSystem/$validate-code", url=ICD, code="Cg3.32"), "result") is False


def test_a_system_that_is_not_here_cannot_be_validated_against_and_says_so():
    found = ask("CodeSystem/$validate-code", url="http://loinc.org", code="1234-5")
    text = "A definition for CodeSystem 'http://loinc.org' could not be found, so the code cannot be validated"
    assert (said(found, "result"), said(found, "message")) == (False, text)
    assert said(found, "x-caused-by-unknown-system") == "http://loinc.org"


def test_a_codeable_concept_is_right_where_one_of_its_codings_is():
    concept = {"coding": [{"system": "http://loinc.org", "code": "1"}, {"system": ICD, "code": "I10"}]}
    found = send("CodeSystem/$validate-code", {"name": "codeableConcept", "valueCodeableConcept": concept})
    assert said(found, "codeableConcept") == concept
    several = ({"name": "code", "valueCode": "I10"}, {"name": "coding", "valueCoding": {"system": ICD, "code": "I10"}})
    assert told(send("CodeSystem/$validate-code", *several, status=400))[0] == "invalid"


def test_an_abstract_entry_is_refused_only_by_those_who_say_so():
    assert said(ask("CodeSystem/$validate-code", url=ICD, code="C81-C96"), "result") is True
    assert said(ask("CodeSystem/$validate-code", url=ICD, code="C81-C96", abstract="false"), "result") is False


def test_codes_subsume_each_other_by_their_place():
    for a, b, outcome in (
        ("C93.3", "C93.32", "subsumes"), ("C93.32", "C93.3", "subsumed-by"), ("C93.32", "c9332", "equivalent"),
        ("C93.31", "C93.32", "not-subsumed"), ("C00-D49", "C93.32", "subsumes"), ("2", "C00-D49", "equivalent"),
    ):  # fmt: skip
        assert said(ask("CodeSystem/$subsumes", system=ICD, codeA=a, codeB=b), "outcome") == outcome
    assert told(ask("CodeSystem/$subsumes", status=404, system=ICD, codeA="C93.3", codeB="Q"))[0] == "not-found"
    assert said(ask("CodeSystem/icd-10-cm/$subsumes", codeA="C93", codeB="C93.3"), "outcome") == "subsumes"


def test_the_code_system_is_found_by_its_address_and_read_as_a_stub(atlas):
    found = ask("CodeSystem", url=ICD)
    assert (found["type"], found["total"]) == ("searchset", 1)
    stub = found["entry"][0]["resource"]
    assert (stub["content"], stub["count"], stub["hierarchyMeaning"]) == ("complete", len(atlas.keys()), "is-a")
    assert ask("CodeSystem/icd-10-cm") == stub
    assert ask("CodeSystem", url="http://loinc.org")["total"] == 0
    assert ask("CodeSystem", code="C93.32")["total"] == 1
    assert {p["code"] for p in stub["property"]} >= {"parent", "child", "billable", "site", "remission", "life-period"}


def walked(concepts, depth=0):
    for concept in concepts:
        yield concept, depth
        yield from walked(concept.get("concept", []), depth + 1)


def test_the_whole_code_system_is_a_download_with_every_entry_in_its_place(atlas):
    answer = Client().get("/fhir/CodeSystem/icd-10-cm?_summary=false", headers={"Accept-Encoding": "gzip"})
    assert answer.streaming
    assert answer.headers["Content-Disposition"] == 'attachment; filename="CodeSystem-icd-10-cm.json"'
    whole = valid(json.loads(gzip.decompress(b"".join(answer.streaming_content))))
    found = list(walked(whole["concept"]))
    assert [concept["code"] for concept, _ in found] == atlas.keys()
    assert [depth for _, depth in found] == [len(atlas.above(key)) for key in atlas.keys()]  # noqa: SIM118
    in_relapse = next(concept for concept, _ in found if concept["code"] == "C93.32")
    assert {"code": "remission", "valueString": "in relapse"} in in_relapse["property"]
    assert "meta" not in whole
    plain = Client().get("/fhir/CodeSystem/icd-10-cm?_summary=false", headers={"Accept-Encoding": "identity"})
    assert json.loads(b"".join(plain.streaming_content)) == whole
