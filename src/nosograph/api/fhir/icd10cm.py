"""ICD-10-CM as a code system, answered from the atlas.

Worked example: `Icd10cm(atlas, base).find("c9332")` is the number of C93.32, and says that it is spelled otherwise.
Chapters and blocks are concepts too, since codes stand below them; they are abstract, as no diagnosis. A chapter may be
named by its range, `C00-D49`. A code must be spelled as in the release but for case, blanks and the point; letters that
look alike are not mended here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from nosograph.api.code_systems import ICD_10_CM
from nosograph.api.fhir.concepts import Mask, everything, nothing, these
from nosograph.api.fhir.model import Coding, Concept, Designation, Details, Found, Property, PropertyKind
from nosograph.api.fhir.naming import ABSTRACT, PROPERTIES, UBERON, designations, named_value
from nosograph.atlas.concepts import FacetValue, Row
from nosograph.atlas.reading import Atlas
from nosograph.errors import BadInput
from nosograph.facets.listing import AXES, slug
from nosograph.facets.model import Site
from nosograph.icd10cm.model import Level
from nosograph.icd10cm.spelling import LONGEST_INPUT, normalise

_YEAR = re.compile(r"\b(20\d\d)\b")
_HITS = 20  # results of search whose entries a filter of words takes where no title has the words


class Icd10cm:
    """The entries of an atlas; `base` is the address of this server's FHIR interface."""

    uri, name = str(ICD_10_CM.uri), "ICD-10-CM"
    properties: Sequence[PropertyKind] = PROPERTIES

    def __init__(self, atlas: Atlas, base: str) -> None:
        self._atlas, self._concepts, self._base = atlas, atlas.concepts, base
        self.size = _size(atlas)
        year = _YEAR.search(atlas.release)
        self.version = year[1] if year else atlas.release

    def is_version(self, version: str) -> bool:
        """`2026`, or the whole name of the release."""
        return version in (self.version, self._atlas.release, self._atlas.release.removeprefix("ICD-10-CM "))

    def find(self, code: str) -> Found | None:
        """The entry of a code, in any case, with or without its point."""
        row = self._concepts.one(code)
        if row:
            return Found(number=row.number - 1)
        if len(code) > LONGEST_INPUT:
            return None
        try:
            key = normalise(code)
        except BadInput:
            return None
        if "-" in key:
            row = self._concepts.one(key) or self._concepts.spanning(key)
            return Found(number=row.number - 1, spelled=row.key) if row else None
        row = self._concepts.one(key) if _bare(key) == _bare(code) else None
        return Found(number=row.number - 1, spelled=key, only_case=key == code.strip().upper()) if row else None

    def concepts(self, numbers: Sequence[int]) -> list[Concept]:
        """Entries as concepts."""
        return [_concept(row) for row in self._concepts.some([int(n) + 1 for n in numbers])]

    def details(self, number: int) -> Details:
        """Summary as definition, other names as designations, and all properties."""
        row = self.row(number)
        told = self._concepts.told(row.number)
        facets = self._concepts.facets(row.number, row.number).get(row.number, [])
        return Details(
            definition=told.summary,
            designations=designations(row, told, self._base),
            properties=(*self._kin(row), *self.own_properties(row, facets)),
        )

    def own_properties(self, row: Row, facets: Iterable[FacetValue]) -> Iterator[Property]:
        """The properties of an entry but for what stands above and below it."""
        yield Property(name="level", value=str(row.level))
        span = self._concepts.span(row.number) if row.level in ABSTRACT else None
        if span:
            yield Property(name="span", value=span)
        yield Property(name="billable", value=row.billable)
        yield Property(name="inactive", value=False)
        yield Property(name="notSelectable", value=row.level in ABSTRACT)
        for facet in facets:
            yield named_value(facet)
        for site in self.sites(facets):
            if site.uberon:
                fits = "nearest wider term for" if site.broader else "term for"
                yield Property(
                    name="uberon", value=Coding(system=UBERON, code=site.uberon),
                    description=f"{fits} {site.label}",
                )  # fmt: skip

    def sites(self, facets: Iterable[FacetValue]) -> list[Site]:
        """The sites among the facets of an entry."""
        known = _sites(self._atlas)
        return [known[f.value] for f in facets if f.axis == "site"]

    def sites_of(self, number: int) -> list[Site]:
        """The sites of an entry."""
        return self.sites(self._concepts.facets(number + 1, number + 1).get(number + 1, ()))

    def _kin(self, row: Row) -> Iterator[Property]:
        if row.parent:
            parent = self._concepts.some([row.parent])[0]
            yield Property(name="parent", value=parent.key, is_code=True, description=parent.title)
        for child in self._concepts.children(row.number):
            yield Property(name="child", value=child.key, is_code=True, description=child.title)

    def row(self, number: int) -> Row:
        """The row of the atlas."""
        return self._concepts.some([int(number) + 1])[0]

    def names(self, number: int) -> tuple[Designation, ...]:
        """Every other name."""
        row = self.row(number)
        return designations(row, self._concepts.told(row.number), self._base)

    def below(self, number: int) -> Mask:
        """A range, since entries are in document order."""
        mask = nothing(self.size)
        mask[int(number) : self.row(number).last] = True
        return mask

    def above(self, number: int) -> Mask:
        """The entry, its parent, and so on up to the chapter."""
        return these(self.size, [int(number), *(n - 1 for n in self._concepts.above(int(number) + 1))])

    def children(self, number: int) -> Mask:
        """What stands directly below."""
        return these(self.size, (r.number - 1 for r in self._concepts.children(int(number) + 1)))

    def childless(self) -> Mask:
        """The billable entries: a release lets nothing be billed that is divided further."""
        return _billable(self._atlas)

    def roots(self) -> Mask:
        """The chapters."""
        return _at_level(self._atlas, Level.CHAPTER)

    def active(self) -> Mask:
        """All: a release lists what is in force."""
        return everything(self.size)

    def selectable(self) -> Mask:
        """All but chapters and blocks."""
        return ~_abstract(self._atlas)

    def codes(self) -> Iterable[tuple[int, str]]:
        """Every number with its key."""
        return ((n - 1, key) for n, key in self._concepts.keys())  # noqa: SIM118 - no mapping

    def displays(self) -> Iterable[tuple[int, str]]:
        """Every number with its title."""
        return ((n - 1, title) for n, title in self._concepts.titles())

    def holding(self, name: str) -> Iterable[tuple[str, Mask]]:
        """The values of a property, each with the entries that have it."""
        if name in AXES:
            return ((v.label, _holders(self._atlas, name, v.value)) for v in self._concepts.values(name))
        if name == "uberon":
            terms = dict.fromkeys(site.uberon for site in self._atlas.crosswalk.sites() if site.uberon)
            return ((term, self.holding_value(name, term)) for term in terms)
        if name == "level":
            return ((str(level), _at_level(self._atlas, level)) for level in Level)
        pairs = {"billable": self.childless(), "inactive": nothing(self.size), "notSelectable": _abstract(self._atlas)}
        if name in pairs:
            return (("true", pairs[name]), ("false", ~pairs[name]))
        return ()

    def holding_value(self, name: str, value: str) -> Mask:
        """The entries with a value, given as its words or its id: `neck of femur`, `neck-of-femur`."""
        if name in AXES:
            return _holders(self._atlas, name, slug(value))
        if name == "uberon":
            mask = nothing(self.size)
            for site in self._atlas.crosswalk.sites_with(value):
                mask |= _holders(self._atlas, "site", site.id)
            return mask
        found = dict(self.holding(name))
        return found.get(value.strip().lower(), nothing(self.size))

    def searched(self, text: str) -> Mask:
        """Those whose code begins so or whose title has the words; where there are none, what search finds."""
        found = self._code_begins(text)
        words = text.split()
        found |= these(self.size, (n - 1 for n in self._concepts.titled(words))) if words else everything(self.size)
        if found.any():
            return found
        for hit in self._atlas.search(text, _HITS):
            row = self._concepts.one(hit.link.key)
            if row:
                found[row.number - 1 : row.last] = True
        return found

    def _code_begins(self, text: str) -> Mask:
        typed = _bare(text)
        near = self._atlas.resolve(text) or self._atlas.nearest(text) if 1 < len(typed) <= 8 else None
        row = self._concepts.one(near) if near else None
        if row is None or not _bare(row.key).startswith(typed):
            return nothing(self.size)
        return self.below(row.number - 1)


