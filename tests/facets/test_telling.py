"""Facets as the data contract has them."""

from nosograph.facets.telling import evidence_as_data, facets_as_data
from nosograph.lexicons.loading import load_lexicons


def test_the_data_of_a_code_has_exactly_the_keys_of_the_contract_in_their_order(release, facets):
    data = facets_as_data("S72.001A", release.entries["S72.001A"].title, facets["S72.001A"])
    unparsed = data.pop("unparsed")
    assert isinstance(unparsed, str)
    assert data == {
        "code": "S72.001A",
        "title": "Fracture of unspecified part of neck of right femur, initial encounter for closed fracture",
        "kind": "injury",
        "process": "fracture",
        "sites": [
            {
                "id": "neck-of-femur",
                "label": "neck of femur",
                "uberon": "UBERON:0007119",
                "uberon_match": "exact",
            }
        ],
        "regions": ["pelvis_hip"],
        "laterality": "right",
        "agent": None,
        "course": None,
        "severity": None,
        "episode": "initial encounter",
        "healing": None,
        "remission": None,
        "trimester": None,
        "life_period": None,
        "intent": None,
        "qualifiers": ["unspecified", "closed"],
    }
    order = """code title kind process sites regions laterality agent course severity episode healing remission
    trimester life_period intent qualifiers"""
    assert order.split() == list(data)


def test_sites_carry_their_uberon_ids(release, facets):
    data = facets_as_data("C93.32", release.entries["C93.32"].title, facets["C93.32"])
    assert data["sites"][0] == {
        "id": "bone-marrow",
        "label": "bone marrow",
        "uberon": "UBERON:0002371",
        "uberon_match": "exact",
    }


def test_a_site_that_uberon_lacks_carries_the_nearest_wider_term_and_says_so(facets):
    found = {s.id: s for f in facets.values() for s in f.sites if s.broader}
    lexicons = load_lexicons()
    assert found
    for site in found.values():
        at = lexicons.sites[site.id]
        while at.uberon is None:
            at = lexicons.sites[at.part_of]
        assert (site.uberon, lexicons.sites[site.id].uberon) == (at.uberon, None)


def test_evidence_names_axis_value_source_and_words(facets):
    told = evidence_as_data(facets["C93.32"].evidence)
    assert {"axis": "remission", "value": "in relapse", "source": "C93.32", "words": "in relapse"} in told
