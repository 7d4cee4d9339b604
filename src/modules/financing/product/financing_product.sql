-- name: insert_product
insert into financing_product (id, store_id, lender_name, name, repayment, created_by, created_at)
values (:id, :store_id, :lender_name, :name, :repayment, :created_by, :created_at)

-- name: insert_product_paper
insert into financing_product_paper (id, store_id, product_id, paper)
values (:id, :store_id, :product_id, :paper)

-- name: find_product
select id, lender_name, name, repayment, created_by, created_at
from financing_product
where id = :id and store_id = :store_id

-- name: product_named
select id from financing_product
where store_id = :store_id and lender_name = :lender_name and name = :name

-- name: every_product
select id, lender_name, name, repayment, created_by, created_at
from financing_product
where store_id = :store_id
order by lender_name, name, id

-- name: papers_of_product
select paper from financing_product_paper
where store_id = :store_id and product_id = :product_id
order by id

-- name: insert_term
insert into financing_term (id, store_id, product_id, valid_from, valid_until, months, annual_rate_ppm,
    down_payment_basis_points, amount_min, amount_max, balloon_basis_points, published_by, published_at)
values (:id, :store_id, :product_id, :valid_from, :valid_until, :months, :annual_rate_ppm,
    :down_payment_basis_points, :amount_min, :amount_max, :balloon_basis_points, :published_by, :published_at)

-- name: find_term
select id, product_id, valid_from, valid_until, months, annual_rate_ppm, down_payment_basis_points,
    amount_min, amount_max, balloon_basis_points, published_by, published_at
from financing_term
where id = :id and store_id = :store_id

-- name: terms_of_product
select id, product_id, valid_from, valid_until, months, annual_rate_ppm, down_payment_basis_points,
    amount_min, amount_max, balloon_basis_points, published_by, published_at
from financing_term
where store_id = :store_id and product_id = :product_id
order by months, valid_from, id

-- name: end_term
update financing_term set valid_until = :valid_until
where id = :id and store_id = :store_id and valid_until is null

-- name: insert_fee
insert into financing_fee (id, store_id, term_id, title, explanation, fixed, basis_points, paid)
values (:id, :store_id, :term_id, :title, :explanation, :fixed, :basis_points, :paid)

-- name: fees_of_term
select title, explanation, fixed, basis_points, paid
from financing_fee
where store_id = :store_id and term_id = :term_id
order by id
