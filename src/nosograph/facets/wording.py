"""The closed vocabularies: words of a title that stand for exactly one value of an axis.

Worked example: "displaced fracture of neck of left femur, subsequent encounter for closed fracture with nonunion" says
left, subsequent encounter, nonunion and closed. Each rule gives the value and the span of words that says it.
What is not in a rule is not guessed: "left heart failure" has no laterality, since the heart has no sides.
"""

import re
from collections.abc import Iterator

Found = tuple[str, str, tuple[int, int]]  # axis, value, span in the title

_SIDE = re.compile(r"\b(right|left|bilateral|both)\b", re.IGNORECASE)
# A side word before one of these names a chamber, a vessel or a custom, not a side of the body.
_NO_SIDE_AFTER = re.compile(
    r"^[ -](?:heart|ventric\w*|atri\w*|bundle|aortic|coronary|main|anterior descending|fascicular|posterior fascicular|"
    r"anterior fascicular|against|sided|colon|precerebral|circumflex|hypoplastic|primary|post|secondary|high|cleft|"
    r"osteoarthritis|complete|non-?contig)",
    re.IGNORECASE,
)
_MIDLINE_BEFORE = re.compile(r"(hypoplastic|double outlet|double inlet|to)\s$", re.IGNORECASE)

_EPISODE = (
    (re.compile(r"\binitial encounter\b"), "initial encounter"),
    (re.compile(r"\bsubsequent encounter\b"), "subsequent encounter"),
    (re.compile(r"\bsequelae?\b", re.IGNORECASE), "sequela"),
)
_HEALING = (
    (re.compile(r"\bwith routine healing\b"), "routine"),
    (re.compile(r"\bwith delayed healing\b"), "delayed"),
    (re.compile(r"\bwith nonunion\b"), "nonunion"),
    (re.compile(r"\bwith malunion\b"), "malunion"),
)
_REMISSION = (
    (re.compile(r"\bnot having achieved remission\b|\bwithout mention of remission\b|\bfailed remission\b", re.I), "not having achieved remission"),
    (re.compile(r"\bin (?:full |partial |early |sustained |complete )*remission\b", re.I), "in remission"),
    (re.compile(r"\bin relapse\b", re.I), "in relapse"),
)  # fmt: skip
_TRIMESTER = re.compile(r"\b(first|second|third|unspecified) trimester\b", re.IGNORECASE)
_FETUS = re.compile(r"(?:, )(fetus [1-5]|other fetus)$|\bnot applicable or unspecified$")
_INTENT = (
    (re.compile(r"\badverse effects?\b", re.I), "adverse effect"),
    (re.compile(r"\bunderdosing\b", re.I), "underdosing"),
    (re.compile(r"\bintentional self-?harm\b|\bsuicide attempt\b|\bnonsuicidal self-harm\b", re.I), "intentional self-harm"),
    (re.compile(r"\bassault\b", re.I), "assault"),
    (re.compile(r"\bundetermined(?: intent)?\b", re.I), "undetermined"),
    (re.compile(r"\baccidental\b(?: \(unintentional\))?", re.I), "accidental"),
)  # fmt: skip
# Open fractures are classed by Gustilo and Anderson; the release names types I or II, and III with its letters.
_OPENNESS = (
    (re.compile(r"\bfor open fracture type I or II\b"), "open type I or II"),
    (re.compile(r"\bfor open fracture type IIIA, IIIB, or IIIC\b"), "open type IIIA, IIIB, or IIIC"),
    (re.compile(r"\b(?:for )?open fracture\b"), "open"),
    (re.compile(r"\b(?:for )?closed fracture\b"), "closed"),
)
_OTHER = re.compile(r"^other\b(?: specified)?(?! than)|\bother specified\b|\bnot elsewhere classified\b|\bNEC\b", re.I)
_UNSPECIFIED = re.compile(r"\bunspecified\b|\bNOS\b", re.I)


def closed_vocabularies(title: str) -> Iterator[Found]:
    """Every value of a closed vocabulary that the title says, with its span."""
    for axis, rules in (("episode", _EPISODE), ("healing", _HEALING), ("remission", _REMISSION), ("intent", _INTENT)):
        for pattern, value in rules:
            if match := pattern.search(title):
                yield axis, value, match.span()
                break
    if match := _TRIMESTER.search(title):
        yield "trimester", match[1].lower(), match.span()
    yield from _qualifiers(title)


def _qualifiers(title: str) -> Iterator[Found]:
    for pattern, value in _OPENNESS:
        if match := pattern.search(title):
            yield "qualifiers", value, match.span()
            break
    if match := _FETUS.search(title):
        yield "qualifiers", match[1] or "fetus not applicable or unspecified", match.span()
    if match := _OTHER.search(title):
        yield "qualifiers", "other", match.span()


def side(title: str) -> Found | None:
    """The side of the body that the title says outright; None where it says none, or names a chamber of the heart."""
    found: dict[str, tuple[int, int]] = {}
    for match in _SIDE.finditer(title):
        if _NO_SIDE_AFTER.match(title[match.end() :]) or _MIDLINE_BEFORE.search(title[: match.start()]):
            continue
        found.setdefault(match[1].lower(), match.span())
    if "bilateral" in found:
        return "laterality", "bilateral", found["bilateral"]
    if "right" in found and "left" in found:
        return "laterality", "bilateral", found["right"]
    for word in ("right", "left"):
        if word in found:
            return "laterality", word, found[word]
    return None


def unspecified_span(title: str) -> tuple[int, int] | None:
    """Where the title says "unspecified"."""
    match = _UNSPECIFIED.search(title)
    return match.span() if match else None


_SIDE_OR_OPEN = re.compile(r"\b(?:right|left|bilateral|unspecified)\b", re.IGNORECASE)


def without_side(title: str) -> list[str]:
    """The title with each of its side words (and "unspecified") in turn replaced by a mark.

    Siblings that have such a form in common differ only in the side: "neck of § femur".
    """
    return [f"{title[: m.start()]}§{title[m.end() :]}".lower() for m in _SIDE_OR_OPEN.finditer(title)]
