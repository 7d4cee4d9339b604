-- What is to be paid for a record, and what came in for it.
create table payments_due (
    id bigint not null primary key,
    store_id bigint not null,
    object_type text not null,
    object_id bigint not null,
    customer_id bigint not null,
    kind text not null check (kind in ('prepayment', 'settlement')),
    title text not null,
    amount bigint not null check (amount >= 0),
    paid bigint not null check (paid >= 0),
    set_at bigint not null,
    -- missing when a job or the customer's own doing caused it
    set_by bigint,
    version bigint not null default 1,
    unique (store_id, object_type, object_id)
);
create index payments_due_open on payments_due (store_id, set_at, id) where amount > paid;
create index payments_due_set on payments_due (store_id, set_at, id);
create index payments_due_customer on payments_due (store_id, customer_id);

-- The cashier's count at the end of a day.
create table payments_closing (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    closed_on text not null,
    cash_expected bigint not null,
    cash_counted bigint not null check (cash_counted >= 0),
    cash_banked bigint not null check (cash_banked >= 0),
    received_cash bigint not null,
    received_card bigint not null,
    received_transfer bigint not null,
    received_qr bigint not null,
    refunded bigint not null,
    payments bigint not null,
    note text not null,
    closed_by bigint not null,
    closed_at bigint not null,
    unique (store_id, number)
);
create index payments_closing_at on payments_closing (store_id, closed_at, id);

create table payments_payment (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    due_id bigint not null references payments_due (id),
    object_type text not null,
    object_id bigint not null,
    customer_id bigint not null,
    kind text not null check (kind in ('deposit', 'balance', 'settlement')),
    means text not null check (means in ('cash', 'card', 'transfer', 'qr')),
    amount bigint not null check (amount > 0),
    refunded bigint not null default 0 check (refunded >= 0 and refunded <= amount),
    reference text not null,
    received_by bigint not null,
    received_at bigint not null,
    closing_id bigint references payments_closing (id),
    version bigint not null default 1,
    unique (store_id, number)
);
create index payments_payment_due on payments_payment (store_id, due_id, received_at);
create index payments_payment_received on payments_payment (store_id, received_at, id);
create index payments_payment_customer on payments_payment (store_id, customer_id, received_at);
create index payments_payment_unclosed on payments_payment (store_id, id) where closing_id is null;

create table payments_refund (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    payment_id bigint not null references payments_payment (id),
    customer_id bigint not null,
    state text not null check (state in ('asked', 'granted', 'declined', 'paid')),
    amount bigint not null check (amount > 0),
    reason text not null,
    asked_by bigint not null,
    asked_at bigint not null,
    decided_by bigint,
    decided_by_name text,
    decided_at bigint,
    decided_note text,
    means text check (means in ('cash', 'card', 'transfer', 'qr')),
    reference text,
    paid_by bigint,
    paid_at bigint,
    closing_id bigint references payments_closing (id),
    version bigint not null default 1,
    unique (store_id, number),
    check ((state = 'asked') = (decided_at is null)),
    check ((state = 'paid') = (paid_at is not null))
);
create index payments_refund_payment on payments_refund (store_id, payment_id);
create index payments_refund_asked on payments_refund (store_id, asked_at, id);
create index payments_refund_unclosed on payments_refund (store_id, id) where closing_id is null;
