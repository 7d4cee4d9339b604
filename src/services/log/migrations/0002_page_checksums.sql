-- No table. On SQLite each page of the file carries a checksum from here on. A program from before would write
-- pages without one; it refuses a database that has seen a step it does not know.
select 1;
