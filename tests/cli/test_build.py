"""`nosograph build`: compiles the atlas into the data folder, and only where something has changed."""

import json
import shutil
from pathlib import Path

import pytest

from nosograph.atlas.pointing import current


@pytest.fixture
def few_codes():
    """A release of a few real codes, JMML among them."""
    return Path(__file__).parents[1] / "icd10cm" / "fixtures" / "case_e.xml"


@pytest.fixture
def atlases(run, tmp_path, monkeypatch):
    """The folder of the atlases; no atlas is named from outside."""
    monkeypatch.delenv("NOSOGRAPH_ATLAS")
    return tmp_path / "data" / "atlas"


def test_an_atlas_is_built_and_its_path_printed_with_progress_on_stderr(run, atlases, few_codes):
    ran = run("build", "--release", str(few_codes))
    assert ran.code == 0
    assert ran.out == f"{current(atlases).path}\n"
    for phase in ("Reading the release", "Deriving facets", "Writing pages", "Packing the file"):
        assert phase in ran.err


def test_a_second_build_of_the_same_is_left_out_unless_it_is_forced(run, atlases, few_codes):
    run("build", "--release", str(few_codes))
    again = run("build", "--release", str(few_codes))
    assert (again.code, again.out, again.err) == (0, f"{current(atlases).path} (nothing has changed)\n", "")
    forced = run("build", "--release", str(few_codes), "--force")
    assert forced.out == f"{current(atlases).path}\n"


def test_the_other_commands_use_what_was_built(run, atlases, few_codes):
    run("build", "--release", str(few_codes))
    assert json.loads(run("show", "C93.32", "--json").out)["release"] == "ICD-10-CM 2026 (case_e.xml)"


@pytest.mark.parametrize(
    ("name", "content"), [("empty.xml", b""), ("page.html", b"<html>404</html>"), ("broken.zip", b"PK\x03\x04")]
)
def test_a_file_that_is_no_release_exits_1_and_changes_nothing(run, atlases, few_codes, tmp_path, name, content):
    run("build", "--release", str(few_codes))
    before = sorted(atlases.iterdir()), current(atlases)
    (tmp_path / name).write_bytes(content)
    ran = run("build", "--release", str(tmp_path / name))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[-1].startswith("nosograph: ")
    assert name in ran.err.splitlines()[-1]
    assert (sorted(atlases.iterdir()), current(atlases)) == before


def test_a_release_that_does_not_exist_exits_1(run, atlases, tmp_path):
    ran = run("build", "--release", str(tmp_path / "absent.xml"))
    assert ran.code == 1
    assert "does not exist" in ran.err


def test_another_release_takes_the_place_of_the_first(run, atlases, few_codes, tmp_path):
    run("build", "--release", str(few_codes))
    first = current(atlases).path
    shutil.copy(few_codes, tmp_path / "mine.xml")
    run("build", "--release", str(tmp_path / "mine.xml"))
    assert current(atlases).path != first
    assert current(atlases).release == tmp_path / "mine.xml"
