"""The addresses that programs ask; what no interface knows below `/api/` comes last."""

from collections.abc import Sequence

from django.urls import URLPattern, URLResolver, include, path

from nosograph.web.machines.infobutton.application import application
from nosograph.web.machines.infobutton.service import service
from nosograph.web.machines.json_api import urls as json_api
from nosograph.web.machines.open_web import urls as open_web
from nosograph.web.machines.tables.search import search

urlpatterns: Sequence[URLPattern | URLResolver] = (
    path("fhir/", include("nosograph.web.machines.fhir.addresses")),
    path("service", service, name="service"),
    path("application", application, name="application"),
    path("api/icd10cm/v3/search", search, name="code_table"),
    *open_web.urlpatterns,
    *json_api.urlpatterns,
    *json_api.rest,
)
