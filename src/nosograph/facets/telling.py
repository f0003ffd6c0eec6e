"""Facets as the data contract has them: one plain mapping, in the order of the axes."""

from dataclasses import fields

from nosograph.facets.model import Evidence, Facets, Site


def facets_as_data(code: str, title: str, facets: Facets) -> dict[str, object]:
    """The facets of one entry as JSON-ready data; see "Facets, as data" in the contracts."""
    return {
        "code": code,
        "title": title,
        "kind": str(facets.kind),
        "process": facets.process,
        "sites": [{"id": s.id, "label": s.label, "uberon": s.uberon, "uberon_match": _match(s)} for s in facets.sites],
        "regions": list(facets.regions),
        "laterality": facets.laterality,
        "agent": facets.agent,
        "course": facets.course,
        "severity": facets.severity,
        "episode": facets.episode,
        "healing": facets.healing,
        "remission": facets.remission,
        "trimester": facets.trimester,
        "life_period": facets.life_period,
        "intent": facets.intent,
        "qualifiers": list(facets.qualifiers),
        "unparsed": facets.unparsed,
    }


def _match(site: Site) -> str | None:
    """How the UBERON term fits the site, in the words of SKOS (W3C 2009): exact, or broader where there is no other."""
    if site.uberon is None:
        return None
    return "broader" if site.broader else "exact"


def evidence_as_data(evidence: tuple[Evidence, ...]) -> list[dict[str, str]]:
    """Why each facet holds, as JSON-ready data."""
    names = [f.name for f in fields(Evidence)]
    return [{name: str(getattr(item, name)) for name in names} for item in evidence]
