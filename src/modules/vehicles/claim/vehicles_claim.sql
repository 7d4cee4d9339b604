-- name: insert_claim
insert into vehicles_claim (id, store_id, number, car_id, car_title, damage, photos, state, carrier, claimed,
    accepted, received, answer, repair, found_at, found_by)
values (:id, :store_id, :number, :car_id, :car_title, :damage, :photos, :state, '', 0, 0, 0, '', '',
    :found_at, :found_by)

-- name: find_claim
select id, number, car_id, car_title, damage, photos, state, carrier, claimed, accepted, received, answer,
    repair, found_at, found_by, claimed_at, answered_at, closed_at, version
from vehicles_claim
where store_id = :store_id and id = :id

-- name: claims_of_car
select id, number, car_id, car_title, damage, photos, state, carrier, claimed, accepted, received, answer,
    repair, found_at, found_by, claimed_at, answered_at, closed_at, version
from vehicles_claim
where store_id = :store_id and car_id = :car_id
order by found_at desc, id desc

-- name: update_claim
update vehicles_claim
set state = :state, carrier = :carrier, claimed = :claimed, accepted = :accepted, received = :received,
    answer = :answer, repair = :repair, claimed_at = :claimed_at, answered_at = :answered_at,
    closed_at = :closed_at, version = version + 1
where store_id = :store_id and id = :id and version = :version

-- name: list_claims
select id, number, car_id, car_title, damage, state, carrier, claimed, accepted, received, found_at
from vehicles_claim
where store_id = :store_id
    and state = :state --? state
    and (found_at, id) < (:after_value, :after_id) --? after_found_at_desc
    and (found_at, id) > (:after_value, :after_id) --? after_found_at_asc
order by found_at desc, id desc --? sort_found_at_desc
order by found_at, id --? sort_found_at_asc
limit :limit
