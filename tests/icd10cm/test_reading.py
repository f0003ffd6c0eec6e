"""Hostile and mistaken files: each is refused with one line that names the file and the remedy."""

import re

import pytest

from nosograph.errors import BadInput
from nosograph.icd10cm import reading
from nosograph.icd10cm.reading import read_tabular

from .conftest import excerpt

HEAD = b'<?xml version="1.0" encoding="utf-8"?>\n'
BOMB = (
    b'<!DOCTYPE lolz [<!ENTITY lol "lol">'
    + b"".join(b'<!ENTITY lol%d "%s">' % (n, b"&lol%s;" % (str(n - 1).encode() if n else b"") * 10) for n in range(9))
    + b"]>"
)

REFUSED = {
    "nothing": (b"", "is empty"),
    "blanks": (b" \r\n\t", "is empty"),
    "cut short": (excerpt("a")[:1500], "is cut short"),
    "cut short in a tag": (excerpt("a")[: excerpt("a").index(b"<section") + 5], "is cut short"),
    "mismatched tags": (excerpt("a").replace(b"</chapter>", b"</chapters>", 1), "is damaged: mismatched tag"),
    "bytes that are not UTF-8": (excerpt("a").replace(b"COVID", b"COV\xffD", 1), "is damaged: not well-formed"),
    "noise": (bytes(range(1, 256)) * 4, "is not XML"),
    "binary": (b"\x00\x01\x02" * 50, "is binary or UTF-16"),
    "UTF-16": (excerpt("a").decode().encode("utf-16"), "is binary or UTF-16"),
    "Latin-1": (excerpt("a").replace(b"utf-8", b"iso-8859-1"), "declares the encoding iso-8859-1; convert it to UTF-8"),
    "UTF-7": (excerpt("a").replace(b"utf-8", b"utf-7"), "declares the encoding utf-7"),
    "a PDF": (b"%PDF-1.7\n%", "is a PDF"),
    "a web page": (b"<!DOCTYPE html><html><body>404 Not Found</body></html>", "is a web page"),
    "an order file": (b"00001 A00     0 Cholera          Cholera\n", "is not XML"),
    "an entity bomb": (HEAD + BOMB + b"<ICD10CM.tabular>&lol8;</ICD10CM.tabular>", "carries a document type or entity"),
    "an external entity": (
        HEAD + b'<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]><ICD10CM.tabular>&x;</ICD10CM.tabular>',
        "carries a document type or entity",
    ),
    "an external document type": (
        HEAD + b'<!DOCTYPE ICD10CM.tabular SYSTEM "http://127.0.0.1/x.dtd"><ICD10CM.tabular/>',
        "carries a document type or entity",
    ),
    "an Alphabetic Index": (
        HEAD + b"<ICD10CM.index><version>2026</version><title>ICD-10-CM INDEX</title></ICD10CM.index>",
        "is an Alphabetic Index (give that with --index), not the tabular list",
    ),
    "procedures": (HEAD + b"<ICD10PCS.tabular><version>2026</version></ICD10PCS.tabular>", "is ICD-10-PCS"),
    "an addendum": (HEAD + b"<ICD10CM.addenda/>", "is an addendum"),
    "another document": (HEAD + b"<ClaML version='2.0.0'/>", "has the root <ClaML>, not <ICD10CM.tabular>"),
    "no chapters": (HEAD + b"<ICD10CM.tabular><version>2026</version></ICD10CM.tabular>", "has no chapters"),
    "far too deep": (
        HEAD + b"<ICD10CM.tabular><chapter>" + b"<diag>" * 5000 + b"</diag>" * 5000 + b"</chapter></ICD10CM.tabular>",
        "nests its elements more than 40 deep",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_release_is_refused_in_one_line_that_names_the_file(kind):
    content, reason = REFUSED[kind]
    with pytest.raises(BadInput) as refusal:
        read_tabular(content, where="some_file.xml")
    message = str(refusal.value)
    assert message.startswith("some_file.xml ")
    assert reason in message
    assert re.search(r"; (?:give|download|convert)", message)
    assert "\n" not in message
    assert refusal.value.__cause__ is None


def test_a_file_larger_than_three_releases_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr(reading, "fromstring", None)
    with pytest.raises(BadInput, match="more than 32 MB"):
        read_tabular(b"<a>" + b" " * reading.LARGEST_XML + b"</a>", where="large.xml")


def test_a_file_of_countless_tags_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr(reading, "fromstring", None)
    with pytest.raises(BadInput, match="more than 1500000 tags"):
        read_tabular(b"<a>" + b"<b/>" * (reading.MOST_TAGS + 1) + b"</a>", where="tags.xml")


def test_an_addendum_in_another_format_is_told_by_its_name():
    with pytest.raises(BadInput, match="by its name an addendum, which lists only the changes"):
        read_tabular(b"Add  C93.3 ...", where="icd10cm_tabular_addenda_2026.txt")


@pytest.mark.parametrize("declared", [b"UTF-8", b"utf8", b"us-ascii"])
def test_every_name_of_utf_8_and_its_byte_order_mark_are_read(declared):
    plain = excerpt("a").replace(b"utf-8", declared)
    assert read_tabular(b"\xef\xbb\xbf" + plain, where="bom.xml").tag == "ICD10CM.tabular"
    assert read_tabular(plain, where="plain.xml").findtext("version") == "2026"


def test_a_control_character_in_a_foreign_root_does_not_reach_the_message():
    with pytest.raises(BadInput) as refusal:
        read_tabular("<a\u0085b/>".encode() + b"<x>", where="odd.xml")
    assert str(refusal.value).isprintable()
