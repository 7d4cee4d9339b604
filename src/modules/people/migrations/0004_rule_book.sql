-- The evaluation formula and the commission rules, version by version. A draft may still change, a published version
-- never does.
create table people_rule_book (
    id bigint not null primary key,
    store_id bigint not null,
    kind text not null check (kind in ('evaluation', 'commission')),
    number bigint not null,
    state text not null check (state in ('draft', 'published', 'dropped')),
    contents text not null,
    start_month text,
    reason text not null default '',
    drafted_by text not null,
    drafted_at bigint not null,
    published_by text,
    published_at bigint,
    version bigint not null default 1,
    check (state <> 'published' or (start_month is not null and published_at is not null))
);
create unique index people_rule_book_number on people_rule_book (store_id, kind, number);
create unique index people_rule_book_draft on people_rule_book (store_id, kind) where state = 'draft';

-- What the formula said of a closed month: line by line and in all.
create table people_result (
    store_id bigint not null,
    month text not null,
    user_id bigint not null,
    line_no bigint not null,
    figure text not null,
    weight bigint not null,
    cap_percent bigint not null,
    source text not null,
    target bigint,
    actual bigint,
    achievement_basis_points bigint not null,
    points_hundredths bigint not null,
    primary key (store_id, month, user_id, line_no)
);
create table people_score (
    store_id bigint not null,
    month text not null,
    user_id bigint not null,
    score_hundredths bigint,
    rank bigint,
    primary key (store_id, month, user_id)
);
