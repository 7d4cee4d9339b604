-- name: insert_transfer
insert into vehicles_transfer (id, store_id, number, to_store_id, car_id, vin, model_code, model_name, colour,
    price, state, asked_by_receiver, swap_car_id, swap_id, reason, requested_at, requested_by, decided_at,
    decided_by, decided_note, carrier)
values (:id, :store_id, :number, :to_store_id, :car_id, :vin, :model_code, :model_name, :colour, :price,
    :state, :asked_by_receiver, :swap_car_id, :swap_id, :reason, :requested_at, :requested_by, :decided_at,
    :decided_by, :decided_note, :carrier)

-- name: find_transfer
select id, store_id, number, to_store_id, car_id, vin, model_code, model_name, colour, price, state,
    asked_by_receiver, swap_car_id, swap_id, reason, requested_at, requested_by, decided_at, decided_by,
    decided_note, sent_at, sent_by, carrier, expected_on, arrived_at, arrived_by, arriving_car_id, version
from vehicles_transfer
where id = :id and (store_id = :store_id or to_store_id = :store_id)

-- name: count_open_of_car
select count(*) from vehicles_transfer
where store_id = :store_id and car_id = :car_id and state in ('requested', 'approved')

-- name: update_transfer
update vehicles_transfer
set state = :state, swap_id = :swap_id, decided_at = :decided_at, decided_by = :decided_by,
    decided_note = :decided_note, sent_at = :sent_at, sent_by = :sent_by, carrier = :carrier,
    expected_on = :expected_on, arrived_at = :arrived_at, arrived_by = :arrived_by,
    arriving_car_id = :arriving_car_id, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: list_transfers
select id, store_id, number, to_store_id, car_id, vin, model_code, model_name, colour, price, state,
    asked_by_receiver, swap_car_id, swap_id, reason, requested_at, requested_by, decided_at, decided_by,
    decided_note, sent_at, sent_by, carrier, expected_on, arrived_at, arrived_by, arriving_car_id, version
from vehicles_transfer
where (store_id = :store_id or to_store_id = :store_id)
    and state = :state --? state
    and (requested_at, id) < (:after_value, :after_id) --? after_requested_at_desc
    and (requested_at, id) > (:after_value, :after_id) --? after_requested_at_asc
order by requested_at desc, id desc --? sort_requested_at_desc
order by requested_at, id --? sort_requested_at_asc
limit :limit
