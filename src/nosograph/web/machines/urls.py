"""The addresses that programs ask; what no interface knows below `/api/` comes last."""

from collections.abc import Sequence

from django.urls import URLPattern, URLResolver

from nosograph.web.machines.json_api import urls as json_api
from nosograph.web.machines.open_web import urls as open_web

urlpatterns: Sequence[URLPattern | URLResolver] = (
    *open_web.urlpatterns,
    *json_api.urlpatterns,
    *json_api.rest,
)