def _bare(code: str) -> str:
    return code.strip().replace(".", "").upper()


def _concept(row: Row) -> Concept:
    return Concept(number=row.number - 1, code=row.key, display=row.title, abstract=row.level in ABSTRACT)


@lru_cache(maxsize=4)
def _size(atlas: Atlas) -> int:
    return atlas.concepts.count()


@lru_cache(maxsize=128)  # of 98,505 bytes each
def _holders(atlas: Atlas, axis: str, value: str) -> Mask:
    return these(_size(atlas), (n - 1 for n in atlas.concepts.holders(axis, value)))


@lru_cache(maxsize=8)
def _at_level(atlas: Atlas, level: Level) -> Mask:
    return these(_size(atlas), (n - 1 for n in atlas.concepts.at_level(level)))


@lru_cache(maxsize=4)
def _sites(atlas: Atlas) -> dict[str, Site]:
    return {site.id: site for site in atlas.crosswalk.sites()}


@lru_cache(maxsize=4)
def _billable(atlas: Atlas) -> Mask:
    return these(_size(atlas), (n - 1 for n in atlas.concepts.billable()))


def _abstract(atlas: Atlas) -> Mask:
    mask = nothing(_size(atlas))
    for level in ABSTRACT:
        mask |= _at_level(atlas, level)
    return mask
