"""Check the tables that say how processes and agents are shown; the plates that they name are checked elsewhere."""

from collections.abc import Iterator, Sequence

from nosograph.lexicons.finding import Span, any_in_span
from nosograph.lexicons.model import AGENT_KINDS, Lexicons, Problem
from nosograph.lexicons.vocabulary import CLOSED

# What 7th characters say of a broken bone, which is a qualifier without words in a title.
_OPENNESS = ("closed", "open", "open type I or II", "open type IIIA, IIIB, or IIIC")


def check_pictures(lexicons: Lexicons, codes: Sequence[str]) -> Iterator[Problem]:
    """Rows that name no process, no value, no agent or no code (`codes`: undotted, sorted), and rows out of reach."""
    values = {
        *lexicons.qualifiers,
        *lexicons.severities,
        *lexicons.courses,
        *CLOSED["episode"],
        *CLOSED["healing"],
        *_OPENNESS,
    }
    for process, rows in lexicons.process_pictures.items():
        seen: set[tuple[frozenset[str], frozenset[str], tuple[Span, ...]]] = set()
        for row in rows:
            if process not in lexicons.processes:
                yield _in_processes(row.line, f"the process '{process}' is not in processes.tsv")
            for place in row.places:
                if place not in lexicons.sites and place not in lexicons.regions:
                    yield _in_processes(row.line, f"'{place}' is neither a site of sites.tsv nor a region")
            for value in row.values:
                if value not in values and not value.startswith(("with ", "without ")):
                    yield _in_processes(
                        row.line, f"no entry says '{value}'; see qualifiers.tsv, severities.tsv, courses.tsv"
                    )
            for first, last in row.ranges:
                if not any_in_span(codes, (first, last)):
                    yield _in_processes(row.line, f"no entry lies in the range {first} to {last}; correct it")
            asked = (frozenset(row.values), frozenset(row.places), row.ranges)
            if asked in seen:
                yield _in_processes(row.line, f"'{process}' has these values in a row above; put both in one row")
            seen.add(asked)
    for ident, agent in lexicons.agent_pictures.items():
        kind = ident.removeprefix("kind:")
        if ident not in lexicons.agents and not (ident != kind and kind in AGENT_KINDS):
            message = f"'{ident}' is neither an agent of agents.tsv nor 'kind:' with a kind of agents"
            yield Problem(file="agent_pictures.tsv", line=agent.line, message=message)


def _in_processes(line: int, message: str) -> Problem:
    return Problem(file="process_pictures.tsv", line=line, message=message)
