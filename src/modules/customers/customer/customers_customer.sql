-- name: insert_customer
insert into customers_customer (id, store_id, name, name_sort, company, gender, phone_sealed, phone_blind,
    identity_sealed, identity_blind, email, address, note, source, consultant_id, created_at,
    created_by, import_id)
values (:id, :store_id, :name, :name_sort, :company, :gender, :phone_sealed, :phone_blind,
    :identity_sealed, :identity_blind, :email, :address, :note, :source, :consultant_id, :created_at,
    :created_by,
    :import_id)

-- name: find_customer
select id, name, company, gender, phone_sealed, phone_blind, identity_sealed, identity_blind, email,
    address, note,
    source, consultant_id, created_at, created_by, import_id, merged_into, merged_at, merged_by,
    removed_at, version
from customers_customer
where store_id = :store_id and id = :id

-- name: names_of_customers
select id, name, merged_into
from customers_customer
where store_id = :store_id
    and id in (
        :id_1, :id_2, :id_3, :id_4, :id_5, :id_6, :id_7, :id_8, :id_9, :id_10, :id_11, :id_12,
        :id_13, :id_14, :id_15, :id_16, :id_17, :id_18, :id_19, :id_20, :id_21, :id_22, :id_23,
        :id_24, :id_25)

-- name: customer_with_phone
select id
from customers_customer
where store_id = :store_id and phone_blind in (:phone_blind, :phone_blind_of_old)
    and merged_into is null and removed_at is null
order by id
limit 1

-- name: customer_with_identity
select id
from customers_customer
where store_id = :store_id and identity_blind in (:identity_blind, :identity_blind_of_old)
    and merged_into is null and removed_at is null
order by id
limit 1

-- name: customer_keys
select id, phone_blind, identity_blind
from customers_customer
where store_id = :store_id and merged_into is null and removed_at is null
order by id

-- name: update_customer
update customers_customer
set name = :name, name_sort = :name_sort, company = :company, gender = :gender, phone_sealed = :phone_sealed,
    phone_blind = :phone_blind, identity_sealed = :identity_sealed, identity_blind = :identity_blind,
    email = :email, address = :address, note = :note, consultant_id = :consultant_id,
    merged_into = :merged_into,
    merged_at = :merged_at, merged_by = :merged_by, removed_at = :removed_at, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: list_customers
select id, name, name_sort, company, gender, phone_sealed, source, consultant_id, created_at,
    coalesce((
        select string_agg(coalesce(v.plate || ' ', '') || v.model_name, ' / '
            order by v.ordered_at desc, v.id desc)
        from vehicles_car v
        where v.store_id = customers_customer.store_id and v.customer_id = customers_customer.id
            and v.removed_at is null), '') as cars
from customers_customer
where store_id = :store_id and merged_into is null and removed_at is null
  and source = :source --? source
  and company = :company --? company
  and consultant_id = :consultant_id --? consultant_id
  and (created_at, id) < (:after_value, :after_id) --? after_created_at_desc
  and (created_at, id) > (:after_value, :after_id) --? after_created_at_asc
  and (name_sort, id) > (:after_value, :after_id) --? after_name_sort_asc
order by created_at desc, id desc --? sort_created_at_desc
order by created_at, id --? sort_created_at_asc
order by name_sort, id --? sort_name_sort_asc
limit :limit

-- name: customer_list_row
select id, name, name_sort, company, gender, phone_sealed, source, consultant_id, created_at,
    coalesce((
        select string_agg(coalesce(v.plate || ' ', '') || v.model_name, ' / '
            order by v.ordered_at desc, v.id desc)
        from vehicles_car v
        where v.store_id = customers_customer.store_id and v.customer_id = customers_customer.id
            and v.removed_at is null), '') as cars
from customers_customer
where store_id = :store_id and id = :id and merged_into is null and removed_at is null

-- name: possible_duplicates
select id, name, phone_sealed, created_at
from customers_customer
where store_id = :store_id and id <> :id and merged_into is null and removed_at is null
    and (name_sort = :name_sort or phone_blind = :phone_blind or identity_blind = :identity_blind)
order by created_at, id
limit 10

-- name: untouched_of_import
select id
from customers_customer
where store_id = :store_id and import_id = :import_id and version = 1 and removed_at is null
order by id

-- name: remove_customer
update customers_customer
set removed_at = :removed_at, version = version + 1
where id = :id and store_id = :store_id and version = 1

-- name: count_of_import
select count(*) from customers_customer where store_id = :store_id and import_id = :import_id

-- name: customers_of_old_key
select id
from customers_customer
where store_id = :store_id and (substr(phone_sealed, 1, 6) <> :head or substr(identity_sealed, 1, 6) <> :head)
order by id
limit :limit

-- Nothing a person sees changes, so the version does not.
-- name: reseal_customer
update customers_customer
set phone_sealed = :phone_sealed, phone_blind = :phone_blind, identity_sealed = :identity_sealed,
    identity_blind = :identity_blind
where id = :id and store_id = :store_id
