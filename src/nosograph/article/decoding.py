"""A code, part by part: what each further character adds, in the release's words and in plain ones.

Worked example: `S72.001A` is S72 fracture of femur, .0 fracture of head and neck of femur, 0 unspecified part of neck of
femur, 1 right, A initial encounter for closed fracture. A placeholder X says that it says nothing.
"""

import re
from collections.abc import Sequence

from nosograph.article.model import Part
from nosograph.article.plain import Glosses
from nosograph.icd10cm.model import Entry, Level

PLACEHOLDER = "a placeholder that means nothing by itself; it keeps the last character in its place"
_SIDES = {
    "right": "the right side of the body, as the person has it",
    "left": "the left side of the body, as the person has it",
    "bilateral": "both sides of the body",
}
SEVENTHS = (
    ("initial encounter", "active treatment is still going on"),
    ("subsequent encounter", "active treatment is over and care goes on while it heals"),
    ("sequela", "a lasting effect that stays after the injury itself"),
)


def decode(entry: Entry, above: Sequence[Entry], glosses: Glosses) -> tuple[Part, ...]:
    """The parts of an entry's code; `above` are its ancestors from the chapter down."""
    if entry.level is Level.CHAPTER:
        return (Part(part=entry.code, meaning=f"chapter {entry.code}: {glosses.glossed(entry.title)}"),)
    if entry.level is Level.BLOCK:
        return (Part(part=entry.code, meaning=f"a group of categories: {glosses.glossed(entry.title)}"),)
    line = [e for e in above if e.level in (Level.CATEGORY, Level.SUBCATEGORY)] + [entry]
    parts = [Part(part=line[0].code, meaning=glosses.glossed(line[0].title))]
    for upper, lower in zip(line, line[1:], strict=False):
        parts.extend(_step(upper, lower, glosses))
    return tuple(parts)


def _step(upper: Entry, lower: Entry, glosses: Glosses) -> list[Part]:
    before = upper.code
    added = lower.code[len(before) :]
    if lower.seventh:
        fill, seventh = added[:-1], added[-1]
        out = [Part(part=fill, meaning=PLACEHOLDER)] if fill.strip(".") else []
        if fill == ".":
            seventh = f".{seventh}"
        return [*out, Part(part=seventh, meaning=seventh_meaning(lower.seventh.meaning))]
    if added.strip(".") and set(added) <= {"X", "."}:
        return [Part(part=added, meaning=PLACEHOLDER)]
    new = added_words(upper.title, lower.title)
    return [Part(part=added, meaning=_SIDES.get(new.lower(), glosses.glossed(new)))]


def seventh_meaning(meaning: str) -> str:
    """A 7th character's words, with plain ones for the three kinds of encounter."""
    for words, plain in SEVENTHS:
        if words in meaning:
            return f"{meaning}: {plain}"
    return meaning


def added_words(upper: str, lower: str) -> str:
    """What a title adds to the one above it; the whole title where it does not simply add.

    "Fracture of unspecified part of neck of femur" and "... of right femur" give "right".
    """
    if lower.lower().startswith(f"{upper.lower()}, "):
        return lower[len(upper) + 2 :]
    short, long = _tokens(upper), _tokens(lower)
    new: list[str] = []
    i = 0
    for word in long:
        if i < len(short) and word.lower() == short[i].lower():
            i += 1
        else:
            new.append(word)
    if i < len(short) or not new or len(new) > 3 or not _SIDES.get(" ".join(new).strip(" ,").lower()):
        return lower
    return " ".join(new).strip(" ,")


def _tokens(title: str) -> list[str]:
    return re.findall(r"[^\s,]+", title)
