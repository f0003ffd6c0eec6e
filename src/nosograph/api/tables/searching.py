"""Searches the table of codes and ranks what is found.

First comes the very code that was typed, then codes that begin so, in order. Then come names: those that have most of
the typed words whole, common categories, names that begin with the first word, short ones, and the order of the codes.
Worked example: "S72.001A" finds that code first; "hip frac" finds no code, and names with both beginnings.
"""

import numpy as np
from numpy.typing import NDArray

from nosograph.api.tables.asking import TableAsked
from nosograph.api.tables.constraint import Condition, Value
from nosograph.atlas.code_table import CodeTable, Marks, words_of

Answer = list[object]
_LENGTHS = 64  # words of a name, and signs of its code, that count
# What each thing costs that a row lacks; each costs more than all below it together.
_NOT_FIRST, _RARER, _NOT_WHOLE, _NOT_BEGUN = _LENGTHS, 1 << 7, 1 << 10, 1 << 30


def answer(table: CodeTable, asked: TableAsked) -> Answer:
    """The bare array: how many there are, the codes, the extra fields or None, and the strings to show."""
    marks = _allowed(table, asked)
    for term in asked.terms:
        marks &= _matched(table, term, asked.searched)
    rows = np.flatnonzero(marks)
    page = _ranked(table, rows, asked)[asked.offset : asked.offset + asked.count]
    told = [dict(zip(("code", "name"), pair, strict=True)) for pair in table.told(page.tolist())]
    extra = {alias: [row[field] for row in told] for field, alias in asked.extra}
    return [
        len(rows),
        [row[asked.coded] for row in told],
        extra or None,
        [[row[field] for field in asked.displayed] for row in told],
    ]


def _allowed(table: CodeTable, asked: TableAsked) -> Marks:
    """The rows that fulfil all conditions."""
    marks = ~table.none()
    for condition in asked.conditions:
        marks &= _fulfilled(table, condition)
    return marks


def _fulfilled(table: CodeTable, condition: Condition) -> Marks:
    marks = table.none()
    for value in condition.values:
        marks |= _valued(table, condition.field, value)
    return ~marks if condition.negated else marks


def _valued(table: CodeTable, field: str, value: Value) -> Marks:
    if field == "code":
        return table.code_begins(value.text) if value.beginning else table.code_is(value.text)
    words = words_of(value.text)
    if not words:
        return table.none()
    *whole, last = words
    marks = table.name_begins(last) if value.beginning else table.name_has(last)
    for word in whole:
        marks &= table.name_has(word)
    return _in_order(table, marks, f" {' '.join(words)}{'' if value.beginning else ' '}") if whole else marks


def _in_order(table: CodeTable, marks: Marks, phrase: str) -> Marks:
    """Of rows that have all words, those that have them one after the other."""
    rows = np.flatnonzero(marks).tolist()
    kept = table.none()
    for row, (_, name) in zip(rows, table.told(rows), strict=True):
        kept[row] = phrase in f" {' '.join(words_of(name))} "
    return kept


def _matched(table: CodeTable, term: str, searched: tuple[str, ...]) -> Marks:
    """The rows with a code or a word that begins as the term does; a term with signs inside is several words."""
    marks = table.none()
    if "code" in searched:
        marks |= table.code_begins(term)
    words = words_of(term)
    if "name" in searched and words:
        named = table.name_begins(words[-1])
        for word in words[:-1]:
            named &= table.name_has(word)
        marks |= named
    return marks


def _ranked(table: CodeTable, rows: NDArray[np.intp], asked: TableAsked) -> NDArray[np.intp]:
    """The best rows, as many as the page reaches to, in order."""
    wanted = min(asked.offset + asked.count, len(rows))
    rank = _rank(table, asked)[rows] * np.int64(table.size) + rows
    if wanted < len(rows):
        rank = np.partition(rank, wanted)[:wanted]
    return np.sort(rank) % np.int64(table.size)


def _rank(table: CodeTable, asked: TableAsked) -> NDArray[np.int64]:
    """What each row is sorted by, the best the least; the same for all where nothing is asked."""
    rank = np.zeros(table.size, dtype=np.int64)
    if not asked.terms:
        return rank
    rank += np.minimum(table.lengths, _LENGTHS - 1) + table.bands * _RARER
    words = [word for term in asked.terms for word in words_of(term)]
    for word in words:
        rank += np.where(table.name_has(word), 0, _NOT_WHOLE)
    if words:
        first, last = table.span(words[0])
        begins = (table.first_words >= first) & (table.first_words < last)
        rank += np.where(begins, 0, _NOT_FIRST)
    typed = "".join(asked.terms)
    if "code" in asked.searched:
        rank = np.where(table.code_begins(typed), 1, rank + _NOT_BEGUN)
        rank[table.code_is(typed)] = 0
    return rank
