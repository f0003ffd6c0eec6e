"""`nosograph check`: every pack, lexicon and plate against its rules, each problem with file and line."""

import shutil

import pytest

from facets import whole
from nosograph.illustration.plates import plates_folder
from nosograph.knowledge.reading import packs_folder


@pytest.fixture(autouse=True)
def _one_release(monkeypatch):
    """The release is read once for all of these tests."""
    monkeypatch.setattr("nosograph.cli.check.open_release", whole.release)


def test_the_product_keeps_its_rules(run):
    ran = run("check")
    assert (ran.code, ran.out, ran.err) == (0, "packs, lexicons and plates keep their rules\n", "")


def test_each_problem_is_one_line_with_file_and_line_and_the_exit_code_is_1(run, tmp_path, monkeypatch):
    packs = tmp_path / "packs"
    shutil.copytree(packs_folder(), packs)
    jmml = next(packs.rglob("jmml.yaml"))
    text = jmml.read_text(encoding="utf-8")
    jmml.write_text(text.replace("scope: this condition", "scope: this illness", 1), encoding="utf-8")
    (packs / "kinds" / "twice.yaml").write_text("id: twice\nid: again\n", encoding="utf-8")
    monkeypatch.setattr("nosograph.knowledge.checking.packs_folder", lambda: packs)
    ran = run("check")
    line = text[: text.index("scope: this condition")].count("\n") + 1
    assert ran.code == 1
    assert any(x.startswith(f"packs/conditions/leukemia/jmml.yaml:{line}: scope: ") for x in ran.out.splitlines())
    assert "packs/kinds/twice.yaml:2: 'id' stands here twice; keep one" in ran.out.splitlines()
    assert ran.err == f"nosograph: {len(ran.out.splitlines())} problems found\n"


def test_a_broken_plate_is_told_by_its_file(run, tmp_path, monkeypatch):
    plates = tmp_path / "plates"
    shutil.copytree(plates_folder(), plates)
    plate = sorted(plates.rglob("*.svg"))[0]
    plate.write_text(plate.read_text(encoding="utf-8").replace('id="base"', 'id="ground"', 1), encoding="utf-8")
    monkeypatch.setattr("nosograph.illustration.plates.plates_folder", lambda: plates)
    ran = run("check")
    assert ran.code == 1
    assert ran.out == f"{plate.name}: no <g id='base'>; put what is always drawn into it\n"
    assert ran.err == "nosograph: 1 problem found\n"
