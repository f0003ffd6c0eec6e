"""Every entry of a release to its facets, from the top of the hierarchy down.

An entry's own title decides first (`reading.py`, `axes.py`). What it does not say comes from its parent, as a doctor
reads it: a child that names no site has its parent's. Places (ranges of codes) add what chapter, block or note make
certain; a place that is written for this very entry goes before its title. "Unspecified" is a laterality only where a
sibling with the same words names a side: so "unspecified femur" is one, and "unspecified fracture" is not.

Worked example: `S72.001A` has from its title right, initial encounter and closed, fracture and the neck of the femur.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from nosograph.facets.axes import (
    Parent,
    Said,
    Trees,
    agent_said,
    named_in,
    narrower,
    one_of,
    process_said,
    sites_of,
    sites_said,
    values_said,
)
from nosograph.facets.figures import figure_in_words
from nosograph.facets.model import Evidence, Facets, Kind, Site
from nosograph.facets.reading import Reading, read_title
from nosograph.facets.sevenths import extended
from nosograph.facets.wording import (
    closed_vocabularies,
    collected,
    open_side,
    side,
    side_spans,
    unspecified_spans,
    without_side,
)
from nosograph.icd10cm.model import Entry, Level, Release
from nosograph.lexicons.finding import find_range, find_region_words
from nosograph.lexicons.model import Lexicons, ProcessPlace, SitePlace

# Chapter 20 says the intent of a cause by its place (ICD-10-CM tabular list, chapter 20, blocks and their notes).
_INTENT_PLACES = (
    ("V00", "X58", "accidental"),
    ("X71", "X83", "intentional self-harm"),
    ("X92", "Y09", "assault"),
    ("Y21", "Y33", "undetermined"),
)
_INHERITED = ("laterality", "episode", "remission", "trimester", "intent", "course", "severity", "life_period")
_HEADINGS = (Level.CHAPTER, Level.BLOCK)
_VALUE_AXES = (("courses", "course"), ("severities", "severity"), ("life_periods", "life_period"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Above:
    """What the entry above has, and the places that held for it."""

    values: Parent = field(default_factory=Parent)
    process_place: ProcessPlace | None = None
    site_place: SitePlace | None = None


def derive_all(release: Release, lexicons: Lexicons) -> dict[str, Facets]:
    """The facets of every entry, by key, in the order of the release."""
    return _Deriver(release, lexicons).of(release)


def derive_some(entries: Iterable[Entry], release: Release, lexicons: Lexicons) -> dict[str, Facets]:
    """The facets of whole chapters of a release, all of whose entries are given in its order.

    No chapter needs another, so they can be derived in any order, and apart.
    """
    return _Deriver(release, lexicons).of(entries)


class _Deriver:
    def __init__(self, release: Release, lexicons: Lexicons) -> None:
        self.release = release
        self.lexicons = lexicons
        self.trees = Trees.of(lexicons)
        self.done: dict[str, Facets] = {}
        self.ids: dict[str, _Above] = {}
        self.sites: dict[str, Site] = {}

    def of(self, entries: Iterable[Entry]) -> dict[str, Facets]:
        for entry in entries:
            base = self.done.get(entry.base) if entry.base else None
            if entry.seventh and base is not None:
                self.done[entry.key] = extended(entry, base)
            else:
                self.done[entry.key] = self._derive(entry)
        return self.done

    def _derive(self, entry: Entry) -> Facets:
        title, place, lexicons = entry.title, _place_of(entry), self.lexicons
        parent = self.done[entry.parent] if entry.parent else None
        found = list(closed_vocabularies(title))
        laterality = _laterality(entry, self.release)
        if laterality and parent and parent.laterality == "bilateral":
            laterality = None  # "Blindness right eye category 4", below "Blindness, both eyes"
        if laterality:
            found.append(laterality)
        about_side = laterality[2] if laterality else (0, 0)
        open_words = [span for span in unspecified_spans(title) if not about_side[0] <= span[0] < about_side[1]]
        if open_words:
            found.append(("qualifiers", "unspecified", open_words[0]))
        values, evidence = collected(found, entry.key, title)
        kind, why = _kind(entry, parent, lexicons, place)
        evidence.append(why)
        _place_intent(entry, values, evidence)
        taken = [span for axis, _, span in found if axis != "laterality"] + side_spans(title)
        reading = read_title(title, place.replace(".", ""), lexicons, taken)
        self._open_axes(entry, place, values, evidence, reading, parent)
        _inherit(values, evidence, parent)
        involved = find_range(lexicons.involved_places, place)
        if involved:
            evidence.extend(_of_place("involved", site, involved) for site in involved.sites)
        regions = _regions(entry, lexicons, evidence, place, values["sites"])
        figure = _figure(entry, parent, lexicons, evidence, place)
        return Facets(
            kind=kind, involved=self._sites(involved.sites if involved else ()), regions=regions, figure=figure,
            unparsed=" ".join(reading.left), evidence=tuple(evidence), **values,
        )  # fmt: skip

    def _open_axes(
        self, entry: Entry, place: str, values: dict[str, Any], evidence: list[Evidence], reading: Reading,
        parent: Facets | None,
    ) -> None:  # fmt: skip
        """Process, sites, agent, course, severity, life period and qualifiers, with their evidence."""
        lexicons, trees = self.lexicons, self.trees
        above = self.ids[entry.parent] if entry.parent else _Above()
        parent_of = above.values
        process_place = find_range(lexicons.process_places, place)
        site_place = find_range(lexicons.site_places, place)
        is_heading = entry.level in _HEADINGS
        said = process_said(reading, lexicons, trees, heading=is_heading)
        process, own = one_of(said, parent_of.process, parent_of, trees.processes)
        if process_place is not above.process_place and process_place is not None:
            process = self._placed_process(process, own, process_place)
        places = sites_said(reading, lexicons, trees)
        sites = sites_of(places, parent_of, trees)
        if site_place is not above.site_place and site_place is not None:
            sites = site_place.sites
        agent, _ = one_of(agent_said(reading, lexicons, trees), parent_of.agent, parent_of, trees.agents)
        mine = Parent(
            process=process,
            sites=sites,
            agent=agent,
            named=named_in(reading, lexicons),
            heading=is_heading,
            borrowed=places.borrowed if places.sites else parent_of.borrowed,
        )
        self.ids[entry.key] = _Above(values=mine, process_place=process_place, site_place=site_place)
        values["process"] = lexicons.processes[process].label if process else None
        values["sites"] = self._sites(sites)
        values["agent"] = lexicons.agents[agent].label if agent else None
        for axis, ids in (("process", (process,)), ("sites", sites), ("agent", (agent,))):
            evidence.extend(self._why(axis, i, entry, reading, parent, process_place, site_place) for i in ids if i)
        for axis, name in _VALUE_AXES:
            words = tuple(values_said(reading, axis, lexicons))
            if words:
                values[name] = ", ".join(dict.fromkeys(w.id for w in words))
                evidence.extend(_in_title(entry, name, w) for w in words)
        said_more = {w.id: w for w in values_said(reading, "qualifiers", lexicons)}
        more = [w for w in said_more.values() if w.id not in values.get("qualifiers", ())]
        values["qualifiers"] = (*values.get("qualifiers", ()), *dict.fromkeys(w.id for w in more))
        evidence.extend(_in_title(entry, "qualifiers", w) for w in more)

    def _placed_process(self, process: str | None, own: bool, row: ProcessPlace) -> str | None:
        """A place that begins to hold at this entry gives the process, unless the title names a narrower one.

        A place that says "none" only stops what would come from above.
        """
        if own and (row.process is None or process == row.process):
            return process
        if own and process and row.process and narrower(process, row.process, self.trees.processes):
            return process
        return row.process

    def _sites(self, ids: tuple[str, ...]) -> tuple[Site, ...]:
        return tuple(self._site(i) for i in ids)

    def _site(self, ident: str) -> Site:
        """The site with its UBERON term, or that of the nearest larger site which has one."""
        if ident not in self.sites:
            term = at = self.lexicons.sites[ident]
            while at.uberon is None and at.part_of is not None:
                at = self.lexicons.sites[at.part_of]
            self.sites[ident] = Site(
                id=ident, label=term.label, uberon=at.uberon, broader=at is not term and at.uberon is not None
            )
        return self.sites[ident]

    def _why(
        self, axis: str, ident: str, entry: Entry, reading: Reading, parent: Facets | None,
        process_place: ProcessPlace | None, site_place: SitePlace | None,
    ) -> Evidence:  # fmt: skip
        """The words of the title that justify a value; else the parent's reason; else the place."""
        words = _words_for(axis, ident, reading, self.lexicons)
        if words:
            return Evidence(axis=axis, value=ident, source=entry.key, words=words)
        for item in parent.evidence if parent else ():
            if item.axis == axis and item.value == ident:
                return item
        row = process_place if axis == "process" else site_place
        return _of_place(axis, ident, row) if row else Evidence(axis=axis, value=ident, source=entry.key, words="")


