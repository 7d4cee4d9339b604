-- A customer's links are taken back together with the sessions they began.
create index access_session_of_customer on access_session (store_id, customer_id) where customer_id is not null;
