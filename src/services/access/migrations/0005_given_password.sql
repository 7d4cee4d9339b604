-- A password that somebody else chose: until its owner has taken another, it opens nothing but that page.
alter table access_user add column password_given_at bigint;
