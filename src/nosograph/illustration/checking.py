"""Every plate against the rules that a program can see; used by `nosograph check`.

Sites and coarse regions must be known to the lexicon (or be a cell of a film), art must keep inside its view, and a
plate must be light enough for the composed picture to stay under 40 KiB.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from nosograph.illustration.model import Box, Plate
from nosograph.illustration.plates import walk_plates
from nosograph.lexicons.loading import load_lexicons

HEAVIEST_BASE = 12 * 1024
HEAVIEST_REGION = 8 * 1024
_CELLS = frozenset({"red-blood-cell", "platelet", "lymphocyte", "monocyte", "blast", "neutrophil", "lymphoid-cell"})


def check_plates(folder: Path | None = None) -> list[str]:
    """Every problem of the plates, as `file: what and what to do`."""
    lexicons = load_lexicons()
    plates, problems = walk_plates(folder)
    for path, plate in plates:
        problems.extend(_problems(plate, path.name, lexicons.sites, lexicons.regions))
    return problems


def _problems(plate: Plate, name: str, sites: Collection[str], regions: Collection[str]) -> Iterator[str]:
    if len(plate.base) > HEAVIEST_BASE:
        yield f"{name}: the base has {len(plate.base)} bytes; simplify its paths (at most {HEAVIEST_BASE})"
    for region in plate.regions.values():
        if region.is_site and region.part.removesuffix("-enlarged") not in sites and region.part not in _CELLS:
            yield f"{name}: {region.id}: {region.part!r} is no site of sites.tsv; use the id of one, or add the site"
        if region.region is not None and region.region not in regions:
            yield f"{name}: {region.id}: {region.region!r} is no region of the lexicon (regions.tsv)"
        if len(region.art) > HEAVIEST_REGION and not name.startswith("blood-film"):
            yield f"{name}: {region.id} has {len(region.art)} bytes; simplify its paths (at most {HEAVIEST_REGION})"
        for x, y in region.anchors:
            if not _inside(x, y, plate.view):
                yield f"{name}: {region.id}: the anchor {x:g} {y:g} lies outside the plate; move it into the shape"


def _inside(x: float, y: float, view: Box) -> bool:
    return view.x <= x <= view.right and view.y <= y <= view.bottom


def classes(markup: str) -> set[str]:
    """The classes that a piece of art uses."""
    return {c for found in re.findall(r'class="([^"]*)"', markup) for c in found.split()}
