"""Value sets of ICD-10-CM over FHIR: named, implicit and one's own; expanded page by page and validated against."""

import json

import pytest
from django.test import Client

from .asking_fhir import ICD, ask, codes, said, send, told

JMML = ["C93.3", "C93.30", "C93.31", "C93.32"]


def own(include, exclude=(), **more):
    """A value set of one's own, as a parameter."""
    compose = {"include": list(include), **({"exclude": list(exclude)} if exclude else {})}
    return {"name": "valueSet", "resource": {"resourceType": "ValueSet", "status": "draft", "compose": compose, **more}}


def expanded(*filters, **include):
    """The codes that filters of ICD-10-CM let through, each given as property, operator and value."""
    listed = [{"property": p, "op": o, "value": v} for p, o, v in filters]
    part = {"system": ICD, **({"filter": listed} if listed else {}), **include}
    return codes(send("ValueSet/$expand", own([part]), {"name": "count", "valueInteger": 5000}))


@pytest.mark.parametrize(
    "url",
    [f"{ICD}?fhir_vs=isa/C93.3", f"{ICD}?fhir_vs=C93.3", "http://testserver/fhir/ValueSet/icd-10-cm-C93.3"],
)
def test_every_entry_with_what_is_below_it_is_a_value_set(url):
    found = ask("ValueSet/$expand", url=url)
    assert codes(found) == JMML
    assert (found["url"], found["expansion"]["total"]) == (url, 4)
    assert {"name": "used-codesystem", "valueUri": f"{ICD}|2026"} in found["expansion"]["parameter"]


def test_what_is_below_an_entry_is_a_value_set_without_it():
    assert codes(ask("ValueSet/$expand", url=f"{ICD}?fhir_vs=below/C93.3")) == JMML[1:]
    assert codes(ask("ValueSet/icd-10-cm-below-C93.3/$expand")) == JMML[1:]


def test_the_named_sets_hold_all_entries_all_codes_and_the_billable_ones(atlas):
    links = [atlas.link(key) for key in atlas.keys()]  # noqa: SIM118
    for url in (f"{ICD}?fhir_vs", f"{ICD}/vs", "http://testserver/fhir/ValueSet/icd-10-cm-entries"):
        assert codes(ask("ValueSet/$expand", url=url)) == [link.key for link in links]
    assert codes(ask("ValueSet/icd-10-cm/$expand")) == [x.key for x in links if x.level not in ("chapter", "block")]
    assert codes(ask("ValueSet/icd-10-cm-billable/$expand")) == [x.key for x in links if x.billable]


def test_pages_follow_each_other_and_together_are_the_whole():
    whole = codes(ask("ValueSet/icd-10-cm-C00-D49/$expand"))
    assert whole[0] == "2"
    paged = []
    for offset in range(0, len(whole), 40):
        page = ask("ValueSet/$expand", url=f"{ICD}?fhir_vs=isa/C00-D49", count="40", offset=str(offset))["expansion"]
        assert (page["total"], page["offset"]) == (len(whole), offset)
        assert {"name": "count", "valueInteger": 40} in page["parameter"]
        paged += [each["code"] for each in page["contains"]]
    assert paged == whole
    assert codes(ask("ValueSet/icd-10-cm-C93/$expand", count="5", offset="5000")) == []


def test_a_count_of_0_gives_the_total_alone(atlas):
    found = ask("ValueSet/$expand", url=f"{ICD}?fhir_vs", count="0")["expansion"]
    assert (found["total"], "contains" in found) == (len(atlas.keys()), False)


def test_a_set_that_is_too_large_to_come_at_once_is_refused_with_422(monkeypatch):
    monkeypatch.setattr("nosograph.api.fhir.expanding.MOST", 100)
    assert told(ask("ValueSet/$expand", status=422, url=f"{ICD}?fhir_vs"))[0] == "too-costly"
    assert len(codes(ask("ValueSet/$expand", url=f"{ICD}?fhir_vs", count="100"))) == 100


def test_a_filter_finds_words_of_titles_the_beginning_of_codes_and_other_names():
    billable = "ValueSet/icd-10-cm-billable/$expand"
    assert codes(ask(billable, filter="myelomonocytic juvenile")) == JMML[1:]
    assert codes(ask(billable, filter="c93.3")) == JMML[1:]
    assert set(JMML[1:]) <= set(codes(ask(billable, filter="JMML")))
    assert codes(ask(billable, filter="zzzz qqqq")) == []


def test_designations_come_where_they_are_asked_for():
    plain = ask("ValueSet/icd-10-cm-C93.3/$expand")["expansion"]["contains"]
    assert [each for each in plain if "designation" in each] == []
    named = ask("ValueSet/icd-10-cm-C93.3/$expand", includeDesignations="true")["expansion"]
    assert "JMML" in [d["value"] for d in named["contains"][0]["designation"]]
    assert {"name": "includeDesignations", "valueBoolean": True} in named["parameter"]


