"""Plates: SVG art with named regions; what breaks the format is refused with the file and the reason."""

import pytest

from nosograph.errors import CheckFailed
from nosograph.illustration.checking import check_plates
from nosograph.illustration.plates import plates_folder, read_plate, read_plates

SVG = """<svg xmlns="http://www.w3.org/2000/svg" data-plate="figure-test-front" viewBox="-10 -20 100 300">
<title>A figure from the front</title>
<g id="base"><path class="skin" d="M0 0h10v10z"/><g class="hair"><circle cx="1" cy="2" r="3"/></g></g>
<g id="regions">
<path id="thigh--right" data-region="thigh" data-side="right" data-anchor="3 4" class="region" d="M1 1h2">
<title>Right thigh</title></path>
<g id="thigh--left" data-region="thigh" data-side="left" data-anchors="5 6;7 8">
<title>Left thigh</title><path class="region" d="M2 2h2"/></g>
</g>
<g id="sites">
<path id="liver" data-site="liver" data-region="liver_biliary_pancreas" data-anchor="-1.5 20" class="organ" d="M3 3h2">
<title>Liver</title></path>
</g>
</svg>"""


def read(old="", new=""):
    assert old in SVG
    return read_plate(SVG.replace(old, new, 1).encode(), name="figure-test-front.svg")


def test_a_plate_has_its_base_and_its_named_regions_in_order():
    plate = read()
    assert (plate.id, plate.title) == ("figure-test-front", "A figure from the front")
    assert (plate.view.x, plate.view.y, plate.view.right, plate.view.bottom) == (-10, -20, 90, 280)
    assert plate.base == '<path class="skin" d="M0 0h10v10z"/><g class="hair"><circle cx="1" cy="2" r="3"/></g>'
    assert list(plate.regions) == ["thigh--right", "thigh--left", "liver"]


def test_a_region_knows_its_part_its_side_and_where_a_line_may_end():
    right, left, liver = read().regions.values()
    assert (right.part, right.side, right.is_site, right.anchors) == ("thigh", "right", False, ((3, 4),))
    assert (left.side, left.anchors) == ("left", ((5, 6), (7, 8)))
    assert (liver.part, liver.region, liver.side, liver.is_site) == ("liver", "liver_biliary_pancreas", None, True)
    assert liver.anchors == ((-1.5, 20),)


def test_art_is_reduced_to_shapes_and_classes():
    assert read().regions["thigh--right"].art == '<path class="region" d="M1 1h2"/>'
    assert read().regions["thigh--left"].art == '<path class="region" d="M2 2h2"/>'


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("</svg>", "", "not well-formed SVG"),
        ("<svg ", '<!DOCTYPE svg [<!ENTITY a "b">]><svg ', "not well-formed SVG"),
        (' data-plate="figure-test-front"', "", "no <svg data-plate=...> at the root"),
        ('<g id="base">', '<g id="ground">', "no <g id='base'>"),
        ('<path class="skin"', '<script>alert(1)</script><path class="skin"', "<script> is not drawn"),
        ('<path class="skin"', '<style>.a{}</style><path class="skin"', "<style> is not drawn"),
        ('<path class="skin"', '<text>Hi</text><path class="skin"', "<text> is not drawn"),
        ('<path class="skin"', '<image href="a.png"/><path class="skin"', "<image> is not drawn"),
        ('<path class="skin"', '<use href="other.svg#a"/><path class="skin"', "<use> is not drawn"),
        ('class="skin"', 'class="skin" onload="x()"', "the attribute 'onload' is not allowed"),
        ('class="skin"', 'class="skin" style="fill:red"', "the attribute 'style' is not allowed"),
        ('class="skin"', 'class="skin" transform="scale(2)"', "the attribute 'transform' is not allowed"),
        ("<title>Right thigh</title>", "", "'thigh--right' lacks an id, a part or a <title>"),
        ('id="liver" ', "", "'path' lacks an id, a part or a <title>"),
        (' data-site="liver"', "", "'liver' lacks an id, a part or a <title>"),
        ('data-side="right"', 'data-side="viewer-left"', "has the side 'viewer-left'; write right or left"),
        ('id="thigh--right"', 'id="thigh"', "'thigh' is the right one; end its id in --right"),
        (' data-anchor="3 4"', "", "'thigh--right' has no data-anchor"),
        ('data-anchor="3 4"', 'data-anchor="3,4"', "'thigh--right' has no data-anchor"),
        ('data-anchors="5 6;7 8"', 'data-anchors="5 6;"', "'thigh--left' has no data-anchor"),
        ('id="thigh--left"', 'id="liver"', "'liver' is the left one"),
        ('id="liver"', 'id="thigh--right"', "the id 'thigh--right' is there twice"),
        ('viewBox="-10 -20 100 300"', "", "viewBox"),
        ('viewBox="-10 -20 100 300"', 'viewBox="0 0 10"', "viewBox"),
        ('viewBox="-10 -20 100 300"', 'viewBox="0 0 wide 10"', "viewBox"),
        ('data-anchor="3 4"', 'data-anchor="3 4.5.6"', "data-anchor"),
    ],
)
def test_what_breaks_the_format_is_refused_by_file_and_reason(old, new, words):
    with pytest.raises(CheckFailed) as refused:
        read(old, new)
    assert str(refused.value).startswith("figure-test-front.svg: ")
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


