"""The table of codes: what is found, in which order, and in which shape."""

from pathlib import Path

import pytest

from nosograph.api.tables.asking import table_asked
from nosograph.api.tables.searching import answer
from nosograph.atlas.reading import Atlas
from nosograph.errors import BadInput


@pytest.fixture(scope="module")
def atlas(atlas_path: Path) -> Atlas:
    return Atlas.open(atlas_path)


def found(atlas: Atlas, **parameters: str) -> list:
    return answer(atlas.code_table(), table_asked(parameters))


def test_an_answer_is_the_bare_array_of_the_service(atlas: Atlas) -> None:
    keys = ["C93.30", "C93.31", "C93.32"]  # codes beside each other in their order
    assert found(atlas, terms="juv myelo") == [3, keys, None, [[key, atlas.link(key).title] for key in keys]]
    assert found(atlas, terms="zebra") == [0, [], None, []]


def test_every_term_must_begin_a_word_of_the_code_or_the_name(atlas: Atlas) -> None:
    assert found(atlas, terms="rel juv")[1] == ["C93.32"]
    assert sorted(found(atlas, terms="C93 relapse")[1]) == ["C93.02", "C93.32"]
    assert found(atlas, terms="elapse")[0] == 0


@pytest.mark.parametrize("typed", ["C93.32", "c93.32", "c9332", " C93.32 "])
def test_the_very_code_comes_first_in_any_spelling(atlas: Atlas, typed: str) -> None:
    assert found(atlas, terms=typed)[1] == ["C93.32"]


def test_a_beginning_of_a_code_lists_its_codes_in_order(atlas: Atlas) -> None:
    assert found(atlas, terms="C93.3")[1] == ["C93.30", "C93.31", "C93.32"]
    assert found(atlas, terms="S72.001", maxList="3")[1] == ["S72.001A", "S72.001B", "S72.001C"]


def test_only_billable_codes_are_listed(atlas: Atlas) -> None:
    total, codes, _, _ = found(atlas, terms="", maxList="")
    every = atlas.keys()
    billable = [key for key in every if atlas.link(key).billable]
    assert total == len(billable)
    assert codes == billable[:500]


def test_common_things_come_before_rare_ones_and_the_first_visit_before_what_remains(atlas: Atlas) -> None:
    assert found(atlas, terms="hypertension")[1][0] == "I10"
    codes = found(atlas, terms="fracture neck right femur", maxList="500")[1]
    assert codes.index("S72.001A") < codes.index("S72.001S")


def test_accents_and_possessives_do_not_matter(atlas: Atlas) -> None:
    assert found(atlas, terms="alzheimer's")[1] == found(atlas, terms="ALZHEIMER")[1] == ["G30.9"]


def test_the_fields_searched_can_be_chosen(atlas: Atlas) -> None:
    assert found(atlas, terms="juvenile", sf="code")[0] == 0  # as in the service itself, where this is usual
    assert found(atlas, terms="C93", sf="name")[0] == 0


def test_the_fields_shown_can_be_chosen(atlas: Atlas) -> None:
    title = atlas.link("C93.32").title
    told = found(atlas, terms="C93.32", df="name", cf="name", ef="code:id,name")
    assert told == [1, [title], {"id": ["C93.32"], "name": [title]}, [[title]]]


def test_pages_follow_each_other_without_a_gap(atlas: Atlas) -> None:
    whole = found(atlas, terms="initial", maxList="40")
    pages = [found(atlas, terms="initial", count="8", offset=str(start))[1] for start in range(0, 40, 8)]
    assert whole[0] > 40
    assert [code for page in pages for code in page] == whole[1]
    assert len(found(atlas, terms="initial")[1]) == 7
    assert found(atlas, terms="initial", count="0") == [whole[0], [], None, []]


@pytest.mark.parametrize(
    ("constraint", "codes"),
    [
        ("code:C93.3*", ["C93.30", "C93.31", "C93.32"]),
        ("code:C93.3", []),  # nothing is completed that has no star
        ("code:c9332", ["C93.32"]),
        ('code:C93* AND name:"in relapse"', ["C93.02", "C93.32"]),
        ("code:(C93.30 OR C93.31 OR C93.3)", ["C93.30", "C93.31"]),
        ("code:C93.3* AND NOT name:relapse", ["C93.30", "C93.31"]),
        ("code:C93.3* AND name:relap*", ["C93.32"]),
        ("code:C93.3* AND name:relap", []),
        ('name:"relapse in"', []),
    ],
)
def test_a_constraint_leaves_what_fulfils_it(atlas: Atlas, constraint: str, codes: list[str]) -> None:
    assert found(atlas, terms="", q=constraint)[1] == codes


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"maxList": "many"}, "maxList must be a whole number"),
        ({"count": "-1"}, "count must be a whole number"),
        ({"offset": "7495"}, "beyond row 7500"),
        ({"df": "code,synonyms"}, "df has an unknown field 'synonyms'"),
        ({"ef": "code:<x>"}, "a name in ef must be of letters"),
        ({"q": "code:[A TO B]"}, "q takes conditions such as"),
    ],
)
def test_what_cannot_be_answered_is_refused(parameters: dict[str, str], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        table_asked({"terms": "x", **parameters})