def test_chapters_and_blocks_are_abstract_and_left_out_where_people_choose():
    found = ask("ValueSet/icd-10-cm-C81-C96/$expand")["expansion"]["contains"]
    assert [each["code"] for each in found if each.get("abstract")] == ["C81-C96"]
    assert "C81-C96" not in codes(ask("ValueSet/icd-10-cm-C81-C96/$expand", excludeNotForUI="true"))


def test_filters_by_place():
    assert expanded(("concept", "is-a", "C93.3")) == JMML
    assert expanded(("concept", "descendent-of", "C93.3")) == JMML[1:]
    assert expanded(("concept", "generalizes", "C93.32")) == ["2", "C81-C96", "C93", "C93.3", "C93.32"]
    assert expanded(("concept", "is-a", "C93"), ("concept", "is-not-a", "C93.3")) == [
        code for code in expanded(("concept", "is-a", "C93")) if code not in JMML
    ]
    assert expanded(("concept", "child-of", "C93.3")) == expanded(("parent", "=", "C93.3")) == JMML[1:]
    assert expanded(("child", "=", "C93.32")) == ["C93.3"]
    assert expanded(("parent", "exists", "false"))[:3] == ["1", "2", "3"]


def test_filters_by_code_title_and_facet(atlas):
    assert expanded(("code", "in", "C93.31, I10,no-code")) == ["C93.31", "I10"]
    assert expanded(("concept", "is-a", "C93.3"), ("code", "not-in", "C93.3,C93.31")) == ["C93.30", "C93.32"]
    assert expanded(("code", "regex", r"C93\.3[12]?")) == ["C93.3", "C93.31", "C93.32"]
    assert expanded(("display", "regex", ".*myelomonocytic.* in re.*"), ("concept", "is-a", "C93.3")) == JMML[2:]
    in_relapse = [k for k in atlas.keys() if atlas.facets(k).remission == "in relapse"]  # noqa: SIM118
    assert expanded(("remission", "=", "in relapse")) == expanded(("remission", "=", "in-relapse")) == in_relapse
    kinds = [k for k in atlas.keys() if atlas.facets(k).kind in ("external_cause", "mental")]  # noqa: SIM118
    assert expanded(("kind", "in", "external_cause,mental")) == kinds
    sided = [k for k in atlas.keys() if atlas.facets(k).laterality]  # noqa: SIM118
    assert expanded(("laterality", "exists", "true")) == sided
    assert expanded(("billable", "=", "true"), ("concept", "is-a", "C93.3")) == JMML[1:]
    marrow = [k for k in atlas.keys() if "bone-marrow" in {s.id for s in atlas.facets(k).sites}]  # noqa: SIM118
    assert expanded(("uberon", "=", "UBERON:0002371")) == expanded(("site", "=", "bone marrow")) == marrow != []


@pytest.mark.parametrize(
    ("filter_", "status"),
    [
        (("colour", "=", "blue"), 422),
        (("concept", "is-a", "C93.99"), 422),
        (("concept", "sounds-like", "C93"), 422),
        (("remission", "is-a", "in relapse"), 422),
        (("concept", "is-a", ""), 400),
        (("code", "regex", r"(C)\1"), 400),
        (("remission", "exists", "perhaps"), 400),
    ],
)
def test_a_filter_that_is_not_understood_is_an_error_and_never_left_out(filter_, status):
    listed = [dict(zip(("property", "op", "value"), filter_, strict=True))]
    listed = [{k: v for k, v in each.items() if v} for each in listed]
    set_ = own([{"system": ICD, "filter": listed}])["resource"]
    body = {"resourceType": "Parameters", "parameter": [{"name": "valueSet", "resource": set_}]}
    answer = Client().post("/fhir/ValueSet/$expand", json.dumps(body), content_type="application/fhir+json")
    assert answer.status_code == status
    issue = answer.json()["issue"][0]
    assert issue["severity"] == "error"
    assert issue["expression"][0].startswith("ValueSet.compose.include[0].filter[0]")


def test_lists_of_codes_keep_their_order_and_their_own_names_and_excludes_take_away():
    include = {"system": ICD, "concept": [{"code": "I10", "display": "High blood pressure"}, {"code": "C93.32"}]}
    also = {"system": ICD, "filter": [{"property": "concept", "op": "is-a", "value": "C93.3"}]}
    found = send("ValueSet/$expand", own([include, also], [{"system": ICD, "concept": [{"code": "C93.30"}]}]))
    assert codes(found) == ["I10", "C93.32", "C93.3", "C93.31"]
    assert found["expansion"]["contains"][0]["display"] == "High blood pressure"


