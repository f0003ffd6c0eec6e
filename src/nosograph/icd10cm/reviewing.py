"""The reviewed oddities, and what happens when a release has one that nobody has reviewed.

Worked example: `oddities.yaml` says that the category C4A may stand in C43-C44, why, and when somebody looked. A
release with C4B in C43-C44 stops the build, and the message holds the row to add.
Refuses (BadInput) a file of oddities that is not a list of such rows.
"""

import datetime
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from nosograph.errors import BadInput, UnknownOddity
from nosograph.icd10cm.model import Oddity, OddityKind
from nosograph.icd10cm.spelling import printable

OWN_FILE = Path(__file__).with_name("oddities.yaml")
LARGEST_FILE = 1024 * 1024
MOST_CODES_SHOWN = 60

_FIELDS = {"kind", "codes", "detail", "why", "reviewed"}


def load_oddities(extra: Path | None = None) -> tuple[Oddity, ...]:
    """The rows that come with Nosograph, and those of an operator's own file of the same form.

    Raises BadInput, with file and row, where a file cannot be read or a row lacks a field.
    """
    files = [OWN_FILE] if extra is None else [OWN_FILE, extra]
    return tuple(oddity for file in files for oddity in _read(file))


def enforce(found: Sequence[Oddity], reviewed: Sequence[Oddity], *, where: str) -> None:
    """Pass where every oddity found has been reviewed; else raise UnknownOddity, whose message is `explain`'s."""
    unknown = unreviewed(found, reviewed)
    if unknown:
        raise UnknownOddity(explain(unknown, where=where))


def unreviewed(found: Sequence[Oddity], reviewed: Sequence[Oddity]) -> tuple[Oddity, ...]:
    """The oddities found that match no reviewed row by kind, code and detail."""
    known = {(row.kind, row.code, row.detail) for row in reviewed}
    return tuple(oddity for oddity in found if (oddity.kind, oddity.code, oddity.detail) not in known)


def explain(unknown: Sequence[Oddity], *, where: str) -> str:
    """One line: what is odd, and the row to add for the first kind; others of the same kind and detail share it."""
    first = unknown[0]
    alike = [oddity.code for oddity in unknown if (oddity.kind, oddity.detail) == (first.kind, first.detail)]
    codes, rest = alike[:MOST_CODES_SHOWN], len(unknown) - len(alike[:MOST_CODES_SHOWN])
    row = (
        f"- {{kind: {json.dumps(str(first.kind))}, codes: [{', '.join(map(json.dumps, codes))}], "
        f"detail: {json.dumps(first.detail)}, why: ..., reviewed: YYYY-MM-DD}}"
    )
    more = f"; {rest} more to review after it" if rest else ""
    return (
        f"{where} departs from the rules of ICD-10-CM in a way that nobody has reviewed: {first.kind} at "
        f"{codes[0]} ({first.detail}); look at it, then add to oddities: in icd10cm/{OWN_FILE.name} the row {row}{more}"
    )


def _read(file: Path) -> list[Oddity]:
    name = printable(str(file), longest=200)
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise BadInput(f"{name} is too large for a file of oddities; give one of at most 1 MB")
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except OSError as problem:
        raise BadInput(f"{name} cannot be read ({problem.strerror}); check its path and rights") from None
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        raise BadInput(f"{name} is not YAML in UTF-8; write it as icd10cm/{OWN_FILE.name} is written") from None
    rows = content.get("oddities") if isinstance(content, Mapping) else None
    if not isinstance(rows, list):
        raise BadInput(f"{name} has no list named oddities; write it as icd10cm/{OWN_FILE.name} is written")
    return [oddity for number, row in enumerate(rows, start=1) for oddity in _oddities(row, f"{name}, row {number}")]


def _oddities(row: object, where: str) -> list[Oddity]:
    if not isinstance(row, Mapping) or set(row) != _FIELDS:
        raise BadInput(f"{where}: needs the fields {', '.join(sorted(_FIELDS))} and no others")
    codes, kinds = row["codes"], {str(kind): kind for kind in OddityKind}
    if not isinstance(row["kind"], str) or row["kind"] not in kinds:
        raise BadInput(f"{where}: {printable(str(row['kind']))!r} is no kind of oddity; use one of {', '.join(kinds)}")
    if not isinstance(codes, list) or not codes or not all(isinstance(code, str) for code in codes):
        raise BadInput(f"{where}: codes must be a list of codes, each in quotes where it is a number")
    if not isinstance(row["detail"], str) or not isinstance(row["why"], str) or len(row["why"].strip()) < 10:
        raise BadInput(f"{where}: detail and why must be text, and why must give the reason")
    if not isinstance(row["reviewed"], datetime.date):
        raise BadInput(f"{where}: reviewed must be a day such as 2026-11-22")
    return [
        Oddity(
            kind=kinds[row["kind"]],
            code=code,
            detail=row["detail"],
            why=" ".join(row["why"].split()),
            reviewed=row["reviewed"].isoformat(),
        )
        for code in codes
    ]
