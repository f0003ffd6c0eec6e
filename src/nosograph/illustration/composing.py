"""Facets to a scene: which figure, what is marked on it, the panels beside it, the phase, and the same in words.

Nothing is marked that the facets do not know; where they know nothing, nothing is marked and the picture says so.
Beside the figure stand at most two panels: the place seen closely, what happens there, or what causes it.
Worked example: C93.32 marks marrow, spleen and liver in a toddler, shows a blood film, and "now" at relapse.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nosograph.facets.model import Facets, Kind
from nosograph.icd10cm.model import Entry
from nosograph.illustration.close_ups import CloseLook, close_look
from nosograph.illustration.marking import OPEN, calm_of, marked_on
from nosograph.illustration.model import Emphasis, Mark, Panel, Plate, Scene
from nosograph.illustration.phases import phases_of
from nosograph.illustration.plates import Plates
from nosograph.illustration.tags import tags_of
from nosograph.illustration.tiles import (
    Shown,
    agent_shown,
    alike,
    asked_of,
    gently_shown,
    is_germ,
    process_shown,
    said_of,
    within,
)
from nosograph.illustration.wording import Beside, Marked, Words, describe
from nosograph.lexicons.finding import find_range, undotted
from nosograph.lexicons.model import Lexicons

# Whose view is taken where a figure has none of its own from behind.
_LIKE: Mapping[str, str] = {"pregnant": "woman"}
# Where a region is seen from behind, the back view shows it.
_SEEN_FROM_BEHIND = frozenset({"spine_back"})
_BESIDE_THE_BODY = frozenset({Kind.HEALTH_STATUS, Kind.EXTERNAL_CAUSE, Kind.OTHER})
# Of these, what causes it says more than what happens.
_TOLD_BY_CAUSE = ("infection", "harm-by-substance", "substance-use")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawing:
    """What a scene draws and says of it, less what is the entry's own: its name, phases and tags."""

    body: Panel | None
    panels: tuple[Panel, ...]
    sites: tuple[str, ...]
    regions: tuple[str, ...]
    laterality: str | None
    remark: str | None
    words: Words
    gently: bool


def compose(entry: Entry, facets: Facets, plates: Plates, lexicons: Lexicons) -> Scene:
    """The scene of one entry."""
    drawing = _remembered(entry, facets, plates, lexicons)
    phases = phases_of(facets)
    told = tags_of(facets, [p.value for p in phases], gently=drawing.gently)
    words = drawing.words.of(entry, [p.sentence for p in phases], told)
    return Scene(
        code=entry.code,
        title=entry.title,
        figure=facets.figure,
        body=drawing.body,
        panels=drawing.panels,
        strips=tuple(p.strip for p in phases),
        told=told,
        sites=drawing.sites,
        regions=drawing.regions,
        laterality=drawing.laterality,
        process=facets.process,
        agent=facets.agent,
        phase=phases[0].value if phases else None,
        remark=drawing.remark,
        caption=words.caption,
        description=words.description,
    )


def _remembered(entry: Entry, facets: Facets, plates: Plates, lexicons: Lexicons) -> _Drawing:
    """The drawing, from all that it depends on: a code's 7th characters and many of its kin are drawn alike."""
    shown = _process_shown(entry, facets, plates, lexicons)
    film = _film(entry, facets, plates, lexicons)
    asked = (
        "drawing", facets.kind, facets.process, facets.sites, facets.involved, facets.regions, facets.laterality,
        facets.agent, facets.remission, facets.intent, facets.figure, calm_of(facets), shown, film and film.panel.plate,
    )  # fmt: skip
    return plates.remembered(asked, lexicons, lambda: _drawn(facets, plates, lexicons, shown, film))


def _process_shown(entry: Entry, facets: Facets, plates: Plates, lexicons: Lexicons) -> Shown:
    """How the process is shown, from all that its rows ask for; what is shown alike is one value."""
    process = facets.process
    rows = plates.remembered(("asked", process), lexicons, lambda: asked_of(process, lexicons))
    asked = (
        "process", process, *(value for value in said_of(facets) if value in rows.values), None,
        facets.sites[0].id if rows.place and facets.sites else None, undotted(entry.code)[: rows.letters],
    )  # fmt: skip

    def made() -> Shown:
        shown = process_shown(entry.code, facets, plates, lexicons)
        return plates.remembered(("shown", *alike(shown)), lexicons, lambda: shown)

    return plates.remembered(asked, lexicons, made)


def _drawn(facets: Facets, plates: Plates, lexicons: Lexicons, shown: Shown, film: Beside | None) -> _Drawing:
    plate = _plate_for(facets, plates)
    marked = marked_on(facets, plate, lexicons)
    look = close_look(facets.sites, facets, plates, lexicons, layer=shown.layer, sign=shown.sign)
    gentle = gently_shown(facets, plates, lexicons)
    every = [film] if film else _beside(facets, plates, lexicons, shown, look, gentle)
    beside = _light_enough(every, marked, plate, plates)
    has_body = bool(marked) or facets.kind not in _BESIDE_THE_BODY or not beside
    if look and any(b.role == "place" for b in beside):
        marked = [_named_beside(m) if not m.involved else m for m in marked]
    remark = _remark(facets, marked, look) if has_body else None
    firm = [m for m in marked if m.emphasis is not Emphasis.SHOWN]
    near = look.sites if look and any(b.role == "place" for b in beside) else ()
    return _Drawing(
        body=Panel(plate=plate.id, marks=tuple(m for item in marked for m in item.marks)) if has_body else None,
        panels=tuple(b.panel for b in beside),
        sites=tuple(dict.fromkeys((*near, *(m.part for m in firm if m.is_site)))),
        regions=tuple(dict.fromkeys(r for m in firm for r in m.regions)),
        laterality=_laterality(firm),
        remark=remark,
        words=describe(plate if has_body else None, marked, beside, remark),
        gently=gentle is not None,
    )


