-- name: insert_loss
insert into leads_loss (id, store_id, lead_id, lost_at, lost_because, competitor_model, lost_words, model_id,
    consultant_id)
values (:id, :store_id, :lead_id, :lost_at, :lost_because, :competitor_model, :lost_words, :model_id,
    :consultant_id)

-- name: revive_losses
update leads_loss set revived_at = :now
where store_id = :store_id and lead_id = :lead_id and revived_at is null

-- name: by_reason
select lost_because as because, count(*) as leads, count(revived_at) as revived
from leads_loss
where store_id = :store_id and lost_at >= :from_at and lost_at < :before
  and consultant_id = :consultant_id --? consultant_id
  and model_id = :model_id --? model_id
group by lost_because
order by count(*) desc, lost_because

-- name: by_rival
select competitor_model, model_id, '' as model_name, count(*) as leads,
    cast(sum(case when lost_because = 'price' then 1 else 0 end) as bigint) as for_price
from leads_loss
where store_id = :store_id and lost_at >= :from_at and lost_at < :before and competitor_model <> ''
  and consultant_id = :consultant_id --? consultant_id
  and model_id = :model_id --? model_id
group by competitor_model, model_id
order by count(*) desc, competitor_model, model_id
limit 100

-- name: rival_names
select competitor_model, count(*) as leads
from leads_loss
where store_id = :store_id and lost_at >= :since and competitor_model <> ''
group by competitor_model
order by count(*) desc, competitor_model
limit 50

-- name: list_losses
select x.id, x.lead_id, l.number, l.customer_id, x.lost_at, x.lost_because, x.competitor_model, x.lost_words,
    x.model_id, x.consultant_id, x.revived_at, l.state
from leads_loss x
join leads_lead l on l.id = x.lead_id
where x.store_id = :store_id and x.lost_at >= :from_at and x.lost_at < :before
  and x.consultant_id = :consultant_id --? consultant_id
  and x.model_id = :model_id --? model_id
  and x.lost_because = :lost_because --? lost_because
  and x.competitor_model = :competitor_model --? competitor_model
  and (x.lost_at, x.id) < (:after_value, :after_id) --? after_lost_at_desc
  and (x.lost_at, x.id) > (:after_value, :after_id) --? after_lost_at_asc
order by x.lost_at desc, x.id desc --? sort_lost_at_desc
order by x.lost_at, x.id --? sort_lost_at_asc
limit :limit
