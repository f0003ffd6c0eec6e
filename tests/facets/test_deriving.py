"""Kind, process, places, figure and qualifiers of real codes, and the evidence for each."""

import re

import pytest

from nosograph.facets.model import Kind
from nosograph.lexicons.model import FIGURES, KINDS


def test_the_kinds_are_those_of_the_lexicon_and_of_the_data_contract():
    assert tuple(str(k) for k in Kind) == KINDS


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("C93.32", Kind.NEOPLASM),
        ("S72.001A", Kind.INJURY),
        ("L55.2", Kind.INJURY),  # sunburn, though it stands among the diseases of the skin
        ("B20", Kind.INFECTION),
        ("J15.0", Kind.INFECTION),
        ("U07.1", Kind.INFECTION),
        ("G04.2", Kind.INFECTION),
        ("I10", Kind.DISEASE),
        ("T78.01XA", Kind.DISEASE),
        ("T36.0X1A", Kind.POISONING),
        ("T36.0X5A", Kind.POISONING),
        ("W56.22XA", Kind.EXTERNAL_CAUSE),
        ("Y92.010", Kind.EXTERNAL_CAUSE),
        ("O80", Kind.PREGNANCY),
        ("O9A.112", Kind.PREGNANCY),  # a growth in pregnancy is coded, and told, as pregnancy
        ("P07.30", Kind.PERINATAL),
        ("Q13.81", Kind.CONGENITAL),
        ("QA0.0159", Kind.CONGENITAL),
        ("F32.2", Kind.MENTAL),
        ("R05.1", Kind.SYMPTOM_OR_FINDING),
        ("H57.10", Kind.SYMPTOM_OR_FINDING),  # eye pain, though it stands among the diseases of the eye
        ("Z00.00", Kind.HEALTH_STATUS),
        ("T84.498A", Kind.OTHER),  # a complication of a device, named only as such
        ("19", Kind.INJURY),
        ("B20-B20", Kind.INFECTION),
    ],
)
def test_the_kind_of_real_codes(facets, code, expected):
    assert expected == facets[code].kind


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("C93.32", "toddler"),
        ("P07.30", "newborn"),
        ("H35.129", "newborn"),  # retinopathy of prematurity
        ("R68.12", "infant"),
        ("Z00.110", "newborn"),  # health examination for newborn under 8 days old
        ("Z68.52", "child"),  # the note of Z68: persons 2-19 years of age
        ("T74.4XXA", "infant"),  # shaken infant
        ("T74.12XA", "child"),
        ("T74.11XA", "adult"),  # adult abuse, under a category that names adult and child
        ("F90.2", "child"),
        ("M08.031", "child"),
        ("N40.1", "man"),
        ("C50.221", "man"),  # male breast
        ("C50.211", "woman"),
        ("N80.3A1", "woman"),
        ("O26.893", "pregnant"),
        ("Z3A.39", "pregnant"),
        ("H25.011", "older"),  # age-related cataract
        ("M80.041A", "older"),
        ("S72.001A", "adult"),
        ("Z84.82", "adult"),  # family history of sudden infant death: the person is not the infant
        ("P00.0", "newborn"),  # newborn affected by maternal disorder: the newborn, not the mother
    ],
)
def test_the_figure_of_real_codes(facets, code, expected):
    assert expected == facets[code].figure


def test_every_figure_is_one_of_the_lexicon(facets):
    assert {f.figure for f in facets.values()} <= set(FIGURES)


@pytest.mark.parametrize(
    ("code", "process", "sites", "regions"),
    [
        ("C93.32", "monocytic leukemia", ["bone-marrow", "blood"], ("blood_marrow_immune",)),
        ("C81.07", "Hodgkin lymphoma", ["spleen"], ("blood_marrow_immune",)),
        ("S72.001A", "fracture", ["neck-of-femur"], ("pelvis_hip",)),
        ("S72.301A", "fracture", ["shaft-of-femur"], ("thigh",)),
        ("M87.344", "necrosis", ["finger"], ("wrist_hand",)),
        ("H34.8110", "occlusion", ["central-retinal-vein"], ("eye",)),
        ("W56.22XA", "struck", [], ()),
        ("Z57.2", "exposure", [], ()),
        ("C80.1", "malignant neoplasm", [], ()),
    ],
)
def test_process_and_places_are_given_where_they_are_certain_and_nowhere_else(facets, code, process, sites, regions):
    found = facets[code]
    assert found.process is not None
    assert process.lower() == found.process.lower()
    assert sites == [s.id for s in found.sites]
    assert regions == found.regions


