"""A code, part by part: for every entry of the release the parts make up the code, and each of them means something."""

import re

import pytest

from nosograph.article.decoding import PLACEHOLDER, added_words, seventh_meaning


def decoded(desk, key):
    return [(p.part, p.meaning) for p in desk.decoder.decode(desk.release.entries[key])]


def test_the_parts_of_jmml_in_relapse(desk):
    parts = decoded(desk, "C93.32")
    assert [p for p, _ in parts] == ["C93", ".3", "2"]
    assert parts[0][1].startswith("Monocytic leukemia")
    assert re.sub(r" \([^()]*\)", "", parts[1][1]).startswith("Juvenile myelomonocytic leukemia")
    assert parts[2][1].startswith("in relapse")


def test_the_parts_of_a_fracture_down_to_side_and_encounter(desk):
    parts = decoded(desk, "S72.001A")
    assert [p for p, _ in parts] == ["S72", ".0", "0", "1", "A"]
    assert parts[3][1] == "the right side of the body, as the person has it"
    assert parts[4][1] == "initial encounter for closed fracture: the time of active treatment"


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("W56.22XA", ["W56", ".2", "2", "X", "A"]),
        ("T36.0X1A", ["T36", ".0", "X", "1", "A"]),
        ("W08.XXXA", ["W08", ".XXX", "A"]),
        ("P95", ["P95"]),
        ("H35.3111", ["H35", ".3", "1", "1", "1"]),
        ("E11.3211", ["E11", ".3", "2", "1", "1"]),
        ("O31.00X1", ["O31", ".0", "0", "X", "1"]),
        ("H54.0X33", ["H54", ".0", "X", "3", "3"]),
        ("QA0.0159", ["QA0", ".0", "1", "5", "9"]),
        ("C81-C96", ["C81-C96"]),
        ("B20-B20", ["B20"]),
        ("2", ["2"]),
    ],
)
def test_codes_are_cut_where_the_hierarchy_and_the_7th_character_cut_them(desk, key, expected):
    assert [p for p, _ in decoded(desk, key)] == expected


def test_chapters_and_blocks_say_what_they_are(desk):
    assert decoded(desk, "2")[0][1].startswith("chapter 2: Neoplasms")
    assert decoded(desk, "C81-C96")[0][1].startswith("a group of categories: Malignant neoplasms")


def test_the_parts_of_every_entry_joined_give_its_code(desk):
    wrong = [e.code for e in desk.release if "".join(p.part for p in desk.decoder.decode(e)) != e.code]
    assert wrong == []


def test_no_part_of_any_entry_is_without_a_meaning(desk):
    wrong = [
        (e.code, p.part)
        for e in desk.release
        for p in desk.decoder.decode(e)
        if not p.meaning.strip() or not p.part or p.meaning != p.meaning.strip()
    ]
    assert wrong == []


def test_a_placeholder_is_told_as_one_and_nothing_else_is(desk):
    wrong = []
    for entry in desk.release:
        for part in desk.decoder.decode(entry)[1:]:
            if (set(part.part) <= {"X", "."}) != (part.meaning == PLACEHOLDER):
                wrong.append((entry.code, part))
    assert wrong == []


def test_the_last_part_of_a_code_with_a_7th_character_says_its_meaning(desk):
    wrong = [
        e.code for e in desk.release
        if e.seventh and desk.decoder.decode(e)[-1].meaning != seventh_meaning(e.seventh.meaning)
    ]  # fmt: skip
    assert wrong == []


def test_siblings_differ_in_their_last_part(desk):
    same = []
    for entry in desk.release:
        children = [desk.decoder.decode(desk.release.entries[k])[-1] for k in entry.children]
        if len({p.part for p in children}) != len(children):
            same.append(entry.code)
    assert same == []


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        (
            "Fracture of unspecified part of neck of femur",
            "Fracture of unspecified part of neck of right femur",
            "right",
        ),
        ("Juvenile myelomonocytic leukemia", "Juvenile myelomonocytic leukemia, in relapse", "in relapse"),
        ("Otitis externa", "Abscess of external ear", "Abscess of external ear"),
        ("Injury of kidney", "Injury of unspecified kidney", "Injury of unspecified kidney"),  # not a side by itself
        ("Contusion of eyelid", "Contusion of eyelid", "Contusion of eyelid"),
    ],
)
def test_a_step_is_told_by_what_it_adds_where_it_simply_adds(upper, lower, expected):
    assert added_words(upper, lower) == expected


@pytest.mark.parametrize(
    ("meaning", "expected"),
    [
        ("initial encounter", "initial encounter: the time of active treatment"),
        (
            "sequela of fracture",
            "sequela of fracture: a lasting effect that stays when the first problem itself is over",
        ),
        ("fetus 2", "fetus 2"),
    ],
)
def test_a_7th_character_keeps_its_words_and_gains_plain_ones(meaning, expected):
    assert seventh_meaning(meaning) == expected
