"""The layout of an atlas file, shared by the one who writes it and the one who reads it.

`FORMAT` is raised whenever the tables or records change, so that an old file is rebuilt instead of misread.
"""

FORMAT = 11

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
-- What the records have in common; see atlas/pressing.py.
CREATE TABLE dictionary (value BLOB NOT NULL);
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
