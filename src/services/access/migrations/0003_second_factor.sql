-- What an authenticator program of the person makes codes from. It is asked for once it is confirmed.
create table access_second_factor (
    user_id bigint not null primary key references access_user (id),
    seed_sealed text not null,
    begun_at bigint not null,
    confirmed_at bigint,
    -- the time step of the last code taken: none is taken twice
    last_step bigint not null default 0
);
