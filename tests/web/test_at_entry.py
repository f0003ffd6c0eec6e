"""Every address of an entry takes its code in any spelling, and helps where there is no such code."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

PLACES = ("/{}", "/{}/picture", "/{}/visit", "/{}/suggest", "/{}.svg", "/{}.png", "/{}.card.png", "/embed/{}")


@pytest.mark.parametrize("place", PLACES)
def test_another_spelling_leads_to_the_one_address_for_good_with_what_was_asked(visitor: Client, place: str) -> None:
    answer = visitor.get(f"{place.format('c9332')}?zoom=2")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{place.format('C93.32')}?zoom=2")


@pytest.mark.parametrize("place", PLACES)
def test_a_code_that_no_release_has_is_not_found(visitor: Client, place: str) -> None:
    assert visitor.get(place.format("C93.39")).status_code == 404


def test_a_form_that_is_sent_under_another_spelling_is_taken(member: Client) -> None:
    assert member.post("/c9332/save").headers["Location"] == "/C93.32"
    assert 'href="/C93.32"' in member.get("/saved/").content.decode()
