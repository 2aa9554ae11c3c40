-- 0001_create_entries.sql: the ledger. Rows are added, never changed.
CREATE TABLE entries (
    sequence INTEGER PRIMARY KEY CHECK (sequence > 0),          -- gapless: two writers, one winner
    kind     TEXT NOT NULL,                                     -- 'lesson.endorsed.v1'
    payload  TEXT NOT NULL CHECK (json_valid(payload)),         -- byte for byte as appended
    author   TEXT NOT NULL,                                     -- a member's id, never a name
    time     TEXT NOT NULL CHECK (length(time) = 24),           -- UTC, RFC 3339 with milliseconds
    request  TEXT,                                              -- idempotency key
    previous BLOB NOT NULL CHECK (length(previous) = 32),       -- hash of the entry before, 32 zero bytes for the first
    hash     BLOB NOT NULL CHECK (length(hash) = 32)            -- SHA-256, docs/ledger-format.md
) STRICT;

CREATE UNIQUE INDEX entries_request ON entries (author, request) WHERE request IS NOT NULL;

CREATE TRIGGER entries_have_no_gap BEFORE INSERT ON entries
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM entries)
BEGIN SELECT RAISE(ABORT, 'entries have no gap'); END;

CREATE TRIGGER entries_stay_as_written BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'entries stay as written'); END;

CREATE TRIGGER entries_stay BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries stay'); END;
