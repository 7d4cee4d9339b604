-- name: find_statement
select id, number, month, user_id, state, rules_id, score_hundredths, cars, total, shown_at, confirm_by,
    confirmed_at, issued_at, issued_by, document_id, version
from people_statement
where store_id = :store_id
  and id = :id --? id
  and user_id = :user_id --? user_id
  and month = :month --? month
order by month desc, id

-- name: insert_statement
insert into people_statement (id, store_id, number, month, user_id, state, rules_id, score_hundredths, cars,
    total, shown_at, confirm_by)
values (:id, :store_id, :number, :month, :user_id, :state, :rules_id, :score_hundredths, :cars, :total,
    :shown_at, :confirm_by)

-- name: update_statement
update people_statement
set state = :state, total = :total, confirmed_at = :confirmed_at, issued_at = :issued_at,
    issued_by = :issued_by, document_id = :document_id, version = version + 1
where store_id = :store_id and id = :id and version = :version

-- name: lines_of
select id, line_no, kind, deal_id, deal_number, model_id, basis, rate, rule_from, amount, words
from people_statement_line
where store_id = :store_id and statement_id = :statement_id
order by line_no

-- name: insert_line
insert into people_statement_line (id, store_id, statement_id, line_no, kind, deal_id, deal_number, model_id,
    basis, rate, rule_from, amount, words)
values (:id, :store_id, :statement_id, :line_no, :kind, :deal_id, :deal_number, :model_id, :basis, :rate,
    :rule_from, :amount, :words)

-- name: disputes_of
select id, statement_id, line_id, reason, raised_at, answered_at, answered_by, accepted, answer,
    correction_line_id
from people_dispute
where store_id = :store_id and statement_id = :statement_id
order by raised_at, id

-- name: insert_dispute
insert into people_dispute (id, store_id, statement_id, line_id, reason, raised_at)
values (:id, :store_id, :statement_id, :line_id, :reason, :raised_at)

-- name: answer_dispute
update people_dispute
set answered_at = :answered_at, answered_by = :answered_by, accepted = :accepted, answer = :answer,
    correction_line_id = :correction_line_id
where store_id = :store_id and id = :id

-- name: list_statements
select s.id, s.number, s.month, s.user_id, s.state, s.score_hundredths, s.cars, s.total, s.shown_at,
    s.confirm_by, s.confirmed_at, s.issued_at,
    (select count(*) from people_dispute d
     where d.store_id = s.store_id and d.statement_id = s.id and d.answered_at is null) as open_disputes
from people_statement s
where s.store_id = :store_id
  and s.month = :month --? month
  and s.user_id = :user_id --? user_id
  and s.state = :state --? state
  and (s.shown_at, s.id) < (:after_value, :after_id) --? after_shown_at_desc
  and (s.total, s.id) < (:after_value, :after_id) --? after_total_desc
order by s.shown_at desc, s.id desc --? sort_shown_at_desc
order by s.total desc, s.id desc --? sort_total_desc
limit :limit

-- name: uneven_statements
select s.number
from people_statement s
where s.store_id = :store_id
  and s.total <> (select coalesce(sum(l.amount), 0) from people_statement_line l
                  where l.store_id = s.store_id and l.statement_id = s.id)
order by s.id
