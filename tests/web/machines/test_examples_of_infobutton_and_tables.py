"""The examples that /developers shows of these two interfaces do what their words say."""

import json

import pytest
from django.test import Client

from nosograph.web.machines.example import Example
from nosograph.web.machines.infobutton.examples import INTERFACE as INFOBUTTON
from nosograph.web.machines.tables.examples import INTERFACE as TABLES

pytestmark = pytest.mark.django_db

EXAMPLES = [*INFOBUTTON.examples, *TABLES.examples]


@pytest.fixture(autouse=True)
def _reached_as_testserver(settings: object) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]


@pytest.mark.parametrize("example", EXAMPLES, ids=[e.says[:40] for e in EXAMPLES])
def test_an_example_is_answered_as_its_words_say(visitor: Client, example: Example) -> None:
    if example.body:
        answer = visitor.post(example.address, example.body, content_type=example.media_type)
    else:
        answer = visitor.get(example.address)
    assert answer.status_code == (400 if "refused" in example.says else 200)
    told = answer.content.decode()
    if answer.headers["Content-Type"] == "application/json":
        data = json.loads(told)
        empty = "SNOMED" in example.says
        assert (data["feed"]["entry"] == []) is empty if isinstance(data, dict) else data[0] > 0
    if "retired" in example.says:
        assert answer.headers["X-Nosograph-Match"] == "retired"


def test_the_notes_tell_of_every_way_in_which_a_code_may_be_found() -> None:
    from nosograph.api.matching import Match

    told = " ".join(INFOBUTTON.notes)
    assert [match for match in Match if match.value not in told] == []
