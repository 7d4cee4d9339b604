-- name: insert_licence
insert into showroom_licence (id, store_id, customer_id, licence_class, issued_on, valid_until, photo,
    checked_by, checked_at)
values (:id, :store_id, :customer_id, :licence_class, :issued_on, :valid_until, :photo, :checked_by,
    :checked_at)

-- name: licence_of_customer
select id, customer_id, licence_class, issued_on, valid_until, photo, checked_by, checked_at
from showroom_licence
where store_id = :store_id and customer_id = :customer_id
order by checked_at desc, id desc
limit 1
