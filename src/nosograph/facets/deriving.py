"""Every entry of a release to its facets, from the top of the hierarchy down.

An entry's own title decides first. What it does not say comes from its parent, as a doctor reads it: a child that names
no side has its parent's. Kind, process, site and region come from the lexicons' places, the most specific first; words
of the title add a region where the lexicon trusts them there. "Unspecified" is a laterality only where a sibling with
the same words names a side: so "unspecified femur" is one, and "unspecified fracture" is not.

Worked example: `S72.001A` has from its title right, initial encounter and closed; from its place injury and fracture.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from nosograph.facets.figures import figure_in_words
from nosograph.facets.model import Evidence, Facets, Kind, Site
from nosograph.facets.wording import closed_vocabularies, open_side, side, unspecified_spans, without_side
from nosograph.icd10cm.model import Entry, Level, Release
from nosograph.lexicons.finding import find_range, find_region_words
from nosograph.lexicons.model import Lexicons, RangeTable, SitePlace

# Chapter 20 says the intent of a cause by its place (ICD-10-CM tabular list, chapter 20, blocks and their notes).
_INTENT_PLACES = (
    ("V00", "X58", "accidental"),
    ("X71", "X83", "intentional self-harm"),
    ("X92", "Y09", "assault"),
    ("Y21", "Y33", "undetermined"),
)
_EMPTY_WORDS = frozenset(
    {"a", "an", "and", "as", "at", "by", "classified", "due", "during", "elsewhere", "for", "from", "in", "into", "nec",
     "nos", "not", "of", "on", "only", "or", "other", "part", "parts", "specified", "the", "to", "type", "types",
     "unspecified", "with", "without"}
)  # fmt: skip
_INHERITED = ("laterality", "episode", "remission", "trimester", "intent")


def derive_all(release: Release, lexicons: Lexicons) -> dict[str, Facets]:
    """The facets of every entry, by key, in the order of the release."""
    out: dict[str, Facets] = {}
    for entry in release:
        base = out.get(entry.base) if entry.base else None
        if entry.seventh and base is not None:
            out[entry.key] = _extended(entry, base)
        else:
            parent = out[entry.parent] if entry.parent else None
            out[entry.key] = _derive(entry, parent, release, lexicons)
    return out


def _extended(entry: Entry, base: Facets) -> Facets:
    """A base code's facets with what its 7th character adds."""
    meaning = entry.seventh.meaning if entry.seventh else ""
    values, added, said = _of_seventh(meaning)
    evidence = [replace(e, source=entry.key) for e in said]
    kept = tuple(e for e in base.evidence if e.axis not in values)
    return replace(base, **values, qualifiers=(*base.qualifiers, *added), evidence=(*kept, *evidence))


@cache
def _of_seventh(meaning: str) -> tuple[dict[str, Any], tuple[str, ...], tuple[Evidence, ...]]:
    """What the words of a 7th character say: single values, qualifiers, and the evidence for both."""
    values, evidence = _collected(list(closed_vocabularies(f", {meaning}")), "", f", {meaning}")
    turned = side(meaning)
    if turned is None and re.search(r"\bunspecified eye\b", meaning):
        turned = ("laterality", "unspecified", (0, len(meaning)))
    if turned:
        values["laterality"] = turned[1]
        evidence.append(Evidence(axis="laterality", value=turned[1], source="", words=meaning))
    added = tuple(values.pop("qualifiers", ()))
    if not values and not added:
        added = (meaning,)
        evidence.append(Evidence(axis="qualifiers", value=meaning, source="", words=meaning))
    return values, added, tuple(evidence)


def _collected(
    found: list[tuple[str, str, tuple[int, int]]], key: str, title: str
) -> tuple[dict[str, Any], list[Evidence]]:
    values: dict[str, Any] = {}
    evidence = []
    for axis, value, (start, end) in found:
        evidence.append(Evidence(axis=axis, value=value, source=key, words=title[start:end].strip(" ,")))
        values[axis] = (*values.get(axis, ()), value) if axis == "qualifiers" else value
    return values, evidence


def _derive(entry: Entry, parent: Facets | None, release: Release, lexicons: Lexicons) -> Facets:
    title = entry.title
    found = list(closed_vocabularies(title))
    if laterality := _laterality(entry, release):
        found.append(laterality)
    about_side = laterality[2] if laterality else (0, 0)
    open_words = [span for span in unspecified_spans(title) if not about_side[0] <= span[0] < about_side[1]]
    if open_words:
        found.append(("qualifiers", "unspecified", open_words[0]))
    values, evidence = _collected(found, entry.key, title)
    place = _place_of(entry)
    kind, why = _kind(entry, parent, lexicons, place)
    evidence.append(why)
    _inherit(values, evidence, parent)
    _place_intent(entry, values, evidence)
    processes = find_range(lexicons.process_places, place)
    if processes and processes.process:
        values["process"] = lexicons.processes[processes.process].label
        evidence.append(
            Evidence(
                axis="process",
                value=processes.process,
                source=f"{processes.first} to {processes.last}",
                words=processes.why,
            )
        )
    sites = _sites(lexicons.site_places, place, lexicons, "sites", evidence)
    involved = _sites(lexicons.involved_places, place, lexicons, "involved", evidence)
    regions = _regions(entry, lexicons, evidence, place)
    figure = _figure(entry, parent, lexicons, evidence, place)
    facets = Facets(
        kind=kind, sites=sites, involved=involved, regions=regions, figure=figure, evidence=tuple(evidence), **values
    )
    return replace(facets, unparsed=_unparsed(title, facets, entry.key))


