"""The editors' desk: suggestions as editors read and settle them, at `/editors/`.

It is Django's own administration, with nothing in it but suggestions. Editors are members whom the owner of the site
has named with `nosograph editor`; everyone else is sent to log in, or told that the page is for editors.
"""

from typing import ClassVar

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from nosograph.web.suggesting.models import Suggestion


class EditorsDesk(admin.AdminSite):
    """The administration with the site's own door."""

    site_header = site_title = "Nosograph, editors' desk"
    index_title = "Suggestions of readers"
    enable_nav_sidebar = False

    def login(self, request: HttpRequest, _extra: dict[str, object] | None = None) -> HttpResponse:
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next", request.path))


class SuggestionDesk(admin.ModelAdmin):
    """Suggestions, the new ones first; editors settle them and add a note, and change nothing that a reader wrote."""

    list_display = ("key", "state", "short", "pack", "created")
    list_filter = ("state", "pack")
    search_fields = ("key", "title", "text", "statement")
    readonly_fields = ("page", "title", "statement", "pack", "text", "contact", "release", "created")
    fields: ClassVar = (*readonly_fields, "state", "note")

    @admin.display(description="what the reader says")
    def short(self, suggestion: Suggestion) -> str:
        return suggestion.text[:80]

    @admin.display(description="page")
    def page(self, suggestion: Suggestion) -> SafeString:
        return format_html('<a href="/{}">{}</a>', suggestion.key, suggestion.key)

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False


desk = EditorsDesk(name="editors")
desk.register(Suggestion, SuggestionDesk)
