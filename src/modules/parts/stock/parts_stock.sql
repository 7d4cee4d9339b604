-- name: find_stock
select part_id, on_hand, reserved, value from parts_stock where store_id = :store_id and part_id = :part_id

-- name: insert_stock
insert into parts_stock (store_id, part_id, on_hand, reserved, value) values (:store_id, :part_id, 0, 0, 0)

-- name: update_stock
update parts_stock set on_hand = :on_hand, reserved = :reserved, value = :value
where store_id = :store_id and part_id = :part_id

-- name: find_place
select id from parts_place where store_id = :store_id and kind = :kind and name = :name

-- name: insert_place
insert into parts_place (id, store_id, kind, name) values (:id, :store_id, :kind, :name)

-- name: bins_of_part
select b.place_id, p.name, b.quantity
from parts_balance b join parts_place p on p.id = b.place_id
where b.store_id = :store_id and b.part_id = :part_id and b.is_bin = 1 and b.quantity > 0
order by p.name, b.place_id

-- name: add_to_balance
insert into parts_balance (store_id, part_id, place_id, is_bin, quantity)
values (:store_id, :part_id, :place_id, :is_bin, :quantity)
on conflict (store_id, part_id, place_id) do update set quantity = parts_balance.quantity + excluded.quantity

-- name: change_balance
update parts_balance set quantity = quantity + :quantity
where store_id = :store_id and part_id = :part_id and place_id = :place_id

-- name: insert_move
insert into parts_move (id, store_id, part_id, kind, from_place_id, to_place_id, quantity, value,
                        moved_at, moved_by, object_type, object_id, line_id, reason)
values (:id, :store_id, :part_id, :kind, :from_place_id, :to_place_id, :quantity, :value, :moved_at,
        :moved_by, :object_type, :object_id, :line_id, :reason)

-- name: find_wanted
select id, part_id, line_type, line_id, order_type, order_id, note, wanted, reserved, issued, cost,
       wanted_at, released_at
from parts_wanted where store_id = :store_id and line_type = :line_type and line_id = :line_id

-- name: insert_wanted
insert into parts_wanted (id, store_id, part_id, line_type, line_id, order_type, order_id, note, wanted,
                          reserved, issued, cost, wanted_at, released_at)
values (:id, :store_id, :part_id, :line_type, :line_id, :order_type, :order_id, :note, :wanted, :reserved,
        :issued, :cost, :wanted_at, :released_at)

-- name: update_wanted
update parts_wanted set wanted = :wanted, reserved = :reserved, issued = :issued, cost = :cost,
       released_at = :released_at
where store_id = :store_id and id = :id

-- name: waiting_for_part
select id, part_id, line_type, line_id, order_type, order_id, note, wanted, reserved, issued, cost,
       wanted_at, released_at
from parts_wanted
where store_id = :store_id and part_id = :part_id and released_at is null and issued < wanted
  and reserved + issued < wanted
order by wanted_at, id

-- name: parts_of_order
select w.line_id, w.wanted, w.reserved, w.issued,
       case when w.released_at is null then w.wanted - w.reserved - w.issued else 0 end as missing, w.cost,
       p.bin
from parts_wanted w join parts_part p on p.id = w.part_id
where w.store_id = :store_id and w.order_type = :order_type and w.order_id = :order_id
order by w.line_id

-- name: list_shortages
select w.id, w.part_id, p.number, p.name, p.unit, w.order_type, w.order_id, w.note, w.wanted_at,
       w.wanted - w.reserved - w.issued as missing
from parts_wanted w join parts_part p on p.id = w.part_id
where w.store_id = :store_id and w.released_at is null and w.issued < w.wanted and w.reserved + w.issued <
    w.wanted
order by w.wanted_at, w.id

-- name: list_to_pick
select w.id, w.part_id, p.number, p.name, p.unit, p.bin, w.line_id, w.order_type, w.order_id, w.note,
       w.wanted_at, w.reserved
from parts_wanted w join parts_part p on p.id = w.part_id
where w.store_id = :store_id and w.released_at is null and w.issued < w.wanted and w.reserved > 0
order by w.wanted_at, w.id

-- name: last_cost
select value, quantity from parts_move
where store_id = :store_id and part_id = :part_id and kind = 'received'
order by id desc limit 1

-- name: moves_of_part
select m.id, m.kind, f.name as from_place, t.name as to_place, m.quantity, m.value, m.moved_at,
       coalesce(u.name, '') as moved_by_name, m.object_type, m.object_id, m.reason
from parts_move m
join parts_place f on f.id = m.from_place_id
join parts_place t on t.id = m.to_place_id
left join access_user u on u.id = m.moved_by
where m.store_id = :store_id and m.part_id = :part_id
order by m.id desc limit 50

-- name: unbalanced_parts
select part_id, cast(sum(quantity) as bigint) as quantity from parts_balance
where store_id = :store_id group by part_id having sum(quantity) <> 0 order by part_id

-- name: bins_beside_stock
select s.part_id, s.on_hand, cast(coalesce(sum(b.quantity), 0) as bigint) as in_bins
from parts_stock s
left join parts_balance b on b.store_id = s.store_id and b.part_id = s.part_id and b.is_bin = 1
where s.store_id = :store_id
group by s.part_id, s.on_hand having s.on_hand <> coalesce(sum(b.quantity), 0) order by s.part_id

-- name: reserved_beside_wanted
select s.part_id, s.reserved, cast(coalesce(sum(w.reserved), 0) as bigint) as laid_aside
from parts_stock s
left join parts_wanted w on w.store_id = s.store_id and w.part_id = s.part_id and w.released_at is null
where s.store_id = :store_id
group by s.part_id, s.reserved having s.reserved <> coalesce(sum(w.reserved), 0) order by s.part_id
