-- Dataflows that take the place of others. One set-up makes one, and names it.
CREATE TABLE replacements (
    setup_id     TEXT PRIMARY KEY NOT NULL,
    environment  TEXT NOT NULL,
    organization TEXT NOT NULL,
    sandbox      TEXT NOT NULL,
    old_flow_id  TEXT NOT NULL,
    old_name     TEXT NOT NULL,
    new_flow_id  TEXT,
    begun_at     INTEGER NOT NULL,
    pasted_at    INTEGER,
    done_at      INTEGER
) STRICT;
