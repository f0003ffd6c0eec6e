"""What happens and what causes it, as tiles: which plate a process and an agent are shown by, and which sign.

`process_pictures.tsv` and `agent_pictures.tsv` say it; a process without a row is shown by the wider process, an agent
by the wider agent and then by its kind.
Worked example: an open, displaced fracture has the tile of the open break and the sign of the displaced one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nosograph.facets.model import Facets
from nosograph.illustration.model import Mark, Panel, Plate
from nosograph.lexicons.finding import in_span, undotted
from nosograph.lexicons.model import NO_PICTURE, Lexicons, ProcessPicture

_GENTLY: Mapping[str, tuple[str, ...]] = {
    "intentional self-harm": ("self-harm",),
    "assault": (
        "assault", "maltreatment", "terrorism", "war-operation", "military-operation", "legal-intervention",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shown:
    """How the process of an entry is shown: its tile where there is one, the sign and the layer of its place.

    `family` is the process that the tile was drawn for. Told apart by identity: those that are alike are made one
    (`alike`), and drawings are found again by it.
    """

    tile: Panel | None = None
    sign: str | None = None
    layer: str | None = None
    family: str | None = None


def alike(shown: Shown) -> tuple[object, ...]:
    """What tells one way of showing from another."""
    return shown.tile, shown.sign, shown.layer, shown.family


def process_shown(code: str, facets: Facets, plates: Mapping[str, Plate], lexicons: Lexicons) -> Shown:
    """The tile, sign and layer of an entry's process; what the nearest process does not say, a wider one does."""
    rows = list(_rows(code, facets, lexicons))
    drawn = next((r for r in rows if r.plate in plates or r.plate == NO_PICTURE), None)
    sign = next((r.sign for r in rows if r.sign), None)
    return Shown(
        tile=_tile(plates[drawn.plate]) if drawn and drawn.plate and drawn.plate != NO_PICTURE else None,
        sign=sign if sign in plates else None,
        layer=next((r.layer for r in rows if r.layer), None),
        family=drawn.process if drawn else None,
    )


def gently_shown(facets: Facets, plates: Mapping[str, Plate], lexicons: Lexicons) -> Panel | None:
    """For self-harm and harm by others: an abstract tile; what did the harm is named in words and not drawn.

    Pictures of means do harm of their own (World Health Organization, guidance for reporting on suicide).
    """
    for intent, processes in _GENTLY.items():
        if facets.intent == intent or any(within(facets.process, p, lexicons) for p in processes):
            row = next((r for r in lexicons.process_pictures.get(processes[0], ()) if r.plate in plates), None)
            if row is None or row.plate is None:
                return None
            named = _agent_name(facets.agent, lexicons)
            title = plates[row.plate].title
            return _tile(plates[row.plate], heading=f"{title}\n({named})" if named else title)
    return None


_GERMS = frozenset({"bacterium", "virus", "fungus", "parasite", "prion", "organism"})


def is_germ(agent: str | None, lexicons: Lexicons) -> bool:
    """Whether an agent (by its label) is something that infects."""
    ident = lexicons.agent_labels.get((agent or "").split(", ")[0])
    return ident is not None and lexicons.agents[ident].kind in _GERMS


def _agent_name(agent: str | None, lexicons: Lexicons) -> str | None:
    ident = lexicons.agent_labels.get((agent or "").split(", ")[0])
    return lexicons.agents[ident].everyday if ident else None


def within(process: str | None, wider: str, lexicons: Lexicons) -> bool:
    """Whether a process (by its label) is the wider one (by its id) or a kind of it."""
    return wider in _line(process, lexicons)


def _line(process: str | None, lexicons: Lexicons) -> tuple[str, ...]:
    """The process (by its label) and all wider ones, by id, the narrowest first."""
    return lexicons.process_lines.get(lexicons.process_labels.get(process or "", ""), ())


def agent_shown(agent: str | None, plates: Mapping[str, Plate], lexicons: Lexicons) -> Panel | None:
    """The tile of an agent (by its label); None where neither it, a wider agent nor its kind has one."""
    at = lexicons.agent_labels.get((agent or "").split(", ")[0])
    if at is None:
        return None
    term = lexicons.agents[at]
    name = f"{term.everyday[0].upper()}{term.everyday[1:]}"
    while at is not None:
        row = lexicons.agent_pictures.get(at)
        if row and row.plate in plates:
            return _tile(plates[row.plate], heading=name)
        at = lexicons.agents[at].parent
    row = lexicons.agent_pictures.get(f"kind:{term.kind}")
    return _tile(plates[row.plate], heading=name) if row and row.plate in plates else None


def _rows(code: str, facets: Facets, lexicons: Lexicons) -> Iterator[ProcessPicture]:
    """The rows that hold for an entry: of its process in the order of the file, then of the wider ones."""
    said = said_of(facets)
    plain = undotted(code)
    for process in _line(facets.process, lexicons):
        for row in lexicons.process_pictures.get(process, ()):
            if row.ranges and not any(in_span(plain, span) for span in row.ranges):
                continue
            if all(v in said for v in row.values) and all(_is_at(place, facets, lexicons) for place in row.places):
                yield row


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the rows of a process and of the wider ones ask for: so many letters of a code, these values, a place."""

    letters: int
    values: frozenset[str]
    place: bool


def asked_of(process: str | None, lexicons: Lexicons) -> Asked:
    """What the rows of a process (by its label) ask for. Entries that are alike in it are shown alike."""
    rows = [row for wider in _line(process, lexicons) for row in lexicons.process_pictures.get(wider, ())]
    return Asked(
        letters=max((len(end) for row in rows for span in row.ranges for end in span), default=0),
        values=frozenset(value for row in rows for value in row.values),
        place=any(row.places for row in rows),
    )


def said_of(facets: Facets) -> tuple[str | None, ...]:
    """The values that rows may ask for."""
    return (*facets.qualifiers, *_values(facets.severity), *_values(facets.course), facets.healing, facets.episode)


def _values(axis: str | None) -> list[str]:
    return axis.split(", ") if axis else []


def _is_at(place: str, facets: Facets, lexicons: Lexicons) -> bool:
    """Whether the entry's main site is the place (a site or a region, by id) or lies in it."""
    if not facets.sites:
        return False
    main = facets.sites[0].id
    return place == lexicons.sites[main].region or place in lexicons.site_lines[main]


def _tile(plate: Plate, *, heading: str | None = None) -> Panel:
    """A plate as a tile, with the words that it has for two of its parts."""
    marks = tuple(Mark(target=r.id, label=r.label) for r in plate.regions.values() if r.label)
    return Panel(plate=plate.id, marks=marks[:2], heading=heading or plate.title)
