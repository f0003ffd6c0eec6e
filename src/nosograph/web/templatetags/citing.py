"""The numbers of sources as links: the one thing that a page has hundreds of, so it is not left to template loops.

Worked example: `("1", "7")` becomes two links, to `#source-1` and `#source-7`, that a screen reader says as
"Source 1, Source 7". Refuses nothing: the numbers come from counting, never from a text.
"""

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def cites(numbers: tuple[object, ...]) -> SafeString:
    """Links to the sources with these numbers."""
    links = "".join(
        f'<a href="#source-{int(number)}"><span class="unseen">Source </span>{int(number)}</a>' for number in numbers
    )
    return mark_safe(f'<span class="cites">{links}</span>' if links else "")  # noqa: S308 (whole numbers alone)
