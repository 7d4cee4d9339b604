-- name: find_part
select id, number, name, brand, unit, origin, category, fits, price, reorder_point, bin, created_at,
       withdrawn_at, withdrawn_by, version
from parts_part where store_id = :store_id and id = :id

-- name: find_part_by_number
select id, number, name, brand, unit, origin, category, fits, price, reorder_point, bin, created_at,
       withdrawn_at, withdrawn_by, version
from parts_part where store_id = :store_id and number = :number

-- name: insert_part
insert into parts_part (id, store_id, number, name, brand, unit, origin, category, fits, price,
                        reorder_point, bin, created_at, withdrawn_at, withdrawn_by, version)
values (:id, :store_id, :number, :name, :brand, :unit, :origin, :category, :fits, :price, :reorder_point,
        :bin, :created_at, null, null, 1)

-- name: update_part
update parts_part set name = :name, fits = :fits, price = :price, reorder_point = :reorder_point, bin = :bin,
       version = version + 1
where store_id = :store_id and id = :id and version = :version

-- name: withdraw_part
update parts_part set withdrawn_at = :withdrawn_at, withdrawn_by = :withdrawn_by, version = version + 1
where store_id = :store_id and id = :id and version = :version

-- name: list_parts
select p.id, p.number, p.name, p.brand, p.unit, p.origin, p.category, p.fits, p.price, p.bin, p.reorder_point,
       coalesce(s.on_hand, 0) as on_hand, coalesce(s.reserved, 0) as reserved, coalesce(s.value, 0) as value,
       p.withdrawn_at
from parts_part p left join parts_stock s on s.store_id = p.store_id and s.part_id = p.id
where p.store_id = :store_id
  and p.category = :category --? category
  and (p.number like :pattern or p.name like :pattern or p.fits like :pattern) --? q
  and coalesce(s.on_hand, 0) - coalesce(s.reserved, 0) <= p.reorder_point --? low
  and (p.number, p.id) > (:after_value, :after_id) --? after_number_asc
  and (p.name, p.id) > (:after_value, :after_id) --? after_name_asc
order by p.number, p.id --? sort_number_asc
order by p.name, p.id --? sort_name_asc
limit :limit
