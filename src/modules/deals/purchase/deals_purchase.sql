-- name: purchases_of_customer
-- Signed for and not given up; the newest first.
select id from deals_deal
where store_id = :store_id and customer_id = :customer_id and state in ('contract_signed', 'delivered')
order by created_at desc, id desc
limit 20
