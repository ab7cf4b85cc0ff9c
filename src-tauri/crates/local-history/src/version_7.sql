-- Schemas that are being made, a row each. `content` is JSON of the application's making: form, steps and what each
-- step has made, noted before a request is sent and after its answer.
CREATE TABLE makings (
    id           TEXT PRIMARY KEY NOT NULL,
    environment  TEXT NOT NULL,
    organization TEXT NOT NULL,
    sandbox      TEXT NOT NULL,
    started_at   INTEGER NOT NULL,
    over         INTEGER NOT NULL,
    content      TEXT NOT NULL
) STRICT;
