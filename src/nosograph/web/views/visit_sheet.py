"""A sheet to take along to the care team: what to do before, questions to tick, when to get help, and room to write.

Worked example: `/C93.32/visit` has the questions of the page of C93.32 with a box before each and a line below. It is
made for paper; what it says stands on the page, with the sources. It holds only what this reader may see.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.article.access import SeenArticle, as_seen_by
from nosograph.article.acts import sign_of, tells_an_act
from nosograph.atlas.reading import Atlas
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.links import href
from nosograph.web.rendering import answer
from nosograph.web.views.at_entry import at_entry

_TO_DO = ("supportive-care", "safety")
MOST_TO_DO = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something to do, and the name of the sign for it; empty where there is none."""

    text: str
    sign: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPage:
    """The entry by `code`, `title` and plain `summary`; `href` is its page, and `pictured` its picture in words.

    `questions` to ask, what one `can_do` oneself, and what needs help, `urgent` or `soon`.
    """

    code: str
    title: str
    summary: str
    href: str
    pictured: str
    questions: tuple[str, ...]
    can_do: tuple[Act, ...]
    urgent: tuple[str, ...]
    soon: tuple[str, ...]


@require_safe
@at_entry
def visit_sheet(request: HttpRequest, atlas: Atlas, key: str) -> HttpResponse:
    """`/<code>/visit`"""
    page = atlas.page(key)
    seen = as_seen_by(
        page.article, member=request.user.is_authenticated, members_only=settings.NOSOGRAPH_MEMBER_SECTIONS
    )
    help_ = _statements(seen, ("get-help",))
    acts = [(text, urgent) for text, urgent in _statements(seen, _TO_DO) if tells_an_act(text)]
    sheet = VisitPage(
        code=page.link.code,
        title=page.link.title,
        summary=page.article.summary,
        href=href(key),
        pictured=page.article.scene.caption,
        questions=tuple(text for text, _ in _statements(seen, ("questions",))),
        can_do=tuple(Act(text=text, sign=sign_of(text)) for text, urgent in acts if not urgent)[:MOST_TO_DO],
        urgent=tuple(text for text, urgent in (*help_, *acts) if urgent),  # what cannot wait is nothing to choose from
        soon=tuple(text for text, urgent in help_ if not urgent),
    )
    return same_for_all_visitors(answer(request, "visit.html", sheet))


def _statements(seen: SeenArticle, sections: tuple[str, ...]) -> list[tuple[str, bool]]:
    """The statements of some sections, each with whether it is urgent."""
    return [(s.text, s.urgent) for x in seen.sections if x.section.id in sections for s in x.section.statements]
