-- name: insert_presentation
insert into showroom_presentation (id, store_id, customer_id, lead_id, model_id, consultant_id, points, liked,
    note, shown_at)
values (:id, :store_id, :customer_id, :lead_id, :model_id, :consultant_id, :points, :liked, :note, :shown_at)

-- name: presentations_of_customer
select id, model_id, consultant_id, points, liked, note, shown_at
from showroom_presentation
where store_id = :store_id and customer_id = :customer_id
order by shown_at desc, id desc
limit 100
