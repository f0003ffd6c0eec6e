"""Every interface that the page for developers tells of, in its order there."""

from nosograph.web.machines.assistants.examples import INTERFACE as ASSISTANTS
from nosograph.web.machines.example import Interface
from nosograph.web.machines.fhir.examples import INTERFACE as FHIR
from nosograph.web.machines.infobutton.examples import INTERFACE as INFOBUTTON
from nosograph.web.machines.json_api.examples import INTERFACE as JSON_API
from nosograph.web.machines.open_web.examples import INTERFACE as OPEN_WEB
from nosograph.web.machines.tables.examples import INTERFACE as TABLES

INTERFACES: tuple[Interface, ...] = (INFOBUTTON, FHIR, TABLES, JSON_API, OPEN_WEB, ASSISTANTS)
