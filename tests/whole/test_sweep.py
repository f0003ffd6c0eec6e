"""The page of every entry of the whole release: a spread of 3,000 of them in each run, all 98,505 by `make sweep`."""

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from nosograph.atlas.reading import Atlas
from nosograph.icd10cm.model import Level

if TYPE_CHECKING:
    from django.test import Client

ENTRIES = 98_505
SPREAD = 3_000
PARTS = 40
HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def text_of(markup: str) -> str:
    return " ".join(unescape(TAG.sub(" ", markup)).split())


def empty_headings(markup: str) -> list[str]:
    """The headings that nothing follows but a heading of the same rank or a higher one, or the end of the page."""
    found = list(HEADING.finditer(markup))
    ends = [match.start() for match in found[1:]] + [len(markup)]
    ranks = [int(match[1]) for match in found] + [0]
    return [
        text_of(match[2])
        for i, match in enumerate(found)
        if not text_of(markup[match.end() : ends[i]]) and ranks[i + 1] <= ranks[i]
    ]


def faults(markup: str, title: str) -> list[str]:
    """What a page lacks: its own title, its picture with both texts, or text below a heading."""
    main = markup.partition("<main")[2].partition("</main>")[0]
    tops = [text_of(match[2]) for match in HEADING.finditer(main) if match[1] == "1"]
    picture = re.search(r'<svg\b[^>]*role="img".*?</svg>', main, re.DOTALL)
    drawn = picture[0] if picture else ""
    wrong = [] if len(tops) == 1 and " ".join(title.split()) in tops[0] else [f"its first heading is {tops}"]
    for part in ("title", "desc"):
        told = re.search(rf"<{part}\b[^>]*>(.*?)</{part}>", drawn, re.DOTALL)
        wrong += [] if told and len(told[1].strip()) > 5 else [f"its picture has no <{part}>"]
    wrong += [] if len(re.findall(r"<(?:path|circle|ellipse|g|use|rect)\b", drawn)) > 5 else ["nothing is drawn"]
    return wrong + [f"nothing stands below the heading {heading!r}" for heading in empty_headings(main)]


WHOLE = """<main><h1><span>C93.32</span> Juvenile leukemia</h1><svg role="img"><title>C93.32 in a toddler</title>
<desc>A drawing of a toddler.</desc><g/><g/><path/><path/><path/><circle/></svg><h2>Causes</h2><h3>This code</h3>
<p>A change.</p>
</main>"""


def test_the_sweep_itself_sees_what_a_page_lacks() -> None:
    assert faults(WHOLE, "Juvenile leukemia") == []
    assert faults(WHOLE, "Cholera") == ["its first heading is ['C93.32 Juvenile leukemia']"]
    assert faults(WHOLE.replace("<p>A change.</p>", ""), "Juvenile leukemia") == [
        "nothing stands below the heading 'This code'"
    ]
    assert faults(WHOLE.replace("desc>", "metadata>"), "Juvenile leukemia") == ["its picture has no <desc>"]
    assert "nothing is drawn" in faults(WHOLE.replace("<path/>", ""), "Juvenile leukemia")


def sweep(site: "Client", atlas: Atlas, keys: list[str]) -> list[str]:
    """Every fault of the pages of these entries, as a visitor gets them."""
    found = []
    for key in keys:
        answer = site.get(f"/{quote(key)}")
        wrong = [f"it answers {answer.status_code}"]
        if answer.status_code == 200:
            wrong = faults(answer.content.decode(), atlas.link(key).title)
        found += [f"{key}: {fault}" for fault in wrong]
    return found


def test_a_spread_of_pages_is_whole(whole_site: "Client", whole_atlas: Atlas) -> None:
    keys = whole_atlas.keys()
    assert len(keys) == ENTRIES
    chapters_and_blocks = [link.key for chapter in whole_atlas.chapters() for link in whole_atlas.children(chapter.key)]
    spread = dict.fromkeys(keys[:: ENTRIES // (SPREAD - 300)])
    spread |= dict.fromkeys([*(chapter.key for chapter in whole_atlas.chapters()), *chapters_and_blocks])
    assert len(spread) >= SPREAD
    assert sweep(whole_site, whole_atlas, list(spread)) == []


@pytest.mark.sweep
@pytest.mark.parametrize("part", range(PARTS))
def test_all_pages_are_whole(part: int, whole_site: "Client", whole_atlas: Atlas) -> None:
    keys = whole_atlas.keys()
    assert len(keys) == ENTRIES
    assert sweep(whole_site, whole_atlas, keys[part::PARTS]) == []


def test_levels_are_what_the_release_has(whole_atlas: Atlas) -> None:
    keys = whole_atlas.keys()
    levels = Counter(whole_atlas.link(key).level for key in keys)
    assert (levels[Level.CHAPTER], levels[Level.BLOCK]) == (22, 297)
    assert levels[Level.CATEGORY] + levels[Level.SUBCATEGORY] == 98_186
