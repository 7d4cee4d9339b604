-- name: insert_version
insert into versions_version (id, store_id, kind, name, number, body, reason, valid_from, published_at,
    published_by)
values (:id, :store_id, :kind, :name, :number, :body, :reason, :valid_from, :published_at, :published_by)

-- name: version_in_force
select id, name, number, body, reason, valid_from, published_at, published_by
from versions_version
where store_id = :store_id and kind = :kind and name = :name and valid_from <= :at
order by number desc
limit 1

-- name: version_by_number
select id, name, number, body, reason, valid_from, published_at, published_by
from versions_version
where store_id = :store_id and kind = :kind and name = :name and number = :number

-- name: latest_version
select id, name, number, body, reason, valid_from, published_at, published_by
from versions_version
where store_id = :store_id and kind = :kind and name = :name
order by number desc
limit 1

-- name: versions_of_text
select id, name, number, body, reason, valid_from, published_at, published_by
from versions_version
where store_id = :store_id and kind = :kind and name = :name
order by number desc

-- name: versions_of_kind_in_force
select v.id, v.name, v.number, v.body, v.reason, v.valid_from, v.published_at, v.published_by
from versions_version v
where v.store_id = :store_id and v.kind = :kind
  and v.number = (select max(w.number) from versions_version w
                  where w.store_id = :store_id and w.kind = :kind and w.name = v.name
                    and w.valid_from <= :at)
order by v.name

-- name: latest_versions_of_kind
select v.id, v.name, v.number, v.body, v.reason, v.valid_from, v.published_at, v.published_by
from versions_version v
where v.store_id = :store_id and v.kind = :kind
  and v.number = (select max(w.number) from versions_version w
                  where w.store_id = :store_id and w.kind = :kind and w.name = v.name)
order by v.name

-- name: insert_draft
insert into versions_draft (store_id, kind, name, id, base_number, body, begun_at, begun_by, changed_at,
    changed_by, version)
values (:store_id, :kind, :name, :id, :base_number, :body, :begun_at, :begun_by, :changed_at, :changed_by,
    :version)

-- name: find_draft
select id, name, base_number, body, begun_at, begun_by, changed_at, changed_by, version
from versions_draft
where store_id = :store_id and kind = :kind and name = :name

-- name: drafts_of_kind
select id, name, base_number, body, begun_at, begun_by, changed_at, changed_by, version
from versions_draft
where store_id = :store_id and kind = :kind
order by name

-- name: update_draft
update versions_draft
set body = :body, changed_at = :now, changed_by = :by, version = version + 1
where store_id = :store_id and kind = :kind and name = :name and version = :version

-- name: delete_draft
delete from versions_draft
where store_id = :store_id and kind = :kind and name = :name and version = :version
