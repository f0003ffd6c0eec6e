"""An act is told in the imperative."""

import pytest

from nosograph.article.acts import tells_an_act


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
