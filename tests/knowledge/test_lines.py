"""YAML with its lines: every problem names the line to correct, and a pack is plain data."""

import pytest

from nosograph.errors import BadInput
from nosograph.knowledge.lines import Lined

from .conftest import JMML


def test_data_is_read_with_folded_sentences_on_one_line():
    data = Lined(JMML, "packs/jmml.yaml").data
    assert (
        data["statements"][0]["text"]
        == "JMML is a rare blood cancer of young children. The marrow makes too many monocytes."
    )
    assert data["applies"] == {"entries": ["C93.3"]}
    assert data["written"] == "2026-11-22"


def test_numbers_stay_numbers_and_yes_is_true():
    assert Lined("year: 2025\nopening: yes\nurgent: false\nshare: 1.5\nclock: 1:30\nhex: 0x1F\n", "a.yaml").data == {
        "year": 2025,
        "opening": True,
        "urgent": False,
        "share": "1.5",
        "clock": "1:30",
        "hex": "0x1F",
    }


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ((), 2),
        (("id",), 2),
        (("applies", "entries", 0), 6),
        (("statements",), 11),
        (("statements", 0, "text"), 14),
        (("statements", 1), 19),
        (("statements", 1, "sources", 0, "at"), 22),
        (("statements", 1, "urgent"), 19),  # not there: the nearest part that is
        (("nothing", "at", "all"), 2),
    ],
)
def test_a_part_is_found_by_its_line(part, line):
    file = Lined(JMML, "packs/jmml.yaml")
    assert file.line(part) == line
    assert file.at(part) == f"packs/jmml.yaml:{line}"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("id: jmml\ntitle: a\nid: other\n", 3, "'id' stands here twice"),
        ("applies:\n  entries: [C93.3]\n  entries: [C91]\n", 3, "'entries' stands here twice"),
        ("a: &anchor 1\nb: *anchor\n", 1, "alias"),
        ("a: &loop [*loop]\n", 1, "alias"),
        ("id: x\nrun: !!python/object/apply:os.system [ls]\n", 2, "tag"),
        ("id: x\nother: !mine value\n", 2, "tag"),
        ("id: x\ntext: [1, 2\n", 3, "not readable as YAML"),
        ("id: x\n\ttext: tab\n", 2, "not readable as YAML"),
        ("id: x\n---\nid: y\n", 2, "not readable as YAML"),
        ("", 1, "the file is empty"),
        ("# only a remark\n", 1, "the file is empty"),
    ],
)
def test_what_is_not_plain_data_is_refused_with_its_line(text, line, words):
    with pytest.raises(BadInput) as refused:
        Lined(text, "packs/a.yaml")
    assert str(refused.value).startswith(f"packs/a.yaml:{line}: ")
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_utf_8_is_refused_by_name(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes("id: M\xe9ni\xe8re".encode("latin-1"))
    with pytest.raises(BadInput, match=r"packs/a\.yaml: cannot be read .*UTF-8"):
        Lined.read(file, "packs/a.yaml")
    with pytest.raises(BadInput, match=r"packs/b\.yaml: cannot be read"):
        Lined.read(tmp_path / "b.yaml", "packs/b.yaml")
