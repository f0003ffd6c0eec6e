"""Laterality: the side that a title says, over the whole release, and only where it is a side of the body."""

import re

import pytest

WITHOUT_A_SIDE = {
    "G45.2": "several arteries of the brain, on both sides or not",
    "I21.0": "the left main and the left anterior descending coronary arteries",
    "I21.1": "the right coronary artery",
    "I21.2": "the left circumflex coronary artery",
    "I27.22": "the left heart",
    "I44": "branches of the bundle that carries the heartbeat",
    "I45": "branches of the bundle that carries the heartbeat",
    "I50": "the left and the right heart",
    "K51.5": "the left part of the colon, which is one organ",
    "Q20": "chambers of the heart",
    "Q22.6": "the right heart",
    "Q23.4": "the left heart",
    "S36.5": "the right and the left part of the colon, which is one organ",
    "Q25.47": "the arch of the aorta",
    "T81.5": "an object left in the body",
    "T81.6": "a substance left during a procedure",
}
"""Entries whose titles hold the word right, left or bilateral but name no side of the body, and what they name."""

ONE_EYE = re.compile(r"(right|left) eye.*normal vision (?:right|left) eye")


def _said(title: str) -> str | None:
    """The side that a title says, as a reader would tell who knows that it has one."""
    if one := ONE_EYE.search(title):
        return one[1]
    words = {w.lower() for w in re.findall(r"\b(right|left|bilateral)\b", title, re.IGNORECASE)}
    if "bilateral" in words or words == {"right", "left"} or "both eyes" in title:
        return "bilateral"
    return words.pop() if words else None


# "Blindness right eye category 3" stands below "Blindness, both eyes": it adds how blind the right one is.
BOTH_EYES = ("H54.0", "H54.1", "H54.2")


def test_every_title_with_a_side_gives_that_side_and_the_listed_exceptions_none(release, facets):
    wrong = []
    for entry in release:
        said = _said(entry.title)
        if said is None:
            continue
        expected = None if entry.code.startswith(tuple(WITHOUT_A_SIDE)) else said
        if entry.code.startswith(BOTH_EYES):
            expected = "bilateral"
        if expected != facets[entry.key].laterality:
            wrong.append((entry.code, entry.title, expected, facets[entry.key].laterality))
    assert wrong == []


def test_a_title_without_a_side_never_gets_one(release, facets):
    wrong = [
        (e.code, e.title, facets[e.key].laterality)
        for e in release
        if _said(e.title) is None and facets[e.key].laterality in ("right", "left", "bilateral")
    ]
    assert wrong == []


def test_every_listed_exception_is_needed(release):
    needed = {code for e in release if _said(e.title) for code in WITHOUT_A_SIDE if e.code.startswith(code)}
    assert set(WITHOUT_A_SIDE) == needed


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("S72.001A", "right"),
        ("C34.12", "left"),
        ("C34.01", "right"),  # right main bronchus: a side, though the left main coronary artery is none
        ("I63.332", "left"),  # left posterior cerebral artery
        ("I60.01", "right"),
        ("I82.412", "left"),
        ("M16.0", "bilateral"),  # bilateral primary osteoarthritis of hip
        ("M17.4", "bilateral"),
        ("Q37.0", "bilateral"),  # with bilateral cleft lip
        ("H54.0", "bilateral"),  # blindness, both eyes
        ("H54.1131", "bilateral"),  # blindness right eye, low vision left eye
        ("H54.413A", "right"),  # blindness right eye, normal vision left eye
        ("H54.52A2", "left"),
        ("G81.12", "left"),  # affecting left dominant side
        ("I69.351", "right"),
        ("E11.3211", "right"),  # by its 7th character
        ("E11.3213", "bilateral"),
        ("Q26.1", "left"),  # persistent left superior vena cava, a vein of the left side
        ("N80.3A1", "right"),
        ("R10.12", "left"),  # left upper quadrant pain
        ("I50.1", None),
        ("I21.02", None),
        ("I45.10", None),
        ("Q21.0", None),
        ("Z53.29", None),
        ("K51.50", None),
        ("T81.500A", None),
        ("T81.60XA", None),
        ("C93.32", None),
        ("O30.831", None),
        ("Z90.710", None),
        ("M60.23", None),  # names the upper arm, and says nothing of a side
    ],
)
def test_the_side_of_real_codes(facets, code, expected):
    assert expected == facets[code].laterality


@pytest.mark.parametrize(
    "code",
    [
        "S72.009A",  # neck of unspecified femur
        "H18.329",  # unspecified eye
        "E11.3219",  # by its 7th character
        "H02.439",  # paralytic ptosis unspecified eyelid
        "H60.00",  # abscess of external ear, unspecified ear; its siblings say "right external ear"
        "G81.10",  # unspecified side
        "C34.10",
        "C34.00",
        "C62.10",  # unspecified descended testis
        "D17.20",
        "I70.209",
        "M21.739",  # unspecified ulna and radius
        "M25.579",
        "S60.00XA",  # contusion of unspecified finger
        "S63.219A",
        "T23.029A",  # unspecified single finger
        "S92.406A",
        "J38.01",  # unilateral, and no more
        "S27.401S",
        "K40.90",
        "N27.9",  # small kidney, unspecified; its siblings are unilateral and bilateral
        "Q53.9",
    ],
)
def test_a_paired_part_whose_side_is_left_open_is_unspecified(facets, code):
    assert facets[code].laterality == "unspecified"


@pytest.mark.parametrize(
    "code",
    [
        "I12.9",  # unspecified chronic kidney disease
        "N19",  # unspecified kidney failure
        "G44.051",  # short lasting unilateral neuralgiform headache
        "L03.119",  # unspecified part of limb
        "M93.96",  # unspecified lower leg, but its own subcategories name the sides
        "M16.1",  # unilateral, but its own subcategories name the sides
        "S56.1",  # other and unspecified finger
        "Z44.00",  # unspecified artificial arm: neither complete nor partial
        "C93.90",
        "D64.9",
        "O26.899",  # unspecified trimester
    ],
)
def test_unspecified_is_no_side_where_it_is_about_something_else(facets, code):
    assert facets[code].laterality is None


def test_unspecified_always_rests_on_words_that_leave_the_side_open(release, facets):
    wrong = [
        (e.code, e.title)
        for e in release
        if facets[e.key].laterality == "unspecified" and not re.search(r"\bunspecified\b|\bunilateral\b", e.title, re.I)
    ]
    assert wrong == []


def test_a_child_never_has_the_other_side_of_its_parent(release, facets):
    sides = ("right", "left")
    wrong = [
        (e.code, e.title)
        for e in release
        if e.parent and facets[e.key].laterality in sides and facets[e.parent].laterality in sides
        and facets[e.key].laterality != facets[e.parent].laterality
    ]  # fmt: skip
    assert wrong == []