def _place_of(entry: Entry) -> str:
    return entry.code if entry.level is not Level.BLOCK or "-" in entry.code else f"{entry.code}-{entry.code}"


def _laterality(entry: Entry, release: Release) -> tuple[str, str, tuple[int, int]] | None:
    named = side(entry.title)
    if named:
        return named
    if entry.parent is None:
        return None
    open_part = open_side(entry.title)
    if open_part and not any(side(release.entries[key].title) for key in entry.children):
        return open_part
    spans = unspecified_spans(entry.title)
    mine = set(without_side(entry.title)) if spans else set()
    for key in release.entries[entry.parent].children if mine else ():
        sibling = release.entries[key]
        if sibling is not entry and side(sibling.title) and mine & set(without_side(sibling.title)):
            return "laterality", "unspecified", spans[-1]
    return None


def _kind(entry: Entry, parent: Facets | None, lexicons: Lexicons, place: str) -> tuple[Kind, Evidence]:
    row = find_range(lexicons.kinds, place)
    if row is None:
        kind = parent.kind if parent else Kind.OTHER
        return kind, Evidence(axis="kind", value=kind, source=entry.parent or entry.key, words="as the entry above")
    return Kind(row.kind), Evidence(axis="kind", value=row.kind, source=f"{row.first} to {row.last}", words=row.why)


def _inherit(values: dict[str, Any], evidence: list[Evidence], parent: Facets | None) -> None:
    if parent is None:
        return
    for axis in _INHERITED:
        value = getattr(parent, axis)
        if value is not None and axis not in values:
            values[axis] = value
            evidence.extend(e for e in parent.evidence if e.axis == axis)


def _place_intent(entry: Entry, values: dict[str, Any], evidence: list[Evidence]) -> None:
    if "intent" in values or entry.level is Level.CHAPTER:
        return
    start, _, end = entry.code.partition("-")
    for first, last, intent in _INTENT_PLACES:
        if first <= start[:3] <= last and (not end or end[:3] <= last):
            values["intent"] = intent
            evidence.append(
                Evidence(axis="intent", value=intent, source=f"{first} to {last}", words="the place in chapter 20")
            )


def _sites(
    table: RangeTable[SitePlace], place: str, lexicons: Lexicons, axis: str, evidence: list[Evidence]
) -> tuple[Site, ...]:
    row = find_range(table, place)
    if row is None:
        return ()
    for site in row.sites:
        evidence.append(Evidence(axis=axis, value=site, source=f"{row.first} to {row.last}", words=row.why))
    terms = [lexicons.sites[s] for s in row.sites]
    return tuple(Site(id=t.id, label=t.label, uberon=t.uberon) for t in terms)


def _regions(entry: Entry, lexicons: Lexicons, evidence: list[Evidence], place: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for word in find_region_words(lexicons.region_words, place, entry.title):
        for region in word.regions:
            found[region] = None
            evidence.append(Evidence(axis="regions", value=region, source=entry.key, words=word.word))
    if found:
        return tuple(found)
    row = find_range(lexicons.region_places, place)
    if row is None:
        return ()
    for region in row.regions:
        evidence.append(Evidence(axis="regions", value=region, source=f"{row.first} to {row.last}", words=row.why))
    return row.regions


def _figure(entry: Entry, parent: Facets | None, lexicons: Lexicons, evidence: list[Evidence], place: str) -> str:
    row = find_range(lexicons.figure_places, place)
    said = figure_in_words(entry.title)
    # A place that is narrower than a category was written for this very entry, so it goes before the words.
    if row and (said is None or len(row.first) > 3 or row.figure in ("pregnant", "newborn")):
        evidence.append(Evidence(axis="figure", value=row.figure, source=f"{row.first} to {row.last}", words=row.why))
        return row.figure
    if said:
        figure, (start, end) = said
        evidence.append(Evidence(axis="figure", value=figure, source=entry.key, words=entry.title[start:end]))
        return figure
    return parent.figure if parent else "adult"


def _unparsed(title: str, facets: Facets, key: str) -> str:
    """The words of the title that no facet took, in order; words that mean nothing new are left out."""
    rest = title
    for words in _own_words(facets, key):
        rest = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", " ", rest, count=1, flags=re.IGNORECASE)
    left = [w for w in re.findall(r"[\w'-]+", rest) if w.lower() not in _EMPTY_WORDS]
    return " ".join(left)


def _own_words(facets: Facets, key: str) -> Iterator[str]:
    for item in facets.evidence:
        if item.source == key and item.words:
            yield item.words
