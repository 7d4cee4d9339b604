-- name: insert_visit
insert into reception_visit (id, store_id, number, state, customer_id, visitor_name, plate, party_size,
    purpose, channel,
    consultant_id, assigned_at, assigned_by, assigned_because, arrived_at, arrived_by, next_step, note,
        series)
values (:id, :store_id, :number, :state, :customer_id, :visitor_name, :plate, :party_size, :purpose, :channel,
    :consultant_id, :assigned_at, :assigned_by, :assigned_because, :arrived_at, :arrived_by, '', '', :series)

-- name: find_visit
select id, number, state, customer_id, visitor_name, plate, party_size, purpose, channel, consultant_id,
    assigned_at,
    assigned_by, assigned_because, arrived_at, arrived_by, greeted_at, greeted_by, ended_at, ended_by,
    outcome,
    next_step, note, series, knows_series, help_asked_at, version
from reception_visit
where store_id = :store_id and id = :id

-- name: update_visit
update reception_visit
set state = :state, customer_id = :customer_id, visitor_name = :visitor_name, plate = :plate,
    consultant_id = :consultant_id, assigned_at = :assigned_at, assigned_by = :assigned_by,
    assigned_because = :assigned_because, knows_series = :knows_series, greeted_at = :greeted_at,
    greeted_by = :greeted_by, ended_at = :ended_at,
    ended_by = :ended_by, outcome = :outcome, next_step = :next_step, note = :note,
    help_asked_at = :help_asked_at, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: open_visit_of_customer
select id, number, state, customer_id, visitor_name, plate, party_size, purpose, channel, consultant_id,
    assigned_at,
    assigned_by, assigned_because, arrived_at, arrived_by, greeted_at, greeted_by, ended_at, ended_by,
    outcome,
    next_step, note, series, knows_series, help_asked_at, version
from reception_visit
where store_id = :store_id and customer_id = :customer_id and arrived_at >= :since and ended_at is null
order by arrived_at desc, id desc

-- name: oldest_unassigned
select id, number, state, customer_id, visitor_name, plate, party_size, purpose, channel, consultant_id,
    assigned_at,
    assigned_by, assigned_because, arrived_at, arrived_by, greeted_at, greeted_by, ended_at, ended_by,
    outcome,
    next_step, note, series, knows_series, help_asked_at, version
from reception_visit
where store_id = :store_id and arrived_at >= :since and ended_at is null and state = 'waiting'
    and purpose not in ('service', 'complaint')
order by arrived_at, id
limit 1

-- name: visits_in_the_house
select id, number, state, customer_id, visitor_name, plate, party_size, purpose, channel, consultant_id,
    assigned_because,
    arrived_at, assigned_at, greeted_at, series, knows_series, help_asked_at, version
from reception_visit
where store_id = :store_id and arrived_at >= :since and ended_at is null
order by arrived_at, id

-- name: visits_not_ended
select id, number, state, customer_id, visitor_name, plate, party_size, purpose, channel, consultant_id,
    assigned_because,
    arrived_at, assigned_at, greeted_at, series, knows_series, help_asked_at, version
from reception_visit
where store_id = :store_id and arrived_at < :since and ended_at is null
order by arrived_at desc, id desc
limit :limit

-- name: work_of_consultants
select consultant_id as user_id,
    cast(sum(case when ended_at is null then 1 else 0 end) as bigint) as open_visits,
    max(ended_at) as last_ended_at,
    count(*) as visits_today,
    max(case when ended_at is null then id end) as open_visit_id
from reception_visit
where store_id = :store_id and consultant_id is not null and arrived_at >= :since
group by consultant_id
order by consultant_id

-- name: move_visits
update reception_visit
set customer_id = :to_customer_id, version = version + 1
where store_id = :store_id and customer_id = :from_customer_id

-- name: list_visits
select id, number, state, customer_id, visitor_name, party_size, purpose, channel, consultant_id,
    arrived_at, greeted_at,
    ended_at, outcome, next_step
from reception_visit
where store_id = :store_id
  and state = :state --? state
  and purpose = :purpose --? purpose
  and channel = :channel --? channel
  and outcome = :outcome --? outcome
  and consultant_id = :consultant_id --? consultant_id
  and customer_id = :customer_id --? customer_id
  and arrived_at >= :arrived_from --? arrived_from
  and arrived_at < :arrived_before --? arrived_before
  and (arrived_at, id) < (:after_value, :after_id) --? after_arrived_at_desc
  and (arrived_at, id) > (:after_value, :after_id) --? after_arrived_at_asc
order by arrived_at desc, id desc --? sort_arrived_at_desc
order by arrived_at, id --? sort_arrived_at_asc
limit :limit
