"""Many pictures on one sheet, for looking at them together.

Worked example: twelve pictures in four columns give three rows, each as high as its highest picture.
"""

from collections.abc import Mapping, Sequence

from nosograph.illustration.model import Plate, Scene
from nosograph.illustration.palette import style
from nosograph.illustration.picture import WIDTH, draw
from nosograph.illustration.shapes import Shape, group, markup, moved, shape

COLUMNS = 6
_GAP = 24.0


def draw_sheet(scenes: Sequence[Scene], plates: Mapping[str, Plate], *, columns: int = COLUMNS) -> str:
    """The SVG text of the sheet, in light colors; `scenes` must not be empty."""
    columns = min(columns, len(scenes))
    cells: list[Shape] = []
    y = _GAP
    for start in range(0, len(scenes), columns):
        row = scenes[start : start + columns]
        pictures = [draw(scene, plates) for scene in row]
        cells.extend(moved(group(picture.shapes), _GAP + i * (WIDTH + _GAP), y) for i, picture in enumerate(pictures))
        y += max(picture.height for picture in pictures) + _GAP
    wide = columns * (WIDTH + _GAP) + _GAP
    root = shape(
        "svg",
        Shape(tag="style", markup=f"<style>{style(dark=False)}</style>"),
        shape("rect", x=0, y=0, width=wide, height=y, class_="paper"),
        *cells,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {wide:g} {y:g}",
    )
    return markup(root)
