"""From an injury to exactly one code, question by question, with the picture of what has been said so far.

Worked example: `/builder` lists the injuries by part of the body; `/builder/S72` asks for the part of the bone,
`/builder/S72.04` whether it is displaced and on which side, `/builder/S72.041` for the visit; `/builder/S72.041A` is
the end. Answers come back as `?side=right&...`; a combination that no code has is told, and nothing is guessed.
"""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from nosograph.icd10cm.model import Level
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.building import FIRST, LAST, WHICH, BuilderPage, answered, choice, questions, step
from nosograph.web.presenting.links import href, row
from nosograph.web.presenting.model import Crumb
from nosograph.web.rendering import answer


@require_safe
def builder_at(request: HttpRequest, key: str) -> HttpResponse:
    """`/builder/<code>`"""
    atlas = shelf.atlas()
    found = atlas.resolve(key)
    if found is None or found != key or not FIRST <= key[:3] <= LAST:
        raise Http404(f"the builder has no step {key[:20]!r}")
    link = atlas.link(key)
    above = [one for one in atlas.above(key) if one.level not in (Level.CHAPTER, Level.BLOCK)]
    below = atlas.children(key)
    # The last step is one question with few answers: 7th characters do not combine freely.
    last = bool(below) and below[0].title.startswith(f"{link.title}, ")
    differing = None if last else atlas.differences_below(key)
    asked = questions(differing, request.GET) if differing else ()
    told = ""
    if differing and any(q.name in request.GET for q in asked):
        target = answered(differing, request.GET)
        if target:
            return HttpResponseRedirect(step(target))
        told = "No code has these answers together. Choose others."
    page = BuilderPage(
        crumbs=(
            Crumb(href=reverse("builder"), label="All injuries"),
            *(Crumb(href=step(one.key), label=one.code) for one in above),
        ),
        here=row(link),
        picture=f"{href(key)}.svg",
        alt=atlas.scene(key).description,
        groups=() if asked or not below else ((WHICH, tuple(choice(one, link.title) for one in below)),),
        questions=asked,
        told=told,
        done=link.billable,
    )  # fmt: skip
    return same_for_all_visitors(answer(request, "builder.html", page))
