-- name: insert_question
insert into consultation_question (id, store_id, number, channel, topic, state, words, asker_name,
    phone_sealed, email_sealed, phone_masked, campaign, customer_id, model_id, chat_id, owner_id, asked_at,
    asked_by, respond_by, late, note)
values (:id, :store_id, :number, :channel, :topic, :state, :words, :asker_name, :phone_sealed, :email_sealed,
    :phone_masked, :campaign, :customer_id, :model_id, :chat_id, :owner_id, :asked_at, :asked_by, :respond_by,
        0, '')

-- name: update_question
update consultation_question
set state = :state, customer_id = :customer_id, lead_id = :lead_id, model_id = :model_id,
    owner_id = :owner_id, first_answer_at = :first_answer_at, late = :late, closed_at = :closed_at,
    closed_by = :closed_by, outcome = :outcome, note = :note, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: find_question
select id, number, channel, topic, state, words, asker_name, phone_masked, campaign, customer_id, lead_id,
    model_id, chat_id, owner_id, asked_at, asked_by, respond_by, first_answer_at, late, closed_at, closed_by,
    outcome, note, version
from consultation_question
where store_id = :store_id and id = :id

-- name: phone_of
select phone_sealed from consultation_question where store_id = :store_id and id = :id

-- name: set_respond_by
update consultation_question set respond_by = :respond_by where store_id = :store_id and id = :id

-- name: move_questions
update consultation_question set customer_id = :to_customer_id
where store_id = :store_id and customer_id = :from_customer_id

-- name: list_questions
select id, number, channel, topic, state, words, asker_name, customer_id, lead_id, owner_id, '' as owner_name,
    asked_at, respond_by, first_answer_at, late, outcome
from consultation_question
where store_id = :store_id
  and state = :state --? state
  and channel = :channel --? channel
  and topic = :topic --? topic
  and owner_id = :owner_id --? owner_id
  and customer_id = :customer_id --? customer_id
  and state = 'open' and respond_by < :due_before --? due_before
  and (asked_at, id) < (:after_value, :after_id) --? after_asked_at_desc
  and (respond_by, id) > (:after_value, :after_id) --? after_respond_by_asc
order by asked_at desc, id desc --? sort_asked_at_desc
order by respond_by, id --? sort_respond_by_asc
limit :limit

-- name: count_by_channel
select channel, count(*) as questions,
    cast(sum(case when state = 'open' then 1 else 0 end) as bigint) as open,
    cast(sum(case when first_answer_at is not null and late = 0 then 1 else 0 end) as bigint) as in_time,
    cast(sum(late) as bigint) as late,
    cast(sum(case when lead_id is not null then 1 else 0 end) as bigint) as became_lead
from consultation_question
where store_id = :store_id and asked_at >= :since
group by channel
order by channel

-- name: missing_answers
select id, number, topic, owner_id, asker_name
from consultation_question
where store_id = :store_id and state = 'open' and respond_by < :now and missed_at is null
order by respond_by, id
limit 200

-- name: mark_missed
update consultation_question set missed_at = :now, late = 1 where store_id = :store_id and id = :id

-- name: last_owned
select max(asked_at) as at from consultation_question where store_id = :store_id and owner_id = :owner_id

-- name: insert_line
insert into consultation_line (id, store_id, chat_id, question_id, speaker, words, article_id, article_title,
    said_at, said_by)
values (:id, :store_id, :chat_id, :question_id, :speaker, :words, :article_id, :article_title, :said_at,
    :said_by)

-- name: lines
select id, speaker, words, article_id, article_title, said_at, said_by
from consultation_line
where store_id = :store_id
  and chat_id = :chat_id --? chat_id
  and question_id = :question_id --? question_id
order by said_at, id

-- name: give_lines
update consultation_line set question_id = :question_id where store_id = :store_id and chat_id = :chat_id

-- name: article_of_question
select max(id) from consultation_article where store_id = :store_id and question_id = :question_id

-- name: questions_of_old_key
select id, phone_sealed, email_sealed
from consultation_question
where store_id = :store_id and (substr(phone_sealed, 1, 6) <> :head or substr(email_sealed, 1, 6) <> :head)
order by id
limit :limit

-- name: reseal_question
update consultation_question
set phone_sealed = :phone_sealed, email_sealed = :email_sealed
where id = :id and store_id = :store_id