def _plate_for(facets: Facets, plates: Mapping[str, Plate]) -> Plate:
    view = "back" if facets.regions and set(facets.regions) <= _SEEN_FROM_BEHIND else "front"
    figure = "toddler" if facets.figure == "infant" else facets.figure  # the nearest that is drawn
    wanted = (
        f"figure-{figure}-{view}",
        f"figure-{_LIKE.get(figure, 'adult')}-{view}",
        f"figure-{figure}-front",
        "figure-adult-front",
    )
    return next(plates[name] for name in wanted if name in plates)


def _beside(
    facets: Facets,
    plates: Plates,
    lexicons: Lexicons,
    shown: Shown,
    look: CloseLook | None,
    gentle: Panel | None,
) -> list[Beside]:
    """The panels, at most two: the place first, then what happens, then the cause."""
    place = _place(look, plates) if look else None
    if gentle:
        told = Beside(role="what", panel=gentle, name=_lowered(gentle.heading.replace("\n", ", ")))
        return [b for b in (place, told) if b]
    what = Beside(role="what", panel=shown.tile, name=_lowered(shown.tile.heading)) if shown.tile else None
    agent = agent_shown(facets.agent, plates, lexicons)
    cause = Beside(role="cause", panel=agent, name=_lowered(agent.heading)) if agent else None
    by_cause = is_germ(facets.agent, lexicons) or any(
        within(facets.process, wider, lexicons) for wider in _TOLD_BY_CAUSE
    )
    rest = (cause, what) if by_cause else (what, cause)
    return [b for b in (place, *rest) if b][:2]


def _place(look: CloseLook, plates: Mapping[str, Plate]) -> Beside:
    signs = [plates[m.sign].title for m in look.panel.marks if m.sign and m.sign in plates]
    return Beside(role="place", panel=look.panel, name=look.name, sign=_lowered(signs[0]) if signs else None)


# In bytes of art: what a finished picture of at most 40 KiB has room for beside its style sheet and its words.
_HEAVIEST = 33_000


def _light_enough(beside: list[Beside], body: Sequence[Marked], plate: Plate, plates: Plates) -> list[Beside]:
    """The panels, without the last where all together would be too heavy to send."""
    weight = len(plate.base) + sum(len(plate.regions[m.target].art) for item in body for m in item.marks)
    kept = []
    for panel in beside:
        art = plates[panel.panel.plate]
        named = {m.target for m in panel.panel.marks} if art.family == "close-ups" else set(art.regions)
        weight += len(art.base) + sum(len(art.regions[target].art) for target in named)
        if weight <= _HEAVIEST or panel.role == "film":
            kept.append(panel)
    return kept


def _lowered(words: str) -> str:
    """A heading inside a sentence; names that are written large keep their letter."""
    return words if words[1:2].isupper() else f"{words[:1].lower()}{words[1:]}"


def _named_beside(marked: Marked) -> Marked:
    """The same marks without words of their own: the panel beside the figure names the place."""
    return marked.without_label()


_FILM_LABELS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "blood-film-monocytes": (
        ("monocyte", "Too many monocytes"),
        ("red-blood-cell", "Few red blood cells"),
        ("platelet", "Few platelets"),
    ),
    "blood-film-blasts": (("blast", "Immature white blood cells (blasts)"),),
    "blood-film-lymphoid": (("lymphoid-cell", "Too many lymphoid cells"),),
    "blood-film-myeloid": (("neutrophil", "Too many white blood cells"), ("blast", "Young cells among them")),
    "blood-film-normal": (
        ("monocyte", "Few monocytes"),
        ("red-blood-cell", "Red blood cells"),
        ("platelet", "Platelets"),
    ),
}


def _film(entry: Entry, facets: Facets, plates: Mapping[str, Plate], lexicons: Lexicons) -> Beside | None:
    """The blood under the microscope, where a table says which; in remission a normal one."""
    row = find_range(lexicons.close_ups, entry.code)
    if row is None or row.plate is None:
        return None
    name = "blood-film-normal" if facets.remission == "in remission" else row.plate
    if name not in plates:
        return None
    marks = tuple(Mark(target=t, label=text) for t, text in _FILM_LABELS.get(name, ()))
    return Beside(role="film", panel=Panel(plate=name, marks=marks), name=_lowered(plates[name].title))


def _laterality(marked: list[Marked]) -> str | None:
    sides = {m.side for m in marked if m.side and m.side != OPEN}
    return sides.pop() if len(sides) == 1 else None


def _remark(facets: Facets, marked: list[Marked], look: CloseLook | None) -> str | None:
    """The sentence in the picture that says what it leaves open."""
    if not marked and look is None:
        if facets.kind in _BESIDE_THE_BODY and not facets.regions:
            return "This code names no part of the body, so none is marked."
        return "No part is marked: this code leaves the place open, or we do not know it yet."
    sides = {m.side for m in marked} | ({look.side} if look else set())
    if "unspecified" in sides:
        return "Dotted: the code does not say which side."
    if OPEN in sides:
        return "Dotted: the code does not name a side."
    if facets.remission == "in remission" and facets.kind is Kind.NEOPLASM:
        return "Green and dotted: where the disease was. Tests do not find signs of it now."
    return None
