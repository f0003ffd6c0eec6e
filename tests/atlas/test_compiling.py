"""Building an atlas: the same inputs give the same bytes, and a build that fails changes nothing."""

import os
import re
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nosograph.atlas import compiling
from nosograph.atlas.compiling import build, fingerprint, up_to_date
from nosograph.atlas.pointing import current
from nosograph.atlas.reading import Atlas
from nosograph.errors import NosographError
from nosograph.icd10cm.opening import default_file

CHOLERA = b"<?xml version='1.0' encoding='utf-8'?><ICD10CM.tabular><version>2026</version>"
BAD = {
    "empty.xml": b"",
    "cut-short.xml": CHOLERA,
    "page.xml": b"<!DOCTYPE html><html><body>Not found</body></html>",
    "bomb.xml": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><ICD10CM.tabular>&b;</ICD10CM.tabular>',
    "other.xml": b"<?xml version='1.0'?><ICD10PCS.tabular/>",
    "broken.zip": b"PK\x03\x04 and no more",
    "picture.xml": b"\x89PNG\r\n\x1a\n\x00\x00",
}


BUILD = """
import sys
from pathlib import Path
from nosograph.atlas.compiling import build
build(Path(sys.argv[1]), release=Path(sys.argv[2]))
"""


def files(folder):
    return {p.name: p.read_bytes() for p in folder.iterdir()}


@pytest.fixture(scope="module")
def few_codes():
    """A release of a few real codes, JMML among them: enough where only the file matters."""
    return Path(__file__).parents[1] / "icd10cm" / "fixtures" / "case_e.xml"


@pytest.fixture(scope="module")
def built(few_codes, tmp_path_factory):
    """A folder with a finished atlas of these."""
    folder = tmp_path_factory.mktemp("built")
    build(folder, release=few_codes)
    return folder


@pytest.fixture
def folder(built, tmp_path):
    """A copy of it that a test may spoil."""
    copy = tmp_path / "atlas"
    shutil.copytree(built, copy)
    return copy


def test_a_second_build_gives_the_same_file(built, few_codes, tmp_path):
    again = build(tmp_path / "a" / "new", release=few_codes)
    assert again.name == current(built).path.name
    assert again.read_bytes() == current(built).path.read_bytes()


def test_a_build_in_another_process_gives_the_same_bytes_whatever_the_order_of_its_hashes(
    atlas_path, sample_release, tmp_path
):
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", BUILD, str(tmp_path), str(sample_release)], check=True, env=environment)
    assert current(tmp_path).path.read_bytes() == atlas_path.read_bytes()


def test_a_build_by_one_process_gives_the_same_bytes_as_by_two(atlas_path, sample_release, tmp_path, monkeypatch):
    monkeypatch.setattr("nosograph.atlas.sharing.MOST_PROCESSES", 1)
    assert build(tmp_path, release=sample_release).read_bytes() == atlas_path.read_bytes()


def test_the_file_is_named_by_release_and_content_and_open_to_all_readers(built):
    path = current(built).path
    assert re.fullmatch(r"atlas-2026-case-e-xml-[0-9a-f]{12}\.sqlite", path.name)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert Atlas.open(path).digest == path.stem[-12:]


def test_nothing_but_the_atlas_and_its_pointer_is_left_behind(built):
    assert set(files(built)) == {current(built).path.name, "current.json"}


@pytest.mark.parametrize("name", list(BAD))
def test_a_file_that_is_no_release_gets_one_clear_line_and_leaves_the_old_atlas_alone(folder, tmp_path, name):
    bad = tmp_path / name
    bad.write_bytes(BAD[name])
    before = files(folder)
    with pytest.raises(NosographError) as refused:
        build(folder, release=bad)
    assert "\n" not in str(refused.value)
    assert name in str(refused.value)
    assert files(folder) == before


def test_a_release_that_is_not_there_leaves_the_old_atlas_alone(folder, tmp_path):
    before = files(folder)
    with pytest.raises(NosographError, match=r"absent\.xml does not exist"):
        build(folder, release=tmp_path / "absent.xml")
    assert files(folder) == before


@pytest.mark.parametrize("error", [NosographError("the disk is full"), KeyboardInterrupt(), MemoryError()])
def test_a_build_that_stops_half_way_leaves_the_old_atlas_and_no_temporary_file(folder, few_codes, error):
    before = files(folder)

    def stop(phase, done, of):
        if phase == "Writing pages":
            raise error

    with pytest.raises(type(error)):
        build(folder, release=few_codes, progress=stop)
    assert files(folder) == before


