"""A release from a file: the one that comes with Nosograph, an official tabular XML, or the official zip.

Worked example: `open_release(None)` is "ICD-10-CM 2026 (April 1, 2026)"; of a file icd10cm_tabular_2025.xml, zipped or
not, the name is "ICD-10-CM 2025 (icd10cm_tabular_2025.xml)".
Refuses, with one line that names the file and the remedy, whatever is no release; a refusal changes nothing.
"""

import importlib.util
from dataclasses import replace
from pathlib import Path

from nosograph.errors import BadInput, NotFound
from nosograph.icd10cm.model import Release
from nosograph.icd10cm.parsing import parse_release
from nosograph.icd10cm.reading import LARGEST_XML, REMEDY
from nosograph.icd10cm.reviewing import load_oddities
from nosograph.icd10cm.spelling import printable
from nosograph.icd10cm.unpacking import LARGEST_ZIP, unpack

DEFAULT_NAME = "ICD-10-CM 2026 (April 1, 2026)"
DEFAULT_PACKAGE = "simple_icd_10_cm"
DEFAULT_FILE = "icd10c-tabular-April-1-2026.xml"

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def open_release(path: Path | None = None, *, extra_oddities: Path | None = None) -> Release:
    """The release in a tabular XML or official zip; without a path the one that comes with Nosograph.

    `extra_oddities` is an operator's own file of reviewed oddities, beside those of Nosograph. Raises NotFound where
    there is no such file, BadInput where it is no release, UnknownOddity where nobody has reviewed it.
    """
    file = default_file() if path is None else path
    where, file_name, xml = _load(file)
    release = parse_release(xml, oddities=load_oddities(extra_oddities), where=where)
    return replace(release, name=DEFAULT_NAME if path is None else f"{release.name} ({file_name})")


def default_file() -> Path:
    """Where the tabular XML that comes with Nosograph lies; raises NotFound where it is not installed.

    The package that carries it is looked up, never imported: importing it parses the whole release.
    """
    specification = importlib.util.find_spec(DEFAULT_PACKAGE)
    folders = specification.submodule_search_locations if specification else None
    for folder in folders or ():
        file = Path(folder) / "data" / DEFAULT_FILE
        if file.is_file():
            return file
    raise NotFound(
        f"the release {DEFAULT_FILE} is not installed; install simple-icd-10-cm 1.5.0 again, or name a release of "
        "your own with --release"
    )


def _load(file: Path) -> tuple[str, str, bytes]:
    """What to call the file in messages, the XML's own name, and its bytes."""
    shown = printable(str(file), longest=200)
    try:
        if not file.exists():
            raise NotFound(f"{shown} does not exist; {REMEDY}")
        if not file.is_file():
            raise BadInput(f"{shown} is not a file; {REMEDY}")
        with file.open("rb") as stream:
            zipped = stream.read(4) in _ZIP
            size = file.stat().st_size
            largest = LARGEST_ZIP if zipped else LARGEST_XML
            if size > largest:
                raise BadInput(f"{shown} has {size // 1024**2} MB, far more than any release; {REMEDY}")
            if not zipped:
                stream.seek(0)
                return shown, printable(file.name), stream.read(largest + 1)
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "its path is not valid"
        raise BadInput(f"{shown} cannot be read ({reason}); check its path and rights") from None
    name, xml = unpack(file, where=shown)
    return f"{printable(name)} in {shown}", printable(name), xml
