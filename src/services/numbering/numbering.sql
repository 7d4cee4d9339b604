-- name: take_number
insert into numbering_counter (store_id, prefix, day, last)
values (:store_id, :prefix, :day, 1)
on conflict (store_id, prefix, day) do update set last = numbering_counter.last + 1
returning last
