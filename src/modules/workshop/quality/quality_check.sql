-- name: insert_check
insert into workshop_check (id, store_id, order_id, round, level, passed, checklist_id, road_test_km,
                            note, checked_at, checked_by)
values (:id, :store_id, :order_id, :round, :level, :passed, :checklist_id, :road_test_km, :note,
        :checked_at, :checked_by)

-- name: insert_rework
insert into workshop_rework (id, store_id, order_id, line_id, check_id, cause, words, caused_by,
                             opened_at, done_at, done_by)
values (:id, :store_id, :order_id, :line_id, :check_id, :cause, :words, :caused_by, :opened_at, null,
        null)

-- name: checks_of_order
select c.id, c.round, c.level, c.passed, c.checklist_id, c.road_test_km, c.note, c.checked_at,
       coalesce(u.name, '') as checked_by_name
from workshop_check c left join access_user u on u.id = c.checked_by
where c.store_id = :store_id and c.order_id = :order_id
order by c.id

-- name: reworks_of_order
select r.id, r.line_id, l.name as line_name, r.check_id, r.cause, r.words, coalesce(u.name,
       '') as caused_by_name,
       r.opened_at, r.done_at
from workshop_rework r
join workshop_line l on l.id = r.line_id
left join access_user u on u.id = r.caused_by
where r.store_id = :store_id and r.order_id = :order_id
order by r.id
