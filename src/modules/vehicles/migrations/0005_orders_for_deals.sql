-- A car that the maker builds for one deal. From its dispatch on the car itself carries the deal (vehicles_car.deal_id),
-- so that nobody else is promised it before it stands here and is locked.
alter table vehicles_ordered_car add column deal_id bigint;
create unique index vehicles_ordered_car_deal on vehicles_ordered_car (store_id, deal_id)
    where deal_id is not null and state <> 'dropped';
