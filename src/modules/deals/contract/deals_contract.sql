-- name: insert_contract
insert into deals_contract (id, store_id, deal_id, number, revision, template_name, template_version,
    contents_hash, total, deposit, pay_by, deliver_on, drafted_by, drafted_at)
values (:id, :store_id, :deal_id, :number, :revision, :template_name, :template_version, :contents_hash,
    :total, :deposit, :pay_by, :deliver_on, :drafted_by, :drafted_at)

-- name: contracts_of_deal
select id, deal_id, number, revision, template_name, template_version, contents_hash, total, deposit, pay_by,
    deliver_on, drafted_by, drafted_at, signed_name, signature, signed_by, signed_at, document_id, ended_by,
    ended_at, end_reason, version
from deals_contract
where store_id = :store_id and deal_id = :deal_id
order by revision

-- name: update_contract
update deals_contract
set signed_name = :signed_name, signature = :signature, signed_by = :signed_by, signed_at = :signed_at,
    document_id = :document_id, ended_by = :ended_by, ended_at = :ended_at, end_reason = :end_reason,
    version = version + 1
where id = :id and store_id = :store_id and version = :version
