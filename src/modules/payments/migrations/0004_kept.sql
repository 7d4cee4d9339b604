-- What the store keeps of an advance after a cancellation: it is income, and does not go back any more.
alter table payments_due add column kept bigint not null default 0 check (kept >= 0);
update payments_due set kept = amount where title like '%（已解除）';
