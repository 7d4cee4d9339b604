-- name: find_capacity
select opens_minute, closes_minute, slot_minutes, walk_in_bays, days_ahead
from workshop_capacity where store_id = :store_id

-- name: save_capacity
insert into workshop_capacity (store_id, opens_minute, closes_minute, slot_minutes, walk_in_bays,
                               days_ahead)
values (:store_id, :opens_minute, :closes_minute, :slot_minutes, :walk_in_bays, :days_ahead)
on conflict (store_id) do update set opens_minute = excluded.opens_minute,
       closes_minute = excluded.closes_minute,
       slot_minutes = excluded.slot_minutes, walk_in_bays = excluded.walk_in_bays,
       days_ahead = excluded.days_ahead,
       version = workshop_capacity.version + 1

-- name: open_bays
select id, name, kind from workshop_bay where store_id = :store_id and closed_at is null order by name, id

-- name: find_bay
select id, name, kind from workshop_bay where store_id = :store_id and id = :id and closed_at is null

-- name: find_bay_by_name
select id from workshop_bay where store_id = :store_id and name = :name

-- name: insert_bay
insert into workshop_bay (id, store_id, name, kind, closed_at) values (:id, :store_id, :name, :kind, null)

-- name: close_bay
update workshop_bay set closed_at = :now, version = version + 1
where store_id = :store_id and id = :id and closed_at is null

-- name: taken_places
select starts_at, ends_at, bay_id, advisor_id from workshop_appointment
where store_id = :store_id and starts_at >= :day_begins and starts_at < :day_ends and state in ('booked',
       'arrived')
order by starts_at, id

-- name: find_appointment
select id, number, state, customer_id, car_id, starts_at, ends_at, bay_id, advisor_id, words, booked_at,
       booked_by, by_customer, ended_at, end_reason, version
from workshop_appointment where store_id = :store_id and id = :id

-- name: booked_between
select id, number, state, customer_id, car_id, starts_at, ends_at, bay_id, advisor_id, words, booked_at,
       booked_by, by_customer, ended_at, end_reason, version
from workshop_appointment
where store_id = :store_id and starts_at >= :since and starts_at < :before and state = 'booked'
order by starts_at, id

-- name: find_booked_of_car
select id from workshop_appointment
where store_id = :store_id and customer_id = :customer_id and car_id = :car_id and state = 'booked'
  and starts_at > :now
limit 1

-- name: insert_appointment
insert into workshop_appointment (id, store_id, number, state, customer_id, car_id, starts_at, ends_at,
                                  bay_id, advisor_id, words, booked_at, booked_by, by_customer, ended_at,
                                  end_reason)
values (:id, :store_id, :number, :state, :customer_id, :car_id, :starts_at, :ends_at, :bay_id,
        :advisor_id, :words, :booked_at, :booked_by, :by_customer, :ended_at, :end_reason)

-- name: update_appointment
update workshop_appointment set state = :state, starts_at = :starts_at, ends_at = :ends_at, bay_id = :bay_id,
       advisor_id = :advisor_id, ended_at = :ended_at, end_reason = :end_reason, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: list_appointments
select a.id, a.number, a.state, a.starts_at, a.ends_at, a.customer_id, c.name as customer_name, a.car_id,
       coalesce(v.plate, '') as plate, v.model_name, a.bay_id, b.name as bay_name, a.advisor_id,
       coalesce(u.name, '') as advisor_name, a.words, a.by_customer, a.version
from workshop_appointment a
join customers_customer c on c.id = a.customer_id
join vehicles_car v on v.id = a.car_id
join workshop_bay b on b.id = a.bay_id
left join access_user u on u.id = a.advisor_id
where a.store_id = :store_id
  and a.state = :state --? state
  and a.advisor_id = :advisor_id --? advisor_id
  and a.customer_id = :customer_id --? customer_id
  and a.starts_at >= :day_begins --? day_begins
  and a.starts_at < :day_ends --? day_ends
  and (a.starts_at, a.id) > (:after_value, :after_id) --? after_starts_at_asc
  and (a.starts_at, a.id) < (:after_value, :after_id) --? after_starts_at_desc
order by a.starts_at, a.id --? sort_starts_at_asc
order by a.starts_at desc, a.id desc --? sort_starts_at_desc
limit :limit
