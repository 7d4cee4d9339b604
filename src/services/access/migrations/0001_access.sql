create table access_store (
    id bigint not null primary key,
    name text not null,
    legal_name text not null,
    address text not null,
    phone text not null,
    tax_number text not null,
    bank_name text not null,
    bank_account text not null,
    licence_number text not null,
    opens_minute bigint not null,
    closes_minute bigint not null,
    is_demo bigint not null check (is_demo in (0, 1)),
    version bigint not null default 1
);

create table access_user (
    id bigint not null primary key,
    login text not null unique,
    name text not null,
    password_hash text not null,
    language text not null,
    failures bigint not null default 0,
    locked_until bigint not null default 0,
    disabled_at bigint,
    version bigint not null default 1
);

-- A person may have several roles, and other roles in another store.
create table access_user_role (
    store_id bigint not null references access_store (id),
    user_id bigint not null references access_user (id),
    role text not null,
    primary key (store_id, user_id, role)
);
create index access_user_role_of_user on access_user_role (user_id);

-- Only the hash of a session's token is kept.
create table access_session (
    token_hash text not null primary key,
    store_id bigint not null references access_store (id),
    user_id bigint,
    customer_id bigint,
    csrf_token text not null,
    created_at bigint not null,
    last_seen_at bigint not null,
    ends_at bigint not null,
    ended_at bigint
);

-- A personal link for a customer: what it is for and until when.
create table access_link (
    token_hash text not null primary key,
    store_id bigint not null references access_store (id),
    customer_id bigint not null,
    purpose text not null,
    object_type text not null,
    object_id bigint not null,
    created_at bigint not null,
    created_by bigint not null,
    ends_at bigint not null
);
create index access_link_of_customer on access_link (store_id, customer_id);
