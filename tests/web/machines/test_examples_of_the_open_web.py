"""What the page for developers says of the open web and of assistants is so."""

import pytest
from django.test import Client

from nosograph.api.tools import TOOLS
from nosograph.web.machines.assistants.examples import INTERFACE as ASSISTANTS
from nosograph.web.machines.open_web.examples import INTERFACE as OPEN_WEB

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("example", OPEN_WEB.examples, ids=[example.address for example in OPEN_WEB.examples])
def test_every_example_is_answered(visitor: Client, example: object) -> None:
    assert visitor.get(example.address).status_code == 200


def test_every_tool_is_told_of() -> None:
    assert [tool.name for tool in TOOLS if f"{tool.name}: {tool.says}" not in ASSISTANTS.notes] == []
