"""An act is told in the imperative."""

import pytest

from nosograph.article.acts import sign_of, tells_an_act


@pytest.mark.parametrize(
    "text",
    [
        "Offer small drinks often.",
        "A cast must stay dry. Cover it when you wash.",
        "Do not put anything into the cast.",
        "In the first days, rest the foot and raise it.",
    ],
)
def test_what_one_can_do_is_an_act(text: str) -> None:
    assert tells_an_act(text)


@pytest.mark.parametrize(
    "text",
    [
        "Most children drink less when they are ill.",
        "Helpers at school can watch for signs.",
        "The team may offer a splint.",
        "In the first days, most people rest a lot.",
    ],
)
def test_what_only_describes_is_none(text: str) -> None:
    assert not tells_an_act(text)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Drink enough, best in small sips.", "drink"),
        ("Drink no alcohol until the liver has healed.", "no-alcohol"),
        ("Keep the leg raised when you rest.", "raise"),
        ("Take the medicine every day as agreed, and never stop it on your own.", "medicines"),
        ("Take breaks, and tell your doctor that you care for someone.", "rest"),
        ("Lock iron pills away from children: too many can kill a small child.", "lock"),
        ("Do not smoke, move often, and keep a healthy weight.", "no-smoke"),
        ("Do not rub your eyes.", "do-not"),
        ("In an attack: sit up straight and do not lie down.", ""),
        ("When the skin is hot, cool it with a wet cloth.", "cold"),
    ],
)
def test_the_sign_of_an_act_is_that_of_its_opening_words(text: str, sign: str) -> None:
    assert sign_of(text) == sign


@pytest.mark.parametrize("text", ["Most people feel better in a week.", "Restless legs are common.", "Coolness helps."])
def test_words_that_only_begin_alike_have_no_sign(text: str) -> None:
    assert sign_of(text) == ""
