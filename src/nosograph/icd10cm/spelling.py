"""Codes as people type them, and as Nosograph writes them.

Worked example: `c9332`, ` C93.32 ` and `c93-32` are all `C93.32`; `c00–c14` is the block `C00-C14`; `02` is the
chapter `2`.
Refuses (BadInput) whatever cannot be a code, a block or a chapter: words, ranges of subcategories, an empty text.
The server uses this file, so it imports nothing that parses.
"""

import re
from collections.abc import Container, Iterator

from nosograph.errors import BadInput

CATEGORY = r"[A-Z](?:[0-9][0-9A-Z]|[A-Z][0-9])"
"""Three characters: a letter, then a digit and a digit or letter (C7A); since 2026 also a letter and a digit (QA0)."""

CODE = CATEGORY + r"(?:\.[0-9A-Z]{1,4})?"
"""A category, or a category, a point and one to four characters (Official Guidelines, section I.A.2)."""

LONGEST_INPUT = 40

_FULL_WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_IGNORED = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), None)
_PLAIN = _FULL_WIDTH | _DASHES | _IGNORED

_PREFIX = re.compile(r"^\s*ICD[\s-]*10(?:[\s-]*CM)?(?:[\s:.-]+|(?=[A-Z]))", re.IGNORECASE)
_LOOK_ALIKE = str.maketrans("OIL", "011")
_CHAPTER = re.compile(r"(?:CHAPTER)?0*([1-9][0-9]?)")
_RANGE = re.compile(rf"({CATEGORY})-+({CATEGORY})")
_BARE = re.compile(rf"{CATEGORY}[0-9A-Z]{{0,4}}")


def dotted(bare: str) -> str:
    """`S72001A` as `S72.001A`; a category stays as it is."""
    return bare if len(bare) <= 3 else f"{bare[:3]}.{bare[3:]}"


def undotted(code: str) -> str:
    """`S72.001A` as `S72001A`, the form of the official code lists."""
    return code.replace(".", "")


def printable(text: str, *, longest: int = 60) -> str:
    """Foreign text made fit for one line of a message: no control characters, no more than `longest` characters."""
    clean = "".join(character if character.isprintable() else "?" for character in text)
    return clean if len(clean) <= longest else clean[: longest - 1] + "…"


def normalise(text: str) -> str:
    """The one spelling of a code (`S72.001A`), a block (`C00-C14`) or a chapter (`2`) that somebody typed.

    Letters may be small, the point absent or misplaced, blanks and dashes anywhere, and a note's open end (`S72.-`)
    is taken off. Whether the entry exists is for `resolve` to say. Raises BadInput for anything else.
    """
    if len(text) > LONGEST_INPUT:
        raise _not_a_code(text)
    plain = "".join(text.translate(_PLAIN).upper().split())
    if chapter := _CHAPTER.fullmatch(plain):
        return chapter[1]
    closed = plain.rstrip(".-")
    if block := _RANGE.fullmatch(closed.replace(".", "")):
        return f"{block[1]}-{block[2]}"
    bare = closed.replace(".", "").replace("-", "")
    if _BARE.fullmatch(bare):
        return dotted(bare)
    raise _not_a_code(text)


def without_prefix(text: str) -> str:
    """The text without the name of the classification before it: `ICD-10-CM: S72.001A`."""
    return _PREFIX.sub("", text)


def resolve(release_keys: Container[str], text: str) -> str | None:
    """The key of the entry that the text names, or None where it names none; never raises.

    `B20` is the category and `B20-B20` the block, as everywhere.
    """
    for typed in _readings(without_prefix(text)):
        try:
            key = normalise(typed)
        except BadInput:
            continue
        if key in release_keys:
            return key
    return None


def _readings(text: str) -> Iterator[str]:
    """The text, and what it is where letters were taken for the digits that look like them: `I1O` is `I10`."""
    yield text
    bare = text.strip()
    if bare and len(bare) <= LONGEST_INPUT:
        yield bare[0] + bare[1:].upper().translate(_LOOK_ALIKE)
        if bare[0] == "0":
            yield "O" + bare[1:]


def _not_a_code(text: str) -> BadInput:
    return BadInput(
        f"{printable(text)!r} is not an ICD-10-CM code; give a code such as C93.32, a block such as C00-C14 "
        "or a chapter such as 2"
    )
