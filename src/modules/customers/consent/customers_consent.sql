-- name: insert_consent
insert into customers_consent (id, store_id, customer_id, purpose, text_version, channel, given_at, given_by)
values (:id, :store_id, :customer_id, :purpose, :text_version, :channel, :given_at, :given_by)

-- name: find_consent
select id, customer_id, purpose, text_version, channel, given_at, given_by, withdrawn_at, withdrawn_by,
    version
from customers_consent
where store_id = :store_id and id = :id

-- name: open_consent
select id, customer_id, purpose, text_version, channel, given_at, given_by, withdrawn_at, withdrawn_by,
    version
from customers_consent
where store_id = :store_id and customer_id = :customer_id and purpose = :purpose and withdrawn_at is null

-- name: consents_of_customer
select id, customer_id, purpose, text_version, channel, given_at, given_by, withdrawn_at, withdrawn_by,
    version
from customers_consent
where store_id = :store_id and customer_id = :customer_id
order by given_at desc, id desc

-- name: withdraw_consent
update customers_consent
set withdrawn_at = :withdrawn_at, withdrawn_by = :withdrawn_by, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: move_consents
update customers_consent
set customer_id = :to_customer_id, version = version + 1
where store_id = :store_id and customer_id = :from_customer_id
    and (withdrawn_at is not null or not exists (
        select 1 from customers_consent k
        where k.store_id = :store_id and k.customer_id = :to_customer_id and k.withdrawn_at is null
            and k.purpose = customers_consent.purpose))
