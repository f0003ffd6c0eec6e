"""Another figure for a picture whose code leaves the body open."""

from dataclasses import replace
from pathlib import Path

import pytest

from nosograph.atlas.reading import Atlas
from nosograph.illustration.refiguring import OTHERS, other_figures, with_figure


@pytest.fixture(scope="module")
def atlas(atlas_path: Path) -> Atlas:
    return Atlas.open(atlas_path)


def test_pneumonia_may_be_drawn_in_anyone_and_the_words_follow_the_picture(atlas: Atlas) -> None:
    assert atlas.figures(atlas.page("J18.9")) == OTHERS
    drawn = with_figure(atlas.scene("J18.9"), "child", atlas.plates())
    assert drawn.figure == "child"
    assert drawn.body is not None
    assert drawn.body.plate == "figure-child-front"
    assert drawn.caption.startswith("J18.9 in a child, ")
    assert drawn.description.startswith("A drawing of a child, ")
    assert "adult" not in drawn.caption + drawn.description


def test_every_part_that_is_marked_is_still_marked(atlas: Atlas) -> None:
    for key in ("J18.9", "S72.001A", "H00.011"):
        before = atlas.scene(key)
        for figure in atlas.figures(atlas.page(key)):
            after = with_figure(before, figure, atlas.plates())
            assert before.body is not None
            assert after.body is not None
            assert after.body.marks == before.body.marks
            assert {m.target for m in after.body.marks} <= set(atlas.plates()[after.body.plate].regions)


@pytest.mark.parametrize("key", ["N40.0", "C93.32", "P22.0", "O80", "Z00.129", "F90.0"])
def test_a_code_that_says_whose_body_it_is_keeps_it(atlas: Atlas, key: str) -> None:
    assert atlas.figures(atlas.page(key)) == ()


def test_no_woman_is_drawn_for_an_organ_of_men_though_no_figure_was_chosen(atlas: Atlas) -> None:
    facets = replace(atlas.facets("J18.9"), regions=("genital_male",))
    offered = other_figures(atlas.scene("J18.9"), facets, atlas.plates())
    assert "woman" not in offered
    assert "man" in offered


def test_a_picture_without_a_figure_has_none_to_change(atlas: Atlas) -> None:
    scene = atlas.scene("W56.22XA")
    assert scene.body is None
    assert atlas.figures(atlas.page("W56.22XA")) == ()
    assert with_figure(scene, "woman", atlas.plates()) == scene
