"""Where a release comes from: the one that is installed, an XML, a zip, and everything that is neither."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from nosograph.errors import BadInput, NotFound, UnknownOddity
from nosograph.icd10cm import opening, unpacking
from nosograph.icd10cm.opening import default_file, open_release

from .conftest import FIXTURES, excerpt

INDEX = b"<ICD10CM.index><version>2026</version></ICD10CM.index>"


@pytest.fixture
def zipped(tmp_path):
    """Write a zip of the given members and return its path."""

    def write(members, name="release.zip"):
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members.items():
                archive.writestr(member, content)
        return path

    return write


def test_the_release_that_comes_with_nosograph_has_a_name_for_people(release):
    assert release.name == "ICD-10-CM 2026 (April 1, 2026)"


def test_the_package_that_carries_the_release_is_never_imported():
    program = (
        "import sys; from nosograph.icd10cm.opening import default_file; default_file(); "
        "sys.exit('simple_icd_10_cm' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_without_that_package_the_remedy_is_named(monkeypatch):
    monkeypatch.setattr(opening, "DEFAULT_PACKAGE", "a_package_that_is_not_installed")
    with pytest.raises(NotFound, match=r"install simple-icd-10-cm 1\.5\.0 again, or name a release of your own"):
        open_release()


def test_a_release_of_ones_own_is_named_by_version_and_file():
    assert open_release(FIXTURES / "release_2025.xml").name == "ICD-10-CM 2025 (release_2025.xml)"


def test_a_zip_gives_the_very_release_of_the_xml_in_it(zipped):
    path = zipped(
        {
            "Table and Index/icd10cm_index_2025.xml": INDEX,
            "Table and Index/icd10cm_tabular_2025.pdf": b"%PDF-1.7",
            "Table and Index/release_2025.xml": excerpt("release_2025"),
            "__MACOSX/._release_2025.xml": b"\x00\x05\x16\x07",
        }
    )
    assert open_release(path) == open_release(FIXTURES / "release_2025.xml")


def test_of_several_tabular_lists_in_a_zip_the_newest_named_wins(zipped):
    path = zipped(
        {
            "icd10cm_tabular_2025.xml": excerpt("release_2021"),
            "icd10cm-tabular-April-2025.xml": excerpt("release_2025"),
            "old/icd10cm_tabular_2024.xml": excerpt("release_2021"),
        }
    )
    assert open_release(path).name == "ICD-10-CM 2025 (icd10cm-tabular-April-2025.xml)"


def test_a_zip_whose_newest_cannot_be_told_is_refused_with_the_names(zipped):
    path = zipped({"one/tabular.xml": excerpt("a"), "two/tabular.xml": excerpt("b")})
    with pytest.raises(
        BadInput, match=r"several files with the root <ICD10CM.tabular> \(one/tabular.xml, two/tabular.xml\)"
    ):
        open_release(path)


def test_a_zip_without_a_tabular_list_is_refused(zipped):
    with pytest.raises(
        BadInput, match=r"release\.zip holds no XML with the root <ICD10CM\.tabular>; give the official"
    ):
        open_release(zipped({"icd10cm_index_2026.xml": INDEX, "readme.txt": b"hello"}))


def test_a_zip_bomb_is_refused_at_the_limit_and_not_unpacked(zipped, monkeypatch):
    monkeypatch.setattr(unpacking, "LARGEST_XML", 1024 * 1024)
    path = zipped({"icd10cm_tabular_2026.xml": b"<ICD10CM.tabular>" + b" " * 3 * 1024 * 1024})
    assert path.stat().st_size < 10_000
    with pytest.raises(BadInput, match=r"unpacks icd10cm_tabular_2026\.xml to more than 1 MB, unlike any release"):
        open_release(path)


def test_a_zip_of_countless_members_is_refused(zipped):
    with pytest.raises(BadInput, match="holds 1001 files, far more than the official zip"):
        open_release(zipped({f"{number}.xml": b"" for number in range(1001)}))


def test_a_zip_that_declares_millions_of_members_is_refused_before_they_are_listed(zipped, monkeypatch):
    path = zipped({"icd10cm_tabular_2026.xml": excerpt("a")})
    content = bytearray(path.read_bytes())
    end = content.rindex(b"PK\x05\x06")
    content[end + 12 : end + 16] = (500_000_000).to_bytes(4, "little")
    path.write_bytes(bytes(content))
    monkeypatch.setattr(unpacking.zipfile, "ZipFile", None)
    with pytest.raises(BadInput, match="declares far more files than the official zip holds"):
        open_release(path)


def test_a_truncated_or_corrupted_zip_is_refused(zipped, tmp_path):
    whole = zipped({"icd10cm_tabular_2026.xml": excerpt("a")}).read_bytes()
    middle = len(whole) // 3
    for damaged in (whole[: len(whole) // 2], whole[:middle] + b"\xff" * 40 + whole[middle + 40 :], b"PK\x03\x04"):
        path = tmp_path / "damaged.zip"
        path.write_bytes(damaged)
        with pytest.raises(BadInput, match=r"damaged\.zip is a damaged or unusual zip; download it again"):
            open_release(path)


def test_a_zip_with_a_password_is_refused(zipped):
    path = zipped({"icd10cm_tabular_2026.xml": excerpt("a")})
    content = bytearray(path.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + flags] |= 1
    path.write_bytes(bytes(content))
    with pytest.raises(BadInput, match="is locked with a password; unpack it"):
        open_release(path)


def test_errors_inside_a_zip_name_both_the_xml_and_the_zip(zipped):
    path = zipped({"folder/cut.xml": excerpt("a")[:1500]})
    with pytest.raises(BadInput, match=r"^cut\.xml in .*release\.zip is cut short"):
        open_release(path)


def test_a_path_that_leads_to_no_file_is_refused(tmp_path):
    with pytest.raises(NotFound, match=r"none\.xml does not exist; give the official tabular XML"):
        open_release(tmp_path / "none.xml")
    with pytest.raises(BadInput, match="is not a file; give the official"):
        open_release(tmp_path)
    with pytest.raises(BadInput, match="is not a file"):
        open_release(Path("/dev/zero"))
    with pytest.raises(NotFound, match="does not exist"):
        open_release(Path("a\nb\x00.xml"))
    with pytest.raises((BadInput, NotFound)):
        open_release(tmp_path / ("x" * 5000))


def test_a_file_far_larger_than_a_release_is_refused_unread(tmp_path):
    path = tmp_path / "huge.xml"
    with path.open("wb") as stream:
        stream.truncate(64 * 1024 * 1024)
    with pytest.raises(BadInput, match=r"huge\.xml has 64 MB, far more than any release"):
        open_release(path)


def test_other_files_beside_the_release_are_refused():
    with pytest.raises(BadInput, match=r"code-list-April-2026\.txt is not XML"):
        open_release(default_file().with_name("code-list-April-2026.txt"))


def test_an_operators_own_review_lets_a_new_release_through(tmp_path):
    new = tmp_path / "icd10cm_tabular_2027.xml"
    new.write_bytes(excerpt("n").replace(b"<name>C4A", b"<name>C4B"))
    with pytest.raises(UnknownOddity, match=r"category outside its block at C4B \(stands in C43-C44\)"):
        open_release(new)
    own = tmp_path / "own.yaml"
    own.write_text(
        "oddities:\n  - {kind: category outside its block, codes: [C4B], detail: stands in C43-C44, "
        "why: looked at for this test, reviewed: 2026-11-22}\n",
        encoding="utf-8",
    )
    assert open_release(new, extra_oddities=own).entries["C4B"].parent == "C43-C44"
