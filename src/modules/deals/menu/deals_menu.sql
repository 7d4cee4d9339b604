-- name: insert_answer
insert into deals_menu_answer (id, store_id, deal_id, offer, title, price, accepted, signed_name, document_id,
    answered_at)
values (:id, :store_id, :deal_id, :offer, :title, :price, :accepted, :signed_name, :document_id, :answered_at)

-- name: answers_of_deal
select id, deal_id, offer, title, price, accepted, signed_name, document_id, answered_at
from deals_menu_answer
where store_id = :store_id and deal_id = :deal_id
order by id
