"""How much is written, chapter by chapter, honestly: what is about the very condition, and what is not yet."""

from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from nosograph.atlas.coverage import coverage as counted
from nosograph.web import shelf
from nosograph.web.middleware.who_may_keep import same_for_all_visitors
from nosograph.web.presenting.links import href
from nosograph.web.rendering import answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One chapter, or all of them: how many pages, and of how many what is true; `share` is of `about` in percent."""

    name: str
    title: str
    href: str
    pages: str
    about: str
    share: int
    whole: str
    problem: str
    reviewed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePage:
    """The chapters as `rows`, and all of them as `total`; how many `statements` and `sources` there are.

    `grade` is the middle of the reading grades, `easy` how many pages in 100 have at most grade 8. `release` is the
    name of the classification.
    """

    rows: tuple[Row, ...]
    total: Row
    statements: str
    sources: str
    grade: str
    easy: str
    release: str


@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    """`/coverage`"""
    page = _page(str(shelf.atlas().path))
    return same_for_all_visitors(answer(request, "coverage.html", page))


@lru_cache(maxsize=1)
def _page(_atlas_path: str) -> CoveragePage:
    atlas = shelf.atlas()
    data = counted(atlas)
    titles = {link.key: link.title for link in atlas.chapters()}
    rows = tuple(_row(f"{key}", titles[key], href(key), counts) for key, counts in data["chapters"].items())
    whole: dict[str, int] = {}
    for counts in data["chapters"].values():
        for name, number in counts.items():
            whole[name] = whole.get(name, 0) + number
    return CoveragePage(
        rows=rows,
        total=_row("All", "All chapters", "", whole),
        statements=f"{data['knowledge']['statements_in_use']:,}",
        sources=f"{data['knowledge']['sources_cited']:,}",
        grade=f"{data['reading']['median_grade_of_pages']}",
        easy=f"{100 * data['reading']['share_of_pages_at_most_8']:.1f}".removesuffix(".0"),
        release=atlas.release,
    )


def _row(name: str, title: str, link: str, counts: dict[str, int]) -> Row:
    return Row(
        name=name,
        title=title,
        href=link,
        pages=f"{counts['pages']:,}",
        about=f"{counts['about_the_condition']:,}",
        share=round(100 * counts["about_the_condition"] / max(1, counts["pages"])),
        whole=f"{counts['whole']:,}",
        problem=f"{counts['about_the_kind_of_problem']:,}",
        reviewed=f"{counts['reviewed']:,}",
    )
