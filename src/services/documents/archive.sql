-- name: insert_document
insert into documents_document (id, store_id, kind, object_type, object_id, customer_id, number, title,
    file_hash, bytes, sealed, created_at, created_by, created_by_name, needs_right, person_id)
values (:id, :store_id, :kind, :object_type, :object_id, :customer_id, :number, :title, :file_hash,
    :bytes, :sealed, :created_at, :created_by, :created_by_name, :needs_right, :person_id)

-- name: find_document_by_id
select id, kind, number, title, customer_id, file_hash, sealed, created_at
from documents_document
where id = :id and store_id = :store_id

-- name: find_privacy
select needs_right, person_id from documents_document where id = :id and store_id = :store_id

-- name: documents_of_object
select id, kind, number, title, customer_id, file_hash, sealed, created_at
from documents_document
where store_id = :store_id and object_type = :object_type and object_id = :object_id
  and kind = :kind --? kind
  and customer_id = :customer_id --? customer_id
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
