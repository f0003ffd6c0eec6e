"""The layout of an atlas file, shared by the one who writes it and the one who reads it.

`FORMAT` is raised whenever the tables or records change, so that an old file is rebuilt instead of misread.
"""

FORMAT = 10

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    level TEXT NOT NULL,
    billable INTEGER NOT NULL,
    everyday TEXT,
    parent INTEGER REFERENCES entry(id),
    last INTEGER NOT NULL, -- the id of the last entry below, its own where there is none: entries are in document order
    record BLOB NOT NULL
);
CREATE INDEX entry_parent ON entry(parent);
CREATE TABLE retired (code TEXT PRIMARY KEY, title TEXT NOT NULL, last INTEGER NOT NULL, nearest TEXT NOT NULL)
WITHOUT ROWID;
CREATE TABLE span (span TEXT PRIMARY KEY, entry INTEGER NOT NULL REFERENCES entry(id)) WITHOUT ROWID;
-- Everything but the records, so that many entries are listed without reading past these.
CREATE INDEX entry_listed ON entry(id, key, title, level, billable, everyday, last, parent);
CREATE TABLE name (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE finding (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE statement (id INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE evidence (id INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE note (id INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE source (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE plate (id TEXT PRIMARY KEY, family TEXT NOT NULL, svg BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE facet (
    id INTEGER PRIMARY KEY, axis TEXT NOT NULL, value TEXT NOT NULL, label TEXT NOT NULL, entries INTEGER NOT NULL,
    UNIQUE (axis, value)
);
CREATE TABLE facet_entry (
    facet INTEGER NOT NULL REFERENCES facet(id), entry INTEGER NOT NULL REFERENCES entry(id), PRIMARY KEY (facet, entry)
) WITHOUT ROWID;
CREATE TABLE site (
    id TEXT PRIMARY KEY, label TEXT NOT NULL, uberon TEXT, broader INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE crossing (
    map TEXT NOT NULL, source TEXT NOT NULL, scenario INTEGER NOT NULL, choice INTEGER NOT NULL, target TEXT NOT NULL,
    exact INTEGER NOT NULL, PRIMARY KEY (map, source, scenario, choice, target)
) WITHOUT ROWID;
CREATE TABLE icd9 (code TEXT PRIMARY KEY, title TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX facet_entry_entry ON facet_entry(entry);
"""

# What most records hold, given to the compressor in advance: it makes small records much smaller.
DICTIONARY = (
    b'{"facets": {"kind": "injury", "process": "fracture", "regions": ["pelvis_hip"], "laterality": "right", '
    b'"episode": "subsequent encounter", "healing": "routine", "qualifiers": ["closed"], "unparsed": "", "figure": "adult", '
    b'"evidence": [{"axis": "kind", "value": "injury", "source": "19", "words": "chapter 19 holds injuries"}, '
    b'{"axis": "episode", "value": "initial encounter", "source": "", "words": "initial encounter for closed fracture"}, '
    b'{"axis": "laterality", "value": "left", "source": "", "words": "left"}]}, "article": {"summary": "", "decoded": '
    b'[{"part": "S72", "meaning": "fracture (broken bone)"}, {"part": "A", "meaning": "initial encounter: active treatment is '
    b'still going on"}], "also_called": [], "review": {"status": "not reviewed", "written": "2026-11-22"}, "sections": '
    b'[["definition", [1, 2]], ["causes", [3]], ["get-help", [4, 5]]], "scene": {"code": "", "title": "", "figure": "adult", '
    b'"body": {"plate": "figure-adult-front", "marks": [{"target": "thigh--right", "emphasis": "possible", "label": "Thigh, '
    b'their right"}]}, "panels": [{"plate": "hip-bones", "heading": "Hip, their left", "mirrored": true}], "strips": [{"title": "Phase of care", "steps": [{"label": "Injury", "level": null, "passed": '
    b'true}, {"label": "Active treatment"}, {"label": "Healing as expected"}, {"label": "Lasting effects", "passed": false}], '
    b'"now": 1}], "sites": [], "regions": [], "remark": "No part is marked: this code leaves the place open, or we do not know '
    b'it yet.", "phase": "initial encounter", "caption": " in an adult: no part of the body is marked.", "description": "A '
    b"drawing of an adult, seen from the front. Marked: the hip and pelvis on the person's right. A line below shows the "
    b'phases of care; the mark now stands at active treatment."}}, "notes": [], "inherited": []}'
)
