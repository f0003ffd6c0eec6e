"""What the tests of this room share: the plates, the scenes of the whole release, and a reader of finished pictures."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import settings

from facets import whole
from nosograph.facets.model import Facets
from nosograph.icd10cm.model import Release
from nosograph.illustration.labels import SIZE
from nosograph.illustration.model import Box, Plate, Scene
from nosograph.illustration.text import width

law = settings(deadline=None)
"""For laws: how long one example takes says more about the machine than about the code."""

SVG = "{http://www.w3.org/2000/svg}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The walk over the whole release runs only where it is asked for by its mark."""
    if not config.option.markexpr:
        items[:] = [i for i in items if not (i.get_closest_marker("sweep") and "illustration" in i.nodeid)]


@dataclass(frozen=True)
class Words:
    """One line of text of a finished picture, and the box that it fills."""

    text: str
    box: Box


class Drawn:
    """A finished picture, read back from its SVG: what a viewer sees, whoever drew it."""

    def __init__(self, svg: str) -> None:
        self.svg = svg
        self.root: Element = fromstring(svg)
        _, _, self.width, self.height = (float(v) for v in self.root.get("viewBox", "0 0 0 0").split())

    def texts(self) -> list[Words]:
        """Every line of text with its box; plates hold no text, so none of it is moved or scaled."""
        return [_words(e) for e in self.root.iter(f"{SVG}text")]

    def points(self) -> list[tuple[float, float]]:
        """The ends of every leader line and the corners of every box and dot that stands on the sheet itself."""
        found = []
        for e in self.root.iter():
            kind = (e.get("class") or "").split()
            if e.tag == f"{SVG}path" and {"leader", "halo", "zoom", "course"} & set(kind):
                numbers = [float(n) for n in re.findall(r"-?[\d.]+", e.get("d", ""))]
                found += list(zip(numbers[::2], numbers[1::2], strict=True))
            elif e.tag == f"{SVG}circle" and {"end", "ring", "dot"} & set(kind):
                x, y, r = (float(e.get(n, 0)) for n in ("cx", "cy", "r"))
                found += [(x - r, y - r), (x + r, y + r)]
            elif e.tag == f"{SVG}rect" and {"tag", "remark", "paper"} & set(kind):
                x, y, w, h = (float(e.get(n, 0)) for n in ("x", "y", "width", "height"))
                found += [(x, y), (x + w, y + h)]
        return found

    def ids(self) -> list[str]:
        """Every id."""
        return [e.get("id", "") for e in self.root.iter() if e.get("id")]


def _words(element: Element) -> Words:
    text, wide = element.text or "", width(element.text or "", SIZE)
    x, y = float(element.get("x", 0)), float(element.get("y", 0))
    kind = (element.get("class") or "").split()
    left = x - wide / 2 if "middle" in kind else x - wide if "end-aligned" in kind else x
    return Words(text=text, box=Box(x=left, y=y - 20, width=wide, height=26))


@pytest.fixture(scope="session")
def release() -> Release:
    """The release that comes with Nosograph, whole."""
    return whole.release()


@pytest.fixture(scope="session")
def facets() -> dict[str, Facets]:
    """The facets of every entry of it, by key."""
    return whole.facets()


@pytest.fixture(scope="session")
def plates() -> dict[str, Plate]:
    """The plates of the checkout."""
    return whole.plates()


@pytest.fixture(scope="session")
def scene() -> Callable[[str], Scene]:
    """The scene of an entry, by its key."""
    return whole.scene


@pytest.fixture(scope="session")
def spread(release: Release) -> list[str]:
    """Some 1,600 keys: every chapter, some blocks, every 70th of the others, and the leukemias with their insets."""
    keys = list(release.entries)
    wide = [k for k in keys if k[0].isdigit()] + [k for k in keys if "-" in k][::4]
    return list(dict.fromkeys([*wide, *keys[::70], *(k for k in keys if k.startswith(("C91", "C92", "C93")))]))
