-- name: find_consent
select id, order_id, state, asked_at, asked_by, asked_amount, promised_at, answered_at, channel,
       answered_by, recorded_by, signature, recording, approved_amount, version
from workshop_consent where store_id = :store_id and id = :id

-- name: open_consent_of_order
select id, order_id, state, asked_at, asked_by, asked_amount, promised_at, answered_at, channel,
       answered_by, recorded_by, signature, recording, approved_amount, version
from workshop_consent where store_id = :store_id and order_id = :order_id and state = 'open'

-- name: insert_consent
insert into workshop_consent (id, store_id, order_id, state, asked_at, asked_by, asked_amount,
                              promised_at, answered_at, channel, answered_by, recorded_by, signature,
                              recording, approved_amount)
values (:id, :store_id, :order_id, :state, :asked_at, :asked_by, :asked_amount, :promised_at,
        :answered_at, :channel, :answered_by, :recorded_by, :signature, :recording, :approved_amount)

-- name: update_consent
update workshop_consent set state = :state, answered_at = :answered_at, channel = :channel,
       answered_by = :answered_by,
       recorded_by = :recorded_by, signature = :signature, recording = :recording,
       approved_amount = :approved_amount, version = version + 1
where id = :id and store_id = :store_id and version = :version and state = 'open'

-- name: insert_consent_line
insert into workshop_consent_line (store_id, consent_id, line_id, amount, approved)
values (:store_id, :consent_id, :line_id, :amount, null)

-- name: answer_consent_line
update workshop_consent_line set approved = :approved
where store_id = :store_id and consent_id = :consent_id and line_id = :line_id and approved is null

-- name: asked_lines
select line_id, amount from workshop_consent_line
where store_id = :store_id and consent_id = :consent_id order by line_id

-- name: consents_of_order
select c.id, c.state, c.asked_at, c.asked_amount, c.answered_at, c.channel, c.answered_by, c.approved_amount,
       c.promised_at, coalesce(u.name, '') as asked_by_name, coalesce(r.name, '') as recorded_by_name
from workshop_consent c
left join access_user u on u.id = c.asked_by
left join access_user r on r.id = c.recorded_by
where c.store_id = :store_id and c.order_id = :order_id
order by c.id

-- name: approved_amounts_of_order
select l.line_id, l.amount
from workshop_consent c join workshop_consent_line l on l.store_id = c.store_id and l.consent_id = c.id
where c.store_id = :store_id and c.order_id = :order_id and l.approved = 1
order by l.line_id
