"""The finished picture of any entry: whole, legible, light, and safe. Read back from the SVG that is sent."""

import re
from dataclasses import replace
from itertools import combinations

import pytest

from facets import whole
from nosograph.illustration.composing import compose
from nosograph.illustration.labels import overlap
from nosograph.illustration.model import Mark, Panel
from nosograph.illustration.picture import WIDTH, draw
from nosograph.illustration.shapes import group, markup
from nosograph.illustration.svg import render
from nosograph.lexicons.loading import load_lexicons

from .conftest import SVG, Drawn

HEAVIEST = 40 * 1024
FORBIDDEN = {"script", "foreignObject", "image", "use", "a", "iframe", "animate", "set"}
SLACK = 0.6  # numbers are rounded to a tenth


def faults(key: str) -> list[str]:
    """What is wrong with the picture of an entry."""
    scene, plates = whole.scene(key), whole.plates()
    picture = draw(scene, plates)
    svg = render(scene, plates)
    drawn = Drawn(svg)
    wrong = [f"{len(svg.encode())} bytes"] if len(svg.encode()) > HEAVIEST else []
    wrong += [f"{i} twice" for i in sorted({i for i in drawn.ids() if drawn.ids().count(i) > 1})]
    wrong += [f"<{e.tag}>" for e in drawn.root.iter() if e.tag.removeprefix(SVG) in FORBIDDEN]
    wrong += [f"{k}={v!r}" for e in drawn.root.iter() for k, v in e.attrib.items() if k.startswith("on") or "://" in v]
    texts = drawn.texts()
    wrong += [f"{a.text!r} meets {b.text!r}" for a, b in combinations(texts, 2) if overlap(a.box, b.box)]
    wrong += [f"{a.lines} meets {b.lines}" for a, b in combinations(picture.labels, 2) if overlap(a.box, b.box)]
    wrong += [
        f"{t.text!r} leaves the sheet"
        for t in texts
        if not _inside(t.box.x, t.box.y, drawn) or not _inside(t.box.right, t.box.bottom, drawn)
    ]
    wrong += [f"{p} leaves the sheet" for p in drawn.points() if not _inside(*p, drawn)]
    if (drawn.width, drawn.height) != (WIDTH, pytest.approx(picture.height, abs=0.06)):
        wrong.append("the sheet has another size than the picture")
    if (
        drawn.root.get("role") != "img"
        or not drawn.root.findtext(f"{SVG}title")
        or not drawn.root.findtext(f"{SVG}desc")
    ):
        wrong.append("no name or no description")
    return [f"{key}: {w}" for w in wrong]


def _inside(x: float, y: float, drawn: Drawn) -> bool:
    return -SLACK <= x <= drawn.width + SLACK and -SLACK <= y <= drawn.height + SLACK


def test_a_spread_of_pictures_is_whole(spread):
    assert [f for key in spread for f in faults(key)] == []


@pytest.mark.sweep
@pytest.mark.parametrize("part", range(20))
def test_the_picture_of_every_entry_is_whole(release, part):
    assert [f for key in list(release.entries)[part::20] for f in faults(key)] == []


def test_the_longest_titles_are_cut_with_a_sign_and_kept_whole_in_the_name(release, scene, plates):
    longest = max(release, key=lambda e: len(e.title))
    drawn = Drawn(render(scene(longest.key), plates))
    assert drawn.root.findtext(f"{SVG}title") == f"{longest.code}: {longest.title}"
    assert any(t.text.endswith("…") for t in drawn.texts())


def test_the_title_and_the_description_are_joined_to_the_picture_by_its_own_ids(scene, plates):
    for key in ("C93.32", "C81-C96", "B20-B20", "2"):
        root = Drawn(render(scene(key), plates)).root
        assert root.get("aria-labelledby") == root.find(f"{SVG}title").get("id")
        assert root.get("aria-describedby") == root.find(f"{SVG}desc").get("id")


def test_ids_of_two_pictures_on_one_page_never_meet(scene, plates):
    keys = ("C93.30", "C93.31", "C93.32", "S72.001A", "2", "B20", "C81-C96")
    seen = [i for k in keys for i in Drawn(render(scene(k), plates)).ids()]
    assert len(seen) == len(set(seen))


def test_inline_a_picture_has_no_style_of_its_own_so_that_a_strict_policy_holds(scene, plates):
    svg = render(scene("C93.32"), plates, standalone=False)
    assert "<style" not in svg
    assert "style=" not in svg
    assert Drawn(svg).root.get("width") is None


def test_for_a_raster_there_are_no_rules_for_the_dark(scene, plates):
    assert "prefers-color-scheme" not in render(scene("C93.32"), plates, dark=False)
    assert "prefers-color-scheme:dark" in render(scene("C93.32"), plates)


def test_the_same_scene_gives_the_same_bytes(scene, plates):
    assert render(scene("S72.001A"), plates) == render(scene("S72.001A"), plates)


def test_their_right_stands_on_the_viewer_s_left_in_front_and_on_the_right_from_behind(scene, plates, spread):
    for key in spread:
        found = scene(key)
        words = [t for t in Drawn(render(found, plates)).texts() if t.text in ("their right", "their left")]
        lowest = max((t.box.y for t in words), default=0)
        at = {t.text: t.box.x for t in words if t.box.y == lowest}  # a label may end in the same words
        if found.body is None:
            assert at == {}, key
        elif found.body.plate.endswith("-front"):
            assert at["their right"] < at["their left"], key
        elif found.body.plate.endswith("-back"):
            assert at["their left"] < at["their right"], key


@pytest.mark.parametrize("view", ["front", "back"])
@pytest.mark.parametrize("side", ["right", "left"])
def test_a_half_is_cut_at_the_middle_on_the_person_s_own_side(release, facets, plates, view, side):
    plate = plates[f"figure-adult-{view}"]
    body = Panel(plate=plate.id, marks=(Mark(target="region-head", label="Head", half=side),))
    bare = compose(release.entries["S09"], facets["S09"], plates, load_lexicons())
    picture = draw(replace(bare, body=body, panels=(), strips=(), remark=None), plates)
    middle, (label,) = 320, picture.labels
    on_the_left_of_the_sheet = (side == "right") == (view == "front")
    assert (label.end[0] < middle) is on_the_left_of_the_sheet
    x, _, width, _ = re.search(
        r'<svg [^>]*viewBox="([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+)"', markup(group(picture.shapes))
    ).groups()
    center = plate.view.x + plate.view.width / 2
    assert (float(x) + float(width) <= center) is on_the_left_of_the_sheet
    assert float(width) == plate.view.width / 2
