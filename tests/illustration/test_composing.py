"""What a picture marks: exactly what the facets know, on the side that the code says, and never anything else."""

import json
from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest

from nosograph.facets.model import Facets, Kind
from nosograph.illustration.composing import compose
from nosograph.illustration.marking import _SPANS, span_of
from nosograph.illustration.model import Emphasis
from nosograph.illustration.svg import metadata, render
from nosograph.lexicons.loading import load_lexicons

from .conftest import SVG


def on_figure(scene):
    """The marks on the figure; none where no figure is drawn."""
    return scene.body.marks if scene.body else ()


def marks(scene):
    return {(p.plate, m.target, str(m.emphasis)) for p in (scene.body, *scene.panels) if p for m in p.marks}


def composed(release, facets, plates, key, **changes):
    """The scene of an entry, had it other facets."""
    return compose(release.entries[key], replace(facets[key], **changes), plates, load_lexicons())


def test_jmml_in_relapse_marks_marrow_spleen_and_liver_in_a_toddler_with_a_blood_film(scene):
    found = scene("C93.32")
    assert found.body.plate == "figure-toddler-front"
    assert found.sites == ("bone-marrow", "spleen", "liver")
    assert {m.emphasis for m in on_figure(found)} == {Emphasis.MARKED}
    assert [p.plate for p in found.panels] == ["blood-film-monocytes"]
    assert (found.phase, [s.now for s in found.strips], found.figure) == ("in relapse", [2], "toddler")


def test_in_remission_the_places_are_drawn_quietly_and_the_film_is_normal(scene):
    found = scene("C93.31")
    assert {m.emphasis for m in on_figure(found)} == {Emphasis.QUIET}
    assert [p.plate for p in found.panels] == ["blood-film-normal"]
    assert "Tests do not find signs of it now" in found.remark
    assert "liver" not in found.sites


@pytest.mark.parametrize(
    ("key", "side"),
    [
        ("S72.001A", "right"),
        ("S72.002A", "left"),
        ("M87.344", "right"),
        ("H16.202", "left"),
        ("S72.009A", "unspecified"),
    ],
)
def test_the_side_that_is_marked_is_the_side_of_the_code(scene, plates, key, side):
    found = scene(key)
    assert found.laterality == side
    sides = {plates[found.body.plate].regions[m.target].side for m in on_figure(found)}
    assert sides == ({"right", "left"} if side == "unspecified" else {side})


def test_a_bilateral_code_marks_both_sides_firmly(scene, plates):
    found = scene("H54.0X33")
    assert {plates[found.body.plate].regions[m.target].side for m in on_figure(found)} == {"right", "left"}
    assert {m.emphasis for m in on_figure(found)} == {Emphasis.MARKED}
    assert found.laterality == "bilateral"


def test_an_open_side_is_dotted_on_both_and_said(scene):
    found = scene("S72.009A")
    assert {m.emphasis for m in on_figure(found)} == {Emphasis.POSSIBLE}
    assert found.remark == "Dotted: the code does not say which side."
    assert "since the code does not say which side" in found.description


def test_a_code_that_names_no_side_of_a_paired_part_says_so_and_claims_none(scene):
    found = scene("S72")
    assert {m.emphasis for m in on_figure(found)} == {Emphasis.POSSIBLE}
    assert found.laterality is None
    assert found.remark == "Dotted: the code does not name a side."
    assert "since the code names no side" in found.caption


@pytest.mark.parametrize("side", ["right", "left"])
def test_of_art_that_shows_both_sides_as_one_shape_the_half_of_the_code_is_marked(release, facets, plates, side):
    changes = {"sites": (), "regions": ("chest_lung",), "laterality": side}
    found = composed(release, facets, plates, "C34.12", **changes)
    assert [(m.target, m.half) for m in on_figure(found)] == [("region-chest_lung", side)]
    assert found.laterality == side
    assert f"on the person's {side}" in found.caption


def test_blood_and_immune_system_without_a_site_is_more_than_the_marrow(release, facets, plates):
    found = composed(release, facets, plates, "D89.9", sites=(), regions=("blood_marrow_immune",), laterality=None)
    assert {m.target for m in on_figure(found)} == {"bone-marrow", "spleen", "lymph-node"}
    assert (found.sites, found.regions) == ((), ("blood_marrow_immune",))


@pytest.mark.parametrize("key", ["W56.22XA", "Z57.2", "Y92.010", "V43.52XA"])
def test_a_circumstance_marks_nothing_and_says_so(scene, key):
    found = scene(key)
    assert (found.body, found.sites, found.regions) == (None, (), ())
    assert "since the code is about no part of the body" in found.description
    assert len(found.panels) >= 1


def test_a_disease_whose_place_is_not_known_marks_nothing_and_says_so(scene):
    found = scene("A49.2")
    assert on_figure(found) == ()
    assert found.remark.startswith("No part is marked")


def test_nothing_is_marked_that_the_facets_do_not_know(release, facets, plates):
    bare = composed(release, facets, plates, "C93.32", sites=(), involved=(), regions=())
    assert (on_figure(bare), bare.sites, bare.regions) == ((), (), ())


def test_a_figure_that_is_not_drawn_yet_is_told_as_the_one_that_is(release, facets, plates):
    for figure in ("fetus", "newborn", "pregnant", "older", "man", "woman", "child", "toddler", "adult"):
        found = composed(release, facets, plates, "I10", figure=figure)
        drawn = found.body.plate.split("-")[1]
        assert found.body.plate in plates
        if drawn != figure:
            assert drawn == "adult"
            assert "an adult" in found.description
        assert found.figure == drawn or metadata(found)["figure"] in (drawn, figure)


