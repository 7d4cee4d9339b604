-- What a used car is shown with: photos by what is seen on them.
create table used_cars_photo (
    id bigint not null primary key,
    store_id bigint not null,
    used_car_id bigint not null references used_cars_car (id),
    place text not null check (place in ('front', 'rear', 'left_side', 'right_side', 'front_seats', 'rear_seats',
        'dashboard', 'boot', 'engine_bay', 'defects')),
    position bigint not null,
    file text not null,
    taken_at bigint not null,
    taken_by text not null
);
create unique index used_cars_photo_of on used_cars_photo (store_id, used_car_id, place, position);
