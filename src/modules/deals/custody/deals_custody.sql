-- name: insert_custody
insert into deals_custody (id, store_id, deal_id, contract_number, revision, contents_hash, state, location,
    retain_until, filed_by, filed_at)
values (:id, :store_id, :deal_id, :contract_number, :revision, :contents_hash, :state, :location,
    :retain_until, :filed_by, :filed_at)

-- name: update_custody
update deals_custody
set state = :state, location = :location, borrower = :borrower, reason = :reason, back_by = :back_by,
    version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: find_custody
select id, deal_id, contract_number, revision, contents_hash, state, location, retain_until, borrower, reason,
    back_by, filed_by, filed_at, version
from deals_custody
where id = :id and store_id = :store_id

-- name: custody_numbered
select id from deals_custody
where store_id = :store_id and contract_number = :contract_number and revision = :revision

-- name: list_custody
select c.id, c.deal_id, d.number as deal_number, c.contract_number, c.revision, c.state, c.location,
    c.retain_until, c.borrower, c.back_by, c.filed_at, c.version
from deals_custody c
join deals_deal d on d.id = c.deal_id
where c.store_id = :store_id
    and c.state = :state --? state
    and c.contract_number = :contract_number --? contract_number
    and (c.filed_at, c.id) < (:after_value, :after_id) --? after_filed_at_desc
order by c.filed_at desc, c.id desc --? sort_filed_at_desc
limit :limit

-- name: custody_of_deal
select id, deal_id, contract_number, revision, contents_hash, state, location, retain_until, borrower, reason,
    back_by, filed_by, filed_at, version
from deals_custody
where store_id = :store_id and deal_id = :deal_id
order by id

-- name: insert_move
insert into deals_custody_move (id, store_id, custody_id, what, words, moved_at, moved_by)
values (:id, :store_id, :custody_id, :what, :words, :moved_at, :moved_by)

-- name: moves_of
select what, words, moved_at, moved_by
from deals_custody_move
where store_id = :store_id and custody_id = :custody_id
order by id