def test_a_value_set_may_import_another():
    both = {"system": ICD, "concept": [{"code": "C93.32"}, {"code": "I10"}], "valueSet": [f"{ICD}?fhir_vs=C93.3"]}
    found = send("ValueSet/$expand", own([both]))
    assert codes(found) == ["C93.32"]
    only = send("ValueSet/$expand", own([{"valueSet": [f"{ICD}?fhir_vs=C93.3", f"{ICD}?fhir_vs=below/C93"]}]))
    assert codes(only) == JMML
    assert (
        told(send("ValueSet/$expand", own([{"valueSet": ["http://example.org/none"]}]), status=404))[0] == "not-found"
    )


def test_a_value_set_that_holds_itself_is_refused():
    circle = own([{"valueSet": ["http://example.org/a"]}], url="http://example.org/a")["resource"]
    asked = ({"name": "url", "valueUri": "http://example.org/a"}, {"name": "tx-resource", "resource": circle})
    assert told(send("ValueSet/$expand", *asked, status=422))[0] == "processing"


def test_a_system_or_value_set_that_is_not_here_is_not_found():
    assert told(ask("ValueSet/$expand", status=404, url="http://example.org/none"))[0] == "not-found"
    assert told(send("ValueSet/$expand", own([{"system": "http://loinc.org"}]), status=404))[0] == "not-found"
    assert told(ask("ValueSet/$expand", status=400))[0] == "required"
    url = {"url": f"{ICD}?fhir_vs=isa/C93.3"}
    assert told(ask("ValueSet/$expand", status=404, valueSetVersion="1999", **url))[0] == "not-found"


def test_a_code_is_validated_against_a_value_set():
    inside = ask("ValueSet/$validate-code", url=f"{ICD}?fhir_vs=C93.3", system=ICD, code="C93.32")
    assert (said(inside, "result"), said(inside, "display")) == (True, "Juvenile myelomonocytic leukemia, in relapse")
    outside = ask("ValueSet/$validate-code", url=f"{ICD}?fhir_vs=C93.3", system=ICD, code="I10")
    text = f"The provided code '{ICD}#I10' was not found in the value set '{ICD}?fhir_vs=C93.3|2026'"
    assert (said(outside, "result"), said(outside, "message")) == (False, text)
    assert said(outside, "issues")["issue"][0]["details"]["coding"][0]["code"] == "not-in-vs"
    unknown = ask("ValueSet/$validate-code", url=f"{ICD}?fhir_vs=C93.3", system=ICD, code="C93.99")
    kinds = [i["details"]["coding"][0]["code"] for i in said(unknown, "issues")["issue"]]
    assert kinds == ["not-in-vs", "invalid-code"]
    billable = ask("ValueSet/icd-10-cm-billable/$validate-code", system=ICD, code="C93.3")
    assert said(billable, "result") is False
    assert (
        told(ask("ValueSet/$validate-code", status=404, url="http://x.org", system=ICD, code="I10"))[0] == "not-found"
    )


def test_a_code_without_a_system_is_not_guessed_unless_that_is_asked_for():
    url = f"{ICD}?fhir_vs=C93.3"
    assert said(ask("ValueSet/$validate-code", url=url, code="C93.32"), "result") is False
    assert said(ask("ValueSet/$validate-code", url=url, code="C93.32", inferSystem="true"), "result") is True


def test_of_a_codeable_concept_one_coding_must_be_in_the_value_set():
    def asked(*codings):
        concept = {"name": "codeableConcept", "valueCodeableConcept": {"coding": [*codings]}}
        return send("ValueSet/$validate-code", {"name": "url", "valueUri": f"{ICD}?fhir_vs=C93.3"}, concept)

    right, other = {"system": ICD, "code": "C93.32"}, {"system": ICD, "code": "I10"}
    found = asked(other, right)
    assert (said(found, "result"), said(found, "code")) == (True, "C93.32")
    none = asked(other)
    assert said(none, "result") is False
    assert said(none, "message").startswith("No valid coding was found for the value set")
    issues = said(none, "issues")["issue"]
    assert [i["details"]["coding"][0]["code"] for i in issues] == ["not-in-vs", "this-code-not-in-vs"]
    assert issues[1]["expression"] == ["CodeableConcept.coding[0].code"]


def test_value_sets_are_found_by_address_and_read_by_id():
    found = ask("ValueSet", url=f"{ICD}?fhir_vs=isa/C93.3")
    assert [e["resource"]["id"] for e in found["entry"]] == ["icd-10-cm-C93.3"]
    assert ask("ValueSet", url="http://example.org/none")["total"] == 0
    assert ask("ValueSet")["total"] == 3
    assert ask("ValueSet/icd-10-cm-C93.3")["compose"]["include"][0]["filter"][0]["value"] == "C93.3"
    assert told(ask("ValueSet/icd-10-cm-C93.99", status=404))[0] == "not-found"
