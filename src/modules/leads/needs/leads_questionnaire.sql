-- name: insert_questionnaire
insert into leads_questionnaire (id, store_id, number, state, body, reason, changed_at, changed_by)
values (:id, :store_id, :number, :state, :body, :reason, :changed_at, :changed_by)

-- name: find_questionnaire
select id, number, state, body, reason, changed_at, changed_by, published_at, published_by, version
from leads_questionnaire
where store_id = :store_id
  and id = :id --? id
  and state = 'draft' and :draft = 1 --? draft
  and number = :number --? number

-- name: newest_published
select id, number, state, body, reason, changed_at, changed_by, published_at, published_by, version
from leads_questionnaire
where store_id = :store_id and state = 'published'
order by number desc
limit 1

-- name: update_questionnaire
update leads_questionnaire
set state = :state, body = :body, reason = :reason, changed_at = :changed_at, changed_by = :changed_by,
    published_at = :published_at, published_by = :published_by, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: latest_number
select max(number) from leads_questionnaire where store_id = :store_id

-- name: questionnaire_versions
select id, number, state, reason, changed_at, changed_by, published_at, published_by, version
from leads_questionnaire
where store_id = :store_id and state <> 'discarded'
order by number desc
