-- name: insert_fitting
insert into deals_fitting (id, store_id, deal_id, line_id, customer_id, title, expected_cost, state,
    opened_at)
values (:id, :store_id, :deal_id, :line_id, :customer_id, :title, :expected_cost, :state, :opened_at)

-- name: find_fitting
select id, deal_id, line_id, customer_id, title, expected_cost, state, opened_at, fitted_at, fitted_by, cost,
    note
from deals_fitting
where id = :id and store_id = :store_id

-- name: fittings_of_deal
select id, deal_id, line_id, customer_id, title, expected_cost, state, opened_at, fitted_at, fitted_by, cost,
    note
from deals_fitting
where store_id = :store_id and deal_id = :deal_id
order by id

-- name: finish_fitting
update deals_fitting
set state = :state, fitted_at = :fitted_at, fitted_by = :fitted_by, cost = :cost, note = :note
where id = :id and store_id = :store_id and state = 'planned'

-- name: drop_fittings
update deals_fitting set state = 'dropped'
where store_id = :store_id and deal_id = :deal_id and state = 'planned'

-- name: plan_fitting_again
update deals_fitting set state = 'planned', opened_at = :opened_at
where id = :id and store_id = :store_id and state = 'dropped'

-- name: count_open_fittings
select count(*) from deals_fitting
where store_id = :store_id and deal_id = :deal_id and state = 'planned'

-- name: insert_promise
insert into deals_promise (id, store_id, deal_id, line_id, customer_id, title, times, valid_months, made_by,
    made_at)
values (:id, :store_id, :deal_id, :line_id, :customer_id, :title, :times, :valid_months, :made_by, :made_at)

-- name: find_promise
select id, deal_id, line_id, customer_id, title, times, used, valid_months, made_by, made_at, version
from deals_promise
where id = :id and store_id = :store_id

-- name: promises_of
select id, deal_id, line_id, customer_id, title, times, used, valid_months, made_by, made_at, version
from deals_promise
where store_id = :store_id
    and deal_id = :deal_id --? deal_id
    and customer_id = :customer_id --? customer_id
order by id

-- name: use_promise
update deals_promise set used = used + 1, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: line_stands
select count(*) from deals_line
where id = :id and store_id = :store_id and removed_at is null

-- name: insert_draw
insert into deals_promise_draw (id, store_id, promise_id, object_type, object_id, note, drawn_at, drawn_by)
values (:id, :store_id, :promise_id, :object_type, :object_id, :note, :drawn_at, :drawn_by)

-- name: draws_of_promise
select object_type, object_id, note, drawn_at, drawn_by
from deals_promise_draw
where store_id = :store_id and promise_id = :promise_id
order by id

-- name: insert_rebate
insert into deals_rebate (id, store_id, deal_id, amount, reason, set_by, set_at)
values (:id, :store_id, :deal_id, :amount, :reason, :set_by, :set_at)

-- name: rebate_of_deal
select amount from deals_rebate
where store_id = :store_id and deal_id = :deal_id
order by id desc
limit 1
