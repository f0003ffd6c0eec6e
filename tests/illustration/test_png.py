"""The picture as PNG: as wide as asked for, and the same each time."""

import struct

import pytest

from nosograph.errors import BadInput
from nosograph.illustration.png import NARROWEST, WIDEST, render_png


def size(png):
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize("width", [NARROWEST, 320, 1280])
def test_a_png_has_the_width_that_was_asked_for_and_the_picture_s_shape(scene, plates, width):
    from nosograph.illustration.picture import draw

    found = scene("C93.32")
    wide, high = size(render_png(found, plates, width=width))
    assert wide == width
    assert high == pytest.approx(width * draw(found, plates).height / 640, abs=2)


def test_the_same_scene_gives_the_same_bytes(scene, plates):
    assert render_png(scene("C93.32"), plates, width=320) == render_png(scene("C93.32"), plates, width=320)


def test_the_states_of_one_leukemia_look_different(scene, plates):
    assert len({render_png(scene(k), plates, width=320) for k in ("C93.30", "C93.31", "C93.32")}) == 3


@pytest.mark.parametrize("width", [NARROWEST - 1, 0, -5, WIDEST + 1])
def test_a_width_out_of_bounds_is_refused_with_the_bounds(scene, plates, width):
    with pytest.raises(BadInput, match=f"width {width} is out of bounds; ask for {NARROWEST} to {WIDEST} pixels"):
        render_png(scene("C93.32"), plates, width=width)


def test_words_are_drawn_with_the_font_that_measured_them(scene, plates):
    """Without a font the renderer leaves text out; the picture without its words is another one."""
    from dataclasses import replace

    found = scene("C93.32")
    nameless = replace(found, title=" ", code="C93.32")
    assert render_png(found, plates, width=640) != render_png(nameless, plates, width=640)
