"""The small picture: figure and panels alone, for where most words would be too small to read.

Worked example: that of C93.32 has the child with the marrow marked and the blood under the microscope; code, labels,
headings and the strip of phases are left out. "Their right" and "their left" stay, so that nobody takes the viewer's
side for the person's. Its title is the caption. Light and dark like the picture itself.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from nosograph.illustration.model import Panel, Plate, Scene
from nosograph.illustration.palette import style
from nosograph.illustration.picture import WIDTH, draw_middle, ident
from nosograph.illustration.shapes import Shape, markup, number, shape

_CLASSES = re.compile(r'class="([^"]*)"')


def draw_small(scene: Scene, plates: Mapping[str, Plate]) -> str:
    """The SVG text of a scene's small picture, as a document of its own."""
    wordless = replace(
        scene,
        body=_unlabelled(scene.body) if scene.body else None,
        panels=tuple(_unlabelled(panel) for panel in scene.panels),
    )
    drawn, height = draw_middle(wordless, plates)
    used = frozenset(c for found in _CLASSES.findall("".join(map(markup, drawn))) for c in found.split())
    name = f"{ident(scene.code)}-small-title"
    root = shape(
        "svg",
        shape("title", text=scene.caption, id=name),
        Shape(tag="style", markup=f"<style>{style(used=used | {'paper'})}</style>"),
        *drawn,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(WIDTH)} {number(height)}",
        role="img",
        lang="en",
        aria_labelledby=name,
        class_="picture",
        width=WIDTH,
        height=height,
    )
    return markup(root)


def _unlabelled(panel: Panel) -> Panel:
    return replace(panel, heading="", marks=tuple(replace(mark, label=None) for mark in panel.marks))
