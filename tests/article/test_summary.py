"""The one plain sentence at the top of a page: short, whole, and true of the very code."""

import re

import pytest

from nosograph.article.composing import _processes, _sites
from nosograph.article.summary import LONGEST, summarize
from nosograph.knowledge.choosing import Subject


@pytest.fixture(scope="module")
def summaries(desk):
    """The summary of every entry of the release, by key."""
    out = {}
    for entry in desk.release:
        above, facets = desk.release.ancestors(entry), desk.facets[entry.key]
        subject = Subject(
            key=entry.key, above=tuple(e.key for e in reversed(above)), facets=facets,
            processes=_processes(facets.process, desk.lexicons), sites=_sites(facets, desk.lexicons),
        )  # fmt: skip
        chosen = desk.chooser.choose(subject)
        out[entry.key] = summarize(entry, above, facets, chosen, desk.lexicons, desk.glosses)
    return out


def test_every_summary_has_at_most_300_characters(summaries):
    assert [(k, len(s)) for k, s in summaries.items() if len(s) > LONGEST] == []


def test_every_summary_is_one_sentence_that_begins_and_ends_as_one(summaries):
    wrong = [s for s in summaries.values() if s[-1] not in ".…" or s[0].islower() or "\n" in s or "  " in s]
    assert wrong == []


def test_no_summary_has_empty_or_doubled_marks(summaries):
    odd = re.compile(r"\.\.|,,|;;|, ;|: :|\(\)|,\.|;\.|:\.| [,.;:]")
    assert [(k, s) for k, s in summaries.items() if odd.search(s)] == []


def open_in_title(title):
    return title.count("(") - title.count(")")


def test_brackets_are_closed_unless_the_sentence_is_cut(summaries, release):
    wrong = [
        s for k, s in summaries.items()
        if s[-1] != "…" and s.count("(") - s.count(")") != open_in_title(release.entries[k].title)
    ]  # fmt: skip
    assert wrong == []


def test_a_composed_summary_holds_every_word_of_the_title(summaries, release, desk):
    of_packs = tuple(p.meaning.rstrip(".") for p in desk.library.packs if p.meaning)
    wrong = []
    for entry in release:
        if entry.seventh or entry.key[0].isdigit() or "-" in entry.key or summaries[entry.key].startswith(of_packs):
            continue
        words = iter(re.findall(r"\w+", summaries[entry.key].lower()))
        if not all(w in words for w in re.findall(r"\w+", entry.title.lower())) and summaries[entry.key][-1] != "…":
            wrong.append((entry.code, entry.title, summaries[entry.key]))
    assert wrong == []


def test_the_side_is_in_the_summary_wherever_the_code_has_one(summaries, facets):
    wrong = [
        (key, summary)
        for key, summary in summaries.items()
        if facets[key].laterality in ("right", "left") and facets[key].laterality not in summary.lower()
        and summary[-1] != "…"
    ]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("C93.32", "Juvenile myelomonocytic leukemia, a rare blood cancer of young children, has come back"),
        ("S72.001A", "Broken hip: Fracture (broken bone) of unspecified"),
        ("W56.22XS", "Struck by orca"),
        ("2", "Cancers, tumors and other growths: growths of the body's own cells, both cancer and not cancer."),
    ],
)
def test_the_summary_of_real_entries(summaries, key, expected):
    assert expected in summaries[key]


def test_the_states_of_one_leukemia_have_different_summaries(summaries):
    assert len({summaries[k] for k in ("C93.3", "C93.30", "C93.31", "C93.32")}) == 4


def test_encounters_are_told_in_plain_words(summaries):
    assert summaries["S72.001A"].endswith("closed fracture; the time of active treatment.")
    assert summaries["S72.001S"].endswith("a lasting effect that stays when the first problem itself is over.")
    assert "nonunion" in summaries["S72.001K"]


@pytest.mark.parametrize(
    ("key", "opening"),
    [
        ("T44.3X4D", "Poisoning by drugs for the automatic nerves: "),
        ("T44.3X5A", "Side effect of drugs for the automatic nerves: "),
        ("T44.3X6A", "Too little of drugs for the automatic nerves: "),
        ("T44", "Harm from, or too little of, drugs for the automatic nerves: "),
    ],
)
def test_what_happened_with_a_medicine_is_told_as_the_code_has_it(summaries, key, opening):
    assert summaries[key].startswith(opening)


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("J45.909", "Unspecified asthma, uncomplicated: a long-term"),
        (
            "M10.011",
            "Idiopathic (of unknown cause) gout (joint attacks from uric acid crystals), right shoulder: crystals",
        ),
        ("L29.9", "Pruritus (itching), unspecified: the skin itches"),
    ],
)
def test_what_would_only_repeat_the_title_says_what_the_thing_is(summaries, key, told):
    assert summaries[key].startswith(told)


def test_remission_of_the_mind_is_told_by_signs_and_not_by_tests(summaries):
    assert "its signs are gone or much less now" in summaries["F11.21"]
    assert "tests find no sign of it now" not in summaries["F11.21"]
