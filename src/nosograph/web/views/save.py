"""Save a page: a member's wish, so a POST."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from nosograph.atlas.reading import Atlas
from nosograph.web.presenting.links import href
from nosograph.web.saving.models import SavedPage
from nosograph.web.views.at_entry import at_entry


@require_POST
@at_entry
def save(request: HttpRequest, atlas: Atlas, key: str) -> HttpResponse:
    """`/<code>/save`; saving what is saved already changes nothing."""
    if not request.user.is_authenticated:
        return redirect_to_login(href(key))
    link = atlas.link(key)
    SavedPage.objects.get_or_create(
        account=request.user, key=key, defaults={"code": link.code, "title": link.title[:500]}
    )
    return HttpResponseRedirect(href(key))
