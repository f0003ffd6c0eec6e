"""The official Alphabetic Index, where an operator gives it: its phrases as names of the entries that they lead to.

Worked example: below the main term "Pneumonia (acute) (double) ..." stand "viral, virus" and below that "in (due to)";
with the codes that are printed there they become the names "pneumonia viral virus" of J12.9 and so on. A code with a
trailing dash leads to what stands above. "Conjunctivitis - see ..." takes the codes of the phrase that it points to.
Words in parentheses are nonessential modifiers: a reader may leave them out, so they are left out here.
Refuses: what is no XML of the Index, or too large, with the remedy.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from nosograph.errors import BadInput
from nosograph.finding.naming import Name, NameKind
from nosograph.finding.words import stems_of
from nosograph.icd10cm.reading import LARGEST_XML
from nosograph.icd10cm.spelling import normalise
from nosograph.icd10cm.unpacking import unpack

ROOT = "ICD10CM.index"
_REMEDY = "give the XML of the Alphabetic Index, or the official zip that it comes in"
_PARENTHESES = re.compile(r"\([^()]*\)")
_ZIP = b"PK\x03\x04"
_Row = tuple[str, str | None, str | None]  # phrase, code, the phrase that it points to


def index_names(file: Path, keys: Collection[str]) -> list[Name]:
    """The phrases of the Index that lead to an entry, as names of it. Raises BadInput."""
    rows = list(_rows(_root(file)))
    led = {stems_of(phrase): code for phrase, code, _ in rows if code}
    found: dict[tuple[str, str], Name] = {}
    for phrase, code, see in rows:
        target = code or (led.get(stems_of(see)) if see else None)
        key = _key(target, keys) if target else None
        if key:
            found.setdefault((key, phrase), Name(key=key, text=phrase, kind=NameKind.INDEX))
    return list(found.values())


def _key(code: str, keys: Collection[str]) -> str | None:
    """The entry of a printed code; for a code of another release what stands above it."""
    try:
        key = normalise(code)
    except BadInput:
        return None
    while len(key) >= 3:  # a category has three characters
        if key in keys:
            return key
        key = key[:-1].rstrip(".")
    return None


def _root(file: Path) -> Element:
    try:
        if not file.is_file():
            raise BadInput(f"{file}: there is no such file; {_REMEDY}")
        with file.open("rb") as stream:
            start = stream.read(len(_ZIP))
        content = unpack(file, where=str(file), root=ROOT)[1] if start == _ZIP else file.read_bytes()
        if len(content) > LARGEST_XML:
            raise BadInput(f"{file}: is larger than any Alphabetic Index; {_REMEDY}")
        root: Element = fromstring(content)
    except (OSError, ParseError, DefusedXmlException, ValueError) as problem:
        raise BadInput(f"{file}: cannot be read ({problem}); {_REMEDY}") from problem
    if root.tag != ROOT:
        raise BadInput(f"{file}: its root is <{root.tag}>, not <{ROOT}>; {_REMEDY}")
    return root


def _rows(root: Element) -> Iterator[_Row]:
    for term in root.iter("mainTerm"):
        yield from _below(term, "")


def _below(term: Element, above: str) -> Iterator[_Row]:
    phrase = f"{above} {_title(term)}".strip()
    code, see = term.findtext("code"), term.findtext("see")
    if code or see:
        yield phrase, code, _plain(see) if see else None
    for inner in term.findall("term"):
        yield from _below(inner, phrase)


def _title(term: Element) -> str:
    """The words of a term without its nonessential modifiers, each inflection once."""
    title = term.find("title")
    if title is None:
        return ""
    words = _plain("".join([title.text or "", *(part.tail or "" for part in title)]))
    seen: dict[tuple[str, ...], str] = {}
    for word in words.split():
        seen.setdefault(stems_of(word), word)
    return " ".join(seen.values())


def _plain(text: str) -> str:
    return " ".join(_PARENTHESES.sub(" ", text).replace(",", " ").split())
