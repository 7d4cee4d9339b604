-- Until so much has come in, what is paid is the deposit, in however many parts; 0 where none was agreed.
alter table payments_due add column deposit bigint not null default 0 check (deposit >= 0);
