"""A statement with the numbers of its sources: the one thing that a page has hundreds of, so it is not left to
template loops, which would take a third of the time of the whole page.

Worked example: "Most are younger than four." with the numbers 1 and 7 ends with two links, to `#source-1` and
`#source-7`, that a screen reader says as "Source 1, Source 7". Refuses nothing: texts are escaped, and the numbers
come from counting.
"""

from functools import lru_cache

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_escaped = lru_cache(maxsize=8192)(escape)


@register.filter
def stated(claim: object) -> SafeString:
    """The claim's text and links to its sources; a claim of an example may be a mapping."""
    text, numbers = (claim["text"], claim["numbers"]) if isinstance(claim, dict) else (claim.text, claim.numbers)
    links = "".join(
        f'<a href="#source-{int(number)}"><span class="unseen">Source </span>{int(number)}</a>' for number in numbers
    )
    cites = f'<span class="cites">{links}</span>' if links else ""
    return mark_safe(f'<span class="statement">{_escaped(text)}{cites}</span>')  # noqa: S308 (escaped above)
