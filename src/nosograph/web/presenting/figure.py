"""The illustration for a page: the picture, what in it leads on, and its files."""

from collections.abc import Collection

from nosograph.atlas.reading import Atlas
from nosograph.facets.listing import slug
from nosograph.illustration.model import Box, Scene
from nosograph.illustration.shapes import number
from nosograph.web.presenting.facets import facet_href
from nosograph.web.presenting.links import href
from nosograph.web.presenting.model import Figure, PictureBox, PictureLink


def figure_of(atlas: Atlas, key: str, scene: Scene, own: Collection[tuple[str, str]]) -> Figure:
    """The figure of an entry; `own` are its facets as (axis, value in addresses): only they have a page to lead to."""
    picture = atlas.inline_picture(key)
    links = []
    for touch in picture.touches:
        value = touch.value if touch.axis == "site" else slug(touch.value)
        if (touch.axis, value) in own:
            boxes = tuple(_box(box) for box in touch.boxes)
            address = f"/body/{value}" if touch.axis == "region" else facet_href(touch.axis, value)
            links.append(PictureLink(name=touch.name, href=address, boxes=boxes))
    own_href = href(key)
    return Figure(
        svg=picture.svg,
        view=f"0 0 640 {number(picture.height)}",
        links=tuple(links),
        legend=picture.legend,
        large_href=f"{own_href}/picture",
        caption=scene.caption,
        description=scene.description,
        svg_href=f"{own_href}.svg",
        png_href=f"{own_href}.png",
    )


def _box(box: Box) -> PictureBox:
    return PictureBox(x=number(box.x), y=number(box.y), width=number(box.width), height=number(box.height))
