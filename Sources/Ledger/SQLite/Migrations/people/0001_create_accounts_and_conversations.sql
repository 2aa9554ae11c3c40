-- 0001_create_accounts_and_conversations.sql: what is private or can be erased, and therefore is not in the ledger.
-- Times are milliseconds since 1970. Secrets are kept as SHA-256 hashes, passwords as scrypt hashes.
CREATE TABLE accounts (
    member      TEXT PRIMARY KEY,               -- the id that the ledger holds; the only column that outlives erasure
    name        TEXT,
    login       TEXT UNIQUE,                    -- case-folded
    password    TEXT,                           -- '$scrypt$ln=15,r=8,p=1$salt$key'
    credentials TEXT,                           -- 'dietitian, diabetes, 12 years'
    locale      TEXT,
    created     INTEGER NOT NULL,
    erased      INTEGER
) STRICT;

CREATE TABLE sessions (
    hash      BLOB PRIMARY KEY CHECK (length(hash) = 32),
    speaker   TEXT NOT NULL,                    -- 'member:…' or 'visitor:…'
    csrf      TEXT NOT NULL,
    created   INTEGER NOT NULL,
    expires   INTEGER NOT NULL,
    last_seen INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_speaker ON sessions (speaker);
CREATE INDEX sessions_expires ON sessions (expires);

CREATE TABLE invitations (
    id         TEXT PRIMARY KEY,
    hash       BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    role       TEXT NOT NULL,
    circle     TEXT,                            -- the group; GROUP is a word of SQL's
    invited_by TEXT,                            -- a member's id; null for the founder's own link
    created    INTEGER NOT NULL,
    expires    INTEGER NOT NULL,
    used_by    TEXT,
    used       INTEGER
) STRICT;

CREATE TABLE api_tokens (
    id        TEXT PRIMARY KEY,
    hash      BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    member    TEXT NOT NULL REFERENCES accounts (member),
    label     TEXT NOT NULL,
    created   INTEGER NOT NULL,
    last_used INTEGER,
    revoked   INTEGER
) STRICT;
CREATE INDEX api_tokens_member ON api_tokens (member);

CREATE TABLE sign_in_failures (
    key  BLOB NOT NULL CHECK (length(key) = 32), -- hash of a login or of an address: neither is kept
    time INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_failures_key ON sign_in_failures (key, time);
CREATE INDEX sign_in_failures_time ON sign_in_failures (time);

CREATE TABLE conversations (
    id          TEXT PRIMARY KEY,
    speaker     TEXT NOT NULL,
    consent     INTEGER NOT NULL CHECK (consent IN (0, 1)),
    started     INTEGER NOT NULL,
    last_active INTEGER NOT NULL
) STRICT;
CREATE INDEX conversations_speaker ON conversations (speaker, last_active);
CREATE INDEX conversations_last_active ON conversations (last_active);

CREATE TABLE turns (
    conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    number       INTEGER NOT NULL CHECK (number > 0),
    time         INTEGER NOT NULL,
    utterance    TEXT NOT NULL,
    answer       TEXT NOT NULL CHECK (json_valid(answer)),
    view         TEXT NOT NULL,
    PRIMARY KEY (conversation, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE raised_hands (
    key         TEXT PRIMARY KEY,               -- the question, normalised
    question    TEXT NOT NULL,                  -- as it was asked first
    count       INTEGER NOT NULL CHECK (count > 0),
    first_asked INTEGER NOT NULL,
    last_asked  INTEGER NOT NULL,
    status      TEXT NOT NULL CHECK (status IN ('open', 'answered', 'dismissed')),
    settled_by  TEXT,                           -- a member's id
    settled     INTEGER
) STRICT;
CREATE INDEX raised_hands_count ON raised_hands (status, count DESC);

CREATE TABLE raised_hand_askers (
    key   TEXT NOT NULL REFERENCES raised_hands (key) ON DELETE CASCADE,
    asker BLOB NOT NULL CHECK (length(asker) = 32), -- hash of question and speaker: two questions of one asker do not link
    PRIMARY KEY (key, asker)
) STRICT, WITHOUT ROWID;

CREATE TABLE visits (
    member           TEXT PRIMARY KEY REFERENCES accounts (member),
    last_seen        INTEGER NOT NULL,
    last_sequence    INTEGER NOT NULL,          -- where the ledger ended when the member was last seen
    earlier          INTEGER,                   -- the same at the end of the visit before
    earlier_sequence INTEGER NOT NULL
) STRICT;
