"""Linked data: shapes that schema.org has, types that are true, nothing for members, safe inside a script element."""

import json
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nosograph.api.linked_data import as_script, linked_data
from nosograph.api.thing_types import type_of
from nosograph.article.access import MEMBERS_DEFAULT
from nosograph.atlas.reading import Atlas
from nosograph.icd10cm.model import Level

SITE = "https://nosograph.example"

# What schema.org 29 lets each type have, of what is used here, and what a reader needs of each.
ABOUT = {"@id", "name", "alternateName", "code"}
MAY = {
    "MedicalWebPage": {
        "@context", "@id", "url", "name", "description", "inLanguage", "dateModified", "license", "creditText",
        "isPartOf", "about", "primaryImageOfPage", "breadcrumb", "lastReviewed", "reviewedBy", "citation",
    },
    "WebSite": {"@id", "name", "url"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "ImageObject": {
        "@id", "contentUrl", "encodingFormat", "caption", "description", "license", "acquireLicensePage",
        "creditText", "thumbnail",
    },
    "CreativeWork": {"name", "publisher", "datePublished", "url"},
    "Organization": {"name"},
    "Person": {"name"},
    "MedicalCode": {"codeValue", "codingSystem", "inCodeSet"},
    "CategoryCodeSet": {"name"},
    "AnatomicalStructure": {"name", "code"},
    "MedicalEntity": ABOUT,
    "MedicalCause": ABOUT,
    "MedicalCondition": ABOUT | {"associatedAnatomy"},
    "MedicalSignOrSymptom": ABOUT | {"associatedAnatomy"},
    "InfectiousDisease": ABOUT | {"associatedAnatomy", "infectiousAgent", "infectiousAgentClass"},
}  # fmt: skip
MUST = {
    "MedicalWebPage": {"@context", "@id", "url", "name", "description", "about", "primaryImageOfPage", "dateModified"},
    "ListItem": {"position", "name", "item"},
    "ImageObject": {"contentUrl"},
    "CreativeWork": {"name", "publisher", "datePublished"},
    "MedicalCode": {"codeValue", "codingSystem"},
    "BreadcrumbList": {"itemListElement"},
}


@pytest.fixture(scope="module")
def atlas(atlas_path: Path) -> Atlas:
    """The sample atlas."""
    return Atlas.open(atlas_path)


def told(atlas: Atlas, key: str, members_only: frozenset[str] = MEMBERS_DEFAULT) -> dict:
    """The linked data of a page as a reader of the web gets it: through its text."""
    return json.loads(as_script(linked_data(atlas.page(key), site=SITE, members_only=members_only)))


def nodes(value: object) -> Iterator[dict]:
    """Every object in the data."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(inner)


def test_every_object_of_every_page_is_of_a_known_type_with_members_that_it_may_and_must_have(atlas: Atlas) -> None:
    wrong = []
    for key in atlas.keys():  # noqa: SIM118 - an atlas is no mapping
        for node in nodes(told(atlas, key)):
            kind = node.get("@type", "none")
            members = set(node) - {"@type"}
            if kind not in MAY or members - MAY[kind] or MUST.get(kind, {"name"}) - members:
                wrong.append((key, kind, members))
            if any(value in (None, "", []) for value in node.values()):
                wrong.append((key, kind, "something is empty"))
    assert wrong == []


def test_the_page_of_jmml_in_relapse(atlas: Atlas) -> None:
    found = told(atlas, "C93.32")
    assert (found["@context"], found["@type"]) == ("https://schema.org", "MedicalWebPage")
    assert found["url"] == f"{SITE}/C93.32"
    about = found["about"]
    assert about["@type"] == "MedicalCondition"
    assert about["name"] == "Juvenile myelomonocytic leukemia, in relapse"
    assert "JMML" in about["alternateName"]
    assert (about["code"]["codeValue"], about["code"]["codingSystem"]) == ("C93.32", "ICD-10-CM")
    assert {"@type": "MedicalCode", "codeValue": "UBERON:0002371", "codingSystem": "UBERON"} in [
        part["code"] for part in about["associatedAnatomy"]
    ]
    image = found["primaryImageOfPage"]
    assert image["contentUrl"] == f"{SITE}/C93.32.svg"
    assert image["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert image["caption"] == atlas.page("C93.32").article.scene.caption
    assert [step["item"] for step in found["breadcrumb"]["itemListElement"]][-2:] == [f"{SITE}/C93.3", f"{SITE}/C93.32"]


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("C93.32", "MedicalCondition"), ("S72.001A", "MedicalCondition"), ("A00.0", "InfectiousDisease"),
        ("W56.22XA", "MedicalCause"), ("Z51.11", "MedicalEntity"), ("T36.0X6A", "MedicalEntity"),
        ("2", "MedicalEntity"), ("C81-C96", "MedicalEntity"), ("C93.3", "MedicalCondition"),
    ],
)  # fmt: skip
def test_a_thing_is_called_what_it_is(atlas: Atlas, key: str, kind: str) -> None:
    assert told(atlas, key)["about"]["@type"] == kind


def test_no_reason_for_contact_no_cause_and_no_chapter_is_called_a_condition(atlas: Atlas) -> None:
    conditions = {"MedicalCondition", "InfectiousDisease", "MedicalSignOrSymptom"}
    pages = [atlas.page(key) for key in atlas.keys()]  # noqa: SIM118 - an atlas is no mapping
    outside = [p for p in pages if p.link.key[0] in "VWXYZ" or p.link.level in (Level.CHAPTER, Level.BLOCK)]
    assert len(outside) > 100
    assert [p.link.key for p in outside if type_of(p) in conditions] == []
    places = [p for p in pages if p.link.key.startswith(("Y92", "Y93", "Y99"))]
    assert places
    assert {type_of(p) for p in places} == {"MedicalEntity"}


def test_a_chapter_and_a_block_have_no_code_since_they_are_ranges(atlas: Atlas) -> None:
    assert "code" not in told(atlas, "2")["about"]
    assert "code" not in told(atlas, "C81-C96")["about"]
    assert "breadcrumb" not in told(atlas, "2")


def test_a_germ_is_named_by_its_class_or_its_name(atlas: Atlas) -> None:
    assert told(atlas, "A00.0")["about"]["infectiousAgent"] == "Vibrio cholerae"
    assert told(atlas, "A41")["about"]["infectiousAgentClass"] == "https://schema.org/Bacteria"
    assert "infectiousAgent" not in told(atlas, "C93.32")["about"]


def test_a_review_is_told_only_where_there_was_one(atlas: Atlas) -> None:
    page = atlas.page("C93.32")
    plain = linked_data(page, site=SITE, members_only=MEMBERS_DEFAULT)
    assert not {"lastReviewed", "reviewedBy"} & set(plain)
    review = replace(page.article.review, status="reviewed", reviewed="2027-02-01", by="Dr. A. Example")
    checked = replace(page, article=replace(page.article, review=review))
    data = linked_data(checked, site=SITE, members_only=MEMBERS_DEFAULT)
    assert data["lastReviewed"] == data["dateModified"] == "2027-02-01"
    assert data["reviewedBy"] == {"@type": "Person", "name": "Dr. A. Example"}


def test_sources_that_only_members_are_told_of_are_not_cited(atlas: Atlas) -> None:
    titles = {c["name"] for c in told(atlas, "C93.32")["citation"]}
    everything = {c["name"] for c in told(atlas, "C93.32", frozenset())["citation"]}
    assert titles < everything
    assert len(titles) > 5


def test_a_source_that_was_read_as_a_copy_is_named_without_its_address(atlas: Atlas) -> None:
    copies = {s.title for s in atlas.sources() if not s.linked}
    keys = atlas.keys()
    cited = [c for key in keys for c in told(atlas, key).get("citation", ()) if c["name"] in copies]
    linked = {s.url for s in atlas.sources() if s.linked}
    assert cited
    assert [c for c in cited if "url" in c and c["url"] not in linked] == []


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


@given(st.text() | st.sampled_from(["</script><b>", "<!--<script>", "]]>", "\u2028", "&lt;/script&gt;"]))
def test_no_text_can_end_the_script_element_and_every_text_comes_back(text: str) -> None:
    written = as_script({"name": text})
    parser = _Scripts()
    parser.feed(f'<script type="application/ld+json">{written}</script>')
    assert parser.tags == ["script"]
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"name": text}
