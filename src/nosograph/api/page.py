"""A page as data, exactly as the contracts have it; the command line, and later the machine interfaces, send it.

What is for members is absent from what others are sent.
"""

from nosograph.article.access import as_seen_by
from nosograph.atlas.model import Link, Page
from nosograph.facets.telling import facets_as_data


def page_as_data(page: Page, *, member: bool, members_only: frozenset[str]) -> dict[str, object]:
    """One page as JSON-ready data; see "A page, as data" in the contracts."""
    seen = as_seen_by(page.article, member=member, members_only=members_only)
    article = seen.article
    cited = {c.source for s in article.sections for x in s.statements for c in x.citations}
    key = page.link.key
    return {
        "code": page.link.code,
        "title": page.link.title,
        "billable": page.link.billable,
        "release": page.release,
        "category": _named(page.category) if page.category else None,
        "path": [_named(link) for link in page.path],
        "summary": article.summary,
        "decoded": [{"part": p.part, "meaning": p.meaning} for p in article.decoded],
        "facets": facets_as_data(page.link.code, page.link.title, page.facets),
        "also_called": list(article.also_called),
        "illustration": {
            "svg": f"/{key}.svg", "png": f"/{key}.png",
            "caption": article.scene.caption, "description": article.scene.description,
        },
        "sections": [
            {
                "id": s.section.id, "heading": s.section.heading, "access": "members" if s.for_members else "public",
                "statements": [
                    {"text": x.text, "scope": str(x.scope), "pack": x.pack, "sources": [c.source for c in x.citations]}
                    for x in s.section.statements
                ],
            }
            for s in seen.sections
        ],
        "sources": [
            {"id": s.id, "title": s.title, "publisher": s.publisher, "year": s.year, "url": s.url}
            for s in page.sources if s.id in cited
        ],
        "review": {
            "status": article.review.status, "written": article.review.written, "reviewed": article.review.reviewed,
            "by": article.review.by,
        },
    }  # fmt: skip


def _named(link: Link) -> dict[str, str]:
    return {"code": link.code, "title": link.title}
