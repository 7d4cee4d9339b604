-- name: insert_lead
insert into leads_lead (id, store_id, number, customer_id, visit_id, source, campaign, state, grade, score,
    model_id, consultant_id, note, opened_at, opened_by, contacts, next_contact_at, next_contact_channel,
    next_contact_plan,
    competitor_model, lost_words, respond_by, plate, vin)
values (:id, :store_id, :number, :customer_id, :visit_id, :source, :campaign, :state, :grade, :score,
    :model_id, :consultant_id, :note, :opened_at, :opened_by, 0, :next_contact_at, :next_contact_channel,
    :next_contact_plan,
    '', '', :respond_by, :plate, :vin)

-- name: find_lead
select id, number, customer_id, visit_id, source, campaign, state, grade, score, model_id, consultant_id,
    note,
    opened_at,
    opened_by, needs_at, last_contact_at, contacts, next_contact_at, next_contact_channel, next_contact_plan,
    closed_at, closed_by, lost_because, competitor_model, lost_words, loss_asked_at, loss_asked_by,
    deal_id, first_contact_at, respond_by, escalated_at, times_late, merged_into, plate, vin, version
from leads_lead
where store_id = :store_id
  and id = :id --? id
  and state = 'open' and customer_id = :customer_id --? customer_id
  and state = 'open' and plate = :plate --? plate
  and state = 'open' and vin = :vin --? vin
  and merged_into = :merged_into --? merged_into
order by id

-- name: update_lead
update leads_lead
set customer_id = :customer_id, visit_id = :visit_id, state = :state, grade = :grade, score = :score,
    model_id = :model_id, consultant_id = :consultant_id, note = :note, needs_at = :needs_at,
    last_contact_at = :last_contact_at, contacts = :contacts, next_contact_at = :next_contact_at,
    next_contact_channel = :next_contact_channel, next_contact_plan = :next_contact_plan,
    closed_at = :closed_at,
    closed_by = :closed_by, lost_because = :lost_because, competitor_model = :competitor_model,
    lost_words = :lost_words, loss_asked_at = :loss_asked_at, loss_asked_by = :loss_asked_by,
    deal_id = :deal_id, first_contact_at = :first_contact_at, escalated_at = :escalated_at,
    times_late = :times_late, merged_into = :merged_into,
    version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: move_leads
update leads_lead
set customer_id = :to_customer_id, version = version + 1
where store_id = :store_id and customer_id = :from_customer_id

-- name: insert_needs
insert into leads_needs (id, store_id, lead_id, answers, score, grade, questionnaire_number, taken_at,
    taken_by)
values (:id, :store_id, :lead_id, :answers, :score, :grade, :questionnaire_number, :taken_at, :taken_by)

-- name: latest_needs
select id, answers, score, grade, questionnaire_number, taken_at, taken_by
from leads_needs
where store_id = :store_id and lead_id = :lead_id
order by taken_at desc, id desc
limit 1

-- name: insert_contact
insert into leads_contact (id, store_id, lead_id, channel, result, words, due_at, done_at, done_by, user_id,
    late, next_contact_at)
values (:id, :store_id, :lead_id, :channel, :result, :words, :due_at, :done_at, :done_by, :user_id, :late,
    :next_contact_at)

-- name: move_contacts
update leads_contact set lead_id = :into_id where store_id = :store_id and lead_id = :from_id

-- name: move_needs
update leads_needs set lead_id = :into_id where store_id = :store_id and lead_id = :from_id

-- name: contacts_of_lead
select id, channel, result, words, due_at, done_at, done_by, late, next_contact_at
from leads_contact
where store_id = :store_id and lead_id = :lead_id
order by done_at desc, id desc

-- name: list_leads
select id, number, customer_id, source, campaign, state, grade, score, model_id, consultant_id, opened_at,
    last_contact_at,
    contacts, next_contact_at, next_contact_channel, next_contact_plan, closed_at, lost_because,
    competitor_model, loss_asked_at, times_late, escalated_at
from leads_lead
where store_id = :store_id
  and state = :state --? state
  and grade = :grade --? grade
  and source = :source --? source
  and campaign = :campaign --? campaign
  and consultant_id = :consultant_id --? consultant_id
  and customer_id = :customer_id --? customer_id
  and model_id = :model_id --? model_id
  and state = 'open' and next_contact_at < :due_before --? due_before
  and opened_at >= :opened_from --? opened_from
  and opened_at < :opened_before --? opened_before
  and (opened_at, id) < (:after_value, :after_id) --? after_opened_at_desc
  and (opened_at, id) > (:after_value, :after_id) --? after_opened_at_asc
  and (next_contact_at, id) > (:after_value, :after_id) --? after_next_contact_at_asc
  and (score, id) < (:after_value, :after_id) --? after_score_desc
order by opened_at desc, id desc --? sort_opened_at_desc
order by opened_at, id --? sort_opened_at_asc
order by next_contact_at nulls last, id --? sort_next_contact_at_asc
order by score desc, id desc --? sort_score_desc
limit :limit

-- name: campaigns
select campaign, count(*) as leads,
    cast(sum(case when state = 'open' then 1 else 0 end) as bigint) as open,
    cast(sum(case when state = 'won' then 1 else 0 end) as bigint) as won,
    cast(sum(case when state = 'lost' then 1 else 0 end) as bigint) as lost,
    max(opened_at) as last_at
from leads_lead
where store_id = :store_id and campaign <> '' and opened_at >= :opened_from
group by campaign
order by max(opened_at) desc, campaign
limit 100

-- name: count_by_grade
select grade, count(*) as leads,
    cast(sum(case when next_contact_at < :now then 1 else 0 end) as bigint) as overdue
from leads_lead
where store_id = :store_id and state = 'open'
  and consultant_id = :consultant_id --? consultant_id
group by grade
order by grade
