"""A code, part by part: what each further character adds, in the release's words and in plain ones.

Worked example: `S72.001A` is S72 fracture of femur, .0 fracture of head and neck of femur, 0 unspecified part of neck
of femur, 1 right, A initial encounter for closed fracture. A placeholder X says that it says nothing.
"""

import re
from collections.abc import Mapping

from nosograph.article.model import Part
from nosograph.article.plain import Glosses
from nosograph.icd10cm.model import Entry, Level, Release
from nosograph.lexicons.model import EverydayName

PLACEHOLDER = "a placeholder that means nothing by itself; it keeps the last character in its place"
_SIDES = {
    "right": "the right side of the body, as the person has it",
    "left": "the left side of the body, as the person has it",
    "bilateral": "both sides of the body",
}
SEVENTHS = (
    ("initial encounter", "the time of active treatment"),
    ("subsequent encounter", "the time of healing and recovery, after active treatment"),
    ("sequela", "a lasting effect that stays when the first problem itself is over"),
)


class Decoder:
    """Decodes the codes of one release. What a category or subcategory says is worked out once for all below it."""

    def __init__(self, release: Release, names: Mapping[str, EverydayName], glosses: Glosses) -> None:
        self._release = release
        self._names = names
        self._glosses = glosses
        self._known: dict[str, tuple[Part, ...]] = {}

    def decode(self, entry: Entry) -> tuple[Part, ...]:
        """The parts of an entry's code."""
        if entry.key not in self._known:
            self._known[entry.key] = self._decoded(entry)
        return self._known[entry.key]

    def _decoded(self, entry: Entry) -> tuple[Part, ...]:
        if entry.level in (Level.CHAPTER, Level.BLOCK):
            what = f"chapter {entry.code}" if entry.level is Level.CHAPTER else "a group of categories"
            return (Part(part=entry.code, meaning=f"{what}: {self._glosses.glossed(entry.title)}"),)
        if entry.level is Level.CATEGORY or entry.parent is None:
            return (Part(part=entry.code, meaning=self._named(entry)),)
        upper = self._release.entries[entry.parent]
        return (*self.decode(upper), *self._step(upper, entry))

    def _named(self, entry: Entry) -> str:
        """The title with the everyday name where there is one, else with its plain words."""
        name = self._names.get(entry.key)
        if name and name.everyday.lower() != entry.title.lower():
            return f"{entry.title}: {name.everyday}"
        return self._glosses.glossed(entry.title)

    def _step(self, upper: Entry, lower: Entry) -> list[Part]:
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
        if new == lower.title:
            return [Part(part=added, meaning=self._named(lower))]
        return [Part(part=added, meaning=_SIDES.get(new.lower()) or self._glosses.glossed(new))]


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
