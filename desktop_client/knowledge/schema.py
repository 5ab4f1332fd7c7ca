"""The tables of the search index, `search.db`. All of it can be made again from the articles."""

VERSION = 1
"""Another version is made anew."""

TABLES = """
CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL,
    lang TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    category TEXT NOT NULL,
    product TEXT NOT NULL,
    summary TEXT NOT NULL,
    keys TEXT NOT NULL,
    title_terms TEXT NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX article_by_key ON article (article) WHERE article <> '';
CREATE VIRTUAL TABLE term USING fts5 (
    title, keys, head, body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* P* S* Co'"
);
CREATE VIRTUAL TABLE term_count USING fts5vocab (term, 'row');
CREATE TABLE word (word TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE synonym (typed TEXT PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
"""`term`: the terms of each article by field, without their text; its rowid is the article's number. `word`: words as they are written,
with how many articles have each, for completing and repairing what is typed. `body`: the plain text, compressed, for snippets.
"""

TABLE_NAMES = frozenset({"article", "term", "term_count", "word", "synonym", "state"})
