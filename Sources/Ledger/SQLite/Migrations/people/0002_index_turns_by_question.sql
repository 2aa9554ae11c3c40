-- Which kind of question a turn was understood to ask, so that a kind can tell how often people asked it.
ALTER TABLE turns ADD COLUMN question TEXT
    GENERATED ALWAYS AS (CASE WHEN json_valid(answer) THEN json_extract(answer, '$.answer.understood.question') END) VIRTUAL;
CREATE INDEX turns_question ON turns (question, time) WHERE question IS NOT NULL;
