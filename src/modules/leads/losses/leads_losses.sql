-- name: by_reason
select lost_because as because, count(*) as leads
from leads_lead
where store_id = :store_id and state = 'lost' and closed_at >= :from_at and closed_at < :before
  and lost_because <> 'duplicate'
  and consultant_id = :consultant_id --? consultant_id
  and model_id = :model_id --? model_id
group by lost_because
order by count(*) desc, lost_because

-- name: by_rival
select competitor_model, model_id, '' as model_name, count(*) as leads,
    cast(sum(case when lost_because = 'price' then 1 else 0 end) as bigint) as for_price
from leads_lead
where store_id = :store_id and state = 'lost' and closed_at >= :from_at and closed_at < :before
  and competitor_model <> '' and lost_because <> 'duplicate'
  and consultant_id = :consultant_id --? consultant_id
  and model_id = :model_id --? model_id
group by competitor_model, model_id
order by count(*) desc, competitor_model, model_id
limit 100

-- name: rival_names
select competitor_model, count(*) as leads
from leads_lead
where store_id = :store_id and state = 'lost' and closed_at >= :since and competitor_model <> ''
group by competitor_model
order by count(*) desc, competitor_model
limit 50
