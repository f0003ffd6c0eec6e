"""Bytes that claim to be the official tabular XML, to an element tree that is safe to walk.

Worked example: the 10 MB of the April 2026 release become one tree with the root `ICD10CM.tabular`, 22 chapters below.
Refuses, each time with one line that names the file and the remedy: what is not XML, is cut short, is not UTF-8,
carries a document type or entities (so no entity bomb expands and no file or address is opened), is far larger or
deeper than any release, or is another document (the Alphabetic Index, an addendum, ICD-10-PCS).
"""

import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from nosograph.errors import BadInput
from nosograph.icd10cm.spelling import printable

ROOT = "ICD10CM.tabular"
REMEDY = "give the official tabular XML, such as icd10cm_tabular_2026.xml, or the zip that it comes in"

# The April 2026 release has 10 MB, 0.34 million tags and 11 levels.
LARGEST_XML = 32 * 1024 * 1024
MOST_TAGS = 1_500_000
DEEPEST = 40

_ENCODING = re.compile(rb"^\s*(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_UTF8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_SIGNATURES = (
    (b"%PDF", "is a PDF"),
    (b"PK\x03\x04", "is a zip inside a zip or a spreadsheet"),
    (b"\x1f\x8b", "is a gzip file"),
    (b"SQLite format 3", "is a database"),
)


def read_tabular(xml: bytes, *, where: str) -> Element:
    """The root of the tree; `where` names the file in messages. Raises BadInput for everything refused above."""
    _refuse_unreadable(xml, where)
    try:
        root: Element = fromstring(xml, forbid_dtd=True)
    except DefusedXmlException:
        raise BadInput(
            f"{where} carries a document type or entity declarations, which no official release has; {REMEDY}"
        ) from None
    except ParseError as problem:
        raise BadInput(_explain(problem, where)) from None
    _refuse_other_documents(root, where)
    _refuse_depth(root, where)
    return root


def _refuse_unreadable(xml: bytes, where: str) -> None:
    """Whatever can be told from the bytes alone, before any parser sees them."""
    start = xml[:2048].lstrip()
    if not xml.strip():
        raise BadInput(f"{where} is empty; download it again, or {REMEDY}")
    if len(xml) > LARGEST_XML:
        raise BadInput(f"{where} has more than {LARGEST_XML // 1024**2} MB, three times any release; {REMEDY}")
    for signature, kind in _SIGNATURES:
        if start.startswith(signature):
            raise BadInput(f"{where} {kind}, not XML; {REMEDY}")
    if start[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in xml:
        raise BadInput(f"{where} is binary or UTF-16, not UTF-8 text; {REMEDY}")
    declared = _ENCODING.match(xml)
    if declared and declared[1].decode("ascii", "replace").lower() not in _UTF8:
        name = printable(declared[1].decode("ascii", "replace"))
        raise BadInput(f"{where} declares the encoding {name}; convert it to UTF-8, or {REMEDY}")
    if b"<html" in start[:1024].lower() or start[:14].lower() == b"<!doctype html":
        raise BadInput(f"{where} is a web page, perhaps that of a failed download; {REMEDY}")
    if not start.removeprefix(b"\xef\xbb\xbf").startswith(b"<"):
        raise BadInput(f"{where} is not XML{_addendum(where)}; {REMEDY}")
    if xml.count(b"<") > MOST_TAGS or xml.count(b"=") > MOST_TAGS:
        raise BadInput(f"{where} has more than {MOST_TAGS} tags, many times any release; {REMEDY}")


def _explain(problem: ParseError, where: str) -> str:
    if "no element found" in str(problem) or "unclosed" in str(problem):
        return f"{where} is cut short: its XML ends unfinished after line {problem.position[0]}; download it again"
    return f"{where} is damaged: {printable(str(problem), longest=100)}; download it again, or {REMEDY}"


def _refuse_other_documents(root: Element, where: str) -> None:
    if root.tag == ROOT:
        if root.find("chapter") is None:
            raise BadInput(f"{where} has no chapters; {REMEDY}")
        return
    tag = printable(root.tag)
    if root.tag == "ICD10CM.index":
        kind = "is an Alphabetic Index (give that with --index), not the tabular list"
    elif root.tag.startswith("ICD10PCS"):
        kind = "is ICD-10-PCS, the list of procedures, not ICD-10-CM"
    elif "addend" in root.tag.lower() or _addendum(where):
        kind = f"is an addendum (root <{tag}>), which lists only the changes"
    else:
        kind = f"has the root <{tag}>, not <{ROOT}>"
    raise BadInput(f"{where} {kind}; {REMEDY}")


def _addendum(where: str) -> str:
    return ", by its name an addendum, which lists only the changes" if "addend" in where.lower() else ""


def _refuse_depth(root: Element, where: str) -> None:
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise BadInput(f"{where} nests its elements more than {DEEPEST} deep, unlike any release; {REMEDY}")
        level = [child for element in level for child in element if len(child)]
