"""From an injury to exactly one code, question by question, with the picture of what has been said so far.

Worked example: `/builder` lists the injuries by part of the body; `/builder/S72` asks for the part of the bone,
`/builder/S72.04` whether it is displaced and on which side, `/builder/S72.041` for the visit; `/builder/S72.041A` is
the end. Answers come back as `?side=right&...`; a combination that no code has is told, and nothing is guessed.
"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from nosograph.atlas.model import Differences, Link
from nosograph.facets.listing import slug
from nosograph.icd10cm.model import Level
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.links import href, row
from nosograph.web.presenting.model import Crumb, EntryLink
from nosograph.web.rendering import answer

FIRST, LAST = "S00", "T34"
"""The injuries of one place, burns and frostbite among them: the categories that the builder begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to choose: its `name` in the address, its `heading`, and its `values` with the chosen one."""

    name: str
    heading: str
    values: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuilderPage:
    """One step: what has been said (`crumbs`, `here`), its picture, and what comes next.

    `groups` are lists of entries to choose from, by heading; or `questions` are asked. `told` says that no code has the
    answers that were given. `done` is true at a code that can be billed.
    """

    crumbs: tuple[Crumb, ...]
    here: EntryLink | None
    picture: str
    alt: str
    groups: tuple[tuple[str, tuple[EntryLink, ...]], ...] = ()
    questions: tuple[Question, ...] = ()
    told: str = ""
    done: bool = False


_WHICH = "Which one?"
_HEADINGS = {"side": "Which side?", "site": "Which part?", "qualifier": "Which kind?", "severity": "How severe?"}


def _to(key: str) -> str:
    return reverse("builder_at", args=[key])


@require_safe
def builder(request: HttpRequest) -> HttpResponse:
    """`/builder`"""
    atlas = shelf.atlas()
    groups = []
    for block in atlas.children("19"):
        inside = [link for link in atlas.children(block.key) if FIRST <= link.key[:3] <= LAST]
        if inside:
            links = tuple(_choice(link) for link in inside)
            groups.append((block.everyday or block.title, links))
    page = BuilderPage(crumbs=(), here=None, picture="", alt="", groups=tuple(groups))
    return same_for_all_visitors(answer(request, "builder.html", page))


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
    questions = _questions(differing, request) if differing else ()
    told = ""
    if differing and questions and any(q.name in request.GET for q in questions):
        target = _answered(differing, request)
        if target:
            return HttpResponseRedirect(_to(target))
        told = "No code has these answers together. Choose others."
    page = BuilderPage(
        crumbs=(
            Crumb(href=reverse("builder"), label="All injuries"),
            *(Crumb(href=_to(one.key), label=one.code) for one in above),
        ),
        here=row(link),
        picture=f"{href(key)}.svg",
        alt=atlas.scene(key).description,
        groups=() if questions or not below else ((_WHICH, tuple(_choice(one, link.title) for one in below)),),
        questions=questions,
        told=told,
        done=link.billable,
    )  # fmt: skip
    return same_for_all_visitors(answer(request, "builder.html", page))


def _choice(link: Link, above: str = "") -> EntryLink:
    shown = row(link)
    title = shown.title.removeprefix(f"{above}, ") if above else shown.title
    return EntryLink(href=_to(link.key), code=shown.code, title=title, everyday=shown.everyday)


def _questions(found: Differences, request: HttpRequest) -> tuple[Question, ...]:
    out = []
    for place, heading in enumerate(found.headings):
        name = slug(heading)
        values = dict.fromkeys(words[place] for _, words in found.rows)
        chosen = request.GET.get(name)
        out.append(
            Question(
                name=name, heading=_HEADINGS.get(name, heading),
                values=tuple((slug(v) or "none", v or "Not said", chosen == (slug(v) or "none")) for v in values),
            )
        )  # fmt: skip
    return tuple(out)


def _answered(found: Differences, request: HttpRequest) -> str | None:
    """The key of the entry with the answers that were given; None where none or several have them."""
    names = [slug(heading) for heading in found.headings]
    given = {n: request.GET[names[n]] for n in range(len(names)) if names[n] in request.GET}
    fitting = [link.key for link, words in found.rows if all((slug(words[n]) or "none") == v for n, v in given.items())]
    return fitting[0] if len(fitting) == 1 else None
