"""A picture as an SVG document: named, described, with metadata, safe in an <img>, at most 40 KiB.

`standalone` documents carry their style sheet; an inline one leaves style to the page (see `palette.style`), which
keeps a strict content security policy possible.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace

from nosograph import __version__
from nosograph.illustration.model import Plate, Scene
from nosograph.illustration.palette import style
from nosograph.illustration.picture import WIDTH, Picture, draw, ident
from nosograph.illustration.shapes import Shape, markup, number, shape

_CLASSES = re.compile(r'class="([^"]*)"')


def metadata(scene: Scene) -> dict[str, object]:
    """What is in fact marked in the picture, as the data contract has it."""
    plates = [p.plate for p in (scene.body, *scene.panels) if p]
    return {
        "code": scene.code,
        "plates": plates,
        "sites": list(scene.sites),
        "regions": list(scene.regions),
        "laterality": scene.laterality,
        "process": scene.process,
        "phase": scene.phase,
        "figure": scene.figure,
        "generator": f"nosograph {__version__}",
        "license": "CC BY 4.0",
    }


def render(scene: Scene, plates: Mapping[str, Plate], *, standalone: bool = True, dark: bool = True) -> str:
    """The SVG text of a scene."""
    picture = draw(scene, plates)
    return document(scene, picture, standalone=standalone, dark=dark)


def document(scene: Scene, picture: Picture, *, standalone: bool, dark: bool) -> str:
    """The SVG text of a drawn picture."""
    name = ident(scene.code)
    children: list[Shape] = [
        shape("title", text=f"{scene.code}: {scene.title}", id=f"{name}-title"),
        shape("desc", text=scene.description, id=f"{name}-desc"),
        shape("metadata", text=json.dumps(metadata(scene), ensure_ascii=False)),
    ]
    if standalone:
        used = frozenset(c for found in _CLASSES.findall("".join(map(markup, picture.shapes))) for c in found.split())
        sheet = style(dark=dark, used=used | {"paper"})
        children.append(replace(shape("style"), markup=f"<style>{sheet}</style>"))
        children.append(shape("rect", x=0, y=0, width=WIDTH, height=picture.height, class_="paper"))
    root = shape(
        "svg",
        *children,
        *picture.shapes,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(WIDTH)} {number(picture.height)}",
        role="img",
        lang="en",
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-desc",
        class_="picture",
        width=WIDTH if standalone else None,
        height=picture.height if standalone else None,
    )
    return markup(root)
