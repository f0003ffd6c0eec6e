"""A page as data: exactly the keys of the contract, and nothing of what is for members in what others get."""

import json
from pathlib import Path

import pytest

from nosograph.api.page import page_as_data
from nosograph.article.access import MEMBERS_DEFAULT
from nosograph.atlas.reading import Atlas

PAGE = """code title billable release category path summary decoded facets also_called illustration sections sources
review"""


@pytest.fixture(scope="session")
def atlas(atlas_path: Path) -> Atlas:
    """The sample atlas."""
    return Atlas.open(atlas_path)


def data(atlas, key, *, member=False, members_only=MEMBERS_DEFAULT):
    return page_as_data(atlas.page(key), member=member, members_only=members_only)


def section(found, ident):
    return next(s for s in found["sections"] if s["id"] == ident)


def test_every_page_has_exactly_the_keys_of_the_contract_in_their_order(atlas):
    wrong = []
    for key in atlas.keys():  # noqa: SIM118 - an atlas is no mapping
        found = data(atlas, key)
        parts = {
            "page": list(found) == PAGE.split(),
            "illustration": list(found["illustration"]) == ["svg", "png", "caption", "description"],
            "review": list(found["review"]) == ["status", "written", "reviewed", "by"],
            "category": found["category"] is None or list(found["category"]) == ["code", "title"],
            "path": all(list(p) == ["code", "title"] for p in found["path"]),
            "decoded": all(list(d) == ["part", "meaning"] for d in found["decoded"]),
            "sections": all(list(s) == ["id", "heading", "access", "statements"] for s in found["sections"]),
            "statements": all(
                list(x) == ["text", "scope", "pack", "sources"] for s in found["sections"] for x in s["statements"]
            ),
            "sources": all(list(s) == ["id", "title", "publisher", "year", "url"] for s in found["sources"]),
        }
        wrong += [(key, part) for part, right in parts.items() if not right]
    assert wrong == []


def test_the_page_of_jmml_in_relapse(atlas):
    found = data(atlas, "C93.32")
    assert (found["code"], found["title"], found["billable"]) == (
        "C93.32",
        "Juvenile myelomonocytic leukemia, in relapse",
        True,
    )
    assert found["category"] == {"code": "C93.3", "title": "Juvenile myelomonocytic leukemia"}
    assert [p["code"] for p in found["path"]] == ["2", "C81-C96", "C93", "C93.3"]
    assert [d["part"] for d in found["decoded"]] == ["C93", ".3", "2"]
    assert found["facets"]["remission"] == "in relapse"
    assert found["facets"]["code"] == "C93.32"
    assert "JMML" in found["also_called"]
    assert (found["illustration"]["svg"], found["illustration"]["png"]) == ("/C93.32.svg", "/C93.32.png")
    assert found["review"]["status"] == "not reviewed"
    assert 0 < len(found["summary"]) <= 300


def test_the_values_are_those_that_the_contract_allows(atlas):
    scopes = {"this code", "this condition", "this kind of problem", "this part of the body", "this kind of entry"}
    wrong = []
    for key in atlas.keys():  # noqa: SIM118 - an atlas is no mapping
        found = data(atlas, key)
        statements = [x for s in found["sections"] for x in s["statements"]]
        listed = {s["id"] for s in found["sources"]}
        right = (
            {s["access"] for s in found["sections"]} <= {"public", "members"}
            and {x["scope"] for x in statements} <= scopes
            and all(x["sources"] and set(x["sources"]) <= listed for x in statements)
            and {s for x in statements for s in x["sources"]} == listed
            and found["review"]["status"] in ("reviewed", "not reviewed")
        )
        if not right:
            wrong.append(key)
    assert wrong == []


def test_what_is_for_members_is_absent_from_what_the_public_gets(atlas):
    public, member = data(atlas, "C93.32"), data(atlas, "C93.32", member=True)
    whole, cut = section(member, "treatment")["statements"], section(public, "treatment")["statements"]
    assert 0 < len(cut) < len(whole)
    text = json.dumps(public, ensure_ascii=False)
    assert [s["text"] for s in whole if s not in cut and s["text"] in text] == []
    hidden = {x for s in whole for x in s["sources"]} - {
        x for s in public["sections"] for y in s["statements"] for x in y["sources"]
    }
    assert not hidden & {s["id"] for s in public["sources"]}


def test_members_and_the_public_get_the_same_but_for_what_is_gated(atlas):
    public, member = data(atlas, "C93.32"), data(atlas, "C93.32", member=True)
    for name in PAGE.split():
        if name not in ("sections", "sources"):
            assert public[name] == member[name]
    assert [s for s in public["sections"] if s["id"] != "treatment"] == [
        s for s in member["sections"] if s["id"] != "treatment"
    ]


def test_a_section_with_something_for_members_says_so_to_everyone(atlas):
    assert section(data(atlas, "C93.32"), "treatment")["access"] == "members"
    assert section(data(atlas, "C93.32", member=True), "treatment")["access"] == "members"
    assert {s["access"] for s in data(atlas, "C93.32")["sections"] if s["id"] != "treatment"} == {"public"}


def test_an_open_site_gives_everything_to_everyone(atlas):
    everything = data(atlas, "C93.32", members_only=frozenset())
    assert {s["access"] for s in everything["sections"]} == {"public"}
    assert (
        section(everything, "treatment")["statements"]
        == section(data(atlas, "C93.32", member=True), "treatment")["statements"]
    )


def test_a_chapter_has_no_category_and_a_block_is_told_by_its_code_and_drawn_by_its_key(atlas):
    assert data(atlas, "2")["category"] is None
    block = data(atlas, "B20-B20")
    assert (block["code"], block["illustration"]["svg"]) == ("B20", "/B20-B20.svg")


def test_the_data_is_json_and_reads_back_as_it_was(atlas):
    found = data(atlas, "C93.32")
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found
