-- name: insert_upload
insert into files_upload (store_id, hash, content_type, bytes, width_px, height_px, uploaded_at, uploaded_by,
    uploaded_by_name)
values (:store_id, :hash, :content_type, :bytes, :width_px, :height_px, :uploaded_at, :uploaded_by,
    :uploaded_by_name)
on conflict (store_id, hash) do nothing

-- name: find_upload
select hash, content_type, bytes
from files_upload
where store_id = :store_id and hash = :hash

-- name: all_uploads
select hash, content_type, bytes
from files_upload
where store_id = :store_id
order by hash
