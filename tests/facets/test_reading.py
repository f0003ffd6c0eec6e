"""Titles as a doctor reads them: what it is about, what comes with it, what causes it. Real titles throughout."""

import pytest

from nosograph.facets.reading import HEAD, read_title
from nosograph.lexicons.loading import load_lexicons


def read(release, code):
    return read_title(release.entries[code].title, code.replace(".", ""), load_lexicons(), [])


def roles(reading, axis):
    return [(f.id, f.role) for f in reading.of(axis)]


def test_what_stands_before_a_connector_is_what_the_title_is_about(release):
    found = read(
        release, "E11.311"
    )  # type 2 diabetes mellitus with unspecified diabetic retinopathy with macular edema
    assert next(f.role for f in found.found if f.axis in ("processes", "conditions")) == HEAD
    assert {f.role for f in found.found if "edema" in f.words} == {"with"}


def test_what_is_absent_is_read_as_absent(release):
    found = read(release, "K57.90")  # diverticulosis of intestine ... without perforation or abscess without bleeding
    assert {f.role for f in found.found if f.words.lower() in ("perforation", "abscess", "bleeding")} == {"without"}


def test_after_a_comma_a_place_belongs_to_the_condition_again(facets):
    # arthritis due to other bacteria, right wrist
    assert facets["M00.831"].sites[0].id == "wrist-joint"
    assert facets["M00.831"].agent == "bacterium"


def test_a_cause_gives_no_site_to_what_it_causes(facets):
    # "Gout due to renal impairment, right elbow": the elbow hurts, not the kidney
    assert [s.id for s in facets["M10.321"].sites if "kidney" in s.id] == []


def test_what_a_code_is_without_is_no_part_of_it(facets):
    # granulomatosis with polyangiitis without renal involvement
    assert [s.id for s in facets["M31.30"].sites if "kidney" in s.id] == []


@pytest.mark.parametrize(
    ("code", "site"),
    [
        ("S72.001A", "neck-of-femur"),
        ("S82.131B", "medial-condyle-of-tibia"),
        ("C34.12", "upper-lobe-of-lung"),
        ("H25.12", "lens-nucleus"),
        ("K25.7", "stomach"),
        ("N20.1", "ureter"),
        ("S62.001A", "scaphoid"),
        ("I63.411", "cerebrum"),
        ("F32.2", None),
    ],
)
def test_the_most_specific_site_that_the_title_names_comes_first(facets, code, site):
    sites = [s.id for s in facets[code].sites]
    assert (sites[0] if sites else None) == site


@pytest.mark.parametrize(
    ("code", "process"),
    [
        ("S72.001A", "fracture"),
        ("C93.32", "monocytic leukemia"),
        ("C34.12", "malignant neoplasm"),
        ("K25.7", "ulcer"),
        ("T36.0X1A", "poisoning"),
        ("H25.12", "cataract"),
        ("M17.11", "osteoarthritis"),
        ("Q44.7", "malformation"),
    ],
)
def test_the_process_is_what_a_doctor_would_name(facets, code, process):
    assert facets[code].process == process


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("A37.00", "bordetella pertussis"),
        ("B17.11", "hepatitis c"),
        ("B18.1", "hepatitis b"),
        ("T36.0X1A", "penicillin"),
        ("V10.4XXA", "pedestrian"),
        ("V51.5XXA", "pedal cycle"),
        ("A15.0", "tuberculosis"),
    ],
)
def test_the_agent_is_the_organism_drug_or_vehicle_that_is_named(facets, code, words):
    assert words in (facets[code].agent or "").lower()


@pytest.mark.parametrize(
    ("parent", "child"),
    [
        ("K25", "K25.0"),  # acute gastric ulcer with hemorrhage
        ("S82.00", "S82.001"),  # unspecified fracture of right patella
        ("H25.1", "H25.12"),  # age-related nuclear cataract, left eye
    ],
)
def test_a_child_that_adds_no_other_site_has_its_parents(facets, parent, child):
    assert facets[parent].sites
    assert [s.id for s in facets[child].sites] == [s.id for s in facets[parent].sites]


def test_what_is_inherited_is_justified_by_the_words_of_the_ancestor(release, facets):
    # "Acute gastric ulcer with hemorrhage" stands below "Gastric ulcer"; its 7th-character siblings inherit alike
    sites = [e for e in facets["S82.001A"].evidence if e.axis == "sites"]
    assert sites
    for item in sites:
        assert item.words.lower() in release.entries[item.source].title.lower()


def test_a_wider_word_below_a_block_that_lists_is_not_narrowed_by_the_block(facets):
    # C43-C44 is "Melanoma and other malignant neoplasms of skin"; C44 is not about melanoma
    assert facets["C43.72"].process == "melanoma"
    assert "melanoma" not in facets["C44.61"].process


def test_a_course_is_that_of_the_condition_itself(facets):
    assert facets["K80.00"].course is None  # calculus of gallbladder with acute cholecystitis
    assert facets["B17.11"].course == "acute"
