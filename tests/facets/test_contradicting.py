"""Contradictions: each rule finds its own kind, and a reviewed exception lets one pass."""

from dataclasses import replace

import pytest

from nosograph.errors import CheckFailed
from nosograph.facets.contradicting import contradictions, refuse_contradictions
from nosograph.facets.model import Evidence, Site
from nosograph.lexicons.finding import range_table
from nosograph.lexicons.loading import load_lexicons
from nosograph.lexicons.model import ReviewedContradiction


def site(ident):
    term = load_lexicons().sites[ident]
    return Site(id=term.id, label=term.label, uberon=term.uberon)


def spoiled(facets, key, **changes):
    return {**facets, key: replace(facets[key], **changes)}


def rules(release, facets, key, **changes):
    found = contradictions(release, spoiled(facets, key, **changes), load_lexicons())
    return [c.rule for c in found if c.key == key]


@pytest.mark.parametrize(
    ("key", "changes", "rule"),
    [
        ("C64.1", {"sites": (site("liver"),), "regions": ("liver_biliary_pancreas",)}, "side"),
        ("H25.12", {"sites": (site("kidney"),)}, "system"),
        ("N80.00", {"sites": (site("prostate"),), "regions": ("genital_male",)}, "sex"),
        ("S72.001", {"laterality": "left"}, None),
        ("C93.32", {"remission": "in remission"}, None),
    ],
)
def test_each_rule_finds_its_kind(release, facets, key, changes, rule):
    assert rules(release, facets, key, **changes) == ([rule] if rule else [])


def test_a_child_on_another_side_than_its_parent_is_found(release, facets):
    (parent, child) = ("H25.1", "H25.12")  # age-related nuclear cataract; of the left eye
    assert release.entries[child].parent == parent
    broken = spoiled(facets, parent, laterality="right")
    found = contradictions(release, broken, load_lexicons())
    assert {c.rule for c in found if c.key == child} == {"parent"}


@pytest.mark.parametrize(
    ("words", "value"),
    [("Hypoglycemia", "hyperglycemia"), ("hepatitis B", "hepatitis-c-virus"), ("Benign", "malignant-neoplasm")],
)
def test_a_word_that_is_read_as_its_opposite_is_found(release, facets, words, value):
    reason = Evidence(axis="process", value=value, source="E16.2", words=words)
    assert rules(release, facets, "E16.2", evidence=(reason,)) == ["opposite"]


def test_what_contradicts_is_told_once_at_the_highest_entry(release, facets):
    broken = dict(facets)
    for key in ("H25", *release.entries["H25"].children):
        broken[key] = replace(facets[key], sites=(site("kidney"),))
    found = contradictions(release, broken, load_lexicons())
    assert [c.key for c in found if c.key.startswith("H25")] == ["H25"]


def test_a_reviewed_exception_lets_one_pass(release, facets):
    row = ReviewedContradiction(first="H25.12", last="H25.12", rules=("system",), why="a test", line=1)
    lexicons = replace(load_lexicons(), contradictions=range_table([row], "contradictions.tsv"))
    broken = spoiled(facets, "H25.12", sites=(site("kidney"),))
    assert [c.key for c in contradictions(release, broken, lexicons) if c.key == "H25.12"] == []


def test_the_build_is_stopped_with_the_entry_and_the_remedy(release, facets):
    broken = spoiled(facets, "H25.12", sites=(site("kidney"),))
    with pytest.raises(CheckFailed, match=r"H25\.12: the site kidney .* contradictions\.tsv"):
        refuse_contradictions(release, broken, load_lexicons())
