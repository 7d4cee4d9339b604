-- name: insert_store
insert into access_store (id, name, legal_name, address, phone, tax_number, bank_name, bank_account,
                          licence_number, opens_minute, closes_minute, is_demo)
values (:id, :name, :legal_name, :address, :phone, :tax_number, :bank_name, :bank_account,
        :licence_number, :opens_minute, :closes_minute, :is_demo)

-- name: find_store
select id, name, legal_name, address, phone, tax_number, bank_name, bank_account, licence_number,
       opens_minute, closes_minute, is_demo
from access_store where id = :store_id

-- name: every_store
select id, name, legal_name, address, phone, tax_number, bank_name, bank_account, licence_number,
       opens_minute, closes_minute, is_demo
from access_store order by id

-- name: insert_user
insert into access_user (id, login, name, password_hash, language, password_given_at)
values (:id, :login, :name, :password_hash, :language, :password_given_at)

-- name: find_user_by_login
select id, login, name, password_hash, language, failures, locked_until, disabled_at, password_given_at
from access_user where login = :login

-- name: find_user
select id, login, name, password_hash, language, failures, locked_until, disabled_at, password_given_at
from access_user where id = :user_id

-- name: count_failure
update access_user set failures = :failures, locked_until = :locked_until where id = :user_id

-- name: set_language
update access_user set language = :language where id = :user_id

-- name: set_password
update access_user set password_hash = :password_hash, password_given_at = :given_at, version = version + 1
where id = :user_id

-- name: insert_role
insert into access_user_role (store_id, user_id, role) values (:store_id, :user_id, :role)
on conflict do nothing

-- name: roles_of_user
select store_id, user_id, role from access_user_role where user_id = :user_id order by store_id, role

-- name: users_with_role
select u.id, u.name, u.login
from access_user_role r join access_user u on u.id = r.user_id
where r.store_id = :store_id and r.role = :role and u.disabled_at is null
order by u.id

-- name: people_of_store
select u.id, u.name, u.login, r.role
from access_user_role r join access_user u on u.id = r.user_id
where r.store_id = :store_id and u.disabled_at is null
order by u.id, r.role

-- name: user_name
select u.name from access_user u where u.id = :user_id

-- name: insert_session
insert into access_session (token_hash, store_id, user_id, customer_id, csrf_token, created_at, last_seen_at,
                            ends_at, ended_at)
values (:token_hash, :store_id, :user_id, :customer_id, :csrf_token, :created_at, :last_seen_at, :ends_at,
    null)

-- name: find_session
select token_hash, store_id, user_id, customer_id, csrf_token, created_at, last_seen_at, ends_at, ended_at
from access_session where token_hash = :token_hash

-- name: touch_session
update access_session set last_seen_at = :now where token_hash = :token_hash

-- name: end_session
update access_session set ended_at = :now where token_hash = :token_hash and ended_at is null

-- name: insert_link
insert into access_link (token_hash, store_id, customer_id, purpose, object_type, object_id, created_at,
                         created_by, ends_at)
values (:token_hash, :store_id, :customer_id, :purpose, :object_type, :object_id, :created_at, :created_by,
    :ends_at)

-- name: find_link
select token_hash, store_id, customer_id, purpose, object_type, object_id, ends_at
from access_link where token_hash = :token_hash

-- name: live_links
select l.purpose, l.object_type, l.object_id, l.created_at, coalesce(u.name, '') as created_by_name, l.ends_at
from access_link l
left join access_user u on u.id = l.created_by
where l.store_id = :store_id and l.customer_id = :customer_id and l.ends_at > :now
order by l.created_at desc, l.token_hash
limit 100

-- name: end_links
update access_link set ends_at = :now
where store_id = :store_id and customer_id = :customer_id and ends_at > :now

-- name: end_sessions_of_customer
update access_session set ended_at = :now
where store_id = :store_id and customer_id = :customer_id and ended_at is null
