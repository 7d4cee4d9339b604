-- name: insert_inspection_list
insert into delivery_inspection_list (id, store_id, model_id, checklist, set_at, set_by_name)
values (:id, :store_id, :model_id, :checklist, :set_at, :set_by_name)

-- name: inspection_list_of_model
select checklist, set_at, set_by_name from delivery_inspection_list
where store_id = :store_id and model_id = :model_id and set_at <= :at
order by set_at desc, id desc limit 1

-- name: models_to_inspect
-- What the store may have to deliver: models on offer, and those of cars that are not handed over yet.
select m.id as model_id, m.name as model_name, m.fuel
from vehicles_model m
where m.store_id = :store_id and (m.on_offer = 1 or exists (
    select 1 from delivery_delivery d join vehicles_car c on c.id = d.car_id
    where d.store_id = :store_id and d.state = 'preparing' and c.model_id = m.id))
order by m.name, m.id
