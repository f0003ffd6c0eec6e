"""The addresses that programs ask; what no interface knows below `/api/` comes last."""

from collections.abc import Sequence

from django.urls import URLPattern, URLResolver

from nosograph.web.machines.json_api import urls as json_api

urlpatterns: Sequence[URLPattern | URLResolver] = (*json_api.urlpatterns, *json_api.rest)
