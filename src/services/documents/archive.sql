-- name: insert_document
insert into documents_document (id, store_id, kind, object_type, object_id, customer_id, number, title,
    file_hash, bytes, sealed, created_at, created_by, created_by_name, needs_right, person_id)
values (:id, :store_id, :kind, :object_type, :object_id, :customer_id, :number, :title, :file_hash,
    :bytes, :sealed, :created_at, :created_by, :created_by_name, :needs_right, :person_id)

-- name: find_document_by_id
select d.number, d.title, d.customer_id, d.file_hash
from documents_document d
where d.id = :id and d.store_id = :store_id
union all
select p.number, p.title, p.customer_id, null
from documents_paper_order p
where p.id = :id and p.store_id = :store_id

-- name: find_privacy
select d.needs_right, d.person_id
from documents_document d
where d.id = :id and d.store_id = :store_id
union all
select p.needs_right, p.person_id
from documents_paper_order p
where p.id = :id and p.store_id = :store_id

-- name: documents_of_object
-- The finished ones and those that are ordered.
select d.id, d.kind, d.number, d.title, d.customer_id, d.sealed, 1 as ready, d.created_at
from documents_document d
where d.store_id = :store_id and d.object_type = :object_type and d.object_id = :object_id
  and d.kind = :kind --? kind
  and d.customer_id = :customer_id --? customer_id
union all
select p.id, p.kind, p.number, p.title, p.customer_id, p.sealed, 0 as ready, p.ordered_at as created_at
from documents_paper_order p
where p.store_id = :store_id and p.object_type = :object_type and p.object_id = :object_id
  and p.kind = :kind --? kind
  and p.customer_id = :customer_id --? customer_id
order by created_at desc, id desc

-- name: list_documents
select id, kind, object_type, object_id, customer_id, number, title, bytes, sealed, created_at,
    created_by_name
from documents_document
where store_id = :store_id and needs_right = ''
  and kind = :kind --? kind
  and customer_id = :customer_id --? customer_id
  and number = :number --? number
  and created_at >= :from_at --? from_at
  and created_at < :until_at --? until_at
  and (created_at, id) < (:after_value, :after_id) --? after_created_at_desc
  and (created_at, id) > (:after_value, :after_id) --? after_created_at_asc
order by created_at desc, id desc --? sort_created_at_desc
order by created_at, id --? sort_created_at_asc
limit :limit

-- name: files_of_documents
select id, file_hash, bytes, sealed
from documents_document
where store_id = :store_id
order by id
