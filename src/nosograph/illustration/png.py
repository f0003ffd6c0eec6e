"""A scene as PNG, drawn by resvg with the font that the labels were measured with."""

from collections.abc import Mapping

import resvg_py

from nosograph.errors import BadInput
from nosograph.illustration.model import Plate, Scene
from nosograph.illustration.svg import render
from nosograph.illustration.text import font_file

NARROWEST, WIDEST = 64, 4096


def render_png(scene: Scene, plates: Mapping[str, Plate], *, width: int = 1280) -> bytes:
    """The picture `width` pixels wide, in its light colors. Raises BadInput for a width out of bounds."""
    if not NARROWEST <= width <= WIDEST:
        raise BadInput(f"width {width} is out of bounds; ask for {NARROWEST} to {WIDEST} pixels")
    return to_png(render(scene, plates, dark=False), width)


def to_png(svg: str, width: int) -> bytes:
    """A drawing of ours as PNG; `svg` must have light colors alone, as no media query is read."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            skip_system_fonts=True,
            font_files=[str(font_file())],
            font_family="Noto Sans",
            sans_serif_family="Noto Sans",
        )
    )
