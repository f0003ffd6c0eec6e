"""Remission and trimester: exactly where titles say them."""

import re

import pytest


def test_every_title_that_speaks_of_remission_or_relapse_gives_the_state_and_no_other_entry_has_one(release, facets):
    wrong = []
    for entry in release:
        expected = None
        if "relapse" in entry.title:
            expected = "in relapse"
        elif "not having achieved remission" in entry.title:
            expected = "not having achieved remission"
        elif "remission" in entry.title:
            expected = "in remission"
        if expected != facets[entry.key].remission:
            wrong.append((entry.code, entry.title, facets[entry.key].remission))
    assert wrong == []


def test_all_states_of_a_leukemia_are_told_apart(facets):
    states = {code: facets[code].remission for code in ("C93.3", "C93.30", "C93.31", "C93.32")}
    assert states == {
        "C93.3": None,
        "C93.30": "not having achieved remission",
        "C93.31": "in remission",
        "C93.32": "in relapse",
    }


@pytest.mark.parametrize("code", ["F31.73", "F32.4", "F33.40", "F10.11"])
def test_partial_full_and_early_remission_of_other_diseases_are_remission(facets, code):
    assert facets[code].remission == "in remission"


def test_every_title_that_names_a_trimester_gives_it_and_no_other_entry_has_one(release, facets):
    wrong = []
    for entry in release:
        named = re.findall(r"(first|second|third|unspecified) trimester", entry.title)
        if facets[entry.key].trimester not in (named or [None]):
            wrong.append((entry.code, entry.title, facets[entry.key].trimester))
    assert wrong == []


def test_only_preterm_labor_names_two_trimesters_and_one_of_them_is_taken(release, facets):
    two = {e.base or e.key for e in release if len(re.findall(r"\w+ trimester", e.title)) > 1}
    assert {"O60.12", "O60.13", "O60.14"} == {code[:6] for code in two}
    assert facets["O60.13X1"].trimester == "third"  # labor began in the second; the delivery is now
