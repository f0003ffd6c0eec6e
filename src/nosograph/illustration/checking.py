"""Every plate against the rules that a program can see; used by `nosograph check`.

Sites and coarse regions must be known to the lexicon (or be a cell of a film), art must keep inside its view and use
known colors, and a plate must be light enough for the composed picture to stay under 40 KiB. A plate that a table
names must be there, and one that nothing names is reported too: nobody would ever see it.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from nosograph.illustration.inks import classes_of
from nosograph.illustration.model import Box, Plate
from nosograph.illustration.palette import style
from nosograph.illustration.plates import walk_plates
from nosograph.lexicons.loading import load_lexicons
from nosograph.lexicons.model import NO_PICTURE, Lexicons

# In bytes: the base of a figure or close-up, one part of it, and a whole tile or sign.
HEAVIEST_BASE = 12 * 1024
HEAVIEST_REGION = 8 * 1024
HEAVIEST_TILE = 9 * 1024
FAMILIES = ("figures", "close-ups", "processes", "agents", "events", "encounters", "marks", "tissue")
_ANATOMY = frozenset({"figures", "close-ups"})
_CLASS = re.compile(r"\.([a-z][a-z0-9-]*)")
# Plates that the program itself asks for, as composing.py says.
_ASKED_FOR = frozenset({"blood-film-normal"})


def check_plates(folder: Path | None = None) -> list[str]:
    """Every problem of the plates, as `file: what and what to do`."""
    lexicons = load_lexicons()
    plates, problems = walk_plates(folder)
    colors = frozenset(_CLASS.findall(style(dark=False)))
    for path, plate in plates:
        problems.extend(f"{path.name}: {what}" for what in _problems(plate, lexicons, colors))
    if folder is None and not problems:  # a plate that cannot be read is told once
        problems.extend(_unknown(lexicons, {plate.id: plate.family for _, plate in plates}))
    return problems


def _unknown(lexicons: Lexicons, families: dict[str, str]) -> Iterator[str]:
    """Plates that a table names and nobody drew, and plates that nothing names."""
    named: set[str] = set(_ASKED_FOR)
    for row in (r for rows in lexicons.process_pictures.values() for r in rows):
        for plate in (row.plate, row.sign):
            if plate and plate != NO_PICTURE and plate not in families:
                yield f"process_pictures.tsv:{row.line}: there is no plate {plate!r}; draw it or take it out"
            named.add(plate or "")
    for agent in lexicons.agent_pictures.values():
        if agent.plate not in families:
            yield f"agent_pictures.tsv:{agent.line}: there is no plate {agent.plate!r}; draw it or take it out"
        named.add(agent.plate)
    for close_up in lexicons.close_ups.rows:
        named.add(close_up.plate or "")
    for plate, family in families.items():
        if family not in _ANATOMY and plate not in named:
            yield f"{plate}.svg: no table names this plate, so no picture shows it; add it to one or take it out"


def _problems(plate: Plate, lexicons: Lexicons, colors: Collection[str]) -> Iterator[str]:
    if plate.family not in FAMILIES:
        yield f"it lies in {plate.family!r}; put it into one of the folders {', '.join(FAMILIES)}"
    strange = classes_of(plate.base + "".join(r.art for r in plate.regions.values())) - {*colors, "site"}
    if strange:
        yield f"no color is called {', '.join(sorted(strange))}; choose from illustration/inks.py or palette.py"
    if len(plate.base) > HEAVIEST_BASE:
        yield f"the base has {len(plate.base)} bytes; simplify its paths (at most {HEAVIEST_BASE})"
    whole = len(plate.base) + sum(len(r.art) for r in plate.regions.values())
    if plate.family not in _ANATOMY | {"tissue"} and whole > HEAVIEST_TILE:
        yield f"it has {whole} bytes; simplify its paths (at most {HEAVIEST_TILE})"
    for subject in plate.subjects:
        if subject not in lexicons.sites:
            yield f"data-for names {subject!r}, which is no site of sites.tsv"
    for region in plate.regions.values():
        if plate.family in _ANATOMY:
            yield from _problems_of_part(region.id, region.part, region.region, len(region.art), lexicons)
        for x, y in region.anchors:
            if not _inside(x, y, plate.view):
                yield f"{region.id}: the anchor {x:g} {y:g} lies outside the plate; move it into the shape"


def _problems_of_part(ident: str, part: str, region: str | None, size: int, lexicons: Lexicons) -> Iterator[str]:
    if part.removesuffix("-enlarged") not in {*lexicons.sites, *lexicons.regions}:
        yield f"{ident}: {part!r} is no site of sites.tsv; use the id of one, or add the site"
    if region is not None and region not in lexicons.regions:
        yield f"{ident}: {region!r} is no region of the lexicon (regions.tsv)"
    if size > HEAVIEST_REGION:
        yield f"{ident} has {size} bytes; simplify its paths (at most {HEAVIEST_REGION})"


def _inside(x: float, y: float, view: Box) -> bool:
    return view.x <= x <= view.right and view.y <= y <= view.bottom
