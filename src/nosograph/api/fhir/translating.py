"""`ConceptMap/$translate`: what a code is in another code system, as far as some map here knows.

Worked example: C93.32 to ICD-9-CM is 207.80, inexact; to UBERON it is bone marrow and blood. Where several codes
together say what one says, the others are `product`s of the match.
Without a map's `url` all maps from the code's system to the target are asked. `reverse` asks a map the other way.
Source: OperationDefinition ConceptMap-translate of FHIR R4; the names of R5 are understood, too.
"""

from collections.abc import Iterable, Iterator
from itertools import islice, product

from nosograph.api.fhir.answer import group, out, parameters
from nosograph.api.fhir.asked import Asked
from nosograph.api.fhir.concept_maps import ICD9, ICD10, MAPS, TO_UBERON, Map, url_of
from nosograph.api.fhir.library import Library
from nosograph.api.fhir.model import Coding, Json
from nosograph.api.fhir.naming import UBERON
from nosograph.api.fhir.problem import Issue, Problem, bad, required, unknown
from nosograph.icd10cm.model import TO_CCSR, Crossing
from nosograph.icd10cm.spelling import printable

_MOST = 1_000
_MOST_COMBINED = 100  # ways of saying one code by several
_REVERSED = {"wider": "narrower", "narrower": "wider"}


class _Match:
    """A match as it is found: how the target stands to the source, and what must be said beside it."""

    __slots__ = ("beside", "equivalence", "target")

    def __init__(self, target: Coding, equivalence: str, beside: tuple[Coding, ...] = ()) -> None:
        self.target, self.equivalence, self.beside = target, equivalence, beside


def translate(asked: Asked, library: Library, map_id: str | None = None) -> Json:
    """The matches of a code in the maps that fit."""
    reverse = asked.flag("reverse") or False
    codings = _codings(asked, reverse)
    maps = _maps(asked, library, codings, map_id, reverse=reverse)
    matches: list[Json] = []
    for coding in codings:
        for each in maps:
            if coding.system in ("", each.target if reverse else each.source):
                found = islice(_found(each, coding, library, reverse=reverse), _MOST)
                matches += [_told(match, url_of(each, library.base)) for match in found]
    shown = ", ".join(printable(str(c) if c.system else c.code, longest=120) for c in codings)
    names = ", ".join(m.id for m in maps)
    why = f"{names} has nothing for {shown}" if maps else (
        f"there is no map from the system of {shown} to that target; there are {', '.join(MAPS)}"
    )  # fmt: skip
    return parameters(out("result", bool(matches)), out("message", None if matches else why), *matches)


def _codings(asked: Asked, reverse: bool) -> tuple[Coding, ...]:
    coding = asked.coding("coding", "sourceCoding", "targetCoding")
    several = asked.codings("codeableConcept", "sourceCodeableConcept", "targetCodeableConcept")
    code = asked.text("code", "sourceCode", "targetCode")
    if sum(each is not None for each in (coding, several, code)) > 1:
        raise bad("give one of code, coding and codeableConcept, not several")
    if several:
        return several
    if coding is not None and coding.code:
        return (coding,)
    if code is None:
        raise required("code")
    system = asked.text("system", "sourceSystem") or ""
    if not system and not reverse and asked.text("url") is None:
        raise required("system")
    return (Coding(system=system, code=code),)


def _maps(asked: Asked, library: Library, codings: Iterable[Coding], map_id: str | None, *, reverse: bool) -> list[Map]:
    url = asked.text("url")
    by_url = {url_of(each, library.base): each for each in MAPS.values()}
    if map_id or url:
        found = MAPS.get(map_id) if map_id else by_url.get(str(url).partition("|")[0])
        if found is None:
            text = f"A definition for the concept map '{printable(map_id or str(url), longest=300)}' could not be found"
            raise unknown(text, where="url")
        return [found]
    target = asked.text("targetsystem", "targetSystem", "target", "targetScope")
    asked_for = target.partition("|")[0].partition("?")[0] if target else None
    systems = {coding.system for coding in codings}
    ends = [(m, m.target, m.source) if reverse else (m, m.source, m.target) for m in MAPS.values()]
    return [m for m, begin, end in ends if begin in systems and asked_for in (None, end)]


def _found(each: Map, coding: Coding, library: Library, *, reverse: bool) -> Iterator[_Match]:
    if each.id == TO_UBERON:
        return _entries_of(coding.code, library) if reverse else _sites(coding.code, library)
    cross = library.atlas.crosswalk
    code = _spelled(coding.code, library, icd10=(each.target if reverse else each.source) == ICD10)
    rows = cross.to_target(each.id, code) if reverse else cross.from_source(each.id, code)
    return _crossings(each, rows, library, reverse=reverse)


def _spelled(code: str, library: Library, *, icd10: bool) -> str:
    found = library.icd.find(code) if icd10 else None
    return found.spelled if found and found.spelled else code


def _crossings(each: Map, rows: tuple[Crossing, ...], library: Library, *, reverse: bool) -> Iterator[_Match]:
    """Single targets, then the ways of saying the source by several: one of each choice list of a scenario."""
    system = each.source if reverse else each.target
    single = "wider" if each.id == TO_CCSR else "inexact"
    scenarios: dict[int, dict[int, list[Coding]]] = {}
    for row in rows:
        target = _coding(system, row.source if reverse else row.target, library)
        if row.scenario and not reverse:
            scenarios.setdefault(row.scenario, {}).setdefault(row.choice, []).append(target)
        else:
            exact = "equivalent" if row.exact else _REVERSED.get(single, single) if reverse else single
            yield _Match(target, exact)
    for choices in scenarios.values():
        for first, *others in islice(product(*(choices[n] for n in sorted(choices))), _MOST_COMBINED):
            yield _Match(first, "inexact", tuple(others))


def _sites(code: str, library: Library) -> Iterator[_Match]:
    found = library.icd.find(code)
    if found is None:
        return
    for site in library.icd.sites_of(found.number):
        if site.uberon:
            yield _Match(Coding(system=UBERON, code=site.uberon, display="" if site.broader else site.label),
                         "wider" if site.broader else "relatedto")  # fmt: skip


def _entries_of(term: str, library: Library) -> Iterator[_Match]:
    sites = library.atlas.crosswalk.sites_with(term)
    numbers = library.icd.holding_value("uberon", term).nonzero()[0].tolist()
    if len(numbers) > _MOST:
        text = f"{len(numbers):,} entries have {printable(term)}; ask ValueSet/$expand with the filter uberon = {term}"
        raise Problem(422, Issue(code="too-costly", text=text))
    equivalence = "narrower" if sites and all(site.broader for site in sites) else "relatedto"
    for concept in library.icd.concepts(numbers):
        yield _Match(Coding(system=ICD10, code=concept.code, display=concept.display or ""), equivalence)


def _coding(system: str, code: str, library: Library) -> Coding:
    display = ""
    if system == ICD9:
        display = library.atlas.crosswalk.icd9_title(code) or ""
    elif system == ICD10:
        found = library.icd.find(code)
        display = library.icd.row(found.number).title if found else ""
    return Coding(system=system, code=code, display=display)


def _told(match: _Match, url: str) -> Json:
    products = [
        group("product", out("element", beside.system, "Uri"), out("concept", beside)) for beside in match.beside
    ]
    return group("match", out("equivalence", match.equivalence, "Code"), out("concept", match.target), *products,
                 out("source", url, "Uri"))  # fmt: skip
