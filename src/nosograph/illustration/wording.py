"""The picture in words: one sentence of caption, and a description that is complete without the picture."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from nosograph.icd10cm.model import Entry
from nosograph.illustration.model import Emphasis, Mark, Panel, Plate, Scene
from nosograph.illustration.tags import words_of

FIGURE_WORDS = {
    "fetus": "an unborn baby",
    "newborn": "a newborn baby",
    "toddler": "a small child",
    "child": "a child",
    "adult": "an adult",
    "woman": "a woman",
    "man": "a man",
    "pregnant": "a pregnant woman",
    "older": "an older adult",
}
"""Who is drawn, by the name in the plate's file."""
_SIDES = {"right": "on the person's right", "left": "on the person's left", "bilateral": "on both sides"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One part that the picture marks, with the marks that do so."""

    part: str
    name: str
    is_site: bool
    involved: bool
    emphasis: Emphasis
    side: str | None
    regions: tuple[str, ...]
    marks: tuple[Mark, ...]

    def without_label(self) -> "Marked":
        """The same, with no words beside its marks."""
        return replace(self, marks=tuple(replace(m, label=None) for m in self.marks))


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A panel beside the figure: `role` is place, what, cause or film; `name` is what it shows, inside a sentence.

    `sign` is what is drawn on the place ("break that winds around").
    """

    role: str
    panel: Panel
    name: str
    sign: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What is said about a picture."""

    caption: str
    description: str

    def of(self, entry: Entry, phases: Sequence[str], told: Sequence[str]) -> "Words":
        """The same about one entry's picture, with its tags and its phases."""
        tags = f"Tags below say: {'; '.join(words_of(tag) for tag in told)}." if told else None
        return Words(
            caption=f"{entry.code} {self.caption}",
            description=" ".join([self.description, *([tags] if tags else ()), *phases]),
        )


def describe(plate: Plate | None, marked: Sequence[Marked], beside: Sequence[Beside], remark: str | None) -> Words:
    """Caption and description, written from the same parts that are drawn; `plate` is None where no figure is.

    Many entries have these parts in common: what is an entry's own is added by `Words.of`.
    """
    if plate:
        figure = _drawn_figure(plate)
        view = "from behind" if plate.id.endswith("-back") else "from the front"
        caption = f"in {figure}, {_told(marked)}{_besides(beside)}."
        lines = [f"A drawing of {figure}, seen {view}."]
        lines.extend(f"{p[0].upper()}{p[1:]}." for p in _places(marked))
    else:
        caption = f"in a picture without a figure: {_joined([b.name for b in beside])}."
        lines = ["A drawing without a figure, since the code is about no part of the body."]
    lines.extend(_SENTENCES[b.role].format(name=b.name) for b in beside)
    lines.extend(f"A sign on it means: {b.sign}." for b in beside if b.sign)
    lines.extend(f"In it, words name: {_joined(words)}." for b in beside if (words := _labels(b)))
    if remark and not (marked and remark.startswith("Dotted")):
        lines.append(remark)
    return Words(caption=caption, description=" ".join(lines))


_SENTENCES = {
    "place": "Beside it, seen closely: {name}, with the place marked.",
    "what": "A square shows what happens: {name}.",
    "cause": "A square shows what causes it or takes part: {name}.",
    "film": "Beside it, in a circle: {name}.",
}
_BRIEF = {
    "place": "seen closely: {name}",
    "what": "what happens: {name}",
    "cause": "what causes it: {name}",
    "film": "in the circle: {name}",
}


_LEGEND = {
    Emphasis.MARKED: "Orange with a dark edge: the place that it is about.",
    Emphasis.POSSIBLE: "Light orange with a dotted edge: it may be here; the code leaves it open.",
    Emphasis.QUIET: "Green with a dotted edge: where it was.",
}


def legend(scene: Scene, plates: Mapping[str, Plate]) -> tuple[str, ...]:
    """What the colors, squares and lines of a picture mean, one sentence each; only what it has."""
    panels = [p for p in (scene.body, *scene.panels) if p]
    used = {m.emphasis for p in panels if plates[p.plate].family in ("figures", "close-ups") for m in p.marks}
    lines = [text for emphasis, text in _LEGEND.items() if emphasis in used]
    families = {plates[p.plate].family for p in scene.panels}
    if scene.body:
        lines.append("The figure stands for anyone of that age. “Their right” and “their left” are the person's own.")
    if "close-ups" in families:
        lines.append("A square with a place in it shows that place larger, so that its parts can be told apart.")
    if families - {"close-ups", "tissue"}:
        lines.append("A square about what happens shows the idea. It is not a picture of one person's body.")
    if scene.told:
        lines.append(
            "Tags say in words what no drawing shows. A dotted tag is about something that the code leaves open."
        )
    if scene.strips:
        lines.append("On the line below, “now” is where the code stands.")
    return tuple(lines)


def _besides(beside: Sequence[Beside]) -> str:
    return "".join(f"; {_BRIEF[b.role].format(name=b.name)}" for b in beside)


def _labels(beside: Beside) -> list[str]:
    return [m.label for m in beside.panel.marks if m.label]


def _drawn_figure(plate: Plate) -> str:
    """Who is in fact drawn, which may be a plainer figure than the one asked for."""
    return FIGURE_WORDS.get(plate.id.split("-")[1], "a person")


def _told(marked: Sequence[Marked]) -> str:
    """What is marked, for the caption."""
    main = [m for m in marked if not m.involved]
    if not main:
        return "with no part of the body marked"
    how = "drawn quietly" if main[0].emphasis is Emphasis.QUIET else "marked"
    return f"with {_joined([_named(m) for m in main])} {how}"


def _places(marked: Sequence[Marked]) -> list[str]:
    main = [m for m in marked if not m.involved]
    more = [m for m in marked if m.involved]
    out = []
    if main:
        verb = "drawn quietly" if main[0].emphasis is Emphasis.QUIET else "marked"
        out.append(f"{verb}: {_joined([_named(m) for m in main])}")
    if more:
        out.append(f"also marked, since the disease often reaches them: {_joined([_named(m) for m in more])}")
    return out


def _named(item: Marked) -> str:
    if item.side == "unspecified":
        return f"the {item.name} of both sides (dotted, since the code does not say which side)"
    if item.side == "open":
        return f"the {item.name} of both sides (dotted, since the code names no side)"
    return f"the {item.name} {_SIDES[item.side]}" if item.side in _SIDES else f"the {item.name}"


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
