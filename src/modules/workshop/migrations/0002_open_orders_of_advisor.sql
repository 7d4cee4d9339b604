-- An advisor has few cars in the house and a long past: the list of the former must not walk the latter.
create index workshop_order_open_of_advisor on workshop_order (store_id, advisor_id, opened_at, id)
    where handed_back_at is null and cancelled_at is null;
