-- When a visitor who looked around by themselves first asked for somebody.
alter table reception_visit add column help_asked_at bigint;
