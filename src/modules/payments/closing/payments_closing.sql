-- name: takings
select cast(coalesce(sum(case when means = 'cash' then amount else 0 end), 0) as bigint) as received_cash,
    cast(coalesce(sum(case when means = 'card' then amount else 0 end), 0) as bigint) as received_card,
    cast(coalesce(sum(case when means = 'transfer' then amount else 0 end),
    0) as bigint) as received_transfer,
    cast(coalesce(sum(case when means = 'qr' then amount else 0 end), 0) as bigint) as received_qr,
        (select cast(coalesce(sum(r.amount), 0) as bigint) from payments_refund r
     where r.store_id = :store_id and r.closing_id is null and r.state = 'paid') as refunded,
    count(*) as payments
from payments_payment
where store_id = :store_id and closing_id is null

-- name: insert_closing
insert into payments_closing (id, store_id, number, closed_on, cash_expected, cash_counted, cash_banked,
    received_cash, received_card, received_transfer, received_qr, refunded, payments, note, closed_by,
        closed_at)
values (:id, :store_id, :number, :closed_on, :cash_expected, :cash_counted, :cash_banked, :received_cash,
    :received_card, :received_transfer, :received_qr, :refunded, :payments, :note, :closed_by, :closed_at)

-- name: close_payments
update payments_payment set closing_id = :closing_id
where store_id = :store_id and closing_id is null

-- name: close_refunds
update payments_refund set closing_id = :closing_id
where store_id = :store_id and closing_id is null and state = 'paid'

-- name: list_closings
select id, number, closed_on, cash_expected, cash_counted, cash_banked, received_cash, received_card,
    received_transfer, received_qr, refunded, payments, note, closed_by, closed_at
from payments_closing
where store_id = :store_id
    and closed_on >= :counted_from --? counted_from
    and closed_on <= :counted_until --? counted_until
    and (closed_at, id) < (:after_value, :after_id) --? after_closed_at_desc
order by closed_at desc, id desc --? sort_closed_at_desc
limit :limit

-- name: takings_by_month
select substr(closed_on, 1, 7) as month, count(*) as closings,
    cast(sum(received_cash) as bigint) as received_cash, cast(sum(received_card) as bigint) as received_card,
    cast(sum(received_transfer) as bigint) as received_transfer,
    cast(sum(received_qr) as bigint) as received_qr, cast(sum(refunded) as bigint) as refunded,
    cast(sum(cash_counted - cash_expected) as bigint) as difference,
    cast(sum(cash_banked) as bigint) as cash_banked
from payments_closing
where store_id = :store_id
group by substr(closed_on, 1, 7)
order by month desc
limit 24
