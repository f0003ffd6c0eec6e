"""The official tabular XML of ICD-10-CM to a Release: every entry that the classification has, in document order.

Worked example: of S72.001 the XML says its title and, four levels up, that S72 takes a 7th character. The Release has
S72.001, which is not billable, and its 16 codes S72.001A to S72.001S, which are.
Refuses what `reading` refuses (BadInput), and every departure from the rules that is not reviewed (UnknownOddity).

The grammar of the input, in lettered cases. Each has a test of the same letter on an excerpt of a real release.

A. The root `ICD10CM.tabular` has a `version` (the fiscal year), an `introduction`, which is not read, and chapters.
B. A `chapter` has a number as `name`, a `desc` that ends in its range, notes, an index of its blocks, and blocks.
   The range is taken off the title: `Neoplasms (C00-D49)`.
C. A `section` is a block; its `id` is a range, or one category. `B20` is a block and its only category: the block's
   key is `B20-B20`, its code `B20`, and the range is taken off its title too.
D. A `section` without codes is an umbrella over the blocks behind it: `C00-C96`. It keeps its place beside them.
E. A `diag` is a category, or below another `diag` a subcategory, with `name` and `desc`. Without any below it and
   without a 7th-character table over it, it is billable: I10.
F. Notes of nine kinds stand under chapters, blocks and codes; each `note` is one line of one kind.
G. A `sevenChrDef` is a table of 7th characters. Each code below it that has none below itself becomes the parent of
   one billable code for each row; its title is the base's, a comma and the row's meaning.
H. X is a placeholder: a base of fewer than six characters is filled with it (W08.XXXA), and a release may spell it
   out, marked `placeholder="true"`: T36.0X.
I. A table below another table replaces it: S42.27 (torus fracture) has fewer characters than S42.
J. A `note` in a table is an inclusion term of the row before it: S52, B. After a sequela it is one of the entry: W08.
K. A note may withhold characters: D and S from the codes in S06 whose 6th character is 7 or 8, a death.
L. A code may be spelled out to seven characters and is then as it stands, without base: H54.0X33.
M. A `visualImpairment` table is printed at H54.8 and explains H54: its rows are notes of the category.
N. A category with a letter at its end stands behind the category that it resembles, not where it sorts: C4A in C43-C44.
O. White space is not content: tabs, line ends and doubled blanks become one blank. Accents are kept: Ménière's disease.
"""

import hashlib
from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from nosograph.errors import BadInput
from nosograph.icd10cm.checking import find_oddities
from nosograph.icd10cm.extending import allowed, exceptions_of, extended_code, table_of
from nosograph.icd10cm.grammar import block_of, chapter_of, code_of, lines_of, split_range, text_of
from nosograph.icd10cm.model import Entry, Level, Oddity, Release, SeventhCharacter, SeventhException
from nosograph.icd10cm.noting import notes_of
from nosograph.icd10cm.ranges import bounds
from nosograph.icd10cm.reading import REMEDY, read_tabular
from nosograph.icd10cm.reviewing import enforce, load_oddities
from nosograph.icd10cm.spelling import printable, undotted


def parse_release(
    xml: bytes,
    *,
    name: str | None = None,
    oddities: Sequence[Oddity] | None = None,
    where: str = "the tabular XML",
) -> Release:
    """The release in the bytes of a tabular XML.

    `name` is what people call it, by default "ICD-10-CM <version>"; `oddities` are the reviewed ones, by default those
    of oddities.yaml; `where` names the file in messages. Raises BadInput and UnknownOddity.
    """
    root = read_tabular(xml, where=where)
    version = version_of(root, where=where)
    enforce(find_oddities(root), load_oddities() if oddities is None else oddities, where=where)
    return Release(
        name=f"ICD-10-CM {version}" if name is None else name,
        digest=hashlib.sha256(xml).hexdigest(),
        entries=_Builder().build(root),
    )


def version_of(root: Element, *, where: str) -> str:
    """The fiscal year that a release says it is of; raises BadInput where it says none."""
    version = printable(text_of(root.find("version")), longest=40)
    if not version:
        raise BadInput(f"{where} has no <version>; {REMEDY}")
    return version


class _Builder:
    """Entries in the order of the document, each made once all its children are known.

    A duplicate that has been reviewed keeps its first place; the later one, with all below it, is left out.
    """

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.claimed: set[str] = set()

    def build(self, root: Element) -> dict[str, Entry]:
        for chapter in self._new(root.findall("chapter"), chapter_of):
            self._chapter(chapter)
        return self.entries

    def _new(self, elements: list[Element], name: Callable[[Element], str]) -> list[Element]:
        """The elements whose key nobody has taken; takes the keys."""
        new = []
        for element in elements:
            key = name(element)
            if key not in self.claimed:
                self.claimed.add(key)
                new.append(element)
        return new

    def _chapter(self, chapter: Element) -> None:
        key = chapter_of(chapter)
        title, span = split_range(_title(chapter, key))
        sections = self._new(chapter.findall("section"), block_of)
        self._add(
            Entry(
                key=key,
                code=key,
                level=Level.CHAPTER,
                title=title,
                parent=None,
                children=tuple(map(block_of, sections)),
                notes=notes_of(chapter, key),
                span=span,
            )
        )
        for section in sections:
            self._block(section, key)

    def _block(self, section: Element, parent: str) -> None:
        key = block_of(section)
        first, last = bounds(key)
        categories = self._new(section.findall("diag"), code_of)
        self._add(
            Entry(
                key=key,
                code=first if first == last else key,
                level=Level.BLOCK,
                title=split_range(_title(section, key))[0],
                parent=parent,
                children=tuple(map(code_of, categories)),
                notes=notes_of(section, key),
                span=key,
            )
        )
        for category in categories:
            self._diag(category, key, Level.CATEGORY, (), ())

    def _diag(
        self,
        diag: Element,
        parent: str,
        level: Level,
        table: tuple[SeventhCharacter, ...],
        exceptions: tuple[SeventhException, ...],
    ) -> None:
        code = code_of(diag)
        definition = diag.find("sevenChrDef")
        own = () if definition is None else table_of(definition)
        table = own or table
        if lines := lines_of(diag, "notes"):
            exceptions += exceptions_of(lines)
        below = self._new(diag.findall("diag"), code_of)
        rows = () if below else allowed(undotted(code), table, exceptions)
        codes = [extended_code(undotted(code), row.character) for row in rows]
        entry = Entry(
            key=code,
            code=code,
            level=level,
            title=_title(diag, code),
            parent=parent,
            children=tuple(codes) or tuple(map(code_of, below)),
            notes=notes_of(diag, code),
            billable=not below and not codes,
            sevenths=own,
        )
        self._add(entry)
        for extended, row in zip(codes, rows, strict=True):
            self._add(_extended(entry, extended, row))
        for child in below:
            self._diag(child, code, Level.SUBCATEGORY, table, exceptions)

    def _add(self, entry: Entry) -> None:
        if entry.key in self.entries:
            raise BadInput(
                f"the tabular XML has {entry.key} twice, spelled out and by a 7th character; use an unaltered release"
            )
        self.entries[entry.key] = entry


def _extended(base: Entry, code: str, row: SeventhCharacter) -> Entry:
    return Entry(
        key=code,
        code=code,
        level=Level.SUBCATEGORY,
        title=f"{base.title}, {row.meaning}",
        parent=base.key,
        billable=True,
        base=base.key,
        seventh=row,
    )


def _title(element: Element, key: str) -> str:
    return text_of(element.find("desc")) or key
