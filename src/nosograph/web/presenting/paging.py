"""A long list in parts: which part is asked for, and how the parts beside it are reached.

Worked example: with 250 a part, `?page=2` of 6,620 is "251 to 500 of 6,620". Refused with 404: a page that is no
number, and one that the list does not have.
"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The part of a list in words (`shown`), and the addresses of those `before` and `after` it, empty at the ends."""

    shown: str
    before: str
    after: str


def start_of(request: HttpRequest, size: int) -> int:
    """Where the part begins that is asked for, counted from 0. Raises Http404."""
    number = request.GET.get("page", "1")
    if not (number.isascii() and number.isdigit() and int(number[:6]) >= 1):
        raise Http404("this is no page of the list")
    return (int(number[:6]) - 1) * size


def part(start: int, shown: int, whole: int, size: int, *, anchor: str = "") -> Part:
    """The part of `shown` items that begins at `start`. Raises Http404 where it is empty and the list is not."""
    if whole and not shown:
        raise Http404("the list has no such page")
    page = start // size + 1
    return Part(
        shown=f"{start + 1:,} to {start + shown:,} of {whole:,}",
        before=f"?page={page - 1}{anchor}" if start else "",
        after=f"?page={page + 1}{anchor}" if start + shown < whole else "",
    )
