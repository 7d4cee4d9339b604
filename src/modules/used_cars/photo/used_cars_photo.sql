-- name: photos_of_car
select place, position, file, taken_at, taken_by
from used_cars_photo
where store_id = :store_id and used_car_id = :used_car_id
order by place, position

-- name: drop_photos
delete from used_cars_photo where store_id = :store_id and used_car_id = :used_car_id and place = :place

-- name: insert_photo
insert into used_cars_photo (id, store_id, used_car_id, place, position, file, taken_at, taken_by)
values (:id, :store_id, :used_car_id, :place, :position, :file, :taken_at, :taken_by)
