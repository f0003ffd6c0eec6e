"""A page as linked data in the words of schema.org, for search engines and other readers of the open web.

It says what a visitor may read and nothing else: name, summary, other names, place in the classification, picture and
the sources of the statements that are for all. `lastReviewed` is there only where a clinician has reviewed the page.
Worked example: `as_script(linked_data(page, site="https://nosograph.example", members_only=frozenset()))` is the text
of a `<script type="application/ld+json">`, in which no `</script>` can occur.
Refused: nothing; whatever is not known is left out.
"""

import json
from collections.abc import Iterator
from urllib.parse import quote

from nosograph.api.code_systems import ICD_10_CM
from nosograph.api.thing_types import CONDITION, INFECTION, SIGN, type_of
from nosograph.article.access import as_seen_by
from nosograph.atlas.model import Link, Page
from nosograph.facets.model import Site
from nosograph.icd10cm.model import Level
from nosograph.knowledge.model import Source

NAME = "Nosograph"
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
CREDIT = "Nosograph contributors, CC BY 4.0"

Data = dict[str, object]

_SITED = frozenset({CONDITION, INFECTION, SIGN})  # the types with `associatedAnatomy`
_AGENT_CLASSES = {
    "bacterium": "Bacteria", "fungus": "Fungus", "helminth": "MulticellularParasite", "prion": "Prion",
    "protozoa": "Protozoa", "virus": "Virus",
}  # fmt: skip
_INFECTIONS = "1"  # the chapter whose agents are living things; elsewhere an agent may be a catheter
_NO_AGENT = frozenset({"organism", "parasite", "arthropod"})  # say no more than that it is an infection
# What must not stand inside a script element (HTML standard, 4.12.1.3), or breaks a line of JavaScript (ECMA-262).
_ESCAPED = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def linked_data(page: Page, *, site: str, members_only: frozenset[str]) -> Data:
    """The page as a MedicalWebPage; `site` is the address of the site, without a slash at its end."""
    article = as_seen_by(page.article, member=False, members_only=members_only).article
    review = article.review
    address = address_of(page.link.key, site)
    data: Data = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "@id": address,
        "url": address,
        "name": f"{page.link.code}: {page.link.title}",
        "description": article.summary,
        "inLanguage": "en",
        "dateModified": review.latest,
        "license": LICENSE,
        "creditText": CREDIT,
        "isPartOf": {"@type": "WebSite", "@id": f"{site}/", "name": NAME, "url": f"{site}/"},
        "about": _about(page, address),
        "primaryImageOfPage": _image(page, address),
    }
    if page.path:
        data["breadcrumb"] = _breadcrumb((*page.path, page.link), site)
    if review.status == "reviewed" and review.reviewed:
        data["lastReviewed"] = review.reviewed
        if review.by:
            data["reviewedBy"] = {"@type": "Person", "name": review.by}
    cited = {c.source for s in article.sections for x in s.statements for c in x.citations}
    citations = [_citation(source) for source in page.sources if source.id in cited]
    if citations:
        data["citation"] = citations
    return data


def as_script(data: Data) -> str:
    """The data as JSON that is safe inside a script element: it holds no `<`, `>` or `&`."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def address_of(key: str, site: str) -> str:
    """The address of an entry's page; relative where the site's is not known (empty)."""
    return f"{site}/{quote(key)}"


def _about(page: Page, address: str) -> Data:
    kind = type_of(page)
    data: Data = {"@type": kind, "@id": f"{address}#about", "name": page.link.title}
    names = [*([page.link.everyday] if page.link.everyday else []), *page.article.also_called]
    if names:
        data["alternateName"] = list(dict.fromkeys(names))
    if page.link.level not in (Level.CHAPTER, Level.BLOCK):  # these are ranges, no codes
        data["code"] = {
            "@type": "MedicalCode",
            "codeValue": page.link.code,
            "codingSystem": ICD_10_CM.label,
            "inCodeSet": {"@type": "CategoryCodeSet", "name": page.release},
        }
    if kind in _SITED and page.facets.sites:
        data["associatedAnatomy"] = [_anatomy(site) for site in page.facets.sites]
    if kind == INFECTION and page.path and page.path[0].key == _INFECTIONS:
        data |= _agent(page.facets.agent)
    return data


def _agent(agent: str | None) -> Data:
    if agent is None or agent in _NO_AGENT:
        return {}
    if agent in _AGENT_CLASSES:
        return {"infectiousAgentClass": f"https://schema.org/{_AGENT_CLASSES[agent]}"}
    return {"infectiousAgent": agent}


def _anatomy(site: Site) -> Data:
    data: Data = {"@type": "AnatomicalStructure", "name": site.label}
    if site.uberon and not site.broader:
        data["code"] = {"@type": "MedicalCode", "codeValue": site.uberon, "codingSystem": "UBERON"}
    return data


def _image(page: Page, address: str) -> Data:
    scene = page.article.scene
    return {
        "@type": "ImageObject",
        "@id": f"{address}.svg",
        "contentUrl": f"{address}.svg",
        "encodingFormat": "image/svg+xml",
        "caption": scene.caption,
        "description": scene.description,
        "license": LICENSE,
        "acquireLicensePage": LICENSE,
        "creditText": CREDIT,
        "thumbnail": {
            "@type": "ImageObject",
            "contentUrl": f"{address}.card.png",
            "encodingFormat": "image/png",
        },
    }


def _breadcrumb(links: tuple[Link, ...], site: str) -> Data:
    return {"@type": "BreadcrumbList", "itemListElement": list(_steps(links, site))}


def _steps(links: tuple[Link, ...], site: str) -> Iterator[Data]:
    for position, link in enumerate(links, start=1):
        name = f"{link.code}: {link.title}"
        yield {"@type": "ListItem", "position": position, "name": name, "item": address_of(link.key, site)}


def _citation(source: Source) -> Data:
    data: Data = {
        "@type": "CreativeWork",
        "name": source.title,
        "publisher": {"@type": "Organization", "name": source.publisher},
        "datePublished": str(source.year),
    }
    if source.linked:  # where it was read as a copy, readers are not sent there
        data["url"] = source.url
    return data
