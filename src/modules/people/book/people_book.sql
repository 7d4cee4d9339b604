-- name: books
select id, kind, number, state, contents, start_month, reason, drafted_by, drafted_at, published_by,
    published_at, version
from people_rule_book
where store_id = :store_id and kind = :kind and state <> 'dropped'
order by number desc

-- name: find_book
select id, kind, number, state, contents, start_month, reason, drafted_by, drafted_at, published_by,
    published_at, version
from people_rule_book
where store_id = :store_id and id = :id

-- name: insert_book
insert into people_rule_book (id, store_id, kind, number, state, contents, reason, drafted_by, drafted_at)
values (:id, :store_id, :kind, :number, :state, :contents, :reason, :drafted_by, :drafted_at)

-- name: update_book
update people_rule_book
set state = :state, contents = :contents, start_month = :start_month, reason = :reason,
    drafted_by = :drafted_by, drafted_at = :drafted_at, published_by = :published_by,
        published_at = :published_at, version = version + 1
where store_id = :store_id and id = :id and version = :version

-- name: last_number
select cast(max(number) as bigint) from people_rule_book where store_id = :store_id and kind = :kind
