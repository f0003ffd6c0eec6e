"""An act is told in the imperative."""

import pytest

from nosograph.article.acts import tells_an_act, tells_an_emergency


@pytest.mark.parametrize(
    "text",
    [
        "Offer small drinks often.",
        "A cast must stay dry. Cover it when you wash.",
        "Do not put anything into the cast.",
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
    ],
)
def test_what_only_describes_is_none(text: str) -> None:
    assert not tells_an_act(text)


def test_what_cannot_wait_is_an_emergency() -> None:
    assert tells_an_emergency("If you are no better after 10 minutes, call an ambulance.")
    assert tells_an_emergency("In an attack: sit up straight and do not lie down.")
    assert not tells_an_emergency("Ask your care team for a written plan.")
