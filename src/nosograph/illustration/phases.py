"""The phase of an entry as a strip: remission, episode of care with healing, or trimester; and how severe it is.

Worked example: C93.32 has the steps found, remission, relapse, and "now" at the third. An entry whose facets say no
phase has no strip; one that says "unspecified" has a strip with no "now". A scale has its steps from the least to the
most: mild, moderate, severe.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from nosograph.facets.model import Facets, Kind
from nosograph.illustration.model import Step, Strip


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """The strip, the facet value it shows, and the sentence that says it without the picture."""

    strip: Strip
    value: str
    sentence: str


def phases_of(facets: Facets) -> tuple[Phase, ...]:
    """The strips of an entry, at most two: its phase, and where it stands on a scale of severity or time."""
    return tuple(p for p in (phase_of(facets), _scale_of(facets.qualifiers, facets.severity, facets.course)) if p)


def phase_of(facets: Facets) -> Phase | None:
    """The phase that the facets know; remission before trimester before episode."""
    if facets.remission and facets.kind is Kind.NEOPLASM:
        return _remission(facets.remission)
    if facets.trimester:
        return _trimester(facets.trimester)
    if facets.episode:
        return _episode(facets.episode, facets.healing, facets.kind)
    return None


_REMISSION = {
    "not having achieved remission": (
        (
            Step(label="Found", level=1.0),
            Step(label="Not in remission", level=0.85),
            Step(label="Remission", level=0.0, passed=False),
        ),
        1,
        "A line below shows the course: the disease was found and is still there; the mark “now” stands before "
        "remission.",
    ),
    "in remission": (
        (Step(label="Found", level=1.0), Step(label="Treatment", level=0.55), Step(label="Remission", level=0.0)),
        2,
        "A line below shows the course: it falls from the time of finding to remission, where the mark “now” stands.",
    ),
    "in relapse": (
        (Step(label="Found", level=1.0), Step(label="Remission", level=0.0), Step(label="Relapse", level=0.9)),
        2,
        "A line below shows the course: it falls from the time of finding to remission and rises again to relapse, "
        "where the mark “now” stands.",
    ),
}


@cache
def _remission(value: str) -> Phase:
    steps, now, sentence = _REMISSION[value]
    return Phase(strip=Strip(title="How much disease tests find", steps=steps, now=now), value=value, sentence=sentence)


@cache
def _trimester(value: str) -> Phase:
    names = ("first", "second", "third")
    now = names.index(value) if value in names else None
    weeks = ("weeks 0 to 13", "weeks 14 to 27", "week 28 to birth")
    steps = tuple(
        Step(label=f"{n.capitalize()}: {w}", passed=now is not None and i <= now)
        for i, (n, w) in enumerate(zip(names, weeks, strict=True))
    )
    said = (
        f"the mark “now” stands at the {value} one"
        if now is not None
        else "none is marked, since the code leaves it open"
    )
    return Phase(
        strip=Strip(title="Third of the pregnancy (trimester)", steps=steps, now=now),
        value=f"{value} trimester",
        sentence=f"A line below shows the three thirds of a pregnancy; {said}.",
    )


_HEALING = {
    "routine": "Healing as expected",
    "delayed": "Healing slowly",
    "nonunion": "Bone not joined",
    "malunion": "Joined out of place",
}
_EPISODES = ("initial encounter", "subsequent encounter", "sequela")
_START = {
    Kind.INJURY: "Injury",
    Kind.POISONING: "Harm by a substance",
    Kind.EXTERNAL_CAUSE: "Event",
    Kind.SYMPTOM_OR_FINDING: "Start",
}


@cache
def _episode(episode: str, healing: str | None, kind: Kind) -> Phase:
    now = _EPISODES.index(episode) + 1
    steps = (
        Step(label=_START.get(kind, "Start")),
        Step(label="Active treatment", passed=now >= 1),
        Step(label=_HEALING.get(healing or "", "Healing"), passed=now >= 2),
        Step(label="Lasting effects", passed=now >= 3),
    )
    value = f"{episode}, {healing}" if healing else episode
    return Phase(
        strip=Strip(title="Phase of care", steps=steps, now=now),
        value=value,
        sentence=f"A line below shows the phases of care; the mark “now” stands at {steps[now].label.lower()}.",
    )


_SCALES = (
    ("How severe it is", ("mild", "moderate", "severe"), ("Mild", "Moderate", "Severe")),
    ("Stage", ("stage 1", "stage 2", "stage 3", "stage 4"), ("Stage 1", "Stage 2", "Stage 3", "Stage 4")),
    ("Stage", ("mild stage", "moderate stage", "severe stage"), ("Mild", "Moderate", "Severe")),
    ("Degree", ("first degree", "second degree", "third degree"), ("First", "Second", "Third")),
    ("How much is affected", ("partial", "complete"), ("In part", "Wholly")),
    ("How much is affected", ("incomplete", "complete"), ("In part", "Wholly")),
    ("How long it lasts", ("acute", "subacute", "chronic"), ("Short (acute)", "Between the two", "Long (chronic)")),
)  # fmt: skip


@lru_cache(maxsize=20_000)
def _scale_of(qualifiers: tuple[str, ...], severity: str | None, course: str | None) -> Phase | None:
    """The first scale on which the entry has exactly one place."""
    values = {*qualifiers, *(severity or "").split(", "), *(course or "").split(", ")}
    for title, scale, labels in _SCALES:
        found = [i for i, value in enumerate(scale) if value in values]
        if len(found) == 1:
            now = found[0]
            steps = tuple(Step(label=label, passed=i <= now) for i, label in enumerate(labels))
            return Phase(
                strip=Strip(title=title, steps=steps, now=now),
                value=scale[now],
                sentence=f"A scale below, “{title.lower()}”; the mark “now” stands at {labels[now].lower()}.",
            )
    return None
