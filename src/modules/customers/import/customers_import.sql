-- name: insert_import
insert into customers_import (id, store_id, file, file_name, state, rows, bad_rows, new_customers,
    known_customers,
    cars, checked_at, checked_by)
values (:id, :store_id, :file, :file_name, :state, :rows, :bad_rows, :new_customers, :known_customers,
    :cars, :checked_at, :checked_by)

-- name: insert_import_error
insert into customers_import_error (id, store_id, import_id, row_number, column_name, code, value)
values (:id, :store_id, :import_id, :row_number, :column_name, :code, :value)

-- name: insert_import_car
insert into customers_import_car (id, store_id, import_id, car_id)
values (:id, :store_id, :import_id, :car_id)

-- name: find_import
select id, file, file_name, state, rows, bad_rows, new_customers, known_customers, cars, checked_at,
    checked_by,
    committed_at, committed_by, undone_at, undone_by, version
from customers_import
where store_id = :store_id and id = :id

-- name: update_import
update customers_import
set state = :state, new_customers = :new_customers, known_customers = :known_customers, cars = :cars,
    committed_at = :committed_at, committed_by = :committed_by, undone_at = :undone_at,
    undone_by = :undone_by,
    version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: import_errors
select row_number, column_name, code, value
from customers_import_error
where store_id = :store_id and import_id = :import_id
order by row_number, id
limit :limit

-- name: cars_of_import
select car_id
from customers_import_car
where store_id = :store_id and import_id = :import_id
order by id

-- name: list_imports
select id, file_name, state, rows, bad_rows, new_customers, known_customers, cars, checked_at, checked_by,
    committed_at, undone_at
from customers_import
where store_id = :store_id
  and state = :state --? state
  and (checked_at, id) < (:after_value, :after_id) --? after_checked_at_desc
order by checked_at desc, id desc --? sort_checked_at_desc
limit :limit
