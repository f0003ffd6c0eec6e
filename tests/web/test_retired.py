"""A code that earlier releases had: the site says until when, and leads on."""

import pytest
from django.test import Client

from .reading_html import Page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/T81.32XA", "/search?q=t8132xa"])
def test_the_page_says_what_the_code_was_and_names_the_nearest(visitor: Client, address: str) -> None:
    answer = visitor.get(address)
    page = Page(answer.content.decode())
    assert answer.status_code == (200 if address.startswith("/search") else 404)
    assert "T81.32XA is no longer a code" in page.text
    assert "until fiscal year 2024" in page.text
    assert "Disruption of internal operation (surgical) wound" in page.text
    assert "/T81.3" in page.hrefs()
    assert page.faults == []


def test_a_code_that_never_was_is_not_called_retired(visitor: Client) -> None:
    assert "no longer a code" not in visitor.get("/C93.39").content.decode()
