-- name: insert_position
insert into showroom_position (id, store_id, name, x, y) values (:id, :store_id, :name, :x, :y)

-- name: find_position
select id, name, x, y, car_id, car_since, checked_at, removed_at, version
from showroom_position
where store_id = :store_id and removed_at is null
    and id = :id --? id
    and name = :name --? name
    and car_id = :car_id --? car_id

-- name: every_position
select id, name, x, y, car_id, car_since, checked_at, removed_at, version
from showroom_position
where store_id = :store_id and removed_at is null
order by name, id

-- name: update_position
update showroom_position
set x = :x, y = :y, car_id = :car_id, car_since = :car_since, checked_at = :checked_at,
    removed_at = :removed_at, version = version + 1
where store_id = :store_id and id = :id and version = :version

-- name: insert_check
insert into showroom_display_check (id, store_id, position_id, car_id, checklist_id, faults, checked_at,
    checked_by)
values (:id, :store_id, :position_id, :car_id, :checklist_id, :faults, :checked_at, :checked_by)

-- name: checks_of_position
select checked_at, checked_by, faults
from showroom_display_check
where store_id = :store_id and position_id = :position_id
order by checked_at desc, id desc
limit 60

-- name: insert_fault
insert into showroom_display_fault (id, store_id, position_id, car_id, item, note, photos, raised_at,
    raised_by, remedy)
values (:id, :store_id, :position_id, :car_id, :item, :note, :photos, :raised_at, :raised_by, '')

-- name: open_faults
select id, position_id, item, note, photos, raised_at, raised_by, version
from showroom_display_fault
where store_id = :store_id and closed_at is null
    and position_id = :position_id --? position_id
order by raised_at, id

-- name: find_fault
select id, position_id, item, note, photos, raised_at, raised_by, version
from showroom_display_fault
where store_id = :store_id and id = :id

-- name: count_closed
select count(*) from showroom_display_fault where store_id = :store_id and id = :id and closed_at is not null

-- name: close_fault
update showroom_display_fault
set closed_at = :closed_at, closed_by = :closed_by, remedy = :remedy, version = version + 1
where store_id = :store_id and id = :id and version = :version