def test_the_back_is_shown_where_only_the_spine_is_meant(release, facets, plates):
    found = composed(release, facets, plates, "M54.50", regions=("spine_back",), sites=(), figure="adult")
    if "figure-adult-back" in plates:
        assert found.body.plate == "figure-adult-back"
        assert "seen from behind" in found.description


def test_every_mark_names_a_region_of_its_plate(scene, plates, spread):
    wrong = []
    for key in spread:
        found = scene(key)
        wrong += [(key, m.target) for m in on_figure(found) if m.target not in plates[found.body.plate].regions]
        for panel in found.panels:
            wrong += [(key, m.target) for m in panel.marks if m.target not in plates[panel.plate].regions]
    assert wrong == []


def test_no_picture_marks_a_side_other_than_that_of_the_code(scene, facets, plates, spread):
    opposite = {"right": "left", "left": "right"}
    wrong = []
    for key in spread:
        found, side = scene(key), facets[key].laterality
        sides = {plates[found.body.plate].regions[m.target].side for m in on_figure(found)}
        if side in opposite and opposite[side] in sides:
            wrong.append(key)
        if found.laterality not in (None, side) and not (side is None and found.laterality == "unspecified"):
            wrong.append((key, side, found.laterality))
        if side in opposite and on_figure(found) and found.laterality is None:
            wrong.append((key, "the side is nowhere"))
    assert wrong == []


def _within(site):
    """A site and what it is part of: an organ may be shown for its part, never the other way round."""
    sites = load_lexicons().sites
    while site is not None:
        yield site
        site = sites[site].part_of


def test_what_is_marked_belongs_to_what_the_facets_name(scene, facets, plates, spread):
    wrong = []
    for key in spread:
        found, known = scene(key), facets[key]
        named = {i for s in (*known.sites, *known.involved) for i in _within(s.id)} | set(known.regions)
        named |= {r for s in known.sites for r in span_of(s.id) or (load_lexicons().sites[s.id].region,)}
        for mark in on_figure(found):
            region = plates[found.body.plate].regions[mark.target]
            if region.part.removesuffix("-enlarged") not in named and region.region not in named:
                wrong.append((key, mark.target))
    assert wrong == []


def _drawn_parts(found, plates):
    """Every part that a picture marks, on the figure and in close-ups, that has an id in its SVG."""
    ids = {e.get("id") for e in fromstring(render(found, plates)).iter() if e.get("id")}
    panels = [p for p in (found.body, *found.panels) if p and plates[p.plate].family in ("figures", "close-ups")]
    marks = [(p, m) for p in panels for m in p.marks]
    assert all(any(i.endswith(f"-{m.target}") for i in ids) for _, m in marks), found.code
    return [plates[p.plate].regions[m.target] for p, m in marks]


def test_the_metadata_of_the_picture_names_what_is_drawn_in_it(scene, plates, spread):
    wrong = []
    for key in spread[::5]:
        found = scene(key)
        told = json.loads(fromstring(render(found, plates)).find(f"{SVG}metadata").text)
        parts = _drawn_parts(found, plates)
        shown = {s for r in parts if r.is_site for s in _within(r.part.removesuffix("-enlarged"))}
        if told != metadata(found) or not shown.issuperset(told["sites"]):
            wrong.append((key, told["sites"]))
        if bool(told["sites"] or told["regions"]) != bool(parts):
            wrong.append((key, told["regions"]))
    assert wrong == []


def test_the_metadata_has_the_keys_of_the_contract(scene):
    assert set(metadata(scene("C93.32"))) >= {
        "code",
        "plates",
        "sites",
        "regions",
        "laterality",
        "process",
        "phase",
        "figure",
    }
    assert metadata(scene("C93.32"))["plates"] == ["figure-toddler-front", "blood-film-monocytes"]


def test_two_siblings_never_have_the_same_description_and_picture(release, scene, spread):
    same = []
    for key in spread:
        children = [k for k in release.entries[key].children if not k[0].isdigit()][:12]
        told = {(s.title, s.description, s.phase, tuple(sorted(marks(s)))) for s in map(scene, children)}
        if len(told) != len(children):
            same.append(key)
    assert same == []


def test_a_code_beside_the_body_may_still_have_a_region(facets, release, plates):
    found = composed(release, facets, plates, "Z57.2", regions=("eye",), laterality=None)
    assert found.regions == ("eye",)
    assert isinstance(Facets(kind=Kind.OTHER), Facets)


@pytest.mark.parametrize(
    ("key", "regions"),
    [
        ("L03.115", {"thigh", "knee_leg", "ankle_foot"}),  # cellulitis of right lower limb
        ("I70.221", {"thigh", "knee_leg", "ankle_foot"}),  # its arteries, not those of the whole body
        ("C43.61", {"shoulder_arm", "elbow_forearm", "wrist_hand"}),
    ],
)
def test_a_whole_limb_is_shown_by_its_regions_and_the_rest_of_the_skin_is_not(scene, plates, key, regions):
    found = scene(key)
    drawn = [plates[found.body.plate].regions[m.target] for m in on_figure(found)]
    assert {r.region for r in drawn} == regions
    assert {r.side for r in drawn} == {"right"}
    assert len({m.label for m in on_figure(found)}) == 1


def test_every_place_that_is_shown_by_regions_is_a_site_and_its_regions_are_known():
    lexicons = load_lexicons()
    assert set(_SPANS) <= set(lexicons.sites)
    assert {r for regions in _SPANS.values() for r in regions} <= set(lexicons.regions)
