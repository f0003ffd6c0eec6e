"""All plates, for illustrators and for those who want to see what the pictures are put together from.

Worked example: `/plates` has the whole bodies, the places seen closely, what happens, the causes and the signs.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.rendering import answer

_FAMILIES = {
    "figures": ("Whole bodies", "Seen from the front and from behind."),
    "close-ups": ("Places, seen closely", "Each part has a name, and is marked where a code names it."),
    "processes": ("What happens", "One idea each."),
    "agents": ("Causes", "Germs, medicines, vehicles and things."),
    "events": ("Events", "How an injury came about, in quiet signs."),
    "encounters": ("Visits and circumstances", "Why someone was seen, and what a record notes."),
    "marks": ("Signs", "Put on the marked part of a place."),
    "tissue": ("Under the microscope", "Blood films."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlateLink:
    """A plate: its `title`, its `name`, and how many `parts` can be marked."""

    name: str
    title: str
    parts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The plates of one folder under their `heading` and `meaning`; `id` is where the page's links lead."""

    id: str
    heading: str
    meaning: str
    plates: tuple[PlateLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatesPage:
    """All `families`, and how many plates there are (`count`)."""

    families: tuple[Family, ...]
    count: int


@require_safe
def plates(request: HttpRequest) -> HttpResponse:
    """`/plates`"""
    every = shelf.atlas().plates()
    families = []
    for family, (heading, meaning) in _FAMILIES.items():
        links = tuple(
            PlateLink(name=plate.id, title=plate.title, parts=len(plate.regions))
            for plate in sorted(every.values(), key=lambda p: p.title)
            if plate.family == family
        )
        if links:
            families.append(Family(id=family, heading=heading, meaning=meaning, plates=links))
    page = PlatesPage(families=tuple(families), count=len(every))
    return same_for_all_visitors(answer(request, "plates.html", page))
