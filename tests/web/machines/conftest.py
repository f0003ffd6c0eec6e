"""What the tests of machine interfaces share: a program that asks, with and without a member's token."""

import pytest
from django.test import Client

from nosograph.web.accounts.models import Account
from nosograph.web.tokens.models import Token


@pytest.fixture
def token(account: Account) -> str:
    """The text of a token of the member."""
    return Token.objects.make(account, "our portal")[1]


@pytest.fixture
def program(token: str) -> Client:
    """A program that sends the member's token."""
    return Client(headers={"Authorization": f"Bearer {token}"})
