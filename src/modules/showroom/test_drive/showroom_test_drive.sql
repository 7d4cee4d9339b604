-- name: insert_test_drive
insert into showroom_test_drive (id, store_id, number, state, customer_id, lead_id, car_id, consultant_id,
    starts_at, ends_at, route, booked_by, booked_at)
values (:id, :store_id, :number, :state, :customer_id, :lead_id, :car_id, :consultant_id, :starts_at,
    :ends_at, :route, :booked_by, :booked_at)

-- name: find_test_drive
select id, number, state, customer_id, lead_id, car_id, consultant_id, starts_at, ends_at, route, booked_by,
    booked_at, licence_id, signed_name, signature, signed_at, document_id, mileage_out_km, fuel_out_percent,
    started_at, started_by, mileage_in_km, fuel_in_percent, damage, finished_at, finished_by, cancelled_at,
    cancelled_by, cancel_reason, version
from showroom_test_drive
where id = :id and store_id = :store_id

-- name: update_test_drive
update showroom_test_drive
set state = :state, car_id = :car_id, consultant_id = :consultant_id, starts_at = :starts_at,
    ends_at = :ends_at, licence_id = :licence_id, signed_name = :signed_name, signature = :signature,
    signed_at = :signed_at, document_id = :document_id, mileage_out_km = :mileage_out_km,
    fuel_out_percent = :fuel_out_percent, started_at = :started_at, started_by = :started_by,
    mileage_in_km = :mileage_in_km, fuel_in_percent = :fuel_in_percent, damage = :damage,
    finished_at = :finished_at, finished_by = :finished_by, cancelled_at = :cancelled_at,
    cancelled_by = :cancelled_by, cancel_reason = :cancel_reason, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: count_booking
insert into showroom_calendar (store_id, kind, object_id, bookings)
values (:store_id, :kind, :object_id, 1)
on conflict (store_id, kind, object_id) do update set bookings = showroom_calendar.bookings + 1

-- name: taken_times
select id, car_id, consultant_id, customer_id, starts_at, ends_at
from showroom_test_drive
where store_id = :store_id and starts_at < :until and starts_at > :earliest and ends_at > :from
    and state in ('booked', 'agreed', 'driving')
order by starts_at, id

-- name: count_out
-- However long ago it went out: a car that nobody brought back is not here.
select count(*) from showroom_test_drive
where store_id = :store_id and car_id = :car_id and state = 'driving'

-- name: insert_feedback
insert into showroom_feedback (id, store_id, test_drive_id, comfort, power, handling, space, intent, words,
    recorded_by, recorded_at)
values (:id, :store_id, :test_drive_id, :comfort, :power, :handling, :space, :intent, :words, :recorded_by,
    :recorded_at)

-- name: feedback_of
select comfort, power, handling, space, intent, words, recorded_by, recorded_at
from showroom_feedback
where store_id = :store_id and test_drive_id = :test_drive_id

-- name: insert_incident
insert into showroom_incident (id, store_id, test_drive_id, words, somebody_hurt, photos, reported_by,
    reported_at)
values (:id, :store_id, :test_drive_id, :words, :somebody_hurt, :photos, :reported_by, :reported_at)

-- name: incidents_of
select id, words, somebody_hurt, photos, reported_by, reported_at
from showroom_incident
where store_id = :store_id and test_drive_id = :test_drive_id
order by reported_at, id

-- name: list_test_drives
select id, number, state, customer_id, car_id, consultant_id, starts_at, ends_at, route, version
from showroom_test_drive
where store_id = :store_id
    and state = :state --? state
    and customer_id = :customer_id --? customer_id
    and car_id = :car_id --? car_id
    and consultant_id = :consultant_id --? consultant_id
    and (starts_at, id) < (:after_value, :after_id) --? after_starts_at_desc
    and (starts_at, id) > (:after_value, :after_id) --? after_starts_at_asc
order by starts_at desc, id desc --? sort_starts_at_desc
order by starts_at, id --? sort_starts_at_asc
limit :limit

-- name: test_drives_between
select id, number, state, customer_id, car_id, consultant_id, starts_at, ends_at, route, version
from showroom_test_drive
where store_id = :store_id and starts_at >= :from and starts_at < :until and state <> 'cancelled'
order by starts_at, id
