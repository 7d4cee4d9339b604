-- name: insert_article
insert into consultation_article (id, store_id, number, state, topic, title, latest_version_no,
    published_version_no, question_id, cited, changed_at)
values (:id, :store_id, :number, :state, :topic, :title, :latest_version_no, :published_version_no,
    :question_id, 0, :changed_at)

-- name: update_article
update consultation_article
set state = :state, topic = :topic, title = :title, latest_version_no = :latest_version_no,
    published_version_no = :published_version_no, changed_at = :changed_at, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- Answering with an article changes nothing anybody edits, so the version stays.
-- name: count_citation
update consultation_article set cited = cited + 1 where id = :id and store_id = :store_id

-- name: find_article
select id, number, state, topic, title, latest_version_no, published_version_no, question_id, cited,
    changed_at, version
from consultation_article
where store_id = :store_id and id = :id

-- name: list_articles
select id, number, state, topic, title, latest_version_no, published_version_no, question_id, cited,
    changed_at, version
from consultation_article
where store_id = :store_id
  and state = :state --? state
  and topic = :topic --? topic
  and (changed_at, id) < (:after_value, :after_id) --? after_changed_at_desc
  and (cited, id) < (:after_value, :after_id) --? after_cited_desc
order by changed_at desc, id desc --? sort_changed_at_desc
order by cited desc, id desc --? sort_cited_desc
limit :limit

-- name: most_cited
select id, number, state, topic, title, latest_version_no, published_version_no, question_id, cited,
    changed_at, version
from consultation_article
where store_id = :store_id and state = 'published'
order by cited desc, id desc
limit :limit

-- name: insert_version
insert into consultation_article_version (id, store_id, article_id, version_no, title, asked_as, body,
    written_at, written_by, reason)
values (:id, :store_id, :article_id, :version_no, :title, :asked_as, :body, :written_at, :written_by, '')

-- name: mark_published
update consultation_article_version
set published_at = :now, published_by = :published_by, reason = :reason
where store_id = :store_id and article_id = :article_id and version_no = :version_no

-- name: versions_of_article
select version_no, title, asked_as, body, written_at, written_by, published_at, published_by, reason
from consultation_article_version
where store_id = :store_id and article_id = :article_id
  and version_no = :version_no --? version_no
order by version_no desc

-- name: clear_terms
delete from consultation_term
where store_id = :store_id and article_id = :article_id and term = :term

-- name: insert_term
insert into consultation_term (store_id, term, article_id, weight)
values (:store_id, :term, :article_id, :weight)

-- name: articles_with_term
select article_id, weight from consultation_term
where store_id = :store_id and term = :term
limit 500

-- name: count_published
select count(*) as articles from consultation_article where store_id = :store_id and state = 'published'
