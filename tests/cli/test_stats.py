"""`nosograph stats`: how much the atlas covers."""

import json

GROUPS = ["entries", "facets", "knowledge", "reading", "illustrations", "chapters", "whole_categories"]


def test_the_data_has_its_groups_and_honest_numbers(run):
    found = json.loads(run("stats", "--json").out)
    assert list(found) == GROUPS
    assert found["entries"]["entries"] > 800
    assert found["knowledge"]["pages_reviewed_by_a_clinician"] == 0


def test_the_text_tells_every_number_of_the_data(run):
    data, text = json.loads(run("stats", "--json").out), run("stats").out
    for group in GROUPS[:5]:
        assert f"{group}\n" in text
        for name, value in data[group].items():
            line = next(x for x in text.splitlines() if x.strip().startswith(name.replace("_", " ") + " "))
            assert line.split()[-1].replace(",", "") == str(value), name


def test_chapters_stand_in_a_table_and_add_up_to_all_pages(run):
    data, text = json.loads(run("stats", "--json").out), run("stats").out
    assert sum(c["pages"] for c in data["chapters"].values()) == data["entries"]["entries"]
    row = next(x for x in text.splitlines() if x.split()[:1] == ["2"])
    assert row.split()[1].replace(",", "") == str(data["chapters"]["2"]["pages"])


def test_weights_tell_which_share_of_recorded_diagnoses_has_a_whole_article(run, tmp_path):
    whole = json.loads(run("stats", "--json").out)["whole_categories"]
    assert whole
    table = tmp_path / "weights.tsv"
    table.write_text(f"rank\tcategory\tshare\n1\t{next(iter(whole))}\t0.6\n2\tR99\t0.2\n")
    found = json.loads(run("stats", "--json", "--weights", str(table)).out)
    assert found["recorded_diagnoses"] == {"share_with_a_whole_article": 0.75}


def test_a_table_of_another_form_is_refused_in_one_line(run, tmp_path):
    table = tmp_path / "weights.tsv"
    table.write_text("code\tcount\nI10\t5\n")
    ran = run("stats", "--weights", str(table))
    assert ran.code != 0
    assert "has no columns category and share" in ran.err
