-- name: insert_price
insert into vehicles_price (id, store_id, model_id, price, valid_from, valid_until, reason, set_by, set_at,
    import_id)
values (:id, :store_id, :model_id, :price, :valid_from, :valid_until, :reason, :set_by, :set_at, :import_id)

-- name: prices_of_model
select id, model_id, price, valid_from, valid_until, reason, set_by, set_at, import_id, withdrawn_at
from vehicles_price
where store_id = :store_id and model_id = :model_id
order by valid_from, set_at, id

-- name: models_off_price
select m.id
from vehicles_model m
where m.store_id = :store_id
    and m.price <> (select p.price from vehicles_price p
                    where p.store_id = m.store_id and p.model_id = m.id and p.withdrawn_at is null
                        and p.valid_from <= :today and (p.valid_until is null or p.valid_until >= :today)
                    order by p.valid_from desc, p.set_at desc, p.id desc
                    limit 1)

-- name: follow_price
update vehicles_model set price = :price where store_id = :store_id and id = :id

-- name: withdraw_import
update vehicles_price set withdrawn_at = :now where store_id = :store_id and import_id = :import_id

-- name: models_of_import
select distinct model_id as id from vehicles_price where store_id = :store_id and import_id = :import_id

-- name: insert_import
insert into vehicles_price_import (id, store_id, file, file_name, state, rows, bad_rows, changed_prices,
    same_prices, checked_at, checked_by)
values (:id, :store_id, :file, :file_name, :state, :rows, :bad_rows, :changed_prices, :same_prices,
    :checked_at, :checked_by)

-- name: insert_import_row
insert into vehicles_price_import_row (store_id, import_id, row_number, column_name, code, value, model_id,
    model_name, price_before, price, valid_from)
values (:store_id, :import_id, :row_number, :column_name, :code, :value, :model_id, :model_name,
    :price_before, :price, :valid_from)

-- name: find_import
select id, file, file_name, state, rows, bad_rows, changed_prices, same_prices, checked_at, checked_by,
    committed_at, committed_by, undone_at, undone_by, version
from vehicles_price_import
where store_id = :store_id and id = :id

-- name: update_import
update vehicles_price_import
set state = :state, committed_at = :committed_at, committed_by = :committed_by, undone_at = :undone_at,
    undone_by = :undone_by, version = version + 1
where store_id = :store_id and id = :id and version = :version

-- name: rows_of_import
select row_number, column_name, code, value, model_id, model_name, price_before, price, valid_from
from vehicles_price_import_row
where store_id = :store_id and import_id = :import_id
order by row_number
limit 1000

-- name: list_imports
select id, file_name, state, rows, bad_rows, changed_prices, same_prices, checked_at, checked_by,
    committed_at, undone_at
from vehicles_price_import
where store_id = :store_id
    and (checked_at, id) < (:after_value, :after_id) --? after_checked_at_desc
order by checked_at desc, id desc --? sort_checked_at_desc
limit :limit
