"""Take a page out of one's collection, with its note."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from nosograph.web.presenting.links import href
from nosograph.web.saving.models import SavedPage


@require_POST
def unsave(request: HttpRequest, spelling: str) -> HttpResponse:
    """`/<code>/unsave`. The key is taken as it was saved: the release may not have the code any more."""
    if not request.user.is_authenticated:
        return redirect_to_login(href(spelling))
    SavedPage.objects.filter(account=request.user, key=spelling).delete()
    back = reverse("saved") if request.POST.get("back") == "saved" else href(spelling)
    return HttpResponseRedirect(back)
