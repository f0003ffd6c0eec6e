"""Another figure for a picture whose code leaves the body open: a woman, a man, a child in the place of an adult.

A figure is changed only where nothing is lost or contradicted: the classification says neither age nor sex, the other
figure has every part that is marked, and no panel beside it shows the body of another sex.
Worked example: pneumonia (J18.9) is drawn in an adult and may be drawn in a child or a woman; N40.1 is a man's, and
C93.32 has its own toddler, so both stay as they are.
"""

from collections.abc import Mapping
from dataclasses import replace

from nosograph.facets.model import Facets
from nosograph.illustration.model import Panel, Plate, Scene
from nosograph.illustration.wording import FIGURE_WORDS

OPEN_FIGURE = "adult"
"""The figure of a code that speaks of no age and no sex."""
OTHERS = ("woman", "man", "older", "child", "toddler", "newborn")
"""The figures that may stand for it, in the order in which they are offered."""

_SEXES: Mapping[str, str] = {"woman": "female", "man": "male"}
_NOT_OF: Mapping[str, str] = {"woman": "genital_male", "man": "genital_female"}


def other_figures(scene: Scene, facets: Facets, plates: Mapping[str, Plate]) -> tuple[str, ...]:
    """The figures that a scene may be drawn with instead, as far as the scene and the entry's own facets know."""
    return tuple(figure for figure in OTHERS if _fits(scene, facets, plates, figure))


def with_figure(scene: Scene, figure: str, plates: Mapping[str, Plate]) -> Scene:
    """The scene with another of its `other_figures`; caption and description name who is drawn."""
    if scene.body is None:
        return scene
    plate = _plate_of(scene.body, figure)
    if plate not in plates:
        return scene
    before, after = FIGURE_WORDS[OPEN_FIGURE], FIGURE_WORDS[figure]
    return replace(
        scene,
        figure=figure,
        body=replace(scene.body, plate=plate),
        caption=scene.caption.replace(f"{scene.code} in {before},", f"{scene.code} in {after},", 1),
        description=scene.description.replace(f"A drawing of {before},", f"A drawing of {after},", 1),
    )


def _fits(scene: Scene, facets: Facets, plates: Mapping[str, Plate], figure: str) -> bool:
    if scene.body is None or scene.figure != OPEN_FIGURE or facets.life_period is not None:
        return False
    plate = plates.get(_plate_of(scene.body, figure))
    if plate is None or _NOT_OF.get(figure) in facets.regions:
        return False
    sexes = {plates[p.plate].sex for p in scene.panels} - {None}
    return all(m.target in plate.regions for m in scene.body.marks) and sexes <= {_SEXES.get(figure)}


def _plate_of(body: Panel, figure: str) -> str:
    """The plate of another figure, seen from the same side."""
    return f"figure-{figure}-{body.plate.rpartition('-')[2]}"
