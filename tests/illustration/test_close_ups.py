"""The place, seen closely: the plate that shows it best, the right part of it, and the right side."""

from dataclasses import replace

import pytest

from nosograph.illustration.close_ups import close_look
from nosograph.illustration.composing import compose
from nosograph.illustration.model import Emphasis
from nosograph.illustration.plates import Plates
from nosograph.lexicons.loading import load_lexicons


def place(scene, plates):
    """The close-up of a picture, and the parts that it marks."""
    panel = next(p for p in scene.panels if plates[p.plate].family == "close-ups")
    return panel, [plates[panel.plate].regions[m.target].part for m in panel.marks]


def test_a_broken_neck_of_the_femur_is_marked_on_the_neck_alone(scene, plates):
    panel, parts = place(scene("S72.001A"), plates)
    assert (panel.plate, parts) == ("hip-bones", ["neck-of-femur"])
    assert scene("S72.001A").sites[0] == "neck-of-femur"


@pytest.mark.parametrize(("key", "mirrored"), [("S72.001A", False), ("S72.002A", True)])
def test_a_plate_of_a_right_side_is_mirrored_for_the_left(scene, plates, key, mirrored):
    panel, _ = place(scene(key), plates)
    assert plates[panel.plate].drawn == "right"
    assert panel.mirrored is mirrored
    assert ("left" if mirrored else "right") in panel.heading


def test_where_the_side_is_open_the_part_is_dotted_and_no_side_is_named(scene, plates):
    panel, _ = place(scene("S72.009A"), plates)
    assert {m.emphasis for m in panel.marks} == {Emphasis.POSSIBLE}
    assert "their" not in panel.heading
    assert "does not say which side" in scene("S72.009A").remark


def test_a_part_of_a_part_is_shown_by_the_nearest_larger_one_that_is_drawn(release, facets, plates):
    few = Plates({name: plates[name] for name in ("figure-adult-front", "hip-bones")})
    key = "S72.041A"  # base of neck of right femur
    found = compose(release.entries[key], facets[key], few, load_lexicons())
    assert place(found, few)[1] == ["neck-of-femur"]


def test_a_site_that_no_plate_shows_has_no_close_up(release, facets, plates):
    bare = compose(release.entries["R69"], replace(facets["R69"], sites=()), plates, load_lexicons())
    assert [p for p in bare.panels if plates[p.plate].family == "close-ups"] == []
    assert close_look((), facets["R69"], plates, load_lexicons(), layer=None, sign=None) is None


def test_no_close_up_marks_what_the_code_does_not_name(scene, facets, plates, spread):
    sites = load_lexicons().sites

    def chain(site):
        while site is not None:
            yield site
            site = sites[site].part_of

    wrong = []
    for key in spread:
        named = {s.id for s in facets[key].sites}
        wider = {a for s in named for a in chain(s)}
        for panel in (p for p in scene(key).panels if plates[p.plate].family == "close-ups"):
            parts = [plates[panel.plate].regions[m.target].part for m in panel.marks]
            wrong += [(key, part) for part in parts if part not in wider and not named & set(chain(part))]
    assert wrong == []


def test_no_close_up_shows_the_other_side(scene, facets, plates, spread):
    opposite = {"right": "left", "left": "right"}
    wrong = []
    for key in spread:
        other = opposite.get(facets[key].laterality or "")
        for panel in (p for p in scene(key).panels if plates[p.plate].family == "close-ups"):
            plate = plates[panel.plate]
            if plate.drawn and other and panel.mirrored is not (other == "right"):
                wrong.append((key, "mirrored"))
            wrong += [(key, m.target) for m in panel.marks if other and plate.regions[m.target].side == other]
    assert wrong == []


def test_signs_lie_on_parts_that_have_a_direction_and_only_where_the_place_is_certain(scene, plates, spread):
    signed = [(key, p, m) for key in spread for p in scene(key).panels for m in p.marks if m.sign]
    for key, panel, mark in signed:
        assert plates[panel.plate].regions[mark.target].axis is not None, key
        assert mark.emphasis is Emphasis.MARKED, key
        assert plates[mark.sign].family == "marks", key
