"""`nosograph stats`: how much the atlas covers."""

import json

GROUPS = ["entries", "facets", "knowledge", "reading", "illustrations", "chapters", "categories"]


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
    categories = json.loads(run("stats", "--json").out)["categories"]
    whole = next(key for key, counts in categories.items() if counts["own_page_whole"])
    part = categories[whole]["billable_whole"] / categories[whole]["billable"]
    table = tmp_path / "weights.tsv"
    table.write_text(f"rank\tcategory\tshare\n1\t{whole}\t0.6\n2\tR99\t0.2\n")
    found = json.loads(run("stats", "--json", "--weights", str(table)).out)
    assert found["recorded_diagnoses"] == {
        "share_whose_category_page_is_whole": 0.75,
        "share_whose_codes_have_a_whole_page": round(0.75 * part, 4),
    }
    assert part > 0


def test_a_table_of_another_form_is_refused_in_one_line(run, tmp_path):
    table = tmp_path / "weights.tsv"
    table.write_text("code\tcount\nI10\t5\n")
    ran = run("stats", "--weights", str(table))
    assert ran.code != 0
    assert "has no columns category and share" in ran.err