def _words_for(axis: str, ident: str, reading: Reading, lexicons: Lexicons) -> str:
    table = {"process": "processes", "sites": "sites", "agent": "agents"}[axis]
    for f in reading.found:
        if f.axis == table and f.id == ident:
            return f.words
        if f.axis == "conditions":
            term = lexicons.conditions[f.id]
            if ident in (term.process, term.agent, *term.sites):
                return f.words
    return ""


def _in_title(entry: Entry, axis: str, said: Said) -> Evidence:
    return Evidence(axis=axis, value=said.id, source=entry.key, words=said.words)


def _of_place(axis: str, value: str, row: ProcessPlace | SitePlace) -> Evidence:
    return Evidence(axis=axis, value=value, source=f"{row.first} to {row.last}", words=row.why)


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


def _regions(
    entry: Entry, lexicons: Lexicons, evidence: list[Evidence], place: str, sites: tuple[Site, ...]
) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for word in find_region_words(lexicons.region_words, place, entry.title):
        for region in word.regions:
            found[region] = None
            evidence.append(Evidence(axis="regions", value=region, source=entry.key, words=word.word))
    if found:
        return tuple(found)
    row = find_range(lexicons.region_places, place)
    if row is None or not row.regions:
        return _regions_of_sites(sites, lexicons, evidence) if row is None else ()
    for region in row.regions:
        evidence.append(Evidence(axis="regions", value=region, source=f"{row.first} to {row.last}", words=row.why))
    return row.regions


def _regions_of_sites(sites: tuple[Site, ...], lexicons: Lexicons, evidence: list[Evidence]) -> tuple[str, ...]:
    """Where neither word nor place is certain of a region, the sites say it, for the reasons that they have."""
    found: dict[str, None] = {}
    for site in sites:
        region = lexicons.sites[site.id].region
        if region and region not in found:
            found[region] = None
            reason = next(e for e in evidence if e.axis == "sites" and e.value == site.id)
            evidence.append(replace(reason, axis="regions", value=region))
    return tuple(found)


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
