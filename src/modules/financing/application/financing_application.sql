-- name: insert_application
insert into financing_application (id, store_id, number, state, deal_id, customer_id, term_id, follows_id,
    principal, asked_principal, applied_by, applied_at)
values (:id, :store_id, :number, :state, :deal_id, :customer_id, :term_id, :follows_id, :principal,
    :asked_principal, :applied_by, :applied_at)

-- name: update_application
update financing_application
set state = :state, principal = :principal, sheet_hash = :sheet_hash, sheet_signed_name = :sheet_signed_name,
    sheet_signed_at = :sheet_signed_at, sheet_document_id = :sheet_document_id, submitted_at = :submitted_at,
    decided_at = :decided_at, lender_reference = :lender_reference, decision_note = :decision_note,
    approval_ends_on = :approval_ends_on, disbursed_on = :disbursed_on, payment_id = :payment_id,
    mortgage_number = :mortgage_number, mortgage_registered_on = :mortgage_registered_on,
    mortgage_released_on = :mortgage_released_on, ended_reason = :ended_reason, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: find_application
select id, number, state, deal_id, customer_id, term_id, follows_id, principal, asked_principal, applied_by,
    applied_at, sheet_hash, sheet_signed_name, sheet_signed_at, sheet_document_id, submitted_at, decided_at,
    lender_reference, decision_note, approval_ends_on, disbursed_on, payment_id, mortgage_number,
    mortgage_registered_on, mortgage_released_on, ended_reason, version
from financing_application
where id = :id and store_id = :store_id

-- name: applications_of_deal
select id, number, state, deal_id, customer_id, term_id, follows_id, principal, asked_principal, applied_by,
    applied_at, sheet_hash, sheet_signed_name, sheet_signed_at, sheet_document_id, submitted_at, decided_at,
    lender_reference, decision_note, approval_ends_on, disbursed_on, payment_id, mortgage_number,
    mortgage_registered_on, mortgage_released_on, ended_reason, version
from financing_application
where store_id = :store_id and deal_id = :deal_id
order by id

-- name: list_applications
select a.id, a.number, a.state, a.deal_id, a.customer_id, k.name as customer_name, p.lender_name,
    p.name as product_name, t.months, a.principal, a.applied_at, a.submitted_at, a.decided_at, a.disbursed_on,
    a.mortgage_registered_on, a.mortgage_released_on
from financing_application a
join financing_term t on t.id = a.term_id
join financing_product p on p.id = t.product_id
join customers_customer k on k.id = a.customer_id
where a.store_id = :store_id
    and a.state = :state --? state
    and a.customer_id = :customer_id --? customer_id
    and a.number = :number --? number
    and p.lender_name = :lender_name --? lender_name
    and a.disbursed_on >= :disbursed_from --? disbursed_from
    and a.disbursed_on <= :disbursed_until --? disbursed_until
    and (a.applied_at, a.id) < (:after_value, :after_id) --? after_applied_at_desc
    and (a.applied_at, a.id) > (:after_value, :after_id) --? after_applied_at_asc
order by a.applied_at desc, a.id desc --? sort_applied_at_desc
order by a.applied_at, a.id --? sort_applied_at_asc
limit :limit

-- name: disbursed_by_month
select substr(a.disbursed_on, 1, 7) as month, p.lender_name, count(*) as loans,
    cast(sum(a.principal) as bigint) as principal
from financing_application a
join financing_term t on t.id = a.term_id
join financing_product p on p.id = t.product_id
where a.store_id = :store_id and a.disbursed_on is not null
group by substr(a.disbursed_on, 1, 7), p.lender_name
order by month desc, principal desc
limit 120

-- name: insert_paper
insert into financing_paper (id, store_id, application_id, paper, file_hash, handed_in_at, handed_in_by)
values (:id, :store_id, :application_id, :paper, :file_hash, :handed_in_at, :handed_in_by)

-- name: papers_of_application
select paper, file_hash, handed_in_at, handed_in_by
from financing_paper
where store_id = :store_id and application_id = :application_id
order by id

-- name: loan_expected
select cast(coalesce(sum(principal), 0) as bigint) from financing_application
where store_id = :store_id and deal_id = :deal_id and state = 'approved'
