-- name: insert_rule
insert into vehicles_option_rule (id, store_id, model_id, option_id, kind, other_id)
values (:id, :store_id, :model_id, :option_id, :kind, :other_id)

-- name: rules_of_model
select id, model_id, option_id, kind, other_id
from vehicles_option_rule
where store_id = :store_id and model_id = :model_id
order by id

-- name: remove_rule
delete from vehicles_option_rule where store_id = :store_id and model_id = :model_id and id = :id
