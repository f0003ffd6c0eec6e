"""The closed vocabularies: words of a title that stand for exactly one value of an axis.

Worked example: "displaced fracture of neck of left femur, subsequent encounter for closed fracture with nonunion" says
left, subsequent encounter, nonunion and closed. Each rule gives the value and the span of words that says it.
What is not in a rule is not guessed: "left heart failure" has no laterality, since the heart has no sides.
"""

import re
from collections.abc import Iterator
from typing import Any

from nosograph.facets.model import Evidence

Found = tuple[str, str, tuple[int, int]]  # axis, value, span in the title

_SIDE = re.compile(r"\b(right|left|bilateral|both)\b", re.IGNORECASE)
# A side word before one of these names a chamber, a vessel of the heart or a custom, not a side of the body.
_NO_SIDE_AFTER = re.compile(
    r"^\]?[ -](?:heart|ventric\w*|atri\w*|bundle|aortic|coronary|main coronary|anterior descending|fascicular|"
    r"posterior fascicular|anterior fascicular|against|in\b|during|sided|colon|precerebral|circumflex|hypoplastic)",
    re.IGNORECASE,
)
# "Both" is a side only of what comes in pairs: not in "both hemorrhage and perforation".
_BOTH_OF_A_PAIR = re.compile(r"^ (?:eyes|ears|sides)\b", re.IGNORECASE)
# "Blindness right eye, normal vision left eye" is about the right eye.
_NO_SIDE_BEFORE = re.compile(r"(hypoplastic|double outlet|double inlet|normal vision)\s$", re.IGNORECASE)

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
    (re.compile(r"\badverse effect of\b", re.I), "adverse effect"),
    (re.compile(r"\bunderdosing\b", re.I), "underdosing"),
    (re.compile(r"\bintentional self-?harm\b|\bsuicide attempt\b|\bnonsuicidal self-harm\b", re.I), "intentional self-harm"),
    (re.compile(r"\bassault\b", re.I), "assault"),
    (re.compile(r"\bundetermined\b(?: intent\b)?(?! significance)", re.I), "undetermined"),
    (re.compile(r"\baccidental\b(?: \(unintentional\))?", re.I), "accidental"),
)  # fmt: skip
_POISONING_TOO = re.compile(r"\bpoisoning by.*\b(?:adverse effect|underdosing)", re.IGNORECASE)
# Open fractures are classed by Gustilo and Anderson; the release names types I or II, and III with its letters.
_OPENNESS = (
    (re.compile(r"\bfor open fracture type I or II\b"), "open type I or II"),
    (re.compile(r"\bfor open fracture type IIIA, IIIB, or IIIC\b"), "open type IIIA, IIIB, or IIIC"),
    (re.compile(r"\b(?:for )?open fracture\b"), "open"),
    (re.compile(r"\b(?:for )?closed fracture\b"), "closed"),
)
_OTHER = re.compile(r"^other\b(?: specified)?(?! than)|\bother specified\b|\bnot elsewhere classified\b|\bNEC\b", re.I)
_DEATH = re.compile(r"\b(?:intrauterine death|fetal death|stillbirths?|stillborn|with death|infant death)\b", re.I)
_UNSPECIFIED = re.compile(r"\bunspecified\b|\bNOS\b", re.I)


# Most titles hold none of these words, and need no further look.
_HINT = re.compile(
    r"encounter|healing|union|remission|relapse|trimester|fetus|not applicable|adverse|underdosing|harm|assault|suicide|"
    r"undetermined|accidental|fracture|sequel|death|still|other|elsewhere|\bnec\b",
    re.IGNORECASE,
)


def closed_vocabularies(title: str) -> Iterator[Found]:
    """Every value of a closed vocabulary that the title says, with its span."""
    if not _HINT.search(title):
        return
    for axis, rules in (("episode", _EPISODE), ("healing", _HEALING), ("remission", _REMISSION)):
        for pattern, value in rules:
            if match := pattern.search(title):
                yield axis, value, match.span()
                break
    # A title that names several intents ("poisoning by, adverse effect of and underdosing of") leaves the intent open.
    intents = [("intent", value, match.span()) for pattern, value in _INTENT if (match := pattern.search(title))]
    if len(intents) == 1 and not _POISONING_TOO.search(title):
        yield intents[0]
    # "Preterm labor second trimester with preterm delivery third trimester": the later one is where the pregnancy is.
    for match in list(_TRIMESTER.finditer(title))[-1:]:
        yield "trimester", match[1].lower(), match.span()
    yield from _qualifiers(title)