def test_all_broken_plates_of_a_folder_are_told_together(tmp_path):
    (tmp_path / "a.svg").write_text(SVG.replace("</svg>", ""))
    (tmp_path / "b.svg").write_text(SVG)
    with pytest.raises(CheckFailed) as failed:
        read_plates(tmp_path)
    assert "a.svg: not well-formed SVG" in str(failed.value)
    assert "b.svg: data-plate is 'figure-test-front'; name it like the file" in str(failed.value)


def test_a_part_that_the_lexicon_does_not_know_and_a_stray_anchor_are_told(tmp_path):
    stray = SVG.replace('data-site="liver"', 'data-site="gizzard"').replace('data-anchor="3 4"', 'data-anchor="300 4"')
    (tmp_path / "figures").mkdir()
    file = tmp_path / "figures" / "figure-test-front.svg"
    file.write_text(stray.replace('data-region="thigh"', 'data-region="haunch"'))
    told = "\n".join(check_plates(tmp_path))
    assert "liver: 'gizzard' is no site" in told
    assert "'haunch' is no region" in told
    assert "the anchor 300 4 lies outside the plate" in told


def test_the_plates_of_the_product_keep_their_rules():
    assert check_plates() == []
    assert plates_folder().is_dir()


def test_every_figure_plate_shows_both_sides_of_what_comes_in_pairs(plates):
    wrong = []
    for plate in plates.values():
        sides = {}
        for region in plate.regions.values():
            sides.setdefault((region.part, region.is_site), set()).add(region.side)
        wrong += [
            (plate.id, part)
            for (part, _), found in sides.items()
            if found & {"right", "left"} and not found >= {"right", "left"}
        ]
    assert wrong == []


def test_the_person_s_right_stands_left_of_their_left_in_a_front_view_and_right_of_it_from_behind(plates):
    wrong = []
    for plate in plates.values():
        for region in plate.regions.values():
            twin = plate.regions.get(region.id.replace("--right", "--left"))
            if region.side == "right" and twin:
                here, there = (sum(x for x, _ in r.anchors) / len(r.anchors) for r in (region, twin))
                if here != there and (here < there) == plate.behind:
                    wrong.append((plate.id, region.id))
    assert wrong == []


def front_parts(plates, part):
    """The regions that show a part in figures seen from the front, and how far right of the middle each lies."""
    for plate in plates.values():
        if plate.id.startswith("figure") and plate.id.endswith("-front"):
            middle = plate.view.x + plate.view.width / 2
            for region in plate.regions.values():
                if region.part == part:
                    yield f"{plate.id}: {region.id}", [x - middle for x, _ in region.anchors]


@pytest.mark.parametrize("part", ["heart", "spleen", "stomach"])
def test_organs_of_the_person_s_left_are_drawn_on_the_viewer_s_right(plates, part):
    assert [name for name, xs in front_parts(plates, part) if max(xs) < 0] == []


def test_the_liver_is_drawn_on_the_viewer_s_left(plates):
    assert list(front_parts(plates, "liver"))
    assert [name for name, xs in front_parts(plates, "liver") if min(xs) > 0] == []
