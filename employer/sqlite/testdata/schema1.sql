-- The first schema, user_version 1. It stays as it is for ever: a test opens a file of this form with the present code.
CREATE TABLE event (
	seq     INTEGER PRIMARY KEY,
	id      TEXT NOT NULL,
	rules   TEXT NOT NULL,
	kind    TEXT NOT NULL,
	at      INTEGER NOT NULL,
	learned INTEGER NOT NULL,
	account TEXT NOT NULL,
	firm    TEXT NOT NULL,
	digest  BLOB NOT NULL UNIQUE,
	body    BLOB NOT NULL
) STRICT;
CREATE INDEX event_id ON event (id);
CREATE INDEX event_firm ON event (firm) WHERE firm <> '';
CREATE TABLE cursor (
	account TEXT PRIMARY KEY,
	value   BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE meta (
	key   TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
