"""Entries, search results and coverage as data, in the shapes of `schemas`."""

from typing import Any

from nosograph.atlas.coverage import coverage
from nosograph.atlas.model import Hit, Link
from nosograph.atlas.reading import Atlas
from nosograph.icd10cm.spelling import printable
from nosograph.illustration.svg import metadata

LONGEST_QUERY = 400


def entry_as_data(link: Link) -> dict[str, Any]:
    """An entry as it stands in lists."""
    return {
        "code": link.code, "title": link.title, "level": str(link.level), "billable": link.billable,
        "everyday": link.everyday,
    }  # fmt: skip


def hierarchy_as_data(atlas: Atlas, key: str, *, start: int, limit: int) -> dict[str, Any]:
    """An entry, its path, and `limit` of its children from the `start`-th on. Raises NotFound."""
    children = atlas.children(key)
    return {
        **entry_as_data(atlas.link(key)),
        "path": [{"code": link.code, "title": link.title} for link in atlas.above(key)],
        "children": [entry_as_data(link) for link in children[start : start + limit]],
        "total": len(children),
    }


def results_as_data(atlas: Atlas, query: str, limit: int) -> dict[str, Any]:
    """What a search finds; where it finds nothing, another spelling that would find something."""
    hits = atlas.search(query, limit) if query.strip() else []
    return {
        "query": printable(query, longest=LONGEST_QUERY),
        "results": [_result(atlas, hit) for hit in hits],
        "spelled": "" if hits or not query.strip() else atlas.spelled(query),
    }


def _result(atlas: Atlas, hit: Hit) -> dict[str, Any]:
    refined = [(r, atlas.link(r.key)) for r in hit.refinements]
    return {
        **entry_as_data(hit.link),
        "why": hit.why,
        "refinements": [
            {"code": link.code, "title": link.title, "kind": r.kind, "label": r.label} for r, link in refined
        ],
    }


def illustration_as_data(atlas: Atlas, key: str) -> dict[str, Any]:
    """The illustration: files, words, and what is marked. Raises NotFound."""
    scene = atlas.scene(key)
    return {
        "code": atlas.link(key).code,
        "svg": f"/{key}.svg", "png": f"/{key}.png", "card": f"/{key}.card.png",
        "caption": scene.caption, "description": scene.description,
        "legend": list(atlas.inline_picture(key).legend),
        "metadata": metadata(scene),
    }  # fmt: skip


def coverage_as_data(atlas: Atlas) -> dict[str, Any]:
    """The counts of an atlas, less those by category."""
    counts = coverage(atlas)
    return {"release": atlas.release, **{group: values for group, values in counts.items() if group != "categories"}}
