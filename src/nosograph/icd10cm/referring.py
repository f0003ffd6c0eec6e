"""The codes that a note names, so that pages can link them.

Worked example: in `tuberculosis (A15-A19), sequelae (B90.-)` the first reference is `A15` to `A19`, the second `B90`
with its open end `.-` inside the span. Refuses nothing: a text that names no code has no references. It knows no
release, so a look-alike such as `vitamin B12` is a reference until `target` fails to find it.
"""

import re
from collections.abc import Mapping

from nosograph.icd10cm.model import Reference, Release
from nosograph.icd10cm.spelling import CODE

_OPEN_END = r"\.?[-–]"
# The official lists write ranges as A00-A09, F11.-F17.-, T40.0-T40.2- and S32.1--S32.9.
_BETWEEN = r"\.?[-–]{1,2}"
_WORD = r"[0-9A-Za-z]"
_BEFORE, _AFTER = rf"(?<!{_WORD})(?<!{_WORD}\.)", rf"(?!\.?{_WORD})"
_REFERENCE = re.compile(
    rf"{_BEFORE}(?P<first>{CODE}){_AFTER}(?:{_BETWEEN}(?P<last>{CODE}){_AFTER})?(?:{_OPEN_END}(?!{_WORD}*[0-9]))?"
)


def references(text: str) -> tuple[Reference, ...]:
    """The codes and ranges in the text, in order, never overlapping; `text[start:stop]` is what to underline."""
    return tuple(
        Reference(start=found.start(), stop=found.end(), first=found["first"], last=found["last"])
        for found in _REFERENCE.finditer(text)
    )


def addresses(release: Release) -> Mapping[str, str]:
    """Everything that a note can name, with the key it leads to: codes, and the ranges of blocks and chapters.

    `C00-D49` leads to chapter 2, `C00-C14` to the block, `B20` to the category.
    """
    named = {entry.span: entry.key for entry in release if entry.span is not None}
    return named | {entry.key: entry.key for entry in release}


def target(named: Mapping[str, str], reference: Reference) -> str | None:
    """The key that a reference leads to, given what `addresses` says can be named; None where it leads nowhere.

    A range that is neither block nor chapter leads to its category (`E11.0-E11.8` to E11), or, over several
    categories, to the first.
    """
    first, last = reference.first, reference.last
    if last is None:
        return named.get(first)
    if first[:3] == last[:3]:
        return named.get(first[:3])
    return named.get(f"{first}-{last}") or named.get(first)
