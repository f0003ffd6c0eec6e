"""A page as the resources that an app expects: a Composition with its sections, a DocumentReference to its files.

Worked example: `DocumentReference/C93.32` has four attachments: the page, its illustration as SVG and as PNG, and the
Composition; that has a section for each of the article, with its sources, as this asker may see them.
A section whose rest is for members says so in its text. Nothing here is about one patient, so there is no subject.
"""

from html import escape

from nosograph.api.fhir.icd10cm import Icd10cm
from nosograph.api.fhir.model import Coding, Json
from nosograph.article.access import SeenSection, as_seen_by
from nosograph.atlas.model import Page
from nosograph.knowledge.model import Source

_XHTML = "http://www.w3.org/1999/xhtml"
_KIND = {"text": "Illustrated article about an ICD-10-CM code, in plain words"}
_AUTHOR = {"display": "Nosograph"}
_REST = "The rest of this section is for members."


class Site:
    """Where pages and pictures are: `root` is the address of the site, `base` that of its FHIR interface."""

    def __init__(self, root: str, base: str) -> None:
        self.root, self.base = root, base

    def page(self, key: str) -> str:
        """The address of a page."""
        return f"{self.root}/{key}"


def composition(page: Page, source: Icd10cm, site: Site, *, member: bool, members_only: frozenset[str]) -> Json:
    """The article of a page as an asker may see it."""
    seen = as_seen_by(page.article, member=member, members_only=members_only)
    cited = {c.source for s in seen.article.sections for x in s.statements for c in x.citations}
    sources = [s for s in page.sources if s.id in cited]
    numbers = {s.id: n for n, s in enumerate(sources, start=1)}
    review = page.article.review
    attested = (
        [{"mode": "professional", "time": review.reviewed, "party": {"display": review.by}}]
        if review.reviewed and review.by else []
    )  # fmt: skip
    return {
        "resourceType": "Composition", "id": page.link.key, "language": "en",
        "text": _narrative(f"<p>{escape(page.article.summary)}</p>"),
        "identifier": {"system": source.uri, "value": page.link.key},
        "status": "final", "type": _KIND,
        "date": review.changed or review.written, "author": [_AUTHOR], "title": _title(page),
        **({"attester": attested} if attested else {}),
        "event": [{"code": [{"coding": [_coding(page, source).json()], "text": page.link.title}]}],
        "section": [
            _picture(page, site),
            *(_section(each, numbers) for each in seen.sections),
            *([_sources(sources)] if sources else []),
        ],
    }  # fmt: skip


def document_reference(page: Page, source: Icd10cm, site: Site) -> Json:
    """Where the page and its pictures are."""
    key, scene = page.link.key, page.article.scene
    files = (
        ("text/html", site.page(key), _title(page)),
        ("image/svg+xml", f"{site.page(key)}.svg", scene.caption),
        ("image/png", f"{site.page(key)}.png", scene.caption),
        ("application/fhir+json", f"{site.base}/Composition/{key}", _title(page)),
    )
    return {
        "resourceType": "DocumentReference", "id": key, "language": "en",
        "masterIdentifier": {"system": "urn:ietf:rfc:3986", "value": site.page(key)},
        "identifier": [{"system": source.uri, "value": key}],
        "status": "current", "docStatus": "final", "type": _KIND, "author": [_AUTHOR],
        "description": page.article.summary,
        "content": [
            {"attachment": {"contentType": kind, "language": "en", "url": url, "title": title}}
            for kind, url, title in files
        ],
        "context": {"event": [{"coding": [_coding(page, source).json()], "text": page.link.title}]},
    }  # fmt: skip


def _coding(page: Page, source: Icd10cm) -> Coding:
    return Coding(system=source.uri, version=source.version, code=page.link.key, display=page.link.title)


def _title(page: Page) -> str:
    return f"{page.link.code}: {page.link.title}"


def _picture(page: Page, site: Site) -> Json:
    key, scene = page.link.key, page.article.scene
    image = f'<img src="{escape(site.page(key))}.svg" alt="{escape(scene.description)}"/>'
    return {
        "title": "Illustration",
        "text": _narrative(f"<p>{image}</p><p>{escape(scene.caption)}</p>"),
        "entry": [{"reference": f"DocumentReference/{key}", "display": scene.caption}],
    }


def _section(each: SeenSection, numbers: dict[str, int]) -> Json:
    section = each.section
    lines = [
        f"<li>{escape(x.text)} {' '.join(f'[{numbers[c.source]}]' for c in x.citations if c.source in numbers)}</li>"
        for x in section.statements
    ]
    body = f"<ul>{''.join(lines)}</ul>" if lines else f"<p>{escape(section.empty or 'Nothing is known here yet.')}</p>"
    rest = f"<p>{_REST}</p>" if each.cut else ""
    return {"title": section.heading, "code": {"text": section.id}, "text": _narrative(body + rest)}


def _sources(sources: list[Source]) -> Json:
    lines = []
    for s in sources:
        year = f", {s.year}" if s.year else ""
        named = f"{escape(s.publisher)}: {escape(s.title)}{year}"
        lines.append(f'<li><a href="{escape(s.url)}">{named}</a></li>' if s.url and s.linked else f"<li>{named}</li>")
    return {"title": "Sources", "code": {"text": "sources"}, "text": _narrative(f"<ol>{''.join(lines)}</ol>")}


def _narrative(body: str) -> Json:
    return {"status": "generated", "div": f'<div xmlns="{_XHTML}">{body}</div>'}
