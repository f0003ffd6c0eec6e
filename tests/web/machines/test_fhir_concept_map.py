"""Codes of ICD-10-CM in other systems over FHIR, as far as the facets and the maps know."""

import pytest

from .asking_fhir import ICD, ask, parts, said, send, told

ICD9, UBERON = "http://hl7.org/fhir/sid/icd-9-cm", "http://purl.obolibrary.org/obo/uberon.owl"


def matches(found):
    """The matches as equivalence and code."""
    return [(m["equivalence"], m["concept"]["code"]) for m in parts(found, "match")]


def test_a_code_is_told_in_icd_9_cm_with_its_name_as_the_equivalence_mappings_have_it():
    found = ask("ConceptMap/$translate", system=ICD, code="C93.32", targetsystem=ICD9)
    assert said(found, "result") is True
    assert matches(found) == [("inexact", "206.82")]
    assert parts(found, "match")[0]["concept"]["display"] == "Other monocytic leukemia, in relapse"
    assert parts(found, "match")[0]["source"] == "http://testserver/fhir/ConceptMap/icd-10-cm-to-icd-9-cm"


def test_what_the_mappings_call_identical_is_equivalent():
    assert matches(ask("ConceptMap/icd-10-cm-to-icd-9-cm/$translate", system=ICD, code="A00.0")) == [
        ("equivalent", "001.0")
    ]


def test_a_code_of_icd_9_cm_is_told_in_icd_10_cm():
    found = ask("ConceptMap/$translate", system=ICD9, code="001.0", targetsystem=ICD)
    assert matches(found) == [("equivalent", "A00.0")]
    assert parts(found, "match")[0]["concept"]["display"].startswith("Cholera due to Vibrio cholerae")


def test_sites_are_told_in_uberon_and_a_nearest_wider_term_says_so(atlas):
    found = ask("ConceptMap/$translate", system=ICD, code="C93.32", targetsystem=UBERON)
    wanted = [("wider" if s.broader else "relatedto", s.uberon) for s in atlas.facets("C93.32").sites if s.uberon]
    assert sorted(matches(found)) == sorted(wanted) != []
    broader = next(
        (key, site)
        for key in atlas.keys()  # noqa: SIM118 - an atlas is no mapping
        for site in atlas.facets(key).sites
        if site.broader and site.uberon
    )
    found = ask("ConceptMap/$translate", system=ICD, code=broader[0], targetsystem=UBERON)
    assert ("wider", broader[1].uberon) in matches(found)


def test_a_term_of_uberon_leads_back_to_the_entries_that_have_it(atlas):
    found = ask("ConceptMap/icd-10-cm-to-uberon/$translate", system=UBERON, code="UBERON:0002371", reverse="true")
    having = [k for k in atlas.keys() if "UBERON:0002371" in {s.uberon for s in atlas.facets(k).sites}]  # noqa: SIM118
    assert [code for _, code in matches(found)] == having


def test_the_first_category_of_ccsr_is_wider():
    found = ask("ConceptMap/icd-10-cm-to-ccsr/$translate", system=ICD, code="I10")
    assert matches(found) == [("wider", "CIR007")]


def test_all_maps_of_a_system_are_asked_where_no_target_is_named():
    sources = {
        m["source"].rpartition("/")[2] for m in parts(ask("ConceptMap/$translate", system=ICD, code="C93.32"), "match")
    }
    assert sources == {"icd-10-cm-to-uberon", "icd-10-cm-to-icd-9-cm", "icd-10-cm-to-ccsr"}


def test_no_map_and_nothing_in_a_map_are_told_apart():
    found = ask("ConceptMap/$translate", system=ICD, code="U07.1", targetsystem=ICD9)
    assert (said(found, "result"), said(found, "message")) == (
        False, f"icd-10-cm-to-icd-9-cm has nothing for {ICD}#U07.1"
    )  # fmt: skip
    found = ask("ConceptMap/$translate", system=ICD, code="C93.32", targetsystem="http://snomed.info/sct")
    assert said(found, "result") is False
    assert said(found, "message").startswith("there is no map")


@pytest.mark.parametrize(
    "names", [("code", "system", "targetsystem"), ("sourceCode", "system", "targetSystem")]
)  # fmt: skip
def test_the_names_of_r5_are_understood(names):
    found = ask("ConceptMap/$translate", **dict(zip(names, ("A00.0", ICD, ICD9), strict=True)))
    assert matches(found) == [("equivalent", "001.0")]


def test_a_coding_is_translated_by_post():
    found = send(
        "ConceptMap/$translate",
        {"name": "coding", "valueCoding": {"system": ICD, "code": "a000"}},
        {"name": "targetsystem", "valueUri": ICD9},
    )
    assert matches(found) == [("equivalent", "001.0")]


def test_what_is_missing_or_unknown_is_an_error():
    assert told(ask("ConceptMap/$translate", status=400, system=ICD))[0] == "required"
    assert told(ask("ConceptMap/$translate", status=400, code="I10"))[0] == "required"
    assert told(ask("ConceptMap/$translate", status=404, url="http://x.org/m", code="I10"))[0] == "not-found"
    assert told(ask("ConceptMap/none/$translate", status=404, system=ICD, code="I10"))[0] == "not-found"


def test_maps_are_searched_for_and_read():
    assert ask("ConceptMap")["total"] == 4
    found = ask("ConceptMap", **{"target-system": ICD9})
    assert [e["resource"]["id"] for e in found["entry"]] == ["icd-10-cm-to-icd-9-cm"]
    assert ask("ConceptMap/icd-10-cm-to-uberon")["targetUri"].startswith(UBERON)
