"""Suggest a correction of a page. It is stored for the editors; who sent it is not."""

from dataclasses import dataclass

from allauth.decorators import rate_limit
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_http_methods

from nosograph.article.access import as_seen_by
from nosograph.atlas.reading import Atlas
from nosograph.web.presenting.links import href
from nosograph.web.suggesting.forms import SuggestionForm
from nosograph.web.suggesting.models import Suggestion
from nosograph.web.views.at_entry import at_entry


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestPage:
    """The entry that the suggestion is about: its `code` and `title`, and `href`, the way back to it."""

    code: str
    title: str
    href: str


@require_http_methods(["GET", "HEAD", "POST"])
@rate_limit(action="suggest")
@at_entry
def suggest(request: HttpRequest, atlas: Atlas, key: str) -> HttpResponse:
    """`/<code>/suggest`"""
    entry = atlas.page(key)
    seen = as_seen_by(
        entry.article, member=request.user.is_authenticated, members_only=settings.NOSOGRAPH_MEMBER_SECTIONS
    )
    statements = [s for section in seen.sections for s in section.section.statements]
    form = SuggestionForm(request.POST if request.method == "POST" else None, statements=statements)
    if request.method == "POST" and form.is_valid():
        about = form.statement()
        Suggestion.objects.create(
            key=key,
            title=entry.link.title,
            statement=about.text if about else "",
            pack=about.pack if about else "",
            text=form.cleaned_data["text"],
            contact=form.cleaned_data["contact"],
            release=entry.release,
        )
        messages.success(request, "Thank you. Your suggestion is with the editors.")
        return HttpResponseRedirect(href(key))
    page = SuggestPage(code=entry.link.code, title=entry.link.title, href=href(key))
    return HttpResponse(render_to_string("suggest.html", {"page": page, "form": form}, request))
