-- name: insert_filled
insert into checklists_filled (id, store_id, checklist, copied_from, version_number, object_type, object_id,
    filled_at, filled_by, filled_by_name, faults)
values (:id, :store_id, :checklist, :copied_from, :version_number, :object_type, :object_id,
    :filled_at, :filled_by, :filled_by_name, :faults)

-- name: insert_answer
insert into checklists_answer (store_id, filled_id, position, item, verdict, note, measured)
values (:store_id, :filled_id, :position, :item, :verdict, :note, :measured)

-- name: insert_photo
insert into checklists_photo (store_id, filled_id, item, position, file_hash)
values (:store_id, :filled_id, :item, :position, :file_hash)

-- name: find_filled
select id, checklist, version_number, object_type, object_id, filled_at, filled_by_name, faults
from checklists_filled
where id = :id and store_id = :store_id

-- name: filled_of_object
select id, checklist, version_number, object_type, object_id, filled_at, filled_by_name, faults
from checklists_filled
where store_id = :store_id and object_type = :object_type and object_id = :object_id
order by filled_at desc, id desc

-- name: answers_of_filled
select item, verdict, note, measured
from checklists_answer
where store_id = :store_id and filled_id = :filled_id
order by position

-- name: photos_of_filled
select item, file_hash
from checklists_photo
where store_id = :store_id and filled_id = :filled_id
order by item, position

-- name: last_filled_at
select max(filled_at) as filled_at from checklists_filled
where store_id = :store_id and object_type = :object_type and object_id = :object_id
    and (checklist = :checklist or copied_from = :checklist)

-- name: filled_by_list
select checklist, count(*) as times, sum(case when faults > 0 then 1 else 0 end) as faulty
from checklists_filled
where store_id = :store_id and filled_at >= :since
group by checklist
