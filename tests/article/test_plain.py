"""Plain words in titles: explained once, where they stand, without changing a letter of the title."""

import re

import pytest

from nosograph.lexicons.loading import load_lexicons

PLAIN = {w.plain for w in load_lexicons().plain_words.values()}


def without_glosses(text: str, title: str) -> str:
    """The text with the glosses taken out that the title does not itself have."""
    out, at, own = [], 0, 0
    while at < len(text):
        if own < len(title) and text[at] == title[own] and not _gloss_at(text, at, title, own):
            out.append(text[at])
            at, own = at + 1, own + 1
        elif gloss := _gloss_at(text, at, title, own):
            at += len(gloss)
        else:
            return text
    return "".join(out)


def _gloss_at(text: str, at: int, title: str, own: int) -> str | None:
    if not text.startswith(" (", at):
        return None
    gloss = text[at : text.index(")", at) + 1]
    return gloss if gloss[2:-1] in PLAIN and not title.startswith(gloss, own) else None


def test_no_explanation_has_brackets_of_its_own():
    assert [p for p in PLAIN if set(p) & set("()[]")] == []


def test_taking_the_brackets_out_of_any_title_gives_the_title_back(desk):
    wrong = [
        (e.code, glossed)
        for e in desk.release
        if not e.seventh and without_glosses(glossed := desk.glosses.glossed(e.title), e.title) != e.title
    ]
    assert wrong == []


@pytest.mark.parametrize("most", [0, 1, 3])
def test_no_title_has_more_explanations_than_asked_for_and_none_twice(desk, spread, most):
    wrong = []
    for key in spread:
        title = desk.release.entries[key].title
        added = [p for p in re.findall(r"\(([^()]*)\)", desk.glosses.glossed(title, most)) if f"({p})" not in title]
        if len(added) > most or len(set(added)) != len(added):
            wrong.append((key, added))
    assert wrong == []


def test_without_room_for_explanations_the_title_stays_as_it_is(desk, spread):
    titles = [desk.release.entries[k].title for k in spread]
    assert [desk.glosses.glossed(t, 0) for t in titles] == titles


def test_what_stands_in_brackets_is_not_explained_by_more_brackets(desk):
    nested = re.compile(r"[(\[][^()\[\]]*[(\[]")
    wrong = [
        (e.code, desk.glosses.glossed(e.title))
        for e in desk.release
        if nested.search(desk.glosses.glossed(e.title)) and not nested.search(e.title)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Fracture of femur", "Fracture (broken bone) of femur (thigh bone)"),
        ("FRACTURE of Femur", "FRACTURE (broken bone) of Femur (thigh bone)"),
        ("Fractured", "Fractured"),  # only whole words
        ("", ""),
        ("Émail d'été", "Émail d'été"),
    ],
)
def test_terms_are_explained_in_any_case_and_only_as_whole_words(desk, title, expected):
    assert desk.glosses.glossed(title) == expected


def test_the_longest_term_wins(desk):
    assert desk.glosses.glossed("Malignant neoplasm of penis").startswith("Malignant neoplasm (cancer) of penis")


def test_what_the_title_explains_itself_is_not_explained_again(desk):
    assert desk.glosses.glossed("Fracture (broken bone) of hand") == "Fracture (broken bone) of hand"
