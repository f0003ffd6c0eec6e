"""What every 7th character of the release adds: encounter, healing, openness, fetus, side, or a qualifier."""

from collections import Counter

import pytest

CLOSED, OPEN, FIRST_TWO, THIRD = "closed", "open", "open type I or II", "open type IIIA, IIIB, or IIIC"
INITIAL, SUBSEQUENT, SEQUELA = "initial encounter", "subsequent encounter", "sequela"
OF_TYPE = {
    FIRST_TWO: "open fracture type I or II",
    THIRD: "open fracture type IIIA, IIIB, or IIIC",
    CLOSED: "closed fracture",
}
HEALINGS = {
    "routine": "with routine healing",
    "delayed": "with delayed healing",
    "nonunion": "with nonunion",
    "malunion": "with malunion",
}

ENCOUNTERS = {
    "initial encounter": (INITIAL, None, ()),
    "initial encounter for fracture": (INITIAL, None, ()),
    "initial encounter for open fracture": (INITIAL, None, (OPEN,)),
    "subsequent encounter": (SUBSEQUENT, None, ()),
    "sequela": (SEQUELA, None, ()),
    "sequela of fracture": (SEQUELA, None, ()),
    **{f"initial encounter for {words}": (INITIAL, None, (kind,)) for kind, words in OF_TYPE.items()},
    **{
        f"subsequent encounter for {words} {healed}": (SUBSEQUENT, healing, (kind,))
        for kind, words in OF_TYPE.items()
        for healing, healed in HEALINGS.items()
    },
    **{
        f"subsequent encounter for fracture {healed}": (SUBSEQUENT, healing, ()) for healing, healed in HEALINGS.items()
    },
}
"""The meanings that are about an encounter, and the episode, healing and openness that they say."""

SIDES = {"right eye": "right", "left eye": "left", "bilateral": "bilateral", "unspecified eye": "unspecified"}

FETUSES = {
    "not applicable or unspecified": "fetus not applicable or unspecified",
    "fetus 1": "fetus 1",
    "fetus 2": "fetus 2",
    "fetus 3": "fetus 3",
    "fetus 4": "fetus 4",
    "fetus 5": "fetus 5",
    "other fetus": "other fetus",
}

IN_THEIR_OWN_WORDS = {
    "without tophus (tophi)", "with tophus (tophi)", "mild stage", "moderate stage", "severe stage",
    "stage unspecified",
    "indeterminate stage", "unspecified time", "in the field [EMT or ambulance]", "at arrival to emergency department",
    "at hospital admission", "24 hours or more after hospital admission", "with macular edema",
    "with retinal neovascularization", "stable", "early dry stage", "intermediate dry stage",
    "advanced atrophic without subfoveal involvement", "advanced atrophic with subfoveal involvement",
    "with active choroidal neovascularization", "with inactive choroidal neovascularization", "with inactive scar",
}  # fmt: skip


def _with_seventh(release, facets):
    for entry in release:
        if entry.seventh and entry.base:
            yield entry.code, entry.seventh.meaning, facets[entry.key], facets[entry.base]


def _added(found, base) -> tuple[str, ...]:
    return tuple((Counter(found.qualifiers) - Counter(base.qualifiers)).elements())


def test_every_meaning_of_the_release_is_one_of_these(release):
    known = {*ENCOUNTERS, *SIDES, *FETUSES, *IN_THEIR_OWN_WORDS}
    assert known == {e.seventh.meaning for e in release if e.seventh}


def test_an_encounter_gives_its_episode_its_healing_and_whether_the_fracture_is_open(release, facets):
    wrong = [
        (code, meaning, found.episode, found.healing, found.qualifiers)
        for code, meaning, found, base in _with_seventh(release, facets)
        if meaning in ENCOUNTERS and ENCOUNTERS[meaning] != (found.episode, found.healing, _added(found, base))
    ]
    assert wrong == []


def test_a_7th_character_that_names_an_eye_gives_the_side(release, facets):
    wrong = [
        (code, found.laterality)
        for code, meaning, found, _ in _with_seventh(release, facets)
        if meaning in SIDES and SIDES[meaning] != found.laterality
    ]
    assert wrong == []


def test_a_7th_character_that_names_a_fetus_or_a_stage_becomes_a_qualifier(release, facets):
    wrong = []
    for code, meaning, found, base in _with_seventh(release, facets):
        if meaning in ENCOUNTERS or meaning in SIDES:
            continue
        expected = (FETUSES.get(meaning, meaning),)
        if expected != _added(found, base):
            wrong.append((code, meaning, found.qualifiers))
    assert wrong == []


def test_a_7th_character_changes_nothing_else(release, facets):
    kept = ("kind", "process", "sites", "regions", "remission", "trimester", "intent", "figure", "unparsed", "involved")
    wrong = [
        (code, axis)
        for code, _, found, base in _with_seventh(release, facets)
        for axis in kept
        if getattr(found, axis) != getattr(base, axis)
    ]
    assert wrong == []


def test_no_episode_comes_from_words_other_than_these(release, facets):
    wrong = [
        (e.code, e.title, facets[e.key].episode)
        for e in release
        if facets[e.key].episode and "encounter" not in e.title and "sequela" not in e.title.lower()
    ]
    assert [w for w in wrong if not w[0].startswith("I69")] == [], "below I69 the category alone says sequelae"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("I69.351", SEQUELA),
        ("B90.0", SEQUELA),
        ("E64.3", SEQUELA),
        ("G09", SEQUELA),
        ("S72.001", None),
        ("T78.01", None),
    ],
)
def test_a_title_may_say_sequela_without_a_7th_character(facets, code, expected):
    assert expected == facets[code].episode
