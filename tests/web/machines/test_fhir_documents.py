"""A page over FHIR, as Composition and DocumentReference: whole for members, its public part for everyone else."""

import json

import pytest
from django.test import Client

from nosograph.article.access import MEMBERS_DEFAULT, as_seen_by
from nosograph.web.tokens.models import Token

from .asking_fhir import ICD, ask, told, valid


def divs(composition):
    return " ".join(s["text"]["div"] for s in composition["section"])


def test_a_composition_has_the_sections_of_the_page_with_its_picture_and_sources(atlas):
    found = ask("Composition/C93.32")
    article = as_seen_by(atlas.page("C93.32").article, member=False, members_only=MEMBERS_DEFAULT).article
    headings = [s.heading for s in article.sections]
    assert [s["title"] for s in found["section"]] == ["Illustration", *headings, "Sources"]
    assert '<img src="http://testserver/C93.32.svg"' in found["section"][0]["text"]["div"]
    assert found["section"][0]["entry"][0]["reference"] == "DocumentReference/C93.32"
    assert found["identifier"] == {"system": ICD, "value": "C93.32"}
    assert found["title"] == "C93.32: Juvenile myelomonocytic leukemia, in relapse"


def test_what_is_for_members_comes_with_a_members_token_alone(atlas, account):
    page = atlas.page("C93.32")
    rest = as_seen_by(page.article, member=True, members_only=MEMBERS_DEFAULT)
    public = as_seen_by(page.article, member=False, members_only=MEMBERS_DEFAULT)
    seen = {x.text for s in public.article.sections for x in s.statements}
    hidden = [x.text for s in rest.article.sections for x in s.statements if x.text not in seen and '"' not in x.text]
    assert len(hidden) > 3
    text = divs(ask("Composition/C93.32"))
    assert [x for x in hidden if x in text] == []
    assert "for members" in text
    _, token = Token.objects.make(account, "record")
    answer = Client().get("/fhir/Composition/C93.32", headers={"Authorization": f"Bearer {token}"})
    whole = divs(valid(json.loads(answer.content)))
    assert [x for x in hidden if x not in whole.replace("&#x27;", "'").replace("&amp;", "&")] == []
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_document_reference_names_files_that_are_there():
    found = ask("DocumentReference/C93.32")
    attached = {c["attachment"]["contentType"]: c["attachment"]["url"] for c in found["content"]}
    assert set(attached) == {"text/html", "image/svg+xml", "image/png", "application/fhir+json"}
    for kind, url in attached.items():
        answer = Client().get(url.removeprefix("http://testserver"))
        assert (answer.status_code, answer.headers["Content-Type"].partition(";")[0]) == (200, kind)


@pytest.mark.parametrize("kind", ["Composition", "DocumentReference"])
@pytest.mark.parametrize(
    "query", [{"identifier": f"{ICD}|C93.32"}, {"code": "c9332"}, {"_id": "C93.32"}, {"code": f"{ICD}|C93.32"}]
)
def test_a_document_is_found_by_its_code(kind, query):
    found = ask(kind, **query)
    assert [e["resource"]["id"] for e in found["entry"]] == ["C93.32"]


def test_no_document_is_found_by_a_code_of_another_system_and_all_are_not_listed():
    assert ask("Composition", code="http://loinc.org|C93.32")["total"] == 0
    assert ask("Composition", code="C93.99")["total"] == 0
    assert told(ask("Composition", status=400))[0] == "too-costly"
    assert told(ask("Composition/C93.99", status=404))[0] == "not-found"


def test_every_entry_of_the_sample_has_valid_documents(atlas):
    for key in atlas.keys()[::11]:
        ask(f"Composition/{key}")
        assert ask(f"DocumentReference/{key}")["id"] == key
