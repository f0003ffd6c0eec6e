"""Where a release departs from the rules of the classification: its structure, its ranges and its names.

Worked example: C4A stands in the block C43-C44 although it sorts behind C44; the oddity found is
`category outside its block`, C4A, "stands in C43-C44". Refuses nothing: it only finds; `reviewing` decides.
"""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from nosograph.icd10cm.checking_sevenths import odd_sevenths
from nosograph.icd10cm.grammar import (
    ATTRIBUTES,
    CHILDREN,
    SCHEMA_INSTANCE,
    block_of,
    chapter_of,
    code_of,
    split_range,
    text_of,
)
from nosograph.icd10cm.model import Oddity, OddityKind
from nosograph.icd10cm.ranges import bounds, encloses
from nosograph.icd10cm.spelling import printable, undotted

_NAMED = {"chapter": chapter_of, "section": block_of, "diag": code_of}


def find_oddities(root: Element) -> tuple[Oddity, ...]:
    """Everything odd in a tree, in document order within each rule, each once.

    Raises BadInput where a code, block or chapter is misnamed, because nothing can be said of it.
    """
    found = [*_vocabulary(root), *_descriptions(root), *_duplicates(root)]
    for chapter in root.findall("chapter"):
        found += [*_blocks(chapter), *_index(chapter)]
    for category in root.iterfind("chapter/section/diag"):
        found += [*_tree(category), *odd_sevenths(category)]
    return tuple(dict.fromkeys(found))


def _vocabulary(root: Element) -> Iterator[Oddity]:
    """Unknown elements and attributes, at the nearest code, block or chapter; what is inside is not looked at."""
    waiting = [(root, root.tag)]
    while waiting:
        element, near = waiting.pop()
        name = _NAMED.get(element.tag)
        near = name(element) if name else near
        known = ATTRIBUTES.get(element.tag, frozenset())
        for attribute in element.attrib:
            if attribute not in known and not attribute.startswith(SCHEMA_INSTANCE):
                detail = f"{attribute} of <{element.tag}>"
                yield Oddity(kind=OddityKind.UNKNOWN_ATTRIBUTE, code=near, detail=printable(detail, longest=120))
        allowed = CHILDREN.get(element.tag, frozenset())
        for child in reversed(element):
            if child.tag in allowed:
                if len(child) or child.attrib:
                    waiting.append((child, near))
            else:
                detail = f"<{child.tag}> in <{element.tag}>"
                yield Oddity(kind=OddityKind.UNKNOWN_ELEMENT, code=near, detail=printable(detail, longest=120))


def _descriptions(root: Element) -> Iterator[Oddity]:
    for tag, name in _NAMED.items():
        for element in root.iter(tag):
            descriptions = element.findall("desc")
            if len(descriptions) != 1 or not text_of(descriptions[0]):
                filled = sum(1 for description in descriptions if text_of(description))
                detail = f"{len(descriptions)} descriptions, {filled} with text"
                yield Oddity(kind=OddityKind.DESCRIPTION, code=name(element), detail=detail)


def _duplicates(root: Element) -> Iterator[Oddity]:
    for tag, name in _NAMED.items():
        for key, times in Counter(name(element) for element in root.iter(tag)).items():
            if times > 1:
                yield Oddity(kind=OddityKind.DUPLICATE, code=key, detail=f"stands {times} times")


def _blocks(chapter: Element) -> Iterator[Oddity]:
    number, (_, printed) = chapter_of(chapter), split_range(text_of(chapter.find("desc")))
    if printed is None:
        yield Oddity(kind=OddityKind.RANGE_IN_TITLE, code=number, detail="no range")
    for section in chapter.findall("section"):
        key = block_of(section)
        _, in_title = split_range(text_of(section.find("desc")))
        if in_title != key:
            yield Oddity(kind=OddityKind.RANGE_IN_TITLE, code=key, detail=in_title or "no range")
        if printed is not None and printed != key and not encloses(printed, key):
            yield Oddity(kind=OddityKind.OUTSIDE_CHAPTER, code=key, detail=f"stands in chapter {number}, {printed}")
        first, last = bounds(key)
        for category in map(code_of, section.findall("diag")):
            if not first <= category <= last:
                yield Oddity(kind=OddityKind.OUTSIDE_BLOCK, code=category, detail=f"stands in {key}")


def _index(chapter: Element) -> Iterator[Oddity]:
    """The chapter's index against its blocks.

    Eight blocks of the April 2026 release stand in no index (C00-C96, C00-C75, M00-M25, M40-M54, M60-M79, M80-M94,
    T07-T88, T20-T32). They are umbrellas: headings without categories over the blocks that follow. Four more umbrellas
    are listed (V00-X58, V00-V99, W00-X58, Y62-Y84). So an umbrella may or may not be listed; a block with categories
    that is not, and one without categories that covers nothing, are odd.
    """
    index = chapter.find("sectionIndex")
    sections = {block_of(section): section for section in chapter.findall("section")}
    listed = {
        block_of(reference) for reference in (index if index is not None else ()) if reference.tag == "sectionRef"
    }
    for key, section in sections.items():
        umbrella = any(encloses(key, other) for other in sections)
        empty = section.find("diag") is None
        if empty and not umbrella:
            yield Oddity(kind=OddityKind.EMPTY_BLOCK, code=key, detail="covers no other block")
        if index is not None and key not in listed and not (empty and umbrella):
            yield Oddity(kind=OddityKind.NOT_IN_INDEX, code=key, detail=f"chapter {chapter_of(chapter)}")
    for key in sorted(listed - sections.keys()):
        yield Oddity(kind=OddityKind.NOT_IN_CHAPTER, code=key, detail=f"chapter {chapter_of(chapter)}")


def _tree(category: Element) -> Iterator[Oddity]:
    """Codes under codes: each has one character more than its parent, and an X at the end is marked a placeholder."""
    if len(code_of(category)) != 3:
        yield Oddity(kind=OddityKind.NOT_UNDER_PARENT, code=code_of(category), detail="stands as a category")
    for parent in category.iter("diag"):
        above = undotted(code_of(parent))
        ends_in_x = len(above) > 3 and above.endswith("X")
        marked = parent.get("placeholder")
        if marked != ("true" if ends_in_x else None):
            yield Oddity(kind=OddityKind.PLACEHOLDER, code=code_of(parent), detail=f"placeholder is {marked}")
        for child in map(code_of, parent.findall("diag")):
            if undotted(child)[:-1] != above:
                yield Oddity(kind=OddityKind.NOT_UNDER_PARENT, code=child, detail=f"stands under {code_of(parent)}")
        if len(above) > 3 and parent.find("visualImpairment") is not None:
            detail = f"its rows go to {above[:3]}"
            yield Oddity(kind=OddityKind.SEVERITY_TABLE, code=code_of(parent), detail=detail)
