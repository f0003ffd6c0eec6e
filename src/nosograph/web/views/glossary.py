"""The words of medicine that Nosograph explains, letter by letter.

Worked example: `/glossary` opens at A, `/glossary?letter=r` has "renal". A letter that begins no term is a 404.
"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.lexicons.glossary import GlossaryTerm
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.model import Crumb
from nosograph.web.rendering import answer

DIGITS = "0-9"


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryPage:
    """The `terms` of one `letter`, the `letters` that lead on, and the `count` of all terms."""

    letter: str
    letters: tuple[Crumb, ...]
    terms: tuple[GlossaryTerm, ...]
    count: str


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """`/glossary`"""
    known = shelf.atlas().glossary()
    letter = request.GET.get("letter", "a").lower()
    terms = tuple(term for term in known if _letter(term) == letter)
    if not terms:
        raise Http404(f"no term of the glossary begins with {letter[:20]!r}")
    letters = sorted({_letter(term) for term in known})
    page = GlossaryPage(
        letter=letter.upper(),
        letters=tuple(Crumb(href=f"?letter={one}", label=one.upper()) for one in letters),
        terms=terms,
        count=f"{len(known):,}",
    )
    return same_for_all_visitors(answer(request, "glossary.html", page))


def _letter(term: GlossaryTerm) -> str:
    first = term.term[0].lower()
    return DIGITS if first.isdigit() else first
