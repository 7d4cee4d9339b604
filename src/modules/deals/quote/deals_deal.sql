-- name: insert_deal
insert into deals_deal (id, store_id, number, state, customer_id, lead_id, consultant_id, model_id, car_id,
    car_title, used, used_by, bought_on, list_price, total, created_by, created_at)
values (:id, :store_id, :number, :state, :customer_id, :lead_id, :consultant_id, :model_id, :car_id,
    :car_title, :used, :used_by, :bought_on, :list_price, :total, :created_by, :created_at)

-- name: find_deal
select id, number, state, customer_id, lead_id, consultant_id, model_id, car_id, car_title, used,
    used_by, bought_on, list_price, discount, discount_reason, concession_granted, total, created_by,
    created_at, offered_by, offered_at, valid_until, delivered_at, cancelled_by, cancelled_at, cancel_reason,
    version
from deals_deal
where id = :id and store_id = :store_id

-- name: deals_of_lead
select id, number, state, customer_id, lead_id, consultant_id, model_id, car_id, car_title, used,
    used_by, bought_on, list_price, discount, discount_reason, concession_granted, total, created_by,
    created_at, offered_by, offered_at, valid_until, delivered_at, cancelled_by, cancelled_at, cancel_reason,
    version
from deals_deal
where store_id = :store_id and customer_id = :customer_id and lead_id = :lead_id
order by created_at, id

-- name: update_deal
update deals_deal
set state = :state, car_id = :car_id, bought_on = :bought_on, discount = :discount,
    discount_reason = :discount_reason, concession_granted = :concession_granted, total = :total,
    offered_by = :offered_by, offered_at = :offered_at, valid_until = :valid_until,
    delivered_at = :delivered_at, cancelled_by = :cancelled_by, cancelled_at = :cancelled_at,
        cancel_reason = :cancel_reason, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: lines_of_deal
select id, kind, title, explanation, amount, worth, cost, option_id
from deals_line
where store_id = :store_id and deal_id = :deal_id and removed_at is null
order by id

-- name: insert_line
insert into deals_line (id, store_id, deal_id, kind, title, explanation, amount, worth, cost, option_id)
values (:id, :store_id, :deal_id, :kind, :title, :explanation, :amount, :worth, :cost, :option_id)

-- name: update_line
update deals_line set title = :title, explanation = :explanation, amount = :amount
where id = :id and store_id = :store_id

-- name: remove_line
update deals_line set removed_by = :removed_by, removed_at = :removed_at
where id = :id and store_id = :store_id

-- name: insert_discount
insert into deals_discount (id, store_id, deal_id, state, amount, concession, reason, set_by, set_at, step)
values (:id, :store_id, :deal_id, :state, :amount, :concession, :reason, :set_by, :set_at, :step)

-- name: discounts_of_deal
select id, state, amount, concession, reason, set_by, set_at, decided_by_name, decided_at, decided_note, step
from deals_discount
where store_id = :store_id and deal_id = :deal_id
order by set_at, id

-- name: decide_discount
update deals_discount
set state = :state, decided_by_name = :decided_by_name, decided_at = :decided_at,
    decided_note = :decided_note, step = :step
where id = :id and store_id = :store_id and state = 'asked'

-- name: list_deals
select id, number, state, customer_id, consultant_id, model_id, car_id, car_title, total, created_at,
    valid_until, version
from deals_deal
where store_id = :store_id
    and state = :state --? state
    and customer_id = :customer_id --? customer_id
    and consultant_id = :consultant_id --? consultant_id
    and model_id = :model_id --? model_id
    and car_id = :car_id --? car_id
    and number = :number --? number
    and (created_at, id) < (:after_value, :after_id) --? after_created_at_desc
    and (created_at, id) > (:after_value, :after_id) --? after_created_at_asc
order by created_at desc, id desc --? sort_created_at_desc
order by created_at, id --? sort_created_at_asc
limit :limit
