"""Check the tables against each other and against a release; used by `nosograph check`.

Worked example: a row of `sites.tsv` whose `part_of` names no site gives
`Problem(file="sites.tsv", line=12, message="the larger site 'thorax' is not in sites.tsv; add it or write -")`.

Says nothing of what is medically true: that is for the people who read the tables.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from nosograph.errors import BadInput
from nosograph.lexicons.cells import BadRow
from nosograph.lexicons.checking_pictures import check_pictures
from nosograph.lexicons.finding import any_in_span, find_range, undotted
from nosograph.lexicons.loading import read_lexicons, resource_text
from nosograph.lexicons.model import CONTRADICTION_RULES, KindPlace, Lexicons, Problem, RangeTable, Row
from nosograph.lexicons.retired import RetiredCode, read_retired

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_REGION_ID = re.compile(r"[a-z]+(_[a-z]+)*")
_UBERON = re.compile(r"UBERON:[0-9]{7}")
_LONGEST_MEANING = 160
SORTED = (
    "plain_words.tsv", "regions.tsv", "region_words.tsv", "sites.tsv", "processes.tsv", "agents.tsv", "conditions.tsv",
    "courses.tsv", "severities.tsv", "life_periods.tsv", "qualifiers.tsv", "connectors.tsv", "empty_words.tsv",
    "commonness.tsv", "said.tsv", "retired.tsv",
)  # fmt: skip


class _Named(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def line(self) -> int: ...


def check_lexicons(release_keys: Iterable[str], text_of: Callable[[str], str] = resource_text) -> list[Problem]:
    """Every problem of the tables, in the order of their files; an empty list means that all is well.

    `release_keys` are the keys of a release's entries (`2`, `C81-C96`, `S72.0`, `S72.001A`).
    `text_of` gives the text of a table by file name.
    """
    try:
        lexicons, retired = read_lexicons(text_of), read_retired(text_of)
    except BadRow as error:
        return [Problem(file=error.file, line=error.line, message=error.problem)]
    except BadInput as error:
        return [Problem(file="", line=0, message=str(error))]
    keys = frozenset(release_keys)
    codes = sorted(undotted(key) for key in keys if "-" not in key and not key.isdigit())
    return [
        *_check_names(lexicons, keys),
        *_check_plain_words(lexicons),
        *_check_ranges("kinds.tsv", lexicons.kinds, keys, codes),
        *_check_every_entry_has_a_kind(lexicons.kinds, keys),
        *_check_ids("regions.tsv", lexicons.regions.values(), _REGION_ID),
        *_check_ranges("region_places.tsv", lexicons.region_places, keys, codes),
        *_check_known_regions(lexicons),
        *_check_region_words(lexicons),
        *_check_sites(lexicons),
        *_check_ranges("site_places.tsv", lexicons.site_places, keys, codes),
        *_check_ranges("involved_places.tsv", lexicons.involved_places, keys, codes),
        *_check_ranges("figure_places.tsv", lexicons.figure_places, keys, codes),
        *_check_ranges("close_ups.tsv", lexicons.close_ups, keys, codes),
        *_check_processes(lexicons),
        *_check_ranges("process_places.tsv", lexicons.process_places, keys, codes),
        *_check_agents(lexicons),
        *check_pictures(lexicons, codes),
        *_check_conditions(lexicons),
        *_check_values(lexicons),
        *_check_ranges("contradictions.tsv", lexicons.contradictions, keys, codes),
        *_check_reviewed_rules(lexicons),
        *_check_search_words(lexicons, keys),
        *_check_retired(retired.values(), keys),
        *_check_sorted(text_of),
    ]


def _check_names(lexicons: Lexicons, keys: Collection[str]) -> Iterator[Problem]:
    for name in lexicons.everyday_names.values():
        if name.key not in keys:
            yield Problem(
                file="everyday_names.tsv",
                line=name.line,
                message=f"the release has no entry '{name.key}'; correct the key or take the row out",
            )
        if name.meaning and len(name.meaning) > _LONGEST_MEANING:
            yield Problem(
                file="everyday_names.tsv",
                line=name.line,
                message=f"the meaning has {len(name.meaning)} characters; say it in {_LONGEST_MEANING}",
            )


def _check_plain_words(lexicons: Lexicons) -> Iterator[Problem]:
    for word in lexicons.plain_words.values():
        if word.term != word.term.lower():
            message = f"the term '{word.term}' must be in lower case, as titles are compared"
            yield Problem(file="plain_words.tsv", line=word.line, message=message)
        if word.term == word.plain:
            message = f"the term '{word.term}' explains itself; write other words or take the row out"
            yield Problem(file="plain_words.tsv", line=word.line, message=message)


def _check_ranges(file: str, table: RangeTable[Row], keys: Collection[str], codes: Sequence[str]) -> Iterator[Problem]:
    """Each range must hold at least one of the undotted `codes`, and ends below a category must be entries."""
    for row in table.rows:
        if row.first.isdigit():
            if row.first not in keys:
                yield Problem(file=file, line=row.line, message=f"the release has no chapter {row.first}")
            continue
        for end in dict.fromkeys((row.first, row.last)):
            if len(end) > 3 and end not in keys:
                message = f"the release has no entry '{end}'; correct the range"
                yield Problem(file=file, line=row.line, message=message)
        if not any_in_span(codes, (undotted(row.first), undotted(row.last))):
            message = f"no entry lies in the range {row.first} to {row.last}; correct it or take the row out"
            yield Problem(file=file, line=row.line, message=message)


def _check_every_entry_has_a_kind(kinds: RangeTable[KindPlace], keys: Iterable[str]) -> Iterator[Problem]:
    """Chapters, blocks and categories are enough: what stands below a category has at least its kind."""
    for key in sorted(key for key in keys if "-" in key or len(key) <= 3):
        if find_range(kinds, key) is None:
            yield Problem(file="kinds.tsv", line=0, message=f"no row gives a kind for '{key}'; add a row for its range")


def _check_ids(file: str, terms: Iterable[_Named], pattern: re.Pattern[str]) -> Iterator[Problem]:
    for term in terms:
        if not pattern.fullmatch(term.id):
            message = f"the id '{term.id}' must be small letters and digits, joined as the other ids are"
            yield Problem(file=file, line=term.line, message=message)


def _check_known_regions(lexicons: Lexicons) -> Iterator[Problem]:
    used = [("region_places.tsv", row.line, row.regions) for row in lexicons.region_places.rows]
    used += [("region_words.tsv", row.line, row.regions) for row in lexicons.region_words.rows]
    used += [("sites.tsv", site.line, (site.region,)) for site in lexicons.sites.values() if site.region]
    for file, line, regions in used:
        for region in regions:
            if region not in lexicons.regions:
                yield Problem(file=file, line=line, message=f"the region '{region}' is not in regions.tsv")


def _check_region_words(lexicons: Lexicons) -> Iterator[Problem]:
    """One word may say two regions, but never for the same code."""
    for word, rows in lexicons.region_words.by_word.items():
        for at, row in enumerate(rows):
            for earlier in rows[:at]:
                shared = [a for a in row.ranges for b in earlier.ranges if a[0] <= b[1] and b[0] <= a[1]]
                if shared:
                    message = (
                        f"'{word}' is trusted for {shared[0][0]} to {shared[0][1]} in line {earlier.line} as well; "
                        "give each range to one row"
                    )
                    yield Problem(file="region_words.tsv", line=row.line, message=message)


def _check_sites(lexicons: Lexicons) -> Iterator[Problem]:
    file = "sites.tsv"
    yield from _check_ids(file, lexicons.sites.values(), _ID)
    yield from _check_tree(file, {site.id: (site.part_of, site.line) for site in lexicons.sites.values()})
    seen: dict[str, str] = {}
    for site in lexicons.sites.values():
        if site.uberon and not _UBERON.fullmatch(site.uberon):
            message = f"'{site.uberon}' is not an UBERON id; write it as UBERON:0002371"
            yield Problem(file=file, line=site.line, message=message)
        if site.uberon and site.uberon in seen:
            message = f"{site.uberon} belongs to '{seen[site.uberon]}' already; one id is one site"
            yield Problem(file=file, line=site.line, message=message)
        seen[site.uberon or site.id] = site.id
    placed = [("site_places.tsv", row) for row in lexicons.site_places.rows]
    placed += [("involved_places.tsv", row) for row in lexicons.involved_places.rows]
    for place_file, row in placed:
        for wanted in row.sites:
            if wanted not in lexicons.sites:
                message = f"the site '{wanted}' is not in sites.tsv"
                yield Problem(file=place_file, line=row.line, message=message)


def _check_processes(lexicons: Lexicons) -> Iterator[Problem]:
    file = "processes.tsv"
    yield from _check_ids(file, lexicons.processes.values(), _ID)
    yield from _check_tree(file, {term.id: (term.parent, term.line) for term in lexicons.processes.values()})
    labels: dict[str, str] = {}
    for term in lexicons.processes.values():
        before = labels.setdefault(term.label, term.id)
        if before != term.id:
            message = f"the label '{term.label}' is that of '{before}' already; facets tell processes apart by label"
            yield Problem(file=file, line=term.line, message=message)
    for row in lexicons.process_places.rows:
        if row.process and row.process not in lexicons.processes:
            message = f"the process '{row.process}' is not in processes.tsv"
            yield Problem(file="process_places.tsv", line=row.line, message=message)


def _check_agents(lexicons: Lexicons) -> Iterator[Problem]:
    file = "agents.tsv"
    yield from _check_ids(file, lexicons.agents.values(), _ID)
    yield from _check_tree(file, {term.id: (term.parent, term.line) for term in lexicons.agents.values()})


def _check_conditions(lexicons: Lexicons) -> Iterator[Problem]:
    """A condition names only processes, sites and agents that exist."""
    file = "conditions.tsv"
    yield from _check_ids(file, lexicons.conditions.values(), _ID)
    for term in lexicons.conditions.values():
        named: list[tuple[str, Collection[str], str | None]] = [
            ("processes.tsv", lexicons.processes, term.process),
            ("agents.tsv", lexicons.agents, term.agent),
            ("courses.tsv", lexicons.courses, term.course),
            ("life_periods.tsv", lexicons.life_periods, term.life_period),
            *(("sites.tsv", lexicons.sites, site) for site in term.sites),
        ]
        for table, known, value in named:
            if value is not None and value not in known:
                yield Problem(file=file, line=term.line, message=f"'{value}' is not in {table}; add it or write -")


def _check_values(lexicons: Lexicons) -> Iterator[Problem]:
    """Values of the open axes are words in lower case, as they are shown."""
    for axis in ("courses", "severities", "life_periods", "qualifiers"):
        for term in getattr(lexicons, axis).values():
            if not term.words:
                message = f"'{term.id}' has no words, so no title can say it; add some or take the row out"
                yield Problem(file=f"{axis}.tsv", line=term.line, message=message)


def _check_reviewed_rules(lexicons: Lexicons) -> Iterator[Problem]:
    for row in lexicons.contradictions.rows:
        for rule in row.rules:
            if rule not in CONTRADICTION_RULES:
                message = f"there is no rule '{rule}'; write one of: {', '.join(CONTRADICTION_RULES)}"
                yield Problem(file="contradictions.tsv", line=row.line, message=message)


def _check_search_words(lexicons: Lexicons, keys: Collection[str]) -> Iterator[Problem]:
    """Commonness is told of categories, what people say names entries or means words."""
    for row in lexicons.commonness.values():
        if row.category not in keys:
            message = f"the release has no category '{row.category}'; take the row out"
            yield Problem(file="commonness.tsv", line=row.line, message=message)
    for term in lexicons.said.values():
        for key in term.keys:
            if key not in keys:
                message = f"the release has no entry '{key}'; correct what '{term.said}' names"
                yield Problem(file="said.tsv", line=term.line, message=message)
        for meaning in term.means:
            if meaning in keys:
                message = f"'{meaning}' is an entry; write '={meaning}' where '{term.said}' names it"
                yield Problem(file="said.tsv", line=term.line, message=message)
        if term.said != term.said.lower():
            message = f"write '{term.said}' in small letters"
            yield Problem(file="said.tsv", line=term.line, message=message)


def _check_retired(rows: Iterable[RetiredCode], keys: Collection[str]) -> Iterator[Problem]:
    """What is retired is not in the release, and what is nearest to it is."""
    for row in rows:
        if row.code in keys:
            message = f"the release has '{row.code}' again; take the row out"
            yield Problem(file="retired.tsv", line=row.line, message=message)
        if row.nearest not in keys:
            message = f"the release has no entry '{row.nearest}'; name the one that is nearest to '{row.code}'"
            yield Problem(file="retired.tsv", line=row.line, message=message)


def _check_tree(file: str, parents: Mapping[str, tuple[str | None, int]]) -> Iterator[Problem]:
    for child, (parent, line) in parents.items():
        if parent is not None and parent not in parents:
            message = f"'{parent}', which is above '{child}', is not in {file}; add it or write -"
            yield Problem(file=file, line=line, message=message)
            continue
        above = [child]
        while parent is not None and parent not in above:
            above.append(parent)
            parent = parents.get(parent, (None, 0))[0]
        if parent is not None:
            yield Problem(file=file, line=line, message=f"'{child}' stands above itself: {' > '.join(above)}")


def _check_sorted(text_of: Callable[[str], str]) -> Iterator[Problem]:
    """Tables with an id in front stay in the order of that id, so that a row is found by eye and added once."""
    for file in SORTED:
        before = ""
        seen_header = False
        for number, line in enumerate(text_of(file).splitlines(), start=1):
            first = line.split("\t")[0]
            if line.startswith("#"):
                continue
            if seen_header and first < before:
                message = f"'{first}' must stand before '{before}'; keep the rows in order of the first column"
                yield Problem(file=file, line=number, message=message)
            before = first if seen_header else ""
            seen_header = True
