-- name: insert_order
insert into documents_paper_order (id, store_id, kind, object_type, object_id, customer_id, number, title,
    sealed, facts, ordered_at, ordered_by, ordered_by_name, attempts, next_attempt_at, last_error,
    needs_right, person_id)
values (:id, :store_id, :kind, :object_type, :object_id, :customer_id, :number, :title, :sealed,
    :facts, :ordered_at, :ordered_by, :ordered_by_name, 0, :next_attempt_at, '', :needs_right,
    :person_id)

-- name: open_orders
-- Of all stores: there are few at any time.
select store_id, id
from documents_paper_order
where next_attempt_at <= :due_at --? due_at
order by id
limit 1000

-- name: find_order
select id, kind, object_type, object_id, customer_id, number, title, sealed, facts, ordered_at, ordered_by,
    ordered_by_name, attempts, needs_right, person_id
from documents_paper_order
where id = :id and store_id = :store_id

-- name: delete_order
delete from documents_paper_order where id = :id and store_id = :store_id

-- name: note_failure
update documents_paper_order
set attempts = :attempts, next_attempt_at = :next_attempt_at, last_error = :last_error
where id = :id and store_id = :store_id

-- name: late_orders
select id, title, number, last_error
from documents_paper_order
where store_id = :store_id and ordered_at < :ordered_before
order by id

-- name: lost_orders
-- What the log says was ordered, and is neither drawn nor still to be drawn.
select o.object_id as id
from log_event_object o
join log_event e on e.id = o.event_id
where o.store_id = :store_id and o.object_type = 'document' and e.name = 'documents.paper_ordered'
  and not exists (select 1 from documents_document d where d.id = o.object_id)
  and not exists (select 1 from documents_paper_order p where p.id = o.object_id)
order by o.object_id

-- name: orders_of_old_key
select id, facts as sealed
from documents_paper_order
where store_id = :store_id and substr(facts, 1, 6) <> :head
order by id
limit :limit

-- name: reseal_order
update documents_paper_order set facts = :sealed where id = :id and store_id = :store_id
