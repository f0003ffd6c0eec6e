"""Which atlas is the current one: a small file that is replaced in one step, and never trusted blindly."""

import json

import pytest

from nosograph.atlas.pointing import Current, current, remember


def made(folder, name, **more):
    path = folder / f"atlas-{name}.sqlite"
    path.write_bytes(name.encode())
    return Current(path=path, fingerprint=f"mark of {name}", **more)


def test_what_was_remembered_is_current(tmp_path):
    one = made(tmp_path, "one")
    remember(tmp_path, one)
    assert current(tmp_path) == one


def test_the_operator_s_own_files_are_remembered_by_their_full_paths(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    release, oddities = tmp_path / "tabular.xml", tmp_path / "oddities.yaml"
    remember(
        tmp_path, made(tmp_path, "one", release=release.relative_to(tmp_path), oddities=oddities.relative_to(tmp_path))
    )
    assert (current(tmp_path).release, current(tmp_path).oddities) == (release, oddities)


def test_a_folder_may_be_moved_with_its_atlas(tmp_path):
    (tmp_path / "here").mkdir()
    remember(tmp_path / "here", made(tmp_path / "here", "one"))
    (tmp_path / "here").rename(tmp_path / "there")
    assert current(tmp_path / "there").path == tmp_path / "there" / "atlas-one.sqlite"


def test_the_one_before_is_kept_for_servers_that_still_have_it_open_and_older_ones_go(tmp_path):
    for name in ("one", "two", "three"):
        remember(tmp_path, made(tmp_path, name))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["atlas-three.sqlite", "atlas-two.sqlite", "current.json"]


def test_remembering_the_same_atlas_again_changes_nothing(tmp_path):
    one = made(tmp_path, "one")
    remember(tmp_path, one)
    remember(tmp_path, one)
    assert current(tmp_path) == one


def test_files_that_are_no_atlas_are_left_alone(tmp_path):
    (tmp_path / "accounts.sqlite3").write_text("people")
    remember(tmp_path, made(tmp_path, "one"))
    assert (tmp_path / "accounts.sqlite3").read_text() == "people"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"file": "atlas-one.sqlite"}',
        '{"file": 7, "fingerprint": "x"}',
        '{"fingerprint": "x"}',
    ],
)
def test_a_pointer_that_cannot_be_read_counts_as_none(tmp_path, text):
    made(tmp_path, "one")
    (tmp_path / "current.json").write_text(text)
    assert current(tmp_path) is None


def test_a_pointer_to_a_file_that_is_gone_counts_as_none(tmp_path):
    remember(tmp_path, one := made(tmp_path, "one"))
    one.path.unlink()
    assert current(tmp_path) is None


def test_a_folder_that_is_not_there_has_none(tmp_path):
    assert current(tmp_path / "absent") is None


def test_the_pointer_is_plain_data(tmp_path):
    remember(tmp_path, made(tmp_path, "one"))
    assert json.loads((tmp_path / "current.json").read_text()) == {
        "file": "atlas-one.sqlite",
        "fingerprint": "mark of one",
        "release": None,
        "oddities": None,
        "index": None,
    }
