"""`nosograph stats`: how much the atlas covers."""

import json


def test_the_data_has_its_groups_and_honest_numbers(run):
    found = json.loads(run("stats", "--json").out)
    assert list(found) == ["entries", "facets", "knowledge", "reading", "illustrations"]
    assert found["entries"]["entries"] > 800
    assert found["knowledge"]["pages_reviewed_by_a_clinician"] == 0


def test_the_text_tells_every_number_of_the_data(run):
    data, text = json.loads(run("stats", "--json").out), run("stats").out
    for group, values in data.items():
        assert f"{group}\n" in text
        for name, value in values.items():
            line = next(x for x in text.splitlines() if x.strip().startswith(name.replace("_", " ") + " "))
            assert line.split()[-1].replace(",", "") == str(value), name
