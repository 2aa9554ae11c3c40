-- What was answered lately is looked at to tell which disagreements matter most.
CREATE INDEX turns_time ON turns (time);
