"""No two entries of the whole release have the same page; few have the same picture as a sibling.

A file of its own, so that it runs beside the sweep.
"""

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Callable

import pytest

from nosograph.atlas.model import Page
from nosograph.atlas.reading import Atlas

ENTRIES, BILLABLE = 98_505, 74_719


def digest(*values: object) -> bytes:
    return hashlib.blake2b(repr(values).encode(), digest_size=16).digest()


def said_and_shown(page: Page) -> tuple[bytes, bytes]:
    """What a page says and shows, twice: with everything that it says, and without the code, its title and their
    decoding, so that what is left comes from knowledge and drawing alone.
    """
    article, scene = page.article, page.article.scene
    statements = tuple((section.id, tuple(s.text for s in section.statements)) for section in article.sections)
    anonymous = dataclasses.replace(scene, code="", title="", caption="", description="")
    meanings = tuple(part.meaning for part in article.decoded)
    return digest(article.summary, meanings, statements, anonymous), digest(statements, anonymous)


def test_no_two_billable_codes_have_the_same_article_and_picture(
    whole_atlas: Atlas, record_property: Callable[[str, object], None]
) -> None:
    whole, stripped = Counter[bytes](), Counter[bytes]()
    first: dict[bytes, str] = {}
    same = []
    keys = whole_atlas.keys()
    for key in keys:
        page = whole_atlas.page(key)
        if not page.link.billable:
            continue
        full, bare = said_and_shown(page)
        same += [f"{first[full]} and {key}"] if full in first else []
        first.setdefault(full, key)
        whole[full] += 1
        stripped[bare] += 1
    assert whole.total() == BILLABLE
    alike = sum(count for count in stripped.values() if count > 1)
    record_property(
        "measured", f"{alike:,} of {BILLABLE:,} billable codes differ from another by title and decoding alone"
    )
    record_property("measured", f"{len(stripped):,} different pages would be left without titles and decoding")
    assert same == []


@pytest.mark.sweep
def test_siblings_have_pictures_that_differ_in_more_than_their_title(
    whole_atlas: Atlas, record_property: Callable[[str, object], None]
) -> None:
    seen: dict[tuple[str | None, bytes], str] = {}
    alike = []
    keys = whole_atlas.keys()
    for key in keys:
        scene = whole_atlas.scene(key)
        path = whole_atlas.page(key).path
        drawn = digest(scene.body, scene.panels, scene.strips, scene.told, scene.remark)
        place = (path[-1].key if path else None, drawn)
        alike += [f"{seen[place]} and {key}"] if place in seen else []
        seen.setdefault(place, key)
    record_property("measured", f"{len(alike):,} of {ENTRIES:,} pictures differ from a sibling's by their title alone")
    assert len(alike) <= ENTRIES * 0.03, alike[:40]
