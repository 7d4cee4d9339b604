-- The list of the program this one began as, when the store made it.
alter table checklists_filled add column copied_from text;
