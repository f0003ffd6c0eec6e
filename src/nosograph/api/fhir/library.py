"""What a request can draw on: ICD-10-CM and its value sets, and the resources that came with the request itself.

Worked example: `library.value_set("http://hl7.org/fhir/sid/icd-10-cm?fhir_vs=isa/C93.3")` is found without being kept
anywhere. A resource that was sent (`tx-resource`) counts for this one request, before what is here.
"""

from collections.abc import Iterable, Iterator

from nosograph.api.fhir import value_sets
from nosograph.api.fhir.asked import Asked
from nosograph.api.fhir.concepts import CodeSource
from nosograph.api.fhir.icd10cm import Icd10cm
from nosograph.api.fhir.model import Json
from nosograph.api.fhir.naming import uses_system
from nosograph.api.fhir.sent import SentSystem
from nosograph.atlas.reading import Atlas


class Library:
    """The code systems and value sets of one request; `base` is the address of this server's FHIR interface."""

    def __init__(self, atlas: Atlas, base: str, sent: Iterable[Json] = ()) -> None:
        self.atlas, self.base = atlas, base
        self.icd = Icd10cm(atlas, base)
        resources = list(sent)
        self._systems: list[CodeSource] = [
            SentSystem(r) for r in resources
            if r["resourceType"] == "CodeSystem" and r.get("content") != "supplement"
        ]  # fmt: skip
        self._sets = [r for r in resources if r["resourceType"] == "ValueSet"]

    def system(self, uri: str, version: str = "") -> CodeSource | None:
        """A code system, of a version where one is named; the newest where several are here."""
        uri, _, bar = uri.partition("|")
        wanted = version or bar
        found = [s for s in self.systems(uri) if not wanted or s.is_version(wanted)]
        return max(found, key=lambda s: s.version) if found else None

    def systems(self, uri: str) -> Iterator[CodeSource]:
        """All versions of a code system that are here."""
        own = [s for s in self._systems if s.uri == uri]
        yield from own
        if not own and uri == self.icd.uri:
            yield self.icd
        elif not own and uri == uses_system(self.base)["url"]:
            yield SentSystem(uses_system(self.base))

    def value_set(self, url: str, version: str = "") -> Json | None:
        """A value set by its canonical, with or without a version behind a bar."""
        url, _, bar = url.partition("|")
        wanted = version or bar
        own = [s for s in self._sets if s.get("url") == url and (not wanted or s.get("version") == wanted)]
        if own:
            return max(own, key=lambda s: str(s.get("version", "")))
        found = value_sets.by_url(self.icd, self.base, url)
        if found and wanted and not self.icd.is_version(wanted):
            return None
        if found is None:  # a set of all codes of a system that was sent may be named by the system's valueSet
            return next((_all_of(s.resource) for s in self._systems if isinstance(s, SentSystem) and url ==
                         s.resource.get("valueSet")), None)  # fmt: skip
        return found


def library_for(atlas: Atlas, base: str, asked: Asked) -> Library:
    """The library of a request."""
    sent = asked.resources("tx-resource", "CodeSystem", "ValueSet", "ConceptMap", "Parameters", "NamingSystem")
    systems = asked.resources("codeSystem", "CodeSystem")
    return Library(atlas, base, [*(r for r in sent if r["resourceType"] in ("CodeSystem", "ValueSet")), *systems])


def _all_of(system: Json) -> Json:
    return {
        "resourceType": "ValueSet", "url": system["valueSet"], "status": "active",
        "compose": {"include": [{"system": system["url"]}]},
    }  # fmt: skip
