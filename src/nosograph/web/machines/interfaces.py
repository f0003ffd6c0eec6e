"""Every interface that the page for developers tells of, in its order there."""

from nosograph.web.machines.example import Interface
from nosograph.web.machines.json_api.examples import INTERFACE as JSON_API

INTERFACES: tuple[Interface, ...] = (JSON_API,)
