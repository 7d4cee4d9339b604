create table consultation_question (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    channel text not null check (channel in ('walk_in', 'phone_call', 'web_form', 'api', 'campaign', 'chat')),
    topic text not null check (topic in ('new_car', 'test_drive', 'price', 'finance', 'service', 'parts', 'used_car',
    'other')),
    state text not null check (state in ('open', 'answered', 'closed')),
    words text not null,
    asker_name text not null,
    phone_sealed text,
    email_sealed text,
    phone_masked text not null,
    campaign text not null,
    customer_id bigint references customers_customer (id),
    lead_id bigint references leads_lead (id),
    model_id bigint references vehicles_model (id),
    chat_id bigint,
    owner_id bigint not null,
    asked_at bigint not null,
    asked_by text not null,
    respond_by bigint not null,
    missed_at bigint,
    first_answer_at bigint,
    late bigint not null check (late in (0, 1)),
    closed_at bigint,
    closed_by text,
    outcome text check (outcome in ('answered', 'became_lead', 'appointment', 'handed_on', 'not_reached', 'spam')),
    note text not null,
    version bigint not null default 1,
    check ((state = 'closed') = (closed_at is not null)),
    check ((closed_at is null) = (outcome is null))
);
create unique index consultation_question_number on consultation_question (store_id, number);
create index consultation_question_asked on consultation_question (store_id, asked_at, id);
create index consultation_question_owner on consultation_question (store_id, owner_id, state, respond_by);
create index consultation_question_customer on consultation_question (store_id, customer_id, asked_at)
    where customer_id is not null;
create index consultation_question_waiting on consultation_question (store_id, respond_by, id)
    where state = 'open';

create table consultation_chat (
    id bigint not null primary key,
    store_id bigint not null,
    token_hash text not null,
    state text not null check (state in ('assistant', 'waiting', 'person', 'closed')),
    customer_id bigint,
    question_id bigint,
    opened_at bigint not null,
    lines bigint not null,
    version bigint not null default 1
);
create unique index consultation_chat_token on consultation_chat (store_id, token_hash);

create table consultation_line (
    id bigint not null primary key,
    store_id bigint not null,
    chat_id bigint,
    question_id bigint,
    speaker text not null check (speaker in ('customer', 'assistant', 'person')),
    words text not null,
    article_id bigint,
    article_title text not null,
    said_at bigint not null,
    said_by text not null
);
create index consultation_line_of_chat on consultation_line (store_id, chat_id, said_at) where chat_id is not null;
create index consultation_line_of_question on consultation_line (store_id, question_id, said_at)
    where question_id is not null;

create table consultation_article (
    id bigint not null primary key,
    store_id bigint not null,
    number text not null,
    state text not null check (state in ('draft', 'published', 'retired')),
    topic text not null,
    title text not null,
    latest_version_no bigint not null,
    published_version_no bigint not null,
    question_id bigint,
    cited bigint not null,
    changed_at bigint not null,
    version bigint not null default 1
);
create unique index consultation_article_number on consultation_article (store_id, number);
create index consultation_article_changed on consultation_article (store_id, changed_at, id);
create index consultation_article_cited on consultation_article (store_id, cited, id) where state = 'published';

create table consultation_article_version (
    id bigint not null primary key,
    store_id bigint not null,
    article_id bigint not null references consultation_article (id),
    version_no bigint not null,
    title text not null,
    asked_as text not null,
    body text not null,
    written_at bigint not null,
    written_by text not null,
    published_at bigint,
    published_by text,
    reason text not null
);
create unique index consultation_article_version_no on consultation_article_version (store_id, article_id, version_no);

create table consultation_term (
    store_id bigint not null,
    term text not null,
    article_id bigint not null,
    weight bigint not null,
    primary key (store_id, term, article_id)
); --? keyed
create index consultation_article_of_question on consultation_article (store_id, question_id)
    where question_id is not null;
