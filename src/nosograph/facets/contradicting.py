"""Facets that cannot all be true. Any that is not among the reviewed exceptions stops the build.

The rules:

- `side`: a right, left or bilateral code of which no site has sides;
- `system`: a site outside the region of the body that block and words make certain;
- `sex`: an organ of one sex in a section about the other;
- `opposite`: a word of the title read as its opposite (hypo- as hyper-, benign as malignant, hepatitis B as C);
- `parent`: a child with another side, episode, remission, trimester or intent than its parent.

A contradiction is told at the highest entry that has it. Exceptions are rows of `contradictions.tsv`, with reasons.
Worked example: a site `heart` with the side "left" on I51.9 gives one line that names I51.9, the rule and both values.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nosograph.errors import CheckFailed, told
from nosograph.facets.model import Evidence, Facets
from nosograph.icd10cm.model import Entry, Release
from nosograph.lexicons.finding import find_range
from nosograph.lexicons.model import Lexicons

_CLOSED = ("laterality", "episode", "remission", "trimester", "intent")
_OPEN_VALUES = frozenset({None, "unspecified"})
_MALE, _FEMALE = "genital_male", "genital_female"
# Sections of one sex alone (tabular list: titles of the blocks; chapter 15 is "for use only on maternal records").
_OF_WOMEN = (("C51", "C58"), ("N70", "N77"), ("N80", "N98"), ("O00", "O9A"))
_OF_MEN = (("C60", "C63"), ("N40", "N53"))
_OPPOSITES = (
    ("hypo", "hyper"), ("benign", "malignant"), ("macro", "micro"), ("brady", "tachy"), ("primary", "secondary"),
    ("intra", "extra"), ("upper", "lower"), ("anterior", "posterior"), ("proximal", "distal"), ("medial", "lateral"),
    ("male", "female"), ("hepatitis a", "hepatitis b"), ("hepatitis b", "hepatitis c"), ("hepatitis c", "hepatitis a"),
    ("type 1", "type 2"), ("open", "closed"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two things that an entry's facets say and that cannot both be true."""

    key: str
    rule: str
    what: str

    def __str__(self) -> str:
        return f"{self.key}: {self.what} (rule {self.rule!r}); mend the lexicons, or add a row to contradictions.tsv"


_JOINT = re.compile("[-_]")
_HAS_OPPOSITE = re.compile("|".join(f" {word}" for pair in _OPPOSITES for word in pair))


def refuse_contradictions(release: Release, facets: Mapping[str, Facets], lexicons: Lexicons) -> None:
    """Raises CheckFailed with the first contradictions that nobody has reviewed, and how many more there are."""
    found = [str(c) for c in contradictions(release, facets, lexicons)]
    if found:
        raise CheckFailed(told(found))


def contradictions(release: Release, facets: Mapping[str, Facets], lexicons: Lexicons) -> list[Contradiction]:
    """Every contradiction that is no reviewed exception, in the order of the release."""
    out: list[Contradiction] = []
    faulty: dict[str, set[str]] = {}
    for entry in release:
        if entry.seventh:
            continue  # a 7th character adds closed vocabularies alone, to a base code that is looked at itself
        parent = facets[entry.parent] if entry.parent else None
        above = faulty.get(entry.parent or "", set())
        mine = set(above)
        for rule, what in _found(entry, facets[entry.key], parent, lexicons):
            excused = find_range(lexicons.contradictions, entry.key)
            if rule not in above and not (excused and rule in excused.rules):
                out.append(Contradiction(key=entry.key, rule=rule, what=what))
            mine.add(rule)
        faulty[entry.key] = mine
    return out


def _found(entry: Entry, own: Facets, parent: Facets | None, lexicons: Lexicons) -> Iterator[tuple[str, str]]:
    yield from _side(own, lexicons)
    yield from _system(own, lexicons)
    yield from _sex(entry, own, lexicons)
    yield from _opposite(entry, own)
    if parent:
        yield from _against_parent(own, parent)


def _side(own: Facets, lexicons: Lexicons) -> Iterator[tuple[str, str]]:
    sided = [s for s in own.sites if lexicons.sites[s.id].sided]
    if own.laterality in ("right", "left", "bilateral") and own.sites and not sided:
        names = ", ".join(s.label for s in own.sites)
        yield "side", f"the side is {own.laterality}, but {names} has no sides"


def _system(own: Facets, lexicons: Lexicons) -> Iterator[tuple[str, str]]:
    certain = set(own.regions)
    for site in own.sites:
        region = lexicons.sites[site.id].region
        if certain and region and region not in certain and region not in _ANYWHERE and not certain & _ANYWHERE:
            yield "system", f"the site {site.label} is in {region}, but the entry is in {', '.join(sorted(certain))}"


# Regions that lie all over the body: an organ may belong to one of them and to a place as well.
_ANYWHERE = frozenset(
    {"skin", "muscle_joint_bone_general", "blood_vessels", "nerves", "whole_body", "blood_marrow_immune", "endocrine"}
)


def _sex(entry: Entry, own: Facets, lexicons: Lexicons) -> Iterator[tuple[str, str]]:
    category = entry.code[:3]
    regions = {lexicons.sites[s.id].region for s in own.sites} | set(own.regions)
    if _MALE in regions and any(first <= category <= last for first, last in _OF_WOMEN):
        yield "sex", "an organ of men in a section about women"
    if _FEMALE in regions and any(first <= category <= last for first, last in _OF_MEN):
        yield "sex", "an organ of women in a section about men"


def _opposite(entry: Entry, own: Facets) -> Iterator[tuple[str, str]]:
    for reason in own.evidence:
        if reason.source == entry.key:
            yield from _opposed(reason)


def _opposed(reason: Evidence) -> Iterator[tuple[str, str]]:
    value = f" {_JOINT.sub(' ', reason.value.lower())}"
    if not _HAS_OPPOSITE.search(value):  # nor have most values
        return
    words = f" {reason.words.lower()}"
    for one, other in _OPPOSITES:
        for said, read in ((one, other), (other, one)):
            if f" {said}" in words and f" {read}" in value and f" {read}" not in words and f" {said}" not in value:
                yield "opposite", f"{reason.words!r} is read as {reason.value!r}"


def _against_parent(own: Facets, parent: Facets) -> Iterator[tuple[str, str]]:
    for axis in _CLOSED:
        mine, theirs = getattr(own, axis), getattr(parent, axis)
        if theirs not in _OPEN_VALUES and mine not in (theirs, None) and mine != "unspecified":
            yield "parent", f"its {axis} is {mine}, but its parent's is {theirs}"
