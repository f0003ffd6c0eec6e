"""Intent: by the 6th character of a poisoning or suffocation, by the place in chapter 20, by words elsewhere."""

import re

import pytest

# Official Guidelines, section I.C.19.e: the 5th or 6th character says the intent, 5 and 6 in T36 to T50 alone.
BY_CHARACTER = {
    "1": "accidental",
    "2": "intentional self-harm",
    "3": "assault",
    "4": "undetermined",
    "5": "adverse effect",
    "6": "underdosing",
}
NO_INTENT_IN_T71 = ("T71.20", "T71.21", "T71.29", "T71.9")

BY_PLACE = {
    "accidental": ("V00", "X58"),
    "intentional self-harm": ("X71", "X83"),
    "assault": ("X92", "Y09"),
    "undetermined": ("Y21", "Y33"),
}

ACCIDENTS_OF_WAR = ("Y36.05", "Y36.14", "Y36.24", "Y37.05", "Y37.14", "Y37.24")
"""Titles that say "accidental detonation"; nothing else in the blocks of war has an intent."""

ELSEWHERE = {
    "accidental": (
        "D78.1", "E36.1", "G97.4", "H59.2", "H95.3", "I97.5", "J95.7", "K91.7", "L76.1", "M96.82", "N99.7",
    ),
    "intentional self-harm": ("R45.88", "T14.91", "Z91.52"),
    "adverse effect": ("T88.6", "T88.7"),
    "underdosing": ("Y63.6", "Z91.12", "Z91.13", "Z91.A2", "Z91.A3"),
}  # fmt: skip
"""All other entries whose titles say an intent: punctures in surgery, self-harm, reactions to drugs, underdosing."""


def _is_poisoning(code: str) -> bool:
    return bool(re.match(r"T(3[6-9]|4\d|5\d|6[0-5]|71)", code))


def test_the_6th_character_of_a_poisoning_or_suffocation_gives_the_intent(release, facets):
    wrong, seen = [], 0
    for entry in release:
        if not (entry.seventh and _is_poisoning(entry.code)) or entry.code.startswith(NO_INTENT_IN_T71):
            continue
        seen += 1
        bare = entry.code.replace(".", "")
        expected = BY_CHARACTER[bare[5] if bare[5] != "X" else bare[4]]
        if expected != facets[entry.key].intent:
            wrong.append((entry.code, entry.title, facets[entry.key].intent))
    assert wrong == []
    assert seen > 4000


def test_a_heading_over_several_intents_has_none(release, facets):
    bases = {e.base for e in release if e.seventh}
    headings = [e for e in release if _is_poisoning(e.code) and not e.seventh and e.key not in bases]
    assert len(headings) > 300
    assert [(e.code, e.title) for e in headings if facets[e.key].intent] == []


def test_the_place_in_chapter_20_gives_the_intent(release, facets):
    wrong = []
    for entry in release:
        if entry.code[0] not in "VWXY" or "-" in entry.code or entry.code.startswith("Y63.6"):
            continue
        expected = next((i for i, (first, last) in BY_PLACE.items() if first <= entry.code[:3] <= last), None)
        if entry.code.startswith(ACCIDENTS_OF_WAR):
            expected = "accidental"
        if expected != facets[entry.key].intent:
            wrong.append((entry.code, entry.title, facets[entry.key].intent))
    assert wrong == []


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("V00-X58", "accidental"),
        ("W65-W74", "accidental"),
        ("X71-X83", "intentional self-harm"),
        ("X92-Y09", "assault"),
        ("Y21-Y33", "undetermined"),
        ("Y35-Y38", None),
        ("Y62-Y84", None),
        ("20", None),
    ],
)
def test_a_block_has_the_intent_that_holds_for_all_of_it(facets, block, expected):
    assert expected == facets[block].intent


def test_no_other_entry_has_an_intent_than_these(release, facets):
    wrong = []
    for entry in release:
        if entry.code[0] in "VWX" or _is_poisoning(entry.code) or (entry.code[0] == "Y" and entry.code[:5] != "Y63.6"):
            continue
        expected = next((i for i, codes in ELSEWHERE.items() if entry.code.startswith(codes)), None)
        if expected != facets[entry.key].intent:
            wrong.append((entry.code, entry.title, facets[entry.key].intent))
    assert wrong == []


@pytest.mark.parametrize(
    "code",
    [
        "T78.01XA",  # a reaction to peanuts; only its category is called adverse effects
        "R87.610",  # cells "of undetermined significance" on a smear say nothing of an intent
        "T36.0X",
        "Y35.001A",  # legal intervention
        "Y92.010",
    ],
)
def test_words_that_only_look_like_an_intent_give_none(facets, code):
    assert facets[code].intent is None
