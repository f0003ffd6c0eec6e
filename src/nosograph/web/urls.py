"""The addresses of the site. An entry stands at its code, so every other address is a word that is no code."""

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.urls import include, path, re_path
from django.utils.functional import lazy
from django.views.generic import RedirectView

from nosograph.web.machines import urls as machines
from nosograph.web.suggesting.desk import desk
from nosograph.web.views.about import about
from nosograph.web.views.account import account
from nosograph.web.views.account_data import account_data
from nosograph.web.views.account_delete import account_delete
from nosograph.web.views.account_email import account_email
from nosograph.web.views.account_token_revoke import account_token_revoke
from nosograph.web.views.account_tokens import account_tokens
from nosograph.web.views.body import body
from nosograph.web.views.body_part import body_part
from nosograph.web.views.body_region import body_region
from nosograph.web.views.browse import browse
from nosograph.web.views.builder import builder
from nosograph.web.views.builder_at import builder_at
from nosograph.web.views.coverage import coverage
from nosograph.web.views.developers import developers
from nosograph.web.views.entry import entry
from nosograph.web.views.facet_axis import facet_axis
from nosograph.web.views.facet_value import facet_value
from nosograph.web.views.facets import facets
from nosograph.web.views.gallery import gallery
from nosograph.web.views.glossary import glossary
from nosograph.web.views.health import health
from nosograph.web.views.home import home
from nosograph.web.views.large_picture import large_picture
from nosograph.web.views.note import note
from nosograph.web.views.picture import picture
from nosograph.web.views.plate import plate
from nosograph.web.views.plate_file import plate_file
from nosograph.web.views.plates import plates
from nosograph.web.views.privacy import privacy
from nosograph.web.views.robots import robots
from nosograph.web.views.save import save
from nosograph.web.views.saved import saved
from nosograph.web.views.saved_files import saved_files
from nosograph.web.views.search import search
from nosograph.web.views.sources import sources
from nosograph.web.views.suggest import suggest
from nosograph.web.views.typing import typing
from nosograph.web.views.unsave import unsave
from nosograph.web.views.visit_sheet import visit_sheet

FAVICON = lazy(staticfiles_storage.url, str)("favicon.svg")

urlpatterns = [
    path("", home, name="home"),
    path("search", search, name="search"),
    path("search/typing", typing, name="typing"),
    path("browse", browse, name="browse"),
    path("body", body, name="body"),
    path("body/part/<slug:site>", body_part, name="body_part"),
    path("body/<slug:region>", body_region, name="body_region"),
    path("builder", builder, name="builder"),
    path("builder/<str:key>", builder_at, name="builder_at"),
    path("facets", facets, name="facets"),
    path("facets/<str:axis>", facet_axis, name="facet_axis"),
    path("facets/<str:axis>/<str:value>", facet_value, name="facet_value"),
    path("plates", plates, name="plates"),
    path("plates/<slug:name>.svg", plate_file, name="plate_file"),
    path("plates/<slug:name>", plate, name="plate"),
    path("about", about, name="about"),
    path("sources", sources, name="sources"),
    path("coverage", coverage, name="coverage"),
    path("developers", developers, name="developers"),
    path("glossary", glossary, name="glossary"),
    path("privacy", privacy, name="privacy"),
    path("saved/", saved, name="saved"),
    path("saved/pages.csv", saved_files, {"form": "csv"}, name="saved_csv"),
    path("saved/pages.json", saved_files, {"form": "json"}, name="saved_json"),
    path("account/", account, name="account"),
    path("account/data.json", account_data, name="account_data"),
    path("account/delete/", account_delete, name="account_delete"),
    path("account/email/", account_email, name="account_email"),  # in the place of the library's own
    path("account/tokens/", account_tokens, name="account_tokens"),
    path("account/tokens/<int:ident>/revoke", account_token_revoke, name="account_token_revoke"),
    path("account/", include("allauth.account.urls")),
    path("editors/", desk.urls),
    *machines.urlpatterns,
    path("robots.txt", robots, name="robots"),
    path("healthz", health, name="health"),
    path("favicon.ico", RedirectView.as_view(url=FAVICON, permanent=False), name="favicon"),
    path("", include("nosograph.web.machines.urls")),
    *([path("gallery", gallery, name="gallery")] if settings.DEBUG else []),
    re_path(r"^(?P<spelling>[^/]+?)\.(?P<form>small\.svg|svg|card\.png|png)$", picture, name="picture"),
    re_path(r"^(?P<spelling>[^/]+)/picture$", large_picture, name="large_picture"),
    re_path(r"^(?P<spelling>[^/]+)/visit$", visit_sheet, name="visit_sheet"),
    re_path(r"^(?P<spelling>[^/]+)/suggest$", suggest, name="suggest"),
    re_path(r"^(?P<spelling>[^/]+)/save$", save, name="save"),
    re_path(r"^(?P<spelling>[^/]+)/unsave$", unsave, name="unsave"),
    re_path(r"^(?P<spelling>[^/]+)/note$", note, name="note"),
    re_path(r"^(?P<spelling>[^/]+)$", entry, name="entry"),
]

handler400 = "nosograph.web.views.refused.bad_request"
handler403 = "nosograph.web.views.refused.forbidden"
handler404 = "nosograph.web.views.not_found.no_such_address"
handler500 = "nosograph.web.views.broken.broken"
