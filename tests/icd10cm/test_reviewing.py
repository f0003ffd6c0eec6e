"""Reviewed oddities, the row that an unknown one asks for, and files of oddities that are not right."""

import datetime
import re

import pytest
import yaml

from nosograph.errors import BadInput, UnknownOddity
from nosograph.icd10cm.checking import find_oddities
from nosograph.icd10cm.model import Oddity, OddityKind
from nosograph.icd10cm.opening import default_file
from nosograph.icd10cm.parsing import parse_release
from nosograph.icd10cm.reading import read_tabular
from nosograph.icd10cm.reviewing import OWN_FILE, enforce, explain, load_oddities

from .conftest import excerpt


def test_an_unknown_oddity_stops_the_build_and_its_row_once_reviewed_lets_it_pass(tmp_path):
    xml = excerpt("n").replace(b"<name>C4A", b"<name>C4B")
    with pytest.raises(UnknownOddity) as stop:
        parse_release(xml, where="icd10cm_tabular_2027.xml")
    message = str(stop.value)
    assert message.startswith("icd10cm_tabular_2027.xml departs from the rules of ICD-10-CM")
    assert "\n" not in message
    assert f"icd10cm/{OWN_FILE.name}" in message
    row = (
        re.search(r"- \{.*\}", message)[0]
        .replace("why: ...", "why: seen and right")
        .replace("YYYY-MM-DD", "2026-11-22")
    )
    own = tmp_path / "own.yaml"
    own.write_text(f"oddities:\n  {row}\n", encoding="utf-8")
    assert "C4B" in parse_release(xml, oddities=load_oddities(own)).entries


def test_oddities_alike_share_one_row_and_others_are_counted():
    twins = [Oddity(kind=OddityKind.DESCRIPTION, code=code, detail="0 descriptions") for code in ("A00", "A01")]
    other = Oddity(kind=OddityKind.DUPLICATE, code="A02", detail="stands 2 times")
    message = explain([twins[0], other, twins[1]], where="x.xml")
    assert 'codes: ["A00", "A01"]' in message
    assert message.endswith("; 1 more to review after it")


def test_a_review_holds_for_the_detail_that_was_looked_at_and_no_other():
    seen = Oddity(kind=OddityKind.NOTE_IN_TABLE, code="S52", detail="B: seen", why="looked at", reviewed="2026-11-22")
    enforce([Oddity(kind=seen.kind, code="S52", detail="B: seen")], [seen], where="x.xml")
    with pytest.raises(UnknownOddity, match=r"S52 \(B: new\)"):
        enforce([Oddity(kind=seen.kind, code="S52", detail="B: new")], [seen], where="x.xml")


def test_every_reviewed_row_is_of_use_in_a_release_of_2021_2025_or_2026():
    found = set()
    for xml in (default_file().read_bytes(), excerpt("release_2021"), excerpt("release_2025")):
        found |= {(odd.kind, odd.code, odd.detail) for odd in find_oddities(read_tabular(xml, where="release"))}
    assert [row for row in load_oddities() if (row.kind, row.code, row.detail) not in found] == []


def test_every_reviewed_row_says_why_and_when():
    for row in load_oddities():
        assert len(row.why.split()) > 5
        assert datetime.date.fromisoformat(row.reviewed).year >= 2026


GOOD = {"kind": "duplicate code", "codes": ["A00"], "detail": "twice", "why": "looked at it", "reviewed": "2026-11-22"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("oddities: [", "is not YAML in UTF-8"),
        ("- 1", "has no list named oddities"),
        ("oddities: none", "has no list named oddities"),
        ("oddities: [1]", "row 1: needs the fields codes, detail, kind, reviewed, why and no others"),
        (GOOD | {"kind": "strange"}, "row 1: 'strange' is no kind of oddity; use one of unknown element"),
        (GOOD | {"kind": ["a"]}, "is no kind of oddity"),
        (GOOD | {"codes": []}, "row 1: codes must be a list of codes"),
        (GOOD | {"codes": [2]}, "each in quotes where it is a number"),
        (GOOD | {"why": "..."}, "row 1: detail and why must be text, and why must give the reason"),
        (GOOD | {"reviewed": "soon"}, "row 1: reviewed must be a day such as 2026-11-22"),
    ],
)
def test_a_file_of_oddities_that_is_not_right_is_refused_with_its_row(tmp_path, content, message):
    if isinstance(content, dict):
        row = content | {"reviewed": datetime.date(2026, 11, 22)} if content["reviewed"] != "soon" else content
        content = yaml.safe_dump({"oddities": [row]})
    own = tmp_path / "own.yaml"
    own.write_text(content, encoding="utf-8")
    with pytest.raises(BadInput, match=re.escape(message)) as refusal:
        load_oddities(own)
    assert str(refusal.value).startswith(str(own))


def test_a_file_of_oddities_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(BadInput, match="cannot be read"):
        load_oddities(tmp_path / "none.yaml")
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * (1024 * 1024 + 1))
    with pytest.raises(BadInput, match="too large"):
        load_oddities(large)
    binary = tmp_path / "binary.yaml"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadInput, match="is not YAML in UTF-8"):
        load_oddities(binary)
