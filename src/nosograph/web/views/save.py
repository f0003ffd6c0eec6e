"""Save a page: a member's wish, so a POST."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from nosograph.web import shelf
from nosograph.web.presenting.links import href
from nosograph.web.saving.models import SavedPage
from nosograph.web.views.not_found import page_not_found


@require_POST
def save(request: HttpRequest, spelling: str) -> HttpResponse:
    """`/<code>/save`; saving what is saved already changes nothing."""
    if not request.user.is_authenticated:
        return redirect_to_login(href(spelling))
    atlas = shelf.atlas()
    key = atlas.resolve(spelling)
    if key is None:
        return page_not_found(request, spelling)
    link = atlas.link(key)
    SavedPage.objects.get_or_create(
        account=request.user, key=key, defaults={"code": link.code, "title": link.title[:500]}
    )
    return HttpResponseRedirect(href(key))
