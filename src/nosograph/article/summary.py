"""The one plain sentence at the top of a page, at most 300 characters.

Where a pack has written one for this very code or its condition, that is it. Else it is composed: the everyday name of
the nearest entry that has one, the title with its plain words, and what the 7th character says. Where that would say no
more than the title, the meaning of the pack follows that tells what the thing is.
Worked example: "Broken hip: fracture of unspecified part of neck of right femur (thigh bone), at the time
of active treatment."
"""

from collections.abc import Sequence

from nosograph.article.decoding import SEVENTHS
from nosograph.article.plain import Glosses
from nosograph.facets.model import Facets, Kind
from nosograph.icd10cm.model import Entry, Level
from nosograph.knowledge.choosing import Chosen
from nosograph.knowledge.model import Pack, Scope
from nosograph.lexicons.model import Lexicons

LONGEST = 300
_MOST = 3  # terms of a title that are explained in it


def summarize(
    entry: Entry, above: Sequence[Entry], facets: Facets, chosen: Chosen, lexicons: Lexicons, glosses: Glosses
) -> str:
    """The summary sentence of an entry, of which `chosen` is what its page says."""
    packs = chosen.packs
    written = _written(entry, facets, packs)
    if written:
        return written
    own = lexicons.everyday_names.get(entry.key)
    if own and own.meaning and entry.level in (Level.CHAPTER, Level.BLOCK):
        return _fitted(f"{_capital(own.everyday)}: {own.meaning}.")
    name = own or next(
        (n for e in reversed(above) if e.level is not Level.CHAPTER and (n := lexicons.everyday_names.get(e.key))), None
    )
    title, tail = _title_and_tail(entry)
    glossed = glosses.glossed(title, _MOST)
    if not tail and (not name or name.everyday.lower() in glossed.lower()):
        meaning = _meaning_of_the_opening(chosen)
        told = _capital(f"{glossed}: {_lowered(meaning)}")
        if meaning and len(told) <= LONGEST:
            return told
    for most in (_MOST, 1, 0):
        body = glosses.glossed(title, most)
        if name and name.everyday.lower() not in body.lower():
            body = f"{_capital(_told_by_intent(name.everyday, facets))}: {body}"
        text = _capital(f"{body}{tail}".removesuffix(".") + ".")  # a title may end in "etc."
        if len(text) <= LONGEST:
            return text
    return _fitted(f"{title}{tail}.")


def _told_by_intent(everyday: str, facets: Facets) -> str:
    """The everyday name of a kind of medicine, which leaves open what happened with it, where the code says what."""
    if not everyday.startswith(_ANY_HARM) or not facets.intent:
        return everyday
    return _HARMS.get(facets.intent, "poisoning by ") + everyday.removeprefix(_ANY_HARM)


_ANY_HARM = "harm from, or too little of, "
_HARMS = {"adverse effect": "side effect of ", "underdosing": "too little of "}


def _written(entry: Entry, facets: Facets, packs: Sequence[Pack]) -> str | None:
    """The meaning that a pack gives this code, or its condition where the code adds nothing that would be lost."""
    for pack in packs:
        if pack.meaning and pack.scope is Scope.CODE and pack.applies.entries:
            return pack.meaning
    for pack in packs:
        if pack.meaning and pack.scope is Scope.CONDITION and entry.key in pack.applies.entries:
            return pack.meaning if _tells_enough(pack, facets) else _fitted(f"{entry.title}: {_lowered(pack.meaning)}")
        if pack.meaning and pack.scope is Scope.CONDITION and facets.remission:
            return _fitted(
                f"{pack.meaning.rstrip('.')}; this code says it is {_status(facets.remission, facets.kind)}."
            )
    return None


def _meaning_of_the_opening(chosen: Chosen) -> str:
    """The meaning of the pack that says on this page what the condition is: it holds where that statement holds."""
    opening = next((chosen.sections[name][0] for name in _OPENS if chosen.sections.get(name)), None)
    if opening is None or opening.scope is not Scope.CONDITION:
        return ""
    return next((p.meaning for p in chosen.packs if p.meaning and p.id == opening.pack), "")


_OPENS = ("definition", "meaning")
_MIXED = 12
"""Entries below which a pack still is about one thing; what more have in common tells little of each."""


def _tells_enough(pack: Pack, facets: Facets) -> bool:
    """Whether the meaning of a pack can stand without the title: it loses no side, and is about one thing."""
    side = facets.laterality if facets.laterality in ("right", "left") else ""
    return side in (pack.meaning or "").lower() and len(pack.applies.entries) <= _MIXED


def _status(remission: str, kind: Kind) -> str:
    """The state of remission in words; there is no test for a mental illness, so that of one is told by its signs."""
    if kind is Kind.MENTAL and remission == "in remission":
        return "in remission, which means that its signs are gone or much less now"
    return _STATUS[remission]


_STATUS = {
    "in relapse": "in relapse, which means that it has come back",
    "in remission": "in remission, which means that tests find no sign of it now",
    "not having achieved remission": "not in remission, which means that tests still find it",
}


def _title_and_tail(entry: Entry) -> tuple[str, str]:
    if not entry.seventh:
        return entry.title, ""
    meaning = entry.seventh.meaning
    title = entry.title.removesuffix(f", {meaning}")
    for words, plain in SEVENTHS:
        if words in meaning:
            rest = meaning.replace(words, "").removeprefix(" for ").removeprefix(" of ").strip()
            return title, f", {rest}; {plain}" if rest else f"; {plain}"
    return title, f"; {meaning}"


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _lowered(text: str) -> str:
    """A sentence after a colon; a name that is written large keeps its letter."""
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"


def _fitted(text: str) -> str:
    """The text, cut at a word where it is too long."""
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
