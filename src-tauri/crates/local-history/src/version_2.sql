-- What this app changed on the platform. `change` is JSON of the application's making: former and new values.
CREATE TABLE activity (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    environment  TEXT NOT NULL,
    organization TEXT NOT NULL,
    sandbox      TEXT NOT NULL,
    profile_name TEXT NOT NULL,
    done_at      INTEGER NOT NULL,
    command      TEXT NOT NULL,
    kind         TEXT NOT NULL,
    object_id    TEXT NOT NULL,
    object_name  TEXT NOT NULL,
    sentence     TEXT NOT NULL,
    outcome      TEXT NOT NULL,
    status       INTEGER,
    code         TEXT,
    request_id   TEXT,
    operation    TEXT NOT NULL,
    took_ms      INTEGER NOT NULL,
    change       TEXT,
    undone_at    INTEGER
) STRICT;

CREATE INDEX activity_by_scope ON activity (environment, organization, sandbox, id);
