-- What lets a person in whose authenticator is lost: each serves once. Only hashes are kept.
create table access_recovery_code (
    user_id bigint not null references access_user (id),
    code_hash text not null,
    made_at bigint not null,
    used_at bigint,
    primary key (user_id, code_hash)
);
