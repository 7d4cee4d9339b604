-- What a person earned in a month, with where every line comes from.
create table people_statement (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    month text not null,
    user_id bigint not null,
    state text not null check (state in ('open', 'confirmed', 'issued')),
    rules_id bigint not null references people_rule_book (id),
    score_hundredths bigint,
    cars bigint not null,
    total bigint not null,
    shown_at bigint not null,
    confirm_by bigint not null,
    confirmed_at bigint,
    issued_at bigint,
    issued_by text,
    document_id bigint,
    version bigint not null default 1,
    unique (store_id, number),
    unique (store_id, month, user_id),
    check ((state = 'issued') = (document_id is not null))
);
create index people_statement_of_person on people_statement (store_id, user_id, month, id);
create index people_statement_of_month on people_statement (store_id, month, id);
create table people_statement_line (
    id bigint not null primary key,
    store_id bigint not null,
    statement_id bigint not null references people_statement (id),
    line_no bigint not null,
    kind text not null,
    deal_id bigint,
    deal_number text not null,
    model_id bigint not null,
    -- fen, or pieces where the rule pays per piece
    basis bigint not null,
    -- basis points of money, or fen per piece
    rate bigint not null,
    -- from which unit on the tier holds, from which score the factor
    rule_from bigint not null,
    amount bigint not null,
    words text not null default ''
);
create unique index people_statement_line_of on people_statement_line (store_id, statement_id, line_no);
create table people_dispute (
    id bigint not null primary key,
    store_id bigint not null,
    statement_id bigint not null references people_statement (id),
    line_id bigint not null references people_statement_line (id),
    reason text not null,
    raised_at bigint not null,
    answered_at bigint,
    answered_by text,
    accepted bigint check (accepted in (0, 1)),
    answer text not null default '',
    correction_line_id bigint references people_statement_line (id)
);
create unique index people_dispute_of_line on people_dispute (store_id, line_id);
create index people_dispute_of_statement on people_dispute (store_id, statement_id);