def test_jmml_has_liver_and_spleen_as_involved_places_and_other_leukemias_do_not(facets):
    assert [s.id for s in facets["C93.32"].involved] == ["spleen", "liver"]
    assert facets["C91.00"].involved == ()


def test_every_site_and_region_is_one_of_the_lexicon(facets):
    from nosograph.lexicons.loading import load_lexicons

    lexicons = load_lexicons()
    assert {r for f in facets.values() for r in f.regions} <= set(lexicons.regions)
    sites = {s for f in facets.values() for s in (*f.sites, *f.involved)}
    assert [s for s in sites if s.label != lexicons.sites[s.id].label] == []
    assert [s for s in sites if not s.broader and s.uberon != lexicons.sites[s.id].uberon] == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("D75.9", ("unspecified",)),
        ("D61.09", ("other",)),
        ("S72.001A", ("unspecified", "closed")),
        ("S72.309A", ("unspecified", "closed")),  # an unspecified fracture of an unspecified femur
        ("M00.019", ()),  # only the side is unspecified
        ("O14.90", ("unspecified",)),  # unspecified pre-eclampsia, unspecified trimester
        ("O26.899", ("other",)),  # only the trimester is unspecified
        ("I51.89", ("other",)),
        ("G72.4", ("other",)),  # not elsewhere classified
        ("C93.32", ()),
        ("K25.7", ()),
    ],
)
def test_other_and_unspecified_are_qualifiers_unless_they_are_about_the_side_or_the_trimester(facets, code, expected):
    closed = ("unspecified", "other", "closed")
    assert expected == tuple(q for q in facets[code].qualifiers if q in closed)


def test_the_words_of_all_evidence_stand_where_it_says(release, facets):
    ranges = re.compile(r"[A-Z0-9][\w.]* to [A-Z0-9][\w.]*")
    wrong = []
    for entry in release:
        for item in facets[entry.key].evidence:
            if item.source in release.entries:
                title = release.entries[item.source].title
                if item.words.lower() not in title.lower() and item.words != "as the entry above":
                    wrong.append((entry.code, item))
            elif not ranges.fullmatch(item.source) or not item.words:
                wrong.append((entry.code, item))
    assert wrong == []


def test_every_facet_that_is_given_has_evidence_and_no_evidence_speaks_against_it(facets):
    single = ("laterality", "episode", "healing", "remission", "trimester", "intent", "kind", "figure")
    wrong = []
    for key, found in facets.items():
        axes = {e.axis for e in found.evidence}
        given = [
            a for a in (*single[:-1], "process", "sites", "regions", "qualifiers", "involved") if getattr(found, a)
        ]
        wrong.extend((key, axis) for axis in given if axis not in axes)
        wrong.extend((key, e) for e in found.evidence if e.axis in single and str(getattr(found, e.axis)) != e.value)
        told = [e.value for e in found.evidence if e.axis == "qualifiers"]
        if sorted(told) != sorted(found.qualifiers):
            wrong.append((key, tuple(told)))
    assert wrong == []


def test_what_is_unparsed_are_words_of_the_title_in_their_order(release, facets):
    wrong = []
    for entry in release:
        words = iter(re.findall(r"\w+", entry.title))
        if not all(w in words for w in re.findall(r"\w+", facets[entry.key].unparsed)):
            wrong.append((entry.code, entry.title, facets[entry.key].unparsed))
    assert wrong == []


@pytest.mark.parametrize(
    ("code", "gone"),
    [
        ("S72.001A", ("right", "initial", "encounter", "closed")),
        ("C93.32", ("relapse",)),
        ("O26.893", ("third", "trimester", "Other")),
        ("T36.0X1A", ("accidental", "unintentional")),
    ],
)
def test_understood_words_are_not_left_unparsed(facets, code, gone):
    assert [w for w in gone if w in facets[code].unparsed.split()] == []
