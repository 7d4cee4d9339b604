-- What the first eight characters of a VIN mean in this store: learned from every car that has a model.
create table vehicles_vin_pattern (
    store_id bigint not null,
    pattern text not null,
    model_id bigint not null references vehicles_model (id),
    cars bigint not null check (cars > 0),
    last_seen_at bigint not null,
    primary key (store_id, pattern, model_id)
);
insert into vehicles_vin_pattern (store_id, pattern, model_id, cars, last_seen_at)
select store_id, substr(vin, 1, 8), model_id, count(*), max(ordered_at)
from vehicles_car
where model_id is not null
group by store_id, substr(vin, 1, 8), model_id;
