"""A sheet to take along to the care team: what to do before, questions to tick, when to get help, and room to write.

Worked example: `/C93.32/visit` has the questions of the page of C93.32 with a box before each and a line below. It is
made for paper; what it says stands on the page, with the sources. It holds only what this reader may see.
"""

import re
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from nosograph.article.access import SeenArticle, as_seen_by
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.links import href
from nosograph.web.rendering import answer
from nosograph.web.views.not_found import page_not_found

_TO_DO = ("supportive-care", "safety")
MOST_TO_DO = 8
# An act is told in the imperative, which opens a sentence; what only describes does not belong on a list to tick.
_ACT = re.compile(
    r"(?:^|[.!?] )(?:Do not|Never|Always|Try|Keep|Ask|Take|Drink|Rest|Wear|Eat|Move|Use|Wash|Avoid|Check|Write|Tell|"
    r"Learn|Stop|Sleep|Bring|Plan|Stay|Let|Put|Give|Hold|Raise|Limit|Clean|Cover|Cool|Go|Get|Talk|Make|Walk|Stretch|"
    r"Practice|Exercise|Find|Carry|Follow|Watch|Look|Help|Offer|Share|Join|Call|See|Set|Start|Store|Choose|Have|Weigh|"
    r"Measure|Note|Change|Turn|Test|Teach|Show|Read|Count|Brush|Rinse|Lie|Sit|Stand|Breathe|Apply|Remove|Protect|Spread|"
    r"Save|Prepare|Treat|Lock|Fasten|Hug|Accept|Allow|Quit|Feed|Bathe|Dress|Say|Speak|Support|Return|Add|Leave|Cut)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPage:
    """The entry by `code`, `title` and plain `summary`; `href` is its page.

    `questions` to ask, what one `can_do` oneself, and what needs help, `urgent` or `soon`.
    """

    code: str
    title: str
    summary: str
    href: str
    questions: tuple[str, ...]
    can_do: tuple[str, ...]
    urgent: tuple[str, ...]
    soon: tuple[str, ...]


@require_safe
def visit_sheet(request: HttpRequest, spelling: str) -> HttpResponse:
    """`/<code>/visit`"""
    atlas = shelf.atlas()
    key = atlas.resolve(spelling)
    if key is None:
        return page_not_found(request, spelling)
    if key != spelling:
        return HttpResponsePermanentRedirect(f"{href(key)}/visit")
    page = atlas.page(key)
    seen = as_seen_by(
        page.article, member=request.user.is_authenticated, members_only=settings.NOSOGRAPH_MEMBER_SECTIONS
    )
    help_ = _statements(seen, ("get-help",))
    sheet = VisitPage(
        code=page.link.code,
        title=page.link.title,
        summary=page.article.summary,
        href=href(key),
        questions=tuple(text for text, _ in _statements(seen, ("questions",))),
        can_do=tuple(text for text, _ in _statements(seen, _TO_DO) if _ACT.search(text))[:MOST_TO_DO],
        urgent=tuple(text for text, urgent in help_ if urgent),
        soon=tuple(text for text, urgent in help_ if not urgent),
    )
    return same_for_all_visitors(answer(request, "visit.html", sheet))


def _statements(seen: SeenArticle, sections: tuple[str, ...]) -> list[tuple[str, bool]]:
    """The statements of some sections, each with whether it is urgent."""
    return [(s.text, s.urgent) for x in seen.sections if x.section.id in sections for s in x.section.statements]
