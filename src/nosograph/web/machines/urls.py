"""The addresses that programs ask; what no interface knows below `/api/` comes last."""

from collections.abc import Sequence

from django.urls import URLPattern, URLResolver, path

from nosograph.web.machines.json_api import urls as json_api
from nosograph.web.machines.open_web.embed import embed
from nosograph.web.machines.open_web.oembed import oembed_view
from nosograph.web.machines.open_web.sitemap import sitemap_file, sitemap_index

urlpatterns: Sequence[URLPattern | URLResolver] = (
    path("embed/<str:spelling>", embed, name="embed"),
    path("oembed", oembed_view, name="oembed"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap_file, name="sitemap_file"),
    *json_api.urlpatterns,
    *json_api.rest,
)
