"""`nosograph facets`: entries, decomposed, and why."""

import json

KEYS = """code title kind process sites regions laterality agent course severity episode healing remission trimester
life_period intent qualifiers unparsed"""


def test_the_data_of_one_code_has_the_keys_of_the_contract(run):
    found = json.loads(run("facets", "s72001a", "--json").out)
    assert list(found) == KEYS.split()
    assert (found["kind"], found["laterality"], found["episode"]) == ("injury", "right", "initial encounter")


def test_several_codes_are_a_list_and_lines_hold_one_each(run):
    listed = json.loads(run("facets", "C93.30", "C93.31", "--json").out)
    lines = [json.loads(x) for x in run("facets", "C93.30", "C93.31", "--jsonl").out.splitlines()]
    assert listed == lines
    assert [f["remission"] for f in listed] == ["not having achieved remission", "in remission"]


def test_all_gives_every_entry(run):
    lines = run("facets", "--all", "--jsonl").out.splitlines()
    assert len(lines) > 800
    assert {tuple(json.loads(x)) for x in lines} == {tuple(KEYS.split())}
    assert len(json.loads(run("facets", "--all", "--json").out)) == len(lines)


def test_explained_facets_come_with_their_words_and_where_they_stand(run):
    found = json.loads(run("facets", "C93.32", "--json", "--explain").out)
    assert {"axis": "remission", "value": "in relapse", "source": "C93.32", "words": "in relapse"} in found["evidence"]
    assert "because      remission = in relapse: “in relapse” (C93.32)" in run("facets", "C93.32", "--explain").out


def test_the_text_leaves_out_what_is_not_known(run):
    out = run("facets", "C93.32").out
    assert out.startswith("C93.32  Juvenile myelomonocytic leukemia, in relapse\n")
    assert "  remission    in relapse" in out
    assert "bone marrow (UBERON:0002371)" in out
    assert "laterality" not in out
    assert "None" not in out
