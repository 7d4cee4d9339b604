-- What goes out to people. The recipient is encrypted; the hint is what people may see of it.
create table messages_message (
    id bigint not null primary key,
    store_id bigint not null,
    channel text not null check (channel in ('sms', 'email', 'in_app')),
    customer_id bigint not null,
    recipient text not null,
    recipient_hint text not null,
    template_key text not null check (template_key <> ''),
    params text not null,
    subject text not null,
    content text not null,
    object_type text not null,
    object_id bigint not null,
    created_at bigint not null,
    created_by_name text not null,
    attempts bigint not null default 0,
    next_attempt_at bigint,
    sent_at bigint,
    given_up_at bigint,
    last_error text not null default '',
    check (sent_at is null or given_up_at is null),
    check (next_attempt_at is null or (sent_at is null and given_up_at is null))
);
create index messages_message_due on messages_message (store_id, channel, next_attempt_at)
    where next_attempt_at is not null;
create index messages_message_in_time on messages_message (store_id, created_at, id);
create index messages_message_of_customer on messages_message (store_id, customer_id, created_at, id);
