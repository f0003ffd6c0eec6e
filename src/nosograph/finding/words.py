"""Text as words that can be compared: small letters, American spelling, stems.

Worked example: "Oesophageal tumours" and "tumor of the esophagus" have the stems `esophag` and `tumor` in common.
Stems are by the Porter2 algorithm (PyStemmer), less the endings that tell a medical adjective from its noun:
`vertebra`, `vertebrae` and `vertebral` are one.
"""

import re
import unicodedata
from functools import lru_cache

import Stemmer

_WORD = re.compile(r"[a-z0-9]+")
_POSSESSIVE = re.compile(r"['’]s\b")
LONGEST = 400
"""Characters of a text that are looked at; a longer query says no more."""

# British spelling of word parts, and the American one. Longer parts stand before those that they hold.
_BRITISH = (
    ("rrhoea", "rrhea"), ("rrhoe", "rrhe"), ("oedem", "edem"), ("oesoph", "esoph"), ("oestr", "estr"), ("foet", "fet"),
    ("coeli", "celi"), ("pnoea", "pnea"), ("phaeo", "pheo"), ("haem", "hem"), ("aemi", "emi"), ("leukaem", "leukem"),
    ("paed", "ped"), ("gynaec", "gynec"), ("caec", "cec"), ("anaesth", "anesth"), ("faec", "fec"), ("caesar", "cesar"),
    ("caesium", "cesium"), ("aetiol", "etiol"), ("naev", "nev"), ("amoeb", "ameb"), ("coelom", "celom"),
    ("synaech", "synech"), ("tumour", "tumor"), ("colour", "color"), ("behaviour", "behavior"), ("labour", "labor"),
    ("odour", "odor"), ("humour", "humor"), ("sulph", "sulf"), ("fibre", "fiber"), ("centre", "center"),
    ("litre", "liter"), ("goitre", "goiter"), ("grey", "gray"), ("manoeuv", "maneuv"), ("paralys", "paralyz"),
    ("dialys", "dialyz"), ("plough", "plow"), ("tyre", "tire"), ("mould", "mold"), ("ageing", "aging"),
)  # fmt: skip
_ENDINGS = ("al", "ar", "ic", "ous", "ae", "is", "us", "um", "a", "e", "i", "o", "y")
_SHORTEST_STEM = 4
_ROMAN = {"ii": "2", "iii": "3"}
_NUMBERED = frozenset({"type", "types", "grade", "stage", "class", "factor", "degree", "group", "stadium"})
_ROMAN_AFTER = {"i": "1", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10"}
_SHORT_FORMS = {"nec": "other", "nos": "unspecified"}
# Words that titles and readers use for the same.
_SAME = {
    "disorder": "disease", "disorders": "disease", "illness": "disease", "illnesses": "disease", "trouble": "disease",
    "problem": "disease", "problems": "disease", "anomaly": "malformation", "anomalies": "malformation",
    "malignancy": "malignant", "cancerous": "malignant", "pregnant": "pregnancy", "tumor": "neoplasm",
    "tumors": "neoplasm", "kids": "children", "kid": "child",
}  # fmt: skip

# Words of sentences, which say nothing of a condition.
EMPTY = frozenset(
    (
        "a", "an", "the", "of", "to", "in", "on", "by", "for", "and", "or", "due", "at", "from", "as", "is", "be",
        "been", "than", "elsewhere", "classified",
    )
)  # fmt: skip

# It keeps nothing (0), since what readers type is not to be kept, and holds the lock of Python while it works, so that
# threads can share it.
_stemmer = Stemmer.Stemmer("english", 0)


def words_of(text: str) -> list[str]:
    """The words of a text, in order: small letters and digits, without accents and possessives."""
    plain = text[:LONGEST]
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    found = _WORD.findall(_POSSESSIVE.sub("", plain.lower()))
    return [_told(word, found[i - 1] if i else "") for i, word in enumerate(found)]


def _told(word: str, before: str) -> str:
    if before in _NUMBERED and word in _ROMAN_AFTER:
        return _ROMAN_AFTER[word]
    return _ROMAN.get(word) or _SHORT_FORMS.get(word, word)


def american(word: str) -> str:
    """The word in American spelling: `anaemia` is `anemia`."""
    for british, here in _BRITISH:
        if british in word:
            word = word.replace(british, here)
    return word


def typed_stem(word: str) -> str:
    """The stem of a word that somebody typed: as `stem_of`, but nothing of it is kept."""
    word = american(word)
    word = _SAME.get(word, word)
    if len(word) <= 3 or word.isdigit():
        return word
    stem: str = _stemmer.stemWord(word)
    for ending in _ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= _SHORTEST_STEM + (len(ending) == 1):
            return stem[: -len(ending)]
    return stem


@lru_cache(maxsize=1 << 16)
def stem_of(word: str) -> str:
    """The stem under which a word is indexed. Numbers and words of up to three letters stay as they are.

    Remembered, since names share their words; so it is for words of names, never for what a reader typed.
    """
    return typed_stem(word)


def stems_of(text: str) -> tuple[str, ...]:
    """The stems of a text, in order."""
    return tuple(stem_of(word) for word in words_of(text))
