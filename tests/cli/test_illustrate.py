"""`nosograph illustrate`: pictures as files."""

import struct
from xml.etree.ElementTree import fromstring

import pytest


def test_a_picture_is_written_as_svg(run, tmp_path):
    ran = run("illustrate", "c9332", "-o", str(tmp_path / "a.svg"))
    assert (ran.code, ran.err) == (0, "")
    root = fromstring((tmp_path / "a.svg").read_bytes())
    assert root.get("role") == "img"
    assert root.findtext("{http://www.w3.org/2000/svg}title").startswith("C93.32: ")


@pytest.mark.parametrize(("more", "width"), [([], 1280), (["--width", "320"], 320), (["--width", "64"], 64)])
def test_a_picture_is_written_as_png_as_wide_as_asked(run, tmp_path, more, width):
    assert run("illustrate", "C93.32", "-o", str(tmp_path / "a.PNG"), *more).code == 0
    data = (tmp_path / "a.PNG").read_bytes()
    assert data[:4] == b"\x89PNG"
    assert struct.unpack(">I", data[16:20]) == (width,)


def test_several_pictures_go_into_a_folder_named_by_their_codes(run, tmp_path):
    assert run("illustrate", "c9330", "C93.31", "b20-b20", "--dir", str(tmp_path / "new" / "out")).code == 0
    assert sorted(p.name for p in (tmp_path / "new" / "out").iterdir()) == ["B20-B20.svg", "C93.30.svg", "C93.31.svg"]


def test_one_picture_may_go_into_a_folder_as_well(run, tmp_path):
    assert run("illustrate", "C93.32", "--dir", str(tmp_path)).code == 0
    assert (tmp_path / "C93.32.svg").is_file()


def test_nothing_is_written_where_one_of_the_codes_does_not_exist(run, tmp_path):
    assert run("illustrate", "C93.32", "C99.99", "--dir", str(tmp_path / "out")).code == 1
    assert not (tmp_path / "out").exists()


def test_a_place_that_cannot_be_written_is_told_with_the_remedy(run, tmp_path):
    (tmp_path / "file").write_text("in the way")
    ran = run("illustrate", "C93.32", "-o", str(tmp_path / "file" / "a.svg"))
    assert ran.code == 1
    assert "cannot be written" in ran.err
    assert ran.err.endswith("name another place\n")


def test_a_sheet_holds_so_many_random_codes_and_the_same_seed_gives_the_same(run, tmp_path):
    first = run("illustrate", "--sheet", "4", "--seed", "7", "-o", str(tmp_path / "a.png"), "--width", "400")
    again = run("illustrate", "--sheet", "4", "--seed", "7", "-o", str(tmp_path / "b.png"), "--width", "400")
    other = run("illustrate", "--sheet", "4", "--seed", "8", "-o", str(tmp_path / "c.png"), "--width", "400")
    assert (first.code, len(first.out.split())) == (0, 4)
    assert first.out == again.out != other.out
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


def test_a_sheet_may_be_limited_to_what_lies_below_some_codes(run, tmp_path):
    ran = run("illustrate", "C93.3", "--sheet", "50", "-o", str(tmp_path / "a.png"), "--width", "200")
    assert sorted(ran.out.split()) == ["C93.3", "C93.30", "C93.31", "C93.32"]


@pytest.mark.parametrize("more", [["-o", "a.svg"], ["--dir", "out"]])
def test_a_sheet_is_a_png_file(run, tmp_path, more):
    ran = run("illustrate", "--sheet", "4", more[0], str(tmp_path / more[1]))
    assert ran.code == 2
    assert "a sheet is a PNG file" in ran.err
