-- name: set_point
insert into vehicles_guide_point (store_id, model_id, point, words, fits_need, set_by, set_at)
values (:store_id, :model_id, :point, :words, :fits_need, :set_by, :set_at)
on conflict (store_id, model_id, point)
do update set words = excluded.words, fits_need = excluded.fits_need, set_by = excluded.set_by,
    set_at = excluded.set_at

-- name: guide_of_model
select point, words, fits_need, set_by, set_at
from vehicles_guide_point
where store_id = :store_id and model_id = :model_id

-- name: insert_photo
insert into vehicles_photo (id, store_id, model_id, file, caption, added_at)
values (:id, :store_id, :model_id, :file, :caption, :added_at)

-- name: photos_of_model
select id, file, caption
from vehicles_photo
where store_id = :store_id and model_id = :model_id and removed_at is null
order by id

-- name: remove_photo
update vehicles_photo set removed_at = :now
where store_id = :store_id and model_id = :model_id and id = :id and removed_at is null
