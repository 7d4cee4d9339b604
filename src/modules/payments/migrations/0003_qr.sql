-- A sum that a customer shall pay by scanning a code, at the payment company the store uses.
create table payments_qr_order (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    state text not null check (state in ('waiting', 'paid', 'closed')),
    due_id bigint not null references payments_due (id),
    customer_id bigint not null,
    amount bigint not null check (amount > 0),
    code_text text not null,
    created_by bigint not null,
    created_at bigint not null,
    expires_at bigint not null,
    gateway_reference text not null default '',
    payment_id bigint references payments_payment (id),
    version bigint not null default 1,
    unique (store_id, number),
    check ((state = 'paid') = (payment_id is not null))
);
create index payments_qr_order_due on payments_qr_order (store_id, due_id, id);
create index payments_qr_order_payment on payments_qr_order (store_id, payment_id);

-- What the payment company told us, each once. Money that fits no order is questioned until somebody clears it up.
create table payments_notice (
    id bigint not null primary key,
    store_id bigint not null,
    order_id bigint references payments_qr_order (id),
    order_number text not null,
    gateway_reference text not null,
    amount bigint not null,
    outcome text not null check (outcome in ('booked', 'questioned')),
    question text not null check (question in ('none', 'unknown_order', 'wrong_amount', 'paid_twice', 'nothing_open')),
    received_at bigint not null,
    cleared_by bigint,
    cleared_at bigint,
    cleared_how text not null default '',
    unique (store_id, gateway_reference)
);
create index payments_notice_questioned on payments_notice (store_id, received_at, id)
    where outcome = 'questioned' and cleared_at is null;

-- A refund that goes back over the payment company: sent until it is taken.
create table payments_gateway_refund (
    id bigint not null primary key,
    store_id bigint not null,
    refund_id bigint not null references payments_refund (id),
    order_id bigint not null references payments_qr_order (id),
    state text not null check (state in ('waiting', 'done', 'failed')),
    attempts bigint not null default 0,
    next_attempt_at bigint not null,
    detail text not null default '',
    unique (store_id, refund_id)
);
create index payments_gateway_refund_waiting on payments_gateway_refund (store_id, next_attempt_at, id)
    where state = 'waiting';