def _qualifiers(title: str) -> Iterator[Found]:
    for pattern, value in _OPENNESS:
        if match := pattern.search(title):
            yield "qualifiers", value, match.span()
            break
    if match := _FETUS.search(title):
        yield "qualifiers", match[1] or "fetus not applicable or unspecified", match.span()
    if match := _DEATH.search(title):
        yield "qualifiers", "death", match.span()
    if match := _OTHER.search(title):
        yield "qualifiers", "other", match.span()


def side(title: str) -> Found | None:
    """The side of the body that the title says outright; None where it says none, or names a chamber of the heart."""
    found: dict[str, tuple[int, int]] = {}
    for match in _SIDE.finditer(title):
        word, rest = match[1].lower(), title[match.end() :]
        if _NO_SIDE_AFTER.match(rest) or _NO_SIDE_BEFORE.search(title[: match.start()]):
            continue
        if word == "both":
            if not _BOTH_OF_A_PAIR.match(rest):
                continue
            word = "bilateral"
        found.setdefault(word, match.span())
    if "bilateral" in found:
        return "laterality", "bilateral", found["bilateral"]
    if "right" in found and "left" in found:
        return "laterality", "bilateral", found["right"]
    for word in ("right", "left"):
        if word in found:
            return "laterality", word, found[word]
    return None


def side_spans(title: str) -> list[tuple[int, int]]:
    """Where the title says right, left, bilateral or both, whatever they are about."""
    return [m.span() for m in _SIDE.finditer(title)]


_PAIRED = (
    "eye|eyelid|lid|ear|side|limb|extremity|arm|leg|hand|foot|ankle|knee|hip|thigh|shoulder|elbow|wrist|forearm|finger|toe|"
    "thumb|breast|ovary|testis|kidney|lung|femur|tibia|fibula|humerus|ulna|radius|clavicle|scapula|patella"
)
_OPEN_PART = re.compile(
    r"\bunilateral\b(?! neuralgiform)|(?<!and )\bunspecified (?:(?:upper|lower|single|descended|undescended) )*"
    rf"(?:{_PAIRED})s?(?:\(s\))?(?= |,|$)(?! (?:disease|failure|function|injury|injuries|disorder))",
    re.IGNORECASE,
)


def open_side(title: str) -> Found | None:
    """Where the title leaves the side of a paired part open: "unspecified finger", "unilateral" and no more."""
    match = _OPEN_PART.search(title)
    return ("laterality", "unspecified", match.span()) if match else None


def unspecified_spans(title: str) -> list[tuple[int, int]]:
    """Where the title says "unspecified", other than of a trimester."""
    return [m.span() for m in _UNSPECIFIED.finditer(title) if not title[m.end() :].lower().startswith(" trimester")]


_SIDE_OR_OPEN = re.compile(r"\b(?:right|left|bilateral|unspecified)\b", re.IGNORECASE)


def without_side(title: str) -> list[str]:
    """The title with each of its side words (and "unspecified") in turn replaced by a mark.

    Siblings that have such a form in common differ only in the side: "neck of § femur".
    """
    return [f"{title[: m.start()]}§{title[m.end() :]}".lower() for m in _SIDE_OR_OPEN.finditer(title)]


def collected(
    found: list[tuple[str, str, tuple[int, int]]], key: str, title: str
) -> tuple[dict[str, Any], list[Evidence]]:
    """Findings as values by axis, and the evidence for each."""
    values: dict[str, Any] = {}
    evidence = []
    for axis, value, (start, end) in found:
        evidence.append(Evidence(axis=axis, value=value, source=key, words=title[start:end].strip(" ,")))
        values[axis] = (*values.get(axis, ()), value) if axis == "qualifiers" else value
    return values, evidence
