-- name: insert_result
insert into people_result (store_id, month, user_id, line_no, figure, weight, cap_percent, source, target,
    actual, achievement_basis_points, points_hundredths)
values (:store_id, :month, :user_id, :line_no, :figure, :weight, :cap_percent, :source, :target, :actual,
    :achievement_basis_points, :points_hundredths)

-- name: insert_score
insert into people_score (store_id, month, user_id, score_hundredths, rank)
values (:store_id, :month, :user_id, :score_hundredths, :rank)

-- name: results
select user_id, figure, weight, cap_percent, source, target, actual, achievement_basis_points,
    points_hundredths
from people_result
where store_id = :store_id and month = :month
order by user_id, line_no

-- name: scores
select user_id, score_hundredths, rank
from people_score
where store_id = :store_id and month = :month
order by user_id

-- name: find_closed_month
select month, formula_id, rules_id, closed_by, closed_at
from people_month
where store_id = :store_id and month = :month

-- name: insert_closed_month
insert into people_month (store_id, month, formula_id, rules_id, closed_by, closed_at)
values (:store_id, :month, :formula_id, :rules_id, :closed_by, :closed_at)