def test_a_first_build_that_fails_leaves_no_atlas_and_no_pointer(tmp_path, few_codes):
    def stop(phase, done, of):
        if phase == "Packing the file":
            raise NosographError("stopped")

    with pytest.raises(NosographError, match="stopped"):
        build(tmp_path / "new", release=few_codes, progress=stop)
    assert files(tmp_path / "new") == {}
    assert current(tmp_path / "new") is None


def test_a_folder_that_cannot_be_made_is_told_with_the_remedy(tmp_path, few_codes):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NosographError, match=r"cannot be written .*NOSOGRAPH_DATA") as refused:
        build(tmp_path / "file" / "atlas", release=few_codes)
    assert "\n" not in str(refused.value)


def test_progress_tells_the_phases_in_order_and_counts_the_pages(few_codes, tmp_path):
    told = []
    build(tmp_path, release=few_codes, progress=lambda phase, done, of: told.append((phase, done, of)))
    phases = list(dict.fromkeys(phase for phase, _, _ in told))
    assert phases == [
        "Reading the release",
        "Reading lexicons",
        "Deriving facets",
        "Reading packs and plates",
        "Indexing names",
        "Writing pages",
        "Packing the file",
    ]
    pages = [(done, of) for phase, done, of in told if phase == "Writing pages"]
    assert [d for d, _ in pages] == sorted(d for d, _ in pages)
    assert pages[-1][0] == pages[-1][1]


def test_an_atlas_is_reused_while_nothing_that_it_is_made_from_has_changed(folder, few_codes):
    assert up_to_date(folder) == current(folder).path


def test_an_atlas_is_out_of_date_when_its_release_has_changed(tmp_path, few_codes):
    release = tmp_path / "release.xml"
    shutil.copy(few_codes, release)
    path = build(tmp_path / "atlas", release=release)
    assert up_to_date(tmp_path / "atlas") == path
    release.write_bytes(release.read_bytes().replace(b"Juvenile", b"juvenile", 1))
    assert up_to_date(tmp_path / "atlas") is None


def test_an_atlas_stays_current_while_the_operator_s_release_is_away(tmp_path, few_codes):
    release = tmp_path / "release.xml"
    shutil.copy(few_codes, release)
    path = build(tmp_path / "atlas", release=release)
    release.unlink()
    assert up_to_date(tmp_path / "atlas") == path


def test_there_is_nothing_to_reuse_in_an_empty_folder(tmp_path):
    assert up_to_date(tmp_path) is None
    assert up_to_date(tmp_path / "absent") is None


@pytest.mark.parametrize("kind", ["packs", "plates"])
def test_a_changed_pack_or_plate_gives_another_fingerprint(tmp_path, monkeypatch, kind):
    place = getattr(compiling, f"{kind}_folder")()
    copy = tmp_path / kind
    shutil.copytree(place, copy)
    monkeypatch.setattr(compiling, f"{kind}_folder", lambda: copy)
    before = fingerprint(None)
    file = sorted(copy.rglob("*.yaml" if kind == "packs" else "*.svg"))[0]
    file.write_bytes(file.read_bytes() + b"\n")
    changed = fingerprint(None)
    assert changed != before
    file.rename(file.with_name(f"renamed{file.suffix}"))
    assert fingerprint(None) not in (before, changed)


def test_the_fingerprint_depends_on_the_release_and_on_nothing_else_outside(few_codes, tmp_path):
    copy = tmp_path / few_codes.name
    shutil.copy(few_codes, copy)
    assert fingerprint(copy) == fingerprint(few_codes)
    assert fingerprint(None) == fingerprint(default_file())
    assert fingerprint(None) != fingerprint(few_codes)


def test_a_second_build_keeps_the_atlas_before_it_and_removes_older_ones(tmp_path, few_codes):
    folder, release = tmp_path / "atlas", tmp_path / "release.xml"
    paths = []
    for name in (b"Juvenile", b"juvenile", b"CHOLERA"):
        release.write_bytes(few_codes.read_bytes().replace(b"Juvenile", name, 1))
        paths.append(build(folder, release=release))
    assert len(set(paths)) == 3
    assert [p.is_file() for p in paths] == [False, True, True]
    assert current(folder).path == paths[-1]


def test_what_a_killed_build_left_is_removed_after_a_day_and_not_before(tmp_path, few_codes):
    old, young = tmp_path / ".building-old.sqlite", tmp_path / ".building-young.sqlite"
    for left in (old, young):
        left.write_bytes(b"half")
    os.utime(old, (time.time() - 90_000, time.time() - 90_000))
    build(tmp_path, release=few_codes)
    assert (old.exists(), young.exists()) == (False, True)
