"""The official zip to the one XML in it that is wanted: the tabular list, or the Alphabetic Index.

Worked example: the zip of fiscal year 2025 holds the tabular list, the Alphabetic Index, three tables, all as XML and
PDF in a folder; the XML whose root is `ICD10CM.tabular` is taken. Of several the one named newest wins.
Refuses, with one line: what is no zip or is damaged, a password, far too many or too large members, no tabular XML,
and several of which none is named newest.
"""

import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from nosograph.errors import BadInput
from nosograph.icd10cm.reading import LARGEST_XML, REMEDY, ROOT
from nosograph.icd10cm.spelling import printable

LARGEST_ZIP = 256 * 1024 * 1024
MOST_MEMBERS = 1000
LARGEST_DIRECTORY = 1024 * 1024
_HEAD = 64 * 1024
_LONGEST_END = 64 * 1024 + 22

_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"(?<![a-z])({'|'.join(_MONTHS)})[a-z]*[-_ ]*([0-3]?[0-9](?![0-9]))?")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def unpack(path: Path, *, where: str, root: str = ROOT) -> tuple[str, bytes]:
    """The file name and bytes of the XML with that root in a zip. Raises BadInput for everything refused above."""
    try:
        _refuse_large_directory(path, where)
        with zipfile.ZipFile(path) as archive:
            chosen = _choose(archive, where, root)
            return PurePosixPath(chosen.filename).name, _read(archive, chosen, LARGEST_XML, where)
    except _DAMAGE:
        raise BadInput(f"{where} is a damaged or unusual zip; download it again, or {REMEDY}") from None


def _refuse_large_directory(path: Path, where: str) -> None:
    """A zip may declare millions of members, all of which `zipfile` would load: look at the declared size first."""
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - _LONGEST_END))
        tail = stream.read()
    end = tail.rfind(b"PK\x05\x06")
    declared = int.from_bytes(tail[end + 12 : end + 16], "little") if end >= 0 else 0
    if declared > LARGEST_DIRECTORY:
        raise BadInput(f"{where} declares far more files than the official zip holds; {REMEDY}")


def _choose(archive: zipfile.ZipFile, where: str, root: str) -> zipfile.ZipInfo:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise BadInput(f"{where} holds {len(members)} files, far more than the official zip; {REMEDY}")
    found = [member for member in members if _is_xml(member) and _has_root(archive, member, where, root)]
    if not found:
        raise BadInput(f"{where} holds no XML with the root <{root}>; {REMEDY}")
    newest = max(map(_date, found))
    best = [member for member in found if _date(member) == newest]
    if len(best) > 1:
        names = ", ".join(sorted(printable(member.filename) for member in best))
        names = printable(names, longest=300)
        raise BadInput(f"{where} holds several files with the root <{root}> ({names}); unpack it and give one")
    return best[0]


def _is_xml(member: zipfile.ZipInfo) -> bool:
    return member.filename.lower().endswith(".xml") and not member.filename.startswith("__MACOSX/")


def _has_root(archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str, root: str) -> bool:
    if member.flag_bits & 0x1:
        raise BadInput(f"{where} is locked with a password; unpack it and give the XML")
    with archive.open(member) as stream:
        return bool(re.search(rb"<" + re.escape(root.encode()) + rb"[\s/>]", stream.read(_HEAD)))


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, largest: int, where: str) -> bytes:
    """All bytes of a member, never more than `largest`, whatever size the zip declares."""
    with archive.open(member) as stream:
        content = stream.read(largest + 1)
    if len(content) > largest:
        name = printable(member.filename)
        raise BadInput(f"{where} unpacks {name} to more than {largest // 1024**2} MB, unlike any release; {REMEDY}")
    return content


def _date(member: zipfile.ZipInfo) -> tuple[int, int, int]:
    """Year, month and day in a file's name, 0 where absent: a fiscal year's first release names no month."""
    name = PurePosixPath(member.filename).name.lower()
    years, month = _YEAR.findall(name), _MONTH.search(name)
    year = max(map(int, years), default=0)
    return (year, _MONTHS.index(month[1]) + 1, int(month[2] or 0)) if month else (year, 0, 0)
