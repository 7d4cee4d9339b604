-- A paper that is not for everybody in the house: for who has the right, and for the person it is about.
alter table documents_document add column needs_right text not null default '';
alter table documents_document add column person_id bigint not null default 0;
alter table documents_paper_order add column needs_right text not null default '';
alter table documents_paper_order add column person_id bigint not null default 0;
