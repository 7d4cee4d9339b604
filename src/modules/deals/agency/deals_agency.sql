-- name: insert_case
insert into deals_case (id, store_id, deal_id, customer_id, kind, state, owner_id, collected, expected_on,
    opened_at)
values (:id, :store_id, :deal_id, :customer_id, :kind, :state, :owner_id, :collected, :expected_on,
    :opened_at)

-- name: update_case
update deals_case
set state = :state, owner_id = :owner_id, collected = :collected, expected_on = :expected_on, note = :note,
    sent_at = :sent_at, done_at = :done_at, paid = :paid, receipt_number = :receipt_number,
    receipt_file = :receipt_file, result = :result, rest_returned_at = :rest_returned_at,
    rest_reference = :rest_reference, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: find_case
select id, deal_id, customer_id, kind, state, owner_id, collected, expected_on, note, opened_at, sent_at,
    done_at, paid, receipt_number, receipt_file, result, rest_returned_at, rest_reference, version
from deals_case
where id = :id and store_id = :store_id

-- name: cases_of_deal
select id, deal_id, customer_id, kind, state, owner_id, collected, expected_on, note, opened_at, sent_at,
    done_at, paid, receipt_number, receipt_file, result, rest_returned_at, rest_reference, version
from deals_case
where store_id = :store_id and deal_id = :deal_id
order by id

-- name: list_cases
select c.id, c.deal_id, d.number as deal_number, c.customer_id, k.name as customer_name, c.kind, c.state,
    c.owner_id, '' as owner_name, c.collected, c.expected_on, c.opened_at, c.done_at, c.paid, c.receipt_number
from deals_case c
join deals_deal d on d.id = c.deal_id
join customers_customer k on k.id = c.customer_id
where c.store_id = :store_id
    and c.kind = :kind --? kind
    and c.state = :state --? state
    and c.owner_id = :owner_id --? owner_id
    and (c.opened_at, c.id) < (:after_value, :after_id) --? after_opened_at_desc
    and (c.opened_at, c.id) > (:after_value, :after_id) --? after_opened_at_asc
order by c.opened_at desc, c.id desc --? sort_opened_at_desc
order by c.opened_at, c.id --? sort_opened_at_asc
limit :limit

-- name: insert_case_paper
insert into deals_case_paper (id, store_id, case_id, paper, received_at, received_by)
values (:id, :store_id, :case_id, :paper, :received_at, :received_by)
on conflict (store_id, case_id, paper) do nothing

-- name: papers_of_case
select paper from deals_case_paper
where store_id = :store_id and case_id = :case_id
order by id

-- name: insert_insurance_quote
insert into deals_insurance_quote (id, store_id, case_id, insurer, coverage, premium, commission, valid_until,
    quoted_by, quoted_at)
values (:id, :store_id, :case_id, :insurer, :coverage, :premium, :commission, :valid_until, :quoted_by,
    :quoted_at)

-- name: find_insurance_quote
select id, case_id, insurer, coverage, premium, commission, valid_until, chosen_at, quoted_by, quoted_at
from deals_insurance_quote
where id = :id and store_id = :store_id

-- name: insurance_quotes_of_case
select id, case_id, insurer, coverage, premium, commission, valid_until, chosen_at, quoted_by, quoted_at
from deals_insurance_quote
where store_id = :store_id and case_id = :case_id
order by premium, id

-- name: unchoose_insurance
update deals_insurance_quote set chosen_at = null
where store_id = :store_id and case_id = :case_id

-- name: choose_insurance
update deals_insurance_quote set chosen_at = :chosen_at
where id = :id and store_id = :store_id

-- name: insert_policy
insert into deals_policy (id, store_id, case_id, customer_id, car_id, insurer, coverage, policy_number,
    premium, commission, starts_on, ends_on)
values (:id, :store_id, :case_id, :customer_id, :car_id, :insurer, :coverage, :policy_number, :premium,
    :commission, :starts_on, :ends_on)

-- name: policy_numbered
select id from deals_policy where store_id = :store_id and policy_number = :policy_number

-- name: policies_of_case
select id, case_id, customer_id, car_id, insurer, coverage, policy_number, premium, commission, starts_on,
    ends_on, commission_received_at, commission_reference
from deals_policy
where store_id = :store_id and case_id = :case_id
order by id

-- name: find_policy
select id, case_id, customer_id, car_id, insurer, coverage, policy_number, premium, commission, starts_on,
    ends_on, commission_received_at, commission_reference
from deals_policy
where store_id = :store_id and id = :id

-- Once: a second receipt finds no row.
-- name: receive_commission
update deals_policy
set commission_received_at = :at, commission_reference = :reference
where store_id = :store_id and id = :id and commission_received_at is null

-- name: list_policies
select p.id, p.customer_id, k.name as customer_name, p.car_id, p.insurer, p.policy_number, p.coverage,
    p.premium, p.commission, p.commission_received_at, p.starts_on, p.ends_on, '' as car_title
from deals_policy p
join customers_customer k on k.id = p.customer_id
where p.store_id = :store_id
    and p.ends_on >= :ends_from --? ends_from
    and p.ends_on <= :ends_until --? ends_until
    and p.starts_on >= :starts_from --? starts_from
    and p.starts_on <= :starts_until --? starts_until
    and p.insurer = :insurer --? insurer
    and p.customer_id = :customer_id --? customer_id
    and p.commission > 0 and p.commission_received_at is null --? commission_open
    and (p.ends_on, p.id) < (:after_value, :after_id) --? after_ends_on_desc
    and (p.ends_on, p.id) > (:after_value, :after_id) --? after_ends_on_asc
order by p.ends_on desc, p.id desc --? sort_ends_on_desc
order by p.ends_on, p.id --? sort_ends_on_asc
limit :limit

-- name: policies_by_month
select substr(starts_on, 1, 7) as month, insurer, count(*) as policies,
    cast(sum(premium) as bigint) as premium, cast(sum(commission) as bigint) as commission,
    cast(sum(case when commission_received_at is null then commission else 0 end) as bigint) as still_owed
from deals_policy
where store_id = :store_id
group by substr(starts_on, 1, 7), insurer
order by month desc, insurer
limit 240

-- name: commission_of_deal
select cast(coalesce(sum(p.commission), 0) as bigint)
from deals_policy p
join deals_case c on c.id = p.case_id
where p.store_id = :store_id and c.deal_id = :deal_id
