-- name: insert_case
insert into leads_funnel (id, store_id, visit_id, lead_id, came_at, on_date, channel, consultant_id, model_id,
    kept_at)
values (:id, :store_id, :visit_id, :lead_id, :came_at, :on_date, :channel, :consultant_id, :model_id,
    :kept_at)
on conflict (id) do nothing

-- name: set_consultant
update leads_funnel set consultant_id = :consultant_id
where store_id = :store_id and id = :id and lead_id is null

-- name: drop_arrival
delete from leads_funnel
where store_id = :store_id and id = :id and lead_id is null

-- name: join_lead
update leads_funnel
set lead_id = :lead_id, kept_at = :now, consultant_id = :consultant_id, model_id = :model_id
where store_id = :store_id and id = :visit_id and lead_id is null

-- name: mark_known
update leads_funnel set kept_at = coalesce(kept_at, :now)
where store_id = :store_id and id = :visit_id

-- name: sync_lead
update leads_funnel set consultant_id = :consultant_id, model_id = :model_id
where store_id = :store_id and lead_id = :lead_id
    and (consultant_id <> :consultant_id or model_id <> :model_id)

-- name: mark_drove
update leads_funnel set drove_at = :now where store_id = :store_id and lead_id = :lead_id and drove_at is null

-- name: mark_quoted
update leads_funnel set quoted_at = :now where store_id = :store_id and lead_id = :lead_id
    and quoted_at is null

-- name: mark_ordered
update leads_funnel set ordered_at = :now where store_id = :store_id and lead_id = :lead_id
    and ordered_at is null

-- name: order_off
update leads_funnel set ordered_at = null where store_id = :store_id and lead_id = :lead_id

-- name: lead_of_deal
select id from leads_lead where store_id = :store_id and customer_id = :customer_id and deal_id = :deal_id

-- name: find_case
select id, visit_id, lead_id, came_at, channel, consultant_id, model_id, kept_at, drove_at, quoted_at,
    ordered_at
from leads_funnel
where store_id = :store_id and lead_id = :lead_id

-- name: merge_steps
update leads_funnel
set drove_at = coalesce(drove_at, :drove_at), quoted_at = coalesce(quoted_at, :quoted_at),
    ordered_at = coalesce(ordered_at, :ordered_at)
where store_id = :store_id and lead_id = :lead_id

-- name: leave_arrival
update leads_funnel set lead_id = null, drove_at = null, quoted_at = null, ordered_at = null
where store_id = :store_id and id = :id

-- name: drop_case
delete from leads_funnel where store_id = :store_id and id = :id

-- name: by_consultant
select cast(consultant_id as text) as key, '' as label, count(*) as came, count(kept_at) as kept,
    count(drove_at) as drove, count(quoted_at) as quoted, count(ordered_at) as ordered
from leads_funnel
where store_id = :store_id and on_date >= :from_date and on_date <= :to_date
  and consultant_id = :consultant_id --? consultant_id
  and model_id = :model_id --? model_id
  and channel = :channel --? channel
group by consultant_id
order by count(*) desc, consultant_id

-- name: by_model
select cast(model_id as text) as key, '' as label, count(*) as came, count(kept_at) as kept,
    count(drove_at) as drove, count(quoted_at) as quoted, count(ordered_at) as ordered
from leads_funnel
where store_id = :store_id and on_date >= :from_date and on_date <= :to_date
  and consultant_id = :consultant_id --? consultant_id
  and model_id = :model_id --? model_id
  and channel = :channel --? channel
group by model_id
order by count(*) desc, model_id

-- name: by_channel
select channel as key, '' as label, count(*) as came, count(kept_at) as kept,
    count(drove_at) as drove, count(quoted_at) as quoted, count(ordered_at) as ordered
from leads_funnel
where store_id = :store_id and on_date >= :from_date and on_date <= :to_date
  and consultant_id = :consultant_id --? consultant_id
  and model_id = :model_id --? model_id
  and channel = :channel --? channel
group by channel
order by count(*) desc, channel

-- name: by_day
select on_date as key, '' as label, count(*) as came, count(kept_at) as kept,
    count(drove_at) as drove, count(quoted_at) as quoted, count(ordered_at) as ordered
from leads_funnel
where store_id = :store_id and on_date >= :from_date and on_date <= :to_date
  and consultant_id = :consultant_id --? consultant_id
  and model_id = :model_id --? model_id
  and channel = :channel --? channel
group by on_date
order by on_date

-- name: list_cases
select id, visit_id, lead_id, came_at, channel, consultant_id, model_id, kept_at, drove_at, quoted_at,
    ordered_at
from leads_funnel
where store_id = :store_id and came_at >= :came_from and came_at < :came_before
  and consultant_id = :consultant_id --? consultant_id
  and model_id = :model_id --? model_id
  and channel = :channel --? channel
  and (case when kept_at is null then 0 else 1 end) = :kept --? kept
  and (case when drove_at is null then 0 else 1 end) = :drove --? drove
  and (case when quoted_at is null then 0 else 1 end) = :quoted --? quoted
  and (case when ordered_at is null then 0 else 1 end) = :ordered --? ordered
  and (came_at, id) < (:after_value, :after_id) --? after_came_at_desc
order by came_at desc, id desc --? sort_came_at_desc
limit :limit
