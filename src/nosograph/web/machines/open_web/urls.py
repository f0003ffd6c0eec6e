"""The addresses that the open web asks."""

from django.urls import path, re_path

from nosograph.web.machines.open_web.embed import embed
from nosograph.web.machines.open_web.linked import linked
from nosograph.web.machines.open_web.oembed import oembed_view
from nosograph.web.machines.open_web.sitemap import sitemap_file, sitemap_index

urlpatterns = (
    path("embed/<str:spelling>", embed, name="embed"),
    path("oembed", oembed_view, name="oembed"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap_file, name="sitemap_file"),
    re_path(r"^(?P<spelling>[^/]+)\.jsonld$", linked, name="linked"),
)
