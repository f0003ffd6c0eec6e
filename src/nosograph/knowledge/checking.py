"""Every pack against the rules of medical writing, each problem with file and line; used by `nosograph check`.

What a program can see: unknown entries and sources, sources that nothing cites, sentences over 25 words, a grade above
8, a sentence that two packs share. That a statement is true, and that its source says so, is for people.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from nosograph.knowledge.grading import measure, sentences
from nosograph.knowledge.lines import Lined
from nosograph.knowledge.model import Condition, Pack
from nosograph.knowledge.reading import ReadPack, packs_folder, read_everything, source_files

LONGEST_SENTENCE = 25
HIGHEST_GRADE = 8.0
_SHARED_WORDS = 8  # shorter sentences may well be the same by chance


def check_packs(
    release_keys: Collection[str],
    folder: Path | None = None,
    values: Mapping[str, Collection[str]] | None = None,
    terms: Mapping[str, str] | None = None,
) -> list[str]:
    """Every problem of the packs, as `file:line: what and what to do`.

    `values` are those that some entry has on an axis; axes that it leaves out are not checked. `terms` are medical
    words, each with plain ones.
    """
    folder = folder or packs_folder()
    packs, sources, problems = read_everything(folder)
    cited = {c.source for p in packs for s in p.pack.statements for c in s.citations}
    if idle := [name for name in sources if name not in cited]:
        for path in source_files(folder):
            file = Lined.read(path, path.relative_to(folder.parent).as_posix())
            told = [n for n in idle if n in file.data]
            problems.extend(f"{file.at([n])}: {n!r} is cited by no statement; cite it or take it out" for n in told)
    seen: dict[str, str] = {}
    for found in packs:
        problems.extend(_unknown_entries(found, release_keys))
        problems.extend(_unknown_values(found, values or {}))
        problems.extend(_hard_to_read(found))
        problems.extend(
            f"{found.file.at(['statements', i, 'text'])}: {term!r} is not explained; say once what it is, as in "
            f"'{term} ({(terms or {})[term]})'"
            for term, _, i in unexplained(found.pack, terms or {})
        )
        problems.extend(_shared(found, seen))
    return problems


def _unknown_entries(found: ReadPack, keys: Collection[str]) -> Iterator[str]:
    places: list[tuple[Condition, list[str | int]]] = [(found.pack.applies, ["applies"])]
    places += [(s.when, ["statements", i, "when"]) for i, s in enumerate(found.pack.statements)]
    for condition, path in places:
        for entry in (*condition.entries, *condition.without):
            if entry not in keys:
                yield f"{found.file.at(path)}: {entry!r} is no entry of the release; write it as C93.3 or C81-C96"


def _unknown_values(found: ReadPack, values: Mapping[str, Collection[str]]) -> Iterator[str]:
    places: list[tuple[Condition, list[str | int]]] = [(found.pack.applies, ["applies", "facets"])]
    places += [(s.when, ["statements", i, "when", "facets"]) for i, s in enumerate(found.pack.statements)]
    for condition, path in places:
        for axis, wanted in condition.facets:
            for value in wanted:
                if axis in values and value not in values[axis]:
                    yield (
                        f"{found.file.at([*path, axis])}: no entry has the {axis} {value!r}; "
                        "`nosograph facets CODE` shows what an entry has"
                    )


def _hard_to_read(found: ReadPack) -> Iterator[str]:
    texts: list[tuple[str, list[str | int]]] = [
        (s.text, ["statements", i, "text"]) for i, s in enumerate(found.pack.statements)
    ]
    if found.pack.meaning:
        texts.append((found.pack.meaning, ["meaning"]))
    for text, path in texts:
        for sentence in sentences(text):
            words = measure(sentence).words
            if words > LONGEST_SENTENCE:
                yield (
                    f"{found.file.at(path)}: a sentence of {words} words; split it (at most {LONGEST_SENTENCE}): "
                    f"{sentence[:60]!r}"
                )
    whole = " ".join(s.text for s in found.pack.statements)
    grade = measure(whole).grade
    if grade > HIGHEST_GRADE:
        yield (
            f"{found.file.at(['statements'])}: reading grade {grade:.1f}; take shorter sentences and words "
            f"(at most {HIGHEST_GRADE:.0f})"
        )


# How a sentence explains a word that it uses: "is called anemia", "the spleen, a blood filter", "anemia means".
_EXPLAINS = re.compile(
    r"call(?:ed|s)?\b|\bmeans?\b|that is|known as|\(|,\s+(?:a|an|the|which|or|when|where)\b|\bis\b|\bare\b",
    re.IGNORECASE,
)
# Medical words that a reader of twelve knows, and words that have a plain meaning of their own.
_KNOWN = frozenset({
    "antibiotic", "antibiotics", "aspirin", "assault", "cannabis", "inhibitors", "newborn", "obesity", "pesticides",
    "pelvic", "puberty", "strain", "syndrome", "transplant", "vaccine",
})  # fmt: skip
_LETTERS = 6  # shorter terms are common words more often than not


def unexplained(pack: Pack, terms: Mapping[str, str]) -> Iterator[tuple[str, str, int]]:
    """Medical words that a pack uses and never explains: the word, its first sentence, and the statement's place.

    A word is explained where some sentence with it says what it is, where its plain words stand in the pack, or where
    it is the pack's own subject. The check sees forms of words, not sense: it finds what was forgotten altogether.
    """
    said = [(i, sentence) for i, s in enumerate(pack.statements) for sentence in sentences(s.text)]
    whole = " ".join(sentence for _, sentence in said).lower()
    own = " ".join((pack.title, pack.meaning or "", *pack.also_called)).lower()
    words = set(_WORD.findall(whole))
    for term, plain in terms.items():
        if len(term) < _LETTERS or term in _KNOWN or term not in words or term in own or plain.lower() in whole:
            continue
        with_it = [(i, sentence) for i, sentence in said if term in _WORD.findall(sentence.lower())]
        if with_it and not any(_EXPLAINS.search(sentence) for _, sentence in with_it):
            yield term, with_it[0][1], with_it[0][0]


_WORD = re.compile(r"[a-z][a-z'-]*")


def _shared(found: ReadPack, seen: dict[str, str]) -> Iterator[str]:
    for i, statement in enumerate(found.pack.statements):
        for sentence in sentences(statement.text):
            if measure(sentence).words < _SHARED_WORDS or statement.section == "questions":
                continue
            before = seen.setdefault(sentence, found.pack.id)
            if before != found.pack.id:
                place = found.file.at(["statements", i, "text"])
                yield f"{place}: the pack {before!r} has the same sentence; say it once: {sentence[:60]!r}"
