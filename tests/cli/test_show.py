"""`nosograph show`: whole pages as text or as data, as the public sees them or as members do."""

import json

import pytest


@pytest.mark.parametrize("typed", ["C93.32", "c9332", " C93.32 ", "c93-32"])
def test_a_code_in_any_usual_form_is_shown(run, typed):
    ran = run("show", typed)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("C93.32  Juvenile myelomonocytic leukemia, in relapse\n")


def test_the_text_has_every_part_of_a_page(run):
    out = run("show", "C93.32").out
    for part in (
        "Disease category: C93.3: Juvenile myelomonocytic leukemia",
        "Also called: JMML",
        "\n  .3 ",
        "Illustration: A drawing of a small child",
        "\nWHAT IT IS\n",
        "\nCAUSES\n",
        "\nWHEN TO GET HELP\n",
        "\nTREATMENT\n",
        "(the rest is for members: sign up or log in on the site)",
        "\nSOURCES\n",
        "not yet reviewed by a clinician.",
    ):
        assert part in out, part
    prose = out.partition("\nWHAT IT IS\n")[2].partition("\nSOURCES\n")[0]
    assert max(map(len, prose.splitlines())) <= 80


def test_members_get_treatment_whole(run):
    public, member = run("show", "C93.32").out, run("show", "C93.32", "--member").out
    assert "for members" not in member
    assert len(member) > len(public)


def test_a_footnote_names_each_source_once_and_every_number_is_listed(run):
    import re

    out = run("show", "W56.22XS", "--member").out
    text, _, listed = out.partition("\nSOURCES\n")
    assert not re.search(r"(\[\d+\])\s*\1", text)
    assert set(re.findall(r"\[(\d+)\]", text)) == set(re.findall(r"^  \[(\d+)\]", listed, re.M))


def test_one_code_as_json_is_one_object(run):
    found = json.loads(run("show", "C93.32", "--json").out)
    assert found["code"] == "C93.32"
    assert found["summary"]


def test_several_codes_as_json_are_a_list_in_their_order(run):
    found = json.loads(run("show", "C93.32", "S72.001A", "--json").out)
    assert [p["code"] for p in found] == ["C93.32", "S72.001A"]


def test_lines_of_json_hold_one_object_each(run):
    lines = run("show", "C93.32", "S72.001A", "--jsonl").out.splitlines()
    assert [json.loads(line)["code"] for line in lines] == ["C93.32", "S72.001A"]
    assert len(run("show", "C93.32", "--jsonl").out.splitlines()) == 1


def test_all_gives_every_entry_as_lines_or_as_one_list(run):
    lines = run("show", "--all", "--jsonl").out.splitlines()
    whole = json.loads(run("show", "--all", "--json").out)
    assert [json.loads(line) for line in lines] == whole
    assert len(whole) > 800
    assert whole[0]["code"] == "1"


def test_what_is_for_members_is_absent_from_the_data_of_the_public(run):
    public, member = (json.loads(run("show", "C93.32", "--json", *more).out) for more in ([], ["--member"]))
    whole, cut = (next(s["statements"] for s in p["sections"] if s["id"] == "treatment") for p in (member, public))
    hidden = [s["text"] for s in whole if s not in cut]
    assert hidden
    assert [
        t for t in hidden if json.dumps(t, ensure_ascii=False)[1:-1] in json.dumps(public, ensure_ascii=False)
    ] == []
    assert [t for t in hidden if t[:40] in " ".join(run("show", "C93.32").out.split())] == []


def test_several_texts_are_set_apart(run):
    out = run("show", "C93.31", "C93.32").out
    assert "\n\n\nC93.32  " in out


def test_a_chapter_and_a_block_can_be_shown(run):
    assert run("show", "2").out.startswith("2  Neoplasms\n")
    assert run("show", "c81-c96").out.startswith("C81-C96  ")
    assert run("show", "B20-B20").code == 0
