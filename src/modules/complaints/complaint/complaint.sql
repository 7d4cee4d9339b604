-- name: insert_complaint
insert into complaints_complaint (id, store_id, number, state, channel, category, severity, words,
    customer_id, car_id, about_type, about_id, owner_id, opened_at, opened_by, answer_due_at, plan_due_at)
values (:id, :store_id, :number, :state, :channel, :category, :severity, :words, :customer_id, :car_id,
    :about_type, :about_id, :owner_id, :opened_at, :opened_by, :answer_due_at, :plan_due_at)

-- name: find_complaint
select id, number, state, channel, category, severity, words, customer_id, car_id, about_type, about_id,
    owner_id, opened_at, opened_by, answer_due_at, plan_due_at, reviewed_at, solution, cost, proposed_at,
    done, done_at, verdict, closed_at, cause, prevention, times_reopened, version
from complaints_complaint where id = :complaint_id and store_id = :store_id

-- name: update_complaint
update complaints_complaint set state = :state, category = :category, severity = :severity,
    owner_id = :owner_id, answer_due_at = :answer_due_at, plan_due_at = :plan_due_at,
    reviewed_at = :reviewed_at, solution = :solution, cost = :cost, proposed_at = :proposed_at, done = :done,
    done_at = :done_at, verdict = :verdict, closed_at = :closed_at, cause = :cause, prevention = :prevention,
    times_reopened = :times_reopened, version = version + 1
where id = :id and store_id = :store_id and version = :version

-- name: complaint_list
select c.id, c.number, c.state, c.category, c.severity, c.words, c.customer_id, k.name as customer_name,
    u.name as owner_name, c.opened_at, c.answer_due_at, c.plan_due_at, c.reviewed_at, c.proposed_at,
        c.closed_at
from complaints_complaint c
join customers_customer k on k.id = c.customer_id
left join access_user u on u.id = c.owner_id
where c.store_id = :store_id
  and c.state = :state --? state
  and c.category = :category --? category
  and c.severity = :severity --? severity
  and c.customer_id = :customer_id --? customer_id
  and c.state not in ('closed', 'dismissed') --? open_only
  and (c.opened_at, c.id) < (:after_value, :after_id) --? after_opened_at_desc
order by c.opened_at desc, c.id desc --? sort_opened_at_desc
limit :limit
