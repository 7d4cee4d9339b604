-- name: find_object
select id, title, subtitle, link, terms
from search_object
where store_id = :store_id and object_type = :object_type and object_id = :object_id

-- name: insert_object
insert into search_object (id, store_id, object_type, object_id, title, subtitle, link, terms)
values (:id, :store_id, :object_type, :object_id, :title, :subtitle, :link, :terms)

-- name: update_object
update search_object
set title = :title, subtitle = :subtitle, link = :link, terms = :terms
where id = :id and store_id = :store_id

-- name: delete_object
delete from search_object
where id = :id and store_id = :store_id

-- name: insert_terms
insert into search_term (store_id, term, object_key)
values (:store_id, :term_1, :object_key)
    , (:store_id, :term_2, :object_key) --? term_2
    , (:store_id, :term_3, :object_key) --? term_3
    , (:store_id, :term_4, :object_key) --? term_4
    , (:store_id, :term_5, :object_key) --? term_5
    , (:store_id, :term_6, :object_key) --? term_6
    , (:store_id, :term_7, :object_key) --? term_7
    , (:store_id, :term_8, :object_key) --? term_8
    , (:store_id, :term_9, :object_key) --? term_9
    , (:store_id, :term_10, :object_key) --? term_10
    , (:store_id, :term_11, :object_key) --? term_11
    , (:store_id, :term_12, :object_key) --? term_12
    , (:store_id, :term_13, :object_key) --? term_13
    , (:store_id, :term_14, :object_key) --? term_14
    , (:store_id, :term_15, :object_key) --? term_15
    , (:store_id, :term_16, :object_key) --? term_16

-- name: delete_term
delete from search_term
where store_id = :store_id and term = :term and object_key = :object_key

-- Enough to tell a rare term from a common one.
-- name: count_some
select count(*)
from (select 1 as one from search_term where store_id = :store_id and term = :term limit 500) counted

-- A cross join keeps the order of the tables on SQLite: the first term is walked from its newest object
-- backwards and the others are looked up, until there are enough hits. Nothing is sorted.
-- name: find_hits
select o.object_type, o.object_id, o.title, o.subtitle, o.link
from search_term t1
cross join search_term t2 --? term_2
cross join search_term t3 --? term_3
cross join search_term t4 --? term_4
cross join search_term t5 --? term_5
cross join search_term t6 --? term_6
cross join search_term t7 --? term_7
cross join search_term t8 --? term_8
cross join search_object o
where t1.store_id = :store_id and t1.term = :term_1
  and t2.store_id = t1.store_id and t2.term = :term_2 and t2.object_key = t1.object_key --? term_2
  and t3.store_id = t1.store_id and t3.term = :term_3 and t3.object_key = t1.object_key --? term_3
  and t4.store_id = t1.store_id and t4.term = :term_4 and t4.object_key = t1.object_key --? term_4
  and t5.store_id = t1.store_id and t5.term = :term_5 and t5.object_key = t1.object_key --? term_5
  and t6.store_id = t1.store_id and t6.term = :term_6 and t6.object_key = t1.object_key --? term_6
  and t7.store_id = t1.store_id and t7.term = :term_7 and t7.object_key = t1.object_key --? term_7
  and t8.store_id = t1.store_id and t8.term = :term_8 and t8.object_key = t1.object_key --? term_8
  and o.id = t1.object_key and o.store_id = :store_id
  and o.object_type = :object_type --? object_type
order by t1.object_key desc
limit :limit
