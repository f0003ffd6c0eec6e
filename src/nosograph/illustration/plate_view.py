"""One plate by itself, for illustrators: as it is, or with one of its parts marked."""

from nosograph.illustration.model import Emphasis, Mark, Panel, Plate
from nosograph.illustration.palette import style
from nosograph.illustration.panels import plate_art
from nosograph.illustration.shapes import Shape, group, markup, shape


def draw_plate(plate: Plate, part: str | None = None) -> str:
    """The SVG text of a plate. With `part` (an id of one of its parts), that part is marked.

    Raises KeyError where the plate has no such part.
    """
    marks = (Mark(target=plate.regions[part].id, emphasis=Emphasis.MARKED),) if part else ()
    view = plate.view
    root = shape(
        "svg",
        shape("title", text=plate.title),
        Shape(tag="style", markup=f"<style>{style(dark=False)}</style>"),
        group(plate_art(Panel(plate=plate.id, marks=marks), plate, "plate"), class_="panel"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"{view.x:g} {view.y:g} {view.width:g} {view.height:g}",
        role="img",
        lang="en",
    )
    return markup(root)
