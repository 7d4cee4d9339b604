-- name: insert_count
insert into vehicles_count (id, store_id, number, place, state, expected, started_at, started_by)
values (:id, :store_id, :number, :place, :state, :expected, :started_at, :started_by)

-- name: count_open
select count(*) from vehicles_count where store_id = :store_id and state = 'open'

-- name: count_expected
select count(*) from vehicles_car
where store_id = :store_id and state in ('in_transit', 'in_stock', 'locked', 'demo') and removed_at is null
    and arrived_at is not null
    and substr(location, 1, :place_length) = :place --? place_length

-- name: insert_expected
insert into vehicles_count_line (store_id, count_id, vin, vin_tail, car_id, title, place, result,
    seen_at_place, reason)
select store_id, cast(:count_id as bigint), vin, vin_tail, id, model_name || ' ' || colour, location,
    'missing', '', ''
from vehicles_car
where store_id = :store_id and state in ('in_transit', 'in_stock', 'locked', 'demo') and removed_at is null
    and arrived_at is not null
    and substr(location, 1, :place_length) = :place --? place_length

-- name: insert_line
insert into vehicles_count_line (store_id, count_id, vin, vin_tail, car_id, title, place, result,
    seen_at_place, scanned_at, scanned_by, reason)
values (:store_id, :count_id, :vin, :vin_tail, :car_id, :title, :place, :result, :seen_at_place, :scanned_at,
    :scanned_by, :reason)

-- name: find_count
select id, number, place, state, expected, started_at, started_by, closed_at, closed_by, version
from vehicles_count
where store_id = :store_id and id = :id

-- name: lines_of_count
select vin, vin_tail, car_id, title, place, result, seen_at_place, scanned_at, scanned_by, reason
from vehicles_count_line
where store_id = :store_id and count_id = :count_id
    and vin = :vin --? vin
    and vin_tail = :vin_tail --? vin_tail
order by place, vin

-- name: update_line
update vehicles_count_line
set result = :result, seen_at_place = :seen_at_place, scanned_at = :scanned_at, scanned_by = :scanned_by,
    reason = :reason
where store_id = :store_id and count_id = :count_id and vin = :vin

-- name: update_count
update vehicles_count
set state = :state, closed_at = :closed_at, closed_by = :closed_by, version = version + 1
where store_id = :store_id and id = :id and version = :version

-- name: list_counts
select c.id, c.number, c.place, c.state, c.expected, c.started_at, c.started_by, c.closed_at,
    (select count(*) from vehicles_count_line l
     where l.store_id = c.store_id and l.count_id = c.id and l.result = 'found') as found,
    (select count(*) from vehicles_count_line l
     where l.store_id = c.store_id and l.count_id = c.id and l.result = 'missing') as missing,
    (select count(*) from vehicles_count_line l
     where l.store_id = c.store_id and l.count_id = c.id and l.result = 'unexpected') as unexpected
from vehicles_count c
where c.store_id = :store_id
    and (c.started_at, c.id) < (:after_value, :after_id) --? after_started_at_desc
    and (c.started_at, c.id) > (:after_value, :after_id) --? after_started_at_asc
order by c.started_at desc, c.id desc --? sort_started_at_desc
order by c.started_at, c.id --? sort_started_at_asc
limit :limit
