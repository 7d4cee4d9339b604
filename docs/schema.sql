-- Made by ./dev generate from the migrations: the schema as it is now.

CREATE TABLE access_link (
    token_hash text not null primary key,
    store_id integer not null references access_store (id),
    customer_id integer not null,
    purpose text not null,
    object_type text not null,
    object_id integer not null,
    created_at integer not null,
    created_by integer not null,
    ends_at integer not null
) strict;

CREATE INDEX access_link_of_customer on access_link (store_id, customer_id);

CREATE TABLE access_recovery_code (
    user_id integer not null references access_user (id),
    code_hash text not null,
    made_at integer not null,
    used_at integer,
    primary key (user_id, code_hash)
) strict;

CREATE TABLE access_second_factor (
    user_id integer not null primary key references access_user (id),
    seed_sealed text not null,
    begun_at integer not null,
    confirmed_at integer,
    -- the time step of the last code taken: none is taken twice
    last_step integer not null default 0
) strict;

CREATE TABLE access_session (
    token_hash text not null primary key,
    store_id integer not null references access_store (id),
    user_id integer,
    customer_id integer,
    csrf_token text not null,
    created_at integer not null,
    last_seen_at integer not null,
    ends_at integer not null,
    ended_at integer
) strict;

CREATE INDEX access_session_of_customer on access_session (store_id, customer_id) where customer_id is not null;

CREATE TABLE access_store (
    id integer not null primary key,
    name text not null,
    legal_name text not null,
    address text not null,
    phone text not null,
    tax_number text not null,
    bank_name text not null,
    bank_account text not null,
    licence_number text not null,
    opens_minute integer not null,
    closes_minute integer not null,
    is_demo integer not null check (is_demo in (0, 1)),
    version integer not null default 1
) strict;

CREATE TABLE access_user (
    id integer not null primary key,
    login text not null unique,
    name text not null,
    password_hash text not null,
    language text not null,
    failures integer not null default 0,
    locked_until integer not null default 0,
    disabled_at integer,
    version integer not null default 1
, password_given_at integer) strict;

CREATE TABLE access_user_role (
    store_id integer not null references access_store (id),
    user_id integer not null references access_user (id),
    role text not null,
    primary key (store_id, user_id, role)
) strict;

CREATE INDEX access_user_role_of_user on access_user_role (user_id);

CREATE TABLE approvals_approval (
    id integer not null primary key,
    store_id integer not null,
    kind text not null check (kind <> ''),
    object_type text not null,
    object_id integer not null,
    amount integer not null,
    reason text not null,
    decider text not null,
    link text not null,
    summary text not null,
    requested_by integer not null,
    requested_by_name text not null,
    requested_at integer not null,
    granted integer check (granted in (0, 1)),
    decided_at integer,
    decided_by integer,
    decided_by_name text,
    note text not null default '',
    withdrawn_at integer,
    withdrawn_by integer,
    version integer not null default 1,
    check ((decided_at is null) = (granted is null)),
    check (decided_at is null or withdrawn_at is null),
    check (decided_by is null or decided_by <> requested_by)
) strict;

CREATE INDEX approvals_approval_of_object on approvals_approval (store_id, object_type, object_id, kind);

CREATE INDEX approvals_approval_waiting on approvals_approval (store_id, decider, requested_at, id)
    where decided_at is null and withdrawn_at is null;

CREATE TABLE care_call (
    id integer not null primary key,
    store_id integer not null,
    kind text not null,
    customer_id integer not null references customers_customer (id),
    car_id integer,
    about_type text not null default '',
    about_id integer not null default 0,
    due_on text not null,
    state text not null,
    tries integer not null default 0,
    planned_at integer not null,
    done_at integer,
    done_by integer,
    satisfaction integer check (satisfaction is null or satisfaction between 1 and 10),
    words text not null default '',
    complaint_id integer,
    version integer not null default 1
) strict;

CREATE INDEX care_call_customer on care_call (store_id, customer_id);

CREATE INDEX care_call_due on care_call (store_id, state, due_on, id);

CREATE TABLE care_opt_out (
    customer_id integer not null references customers_customer (id),
    store_id integer not null,
    at integer not null,
    by_user integer not null,
    reason text not null,
    primary key (store_id, customer_id)
) strict;

CREATE TABLE checklists_answer (
    store_id integer not null,
    filled_id integer not null references checklists_filled (id),
    position integer not null,
    item text not null,
    verdict text not null check (verdict in ('ok', 'fault', 'not_applicable')),
    note text not null, measured integer,
    primary key (store_id, filled_id, item)
) strict;

CREATE TABLE checklists_filled (
    id integer not null primary key,
    store_id integer not null,
    checklist text not null check (checklist <> ''),
    object_type text not null,
    object_id integer not null,
    filled_at integer not null,
    filled_by integer not null,
    filled_by_name text not null,
    faults integer not null check (faults >= 0)
, version_number integer not null default 1, copied_from text) strict;

CREATE INDEX checklists_filled_of_object on checklists_filled (store_id, object_type, object_id, filled_at);

CREATE INDEX checklists_filled_of_period on checklists_filled (store_id, filled_at);

CREATE TABLE checklists_photo (
    store_id integer not null,
    filled_id integer not null references checklists_filled (id),
    item text not null,
    position integer not null,
    file_hash text not null,
    primary key (store_id, filled_id, item, position)
) strict;

CREATE TABLE complaints_complaint (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    state text not null,
    channel text not null,
    category text not null,
    severity text not null,
    words text not null,
    customer_id integer not null references customers_customer (id),
    car_id integer,
    about_type text not null default '',
    about_id integer not null default 0,
    owner_id integer not null default 0,
    opened_at integer not null,
    opened_by integer not null,
    answer_due_at integer not null,
    plan_due_at integer not null,
    reviewed_at integer,
    solution text not null default '',
    cost integer not null default 0 check (cost >= 0),
    proposed_at integer,
    done text not null default '',
    done_at integer,
    verdict text not null default '',
    closed_at integer,
    cause text not null default '',
    prevention text not null default '',
    times_reopened integer not null default 0,
    version integer not null default 1
) strict;

CREATE INDEX complaints_complaint_customer on complaints_complaint (store_id, customer_id);

CREATE UNIQUE INDEX complaints_complaint_number on complaints_complaint (store_id, number);

CREATE INDEX complaints_complaint_opened on complaints_complaint (store_id, opened_at, id);

CREATE INDEX complaints_complaint_state on complaints_complaint (store_id, state, opened_at, id);

CREATE TABLE consultation_article (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    state text not null check (state in ('draft', 'published', 'retired')),
    topic text not null,
    title text not null,
    latest_version_no integer not null,
    published_version_no integer not null,
    question_id integer,
    cited integer not null,
    changed_at integer not null,
    version integer not null default 1
) strict;

CREATE INDEX consultation_article_changed on consultation_article (store_id, changed_at, id);

CREATE INDEX consultation_article_cited on consultation_article (store_id, cited, id) where state = 'published';

CREATE UNIQUE INDEX consultation_article_number on consultation_article (store_id, number);

CREATE INDEX consultation_article_of_question on consultation_article (store_id, question_id)
    where question_id is not null;

CREATE TABLE consultation_article_version (
    id integer not null primary key,
    store_id integer not null,
    article_id integer not null references consultation_article (id),
    version_no integer not null,
    title text not null,
    asked_as text not null,
    body text not null,
    written_at integer not null,
    written_by text not null,
    published_at integer,
    published_by text,
    reason text not null
) strict;

CREATE UNIQUE INDEX consultation_article_version_no on consultation_article_version (store_id, article_id, version_no);

CREATE TABLE consultation_chat (
    id integer not null primary key,
    store_id integer not null,
    token_hash text not null,
    state text not null check (state in ('assistant', 'waiting', 'person', 'closed')),
    customer_id integer,
    question_id integer,
    opened_at integer not null,
    lines integer not null,
    version integer not null default 1
) strict;

CREATE UNIQUE INDEX consultation_chat_token on consultation_chat (store_id, token_hash);

CREATE TABLE consultation_line (
    id integer not null primary key,
    store_id integer not null,
    chat_id integer,
    question_id integer,
    speaker text not null check (speaker in ('customer', 'assistant', 'person')),
    words text not null,
    article_id integer,
    article_title text not null,
    said_at integer not null,
    said_by text not null
) strict;

CREATE INDEX consultation_line_of_chat on consultation_line (store_id, chat_id, said_at) where chat_id is not null;

CREATE INDEX consultation_line_of_question on consultation_line (store_id, question_id, said_at)
    where question_id is not null;

CREATE TABLE consultation_question (
    id integer not null primary key,
    store_id integer not null,
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
    customer_id integer references customers_customer (id),
    lead_id integer references leads_lead (id),
    model_id integer references vehicles_model (id),
    chat_id integer,
    owner_id integer not null,
    asked_at integer not null,
    asked_by text not null,
    respond_by integer not null,
    missed_at integer,
    first_answer_at integer,
    late integer not null check (late in (0, 1)),
    closed_at integer,
    closed_by text,
    outcome text check (outcome in ('answered', 'became_lead', 'appointment', 'handed_on', 'not_reached', 'spam')),
    note text not null,
    version integer not null default 1,
    check ((state = 'closed') = (closed_at is not null)),
    check ((closed_at is null) = (outcome is null))
) strict;

CREATE INDEX consultation_question_asked on consultation_question (store_id, asked_at, id);

CREATE INDEX consultation_question_customer on consultation_question (store_id, customer_id, asked_at)
    where customer_id is not null;

CREATE UNIQUE INDEX consultation_question_number on consultation_question (store_id, number);

CREATE INDEX consultation_question_owner on consultation_question (store_id, owner_id, state, respond_by);

CREATE INDEX consultation_question_waiting on consultation_question (store_id, respond_by, id)
    where state = 'open';

CREATE TABLE consultation_term (
    store_id integer not null,
    term text not null,
    article_id integer not null,
    weight integer not null,
    primary key (store_id, term, article_id)
) strict, without rowid;

CREATE TABLE customers_consent (
    id integer not null primary key,
    store_id integer not null,
    customer_id integer not null references customers_customer (id),
    purpose text not null check (purpose in ('contact_by_phone', 'marketing_messages', 'give_to_manufacturer',
        'give_to_insurer', 'give_to_bank')),
    text_version text not null,
    channel text not null check (channel in ('on_screen', 'on_paper', 'by_phone', 'own_page')),
    given_at integer not null,
    given_by text not null,
    withdrawn_at integer,
    withdrawn_by text,
    version integer not null default 1
) strict;

CREATE UNIQUE INDEX customers_consent_open on customers_consent (store_id, customer_id, purpose)
    where withdrawn_at is null;

CREATE TABLE customers_customer (
    id integer not null primary key,
    store_id integer not null,
    name text not null check (name <> ''),
    name_sort text not null,
    company integer not null check (company in (0, 1)),
    gender text not null check (gender in ('unknown', 'female', 'male')),
    phone_sealed text,
    phone_blind text,
    identity_sealed text,
    identity_blind text,
    email text not null,
    address text not null,
    note text not null,
    source text not null check (source in ('walk_in', 'phone_call', 'web', 'referral', 'event',
    'service', 'imported')),
    consultant_id integer,
    created_at integer not null,
    created_by text not null,
    import_id integer references customers_import (id),
    merged_into integer references customers_customer (id),
    merged_at integer,
    merged_by text,
    removed_at integer,
    version integer not null default 1,
    check ((phone_sealed is null) = (phone_blind is null)),
    check ((identity_sealed is null) = (identity_blind is null)),
    check ((merged_into is null) = (merged_at is null))
) strict;

CREATE INDEX customers_customer_created on customers_customer (store_id, created_at, id);

CREATE INDEX customers_customer_identity on customers_customer (store_id, identity_blind)
    where identity_blind is not null;

CREATE INDEX customers_customer_import on customers_customer (store_id, import_id) where import_id is
    not null;

CREATE INDEX customers_customer_name on customers_customer (store_id, name_sort, id);

CREATE INDEX customers_customer_phone on customers_customer (store_id, phone_blind) where phone_blind is
    not null;

CREATE TABLE customers_import (
    id integer not null primary key,
    store_id integer not null,
    file text not null,
    file_name text not null,
    state text not null check (state in ('checked', 'committed', 'undone')),
    rows integer not null check (rows >= 0),
    bad_rows integer not null check (bad_rows >= 0),
    new_customers integer not null,
    known_customers integer not null,
    cars integer not null,
    checked_at integer not null,
    checked_by text not null,
    committed_at integer,
    committed_by text,
    undone_at integer,
    undone_by text,
    version integer not null default 1
) strict;

CREATE INDEX customers_import_checked on customers_import (store_id, checked_at, id);

CREATE TABLE customers_import_car (
    id integer not null primary key,
    store_id integer not null,
    import_id integer not null references customers_import (id),
    car_id integer not null references vehicles_car (id)
) strict;

CREATE INDEX customers_import_car_of on customers_import_car (store_id, import_id, id);

CREATE TABLE customers_import_error (
    id integer not null primary key,
    store_id integer not null,
    import_id integer not null references customers_import (id),
    row_number integer not null,
    column_name text not null,
    code text not null,
    value text not null
) strict;

CREATE INDEX customers_import_error_row on customers_import_error (store_id, import_id, row_number, id);

CREATE TABLE deals_appraisal (
    id integer not null primary key,
    store_id integer not null,
    deal_id integer not null references deals_deal (id),
    vin text not null,
    plate text not null,
    model_text text not null,
    first_registered text not null,
    mileage_km integer not null check (mileage_km >= 0),
    condition text not null,
    market_price integer not null check (market_price > 0),
    repair_estimate integer not null check (repair_estimate >= 0),
    offered integer not null check (offered > 0),
    valid_until text not null,
    accepted_at integer,
    appraised_by integer not null,
    appraised_at integer not null
) strict;

CREATE INDEX deals_appraisal_deal on deals_appraisal (store_id, deal_id, id);

CREATE TABLE deals_case (
    id integer not null primary key,
    store_id integer not null,
    deal_id integer not null references deals_deal (id),
    customer_id integer not null,
    kind text not null check (kind in ('insurance', 'purchase_tax', 'registration')),
    state text not null check (state in ('collecting', 'with_authority', 'done', 'cancelled')),
    owner_id integer not null,
    collected integer not null check (collected >= 0),
    expected_on text not null,
    note text not null default '',
    opened_at integer not null,
    sent_at integer,
    done_at integer,
    paid integer not null default 0 check (paid >= 0),
    receipt_number text not null default '',
    receipt_file text not null default '',
    result text not null default '',
    rest_returned_at integer,
    rest_reference text not null default '',
    version integer not null default 1,
    unique (store_id, deal_id, kind),
    check ((state = 'done') = (done_at is not null)),
    check (paid <= collected)
) strict;

CREATE INDEX deals_case_open on deals_case (store_id, expected_on, id) where state in ('collecting', 'with_authority');

CREATE INDEX deals_case_opened on deals_case (store_id, opened_at, id);

CREATE TABLE deals_case_paper (
    id integer not null primary key,
    store_id integer not null,
    case_id integer not null references deals_case (id),
    paper text not null,
    received_at integer not null,
    received_by integer not null,
    unique (store_id, case_id, paper)
) strict;

CREATE TABLE deals_contract (
    id integer not null primary key,
    store_id integer not null,
    deal_id integer not null references deals_deal (id),
    number text not null,
    revision integer not null check (revision > 0),
    template_name text not null,
    template_version integer not null,
    contents_hash text not null,
    total integer not null,
    deposit integer not null check (deposit > 0),
    pay_by text not null,
    deliver_on text not null,
    drafted_by integer not null,
    drafted_at integer not null,
    signed_name text,
    signature text,
    signed_by integer,
    signed_at integer,
    document_id integer,
    -- a draft taken back, or a signed contract that was amended or cancelled
    ended_by integer,
    ended_at integer,
    end_reason text,
    version integer not null default 1,
    unique (store_id, number, revision),
    check ((signed_at is null) = (document_id is null))
) strict;

CREATE INDEX deals_contract_deal on deals_contract (store_id, deal_id, revision);

CREATE TABLE deals_custody (
    id integer not null primary key,
    store_id integer not null,
    deal_id integer not null references deals_deal (id),
    contract_number text not null,
    revision integer not null,
    contents_hash text not null,
    state text not null check (state in ('shelved', 'lent', 'destroyed')),
    location text not null,
    retain_until text not null,
    borrower text not null default '',
    reason text not null default '',
    back_by text,
    filed_by integer not null,
    filed_at integer not null,
    version integer not null default 1,
    unique (store_id, contract_number, revision),
    check ((state = 'lent') = (back_by is not null))
) strict;

CREATE INDEX deals_custody_filed on deals_custody (store_id, filed_at, id);

CREATE INDEX deals_custody_state on deals_custody (store_id, state, filed_at, id);

CREATE TABLE deals_custody_move (
    id integer not null primary key,
    store_id integer not null,
    custody_id integer not null references deals_custody (id),
    what text not null check (what in ('filed', 'lent', 'returned', 'destroyed')),
    words text not null,
    moved_at integer not null,
    moved_by integer not null
) strict;

CREATE INDEX deals_custody_move_of on deals_custody_move (store_id, custody_id, id);

CREATE TABLE deals_deal (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    state text not null check (state in ('draft', 'awaiting_approval', 'offered', 'contract_drafted', 'contract_signed',
        'delivered', 'cancelled')),
    customer_id integer not null,
    lead_id integer,
    consultant_id integer not null,
    model_id integer not null,
    car_id integer,
    car_title text not null,
    used_by text not null check (used_by in ('family', 'company')),
    -- the day that says which tax tables are valid
    bought_on text not null,
    list_price integer not null check (list_price > 0),
    discount integer not null default 0 check (discount >= 0),
    discount_reason text not null default '',
    -- how far price reductions and gifts may go without asking again
    concession_granted integer not null default 0,
    total integer not null check (total >= 0),
    created_by integer not null,
    created_at integer not null,
    offered_by integer,
    offered_at integer,
    valid_until text,
    delivered_at integer,
    cancelled_by integer,
    cancelled_at integer,
    cancel_reason text,
    version integer not null default 1, used integer not null default 0 check (used in (0, 1)),
    unique (store_id, number),
    check ((state = 'cancelled') = (cancelled_at is not null)),
    check ((state = 'delivered') = (delivered_at is not null)),
    check (state not in ('contract_drafted', 'contract_signed', 'delivered') or car_id is not null)
) strict;

CREATE INDEX deals_deal_consultant on deals_deal (store_id, consultant_id, created_at, id);

CREATE INDEX deals_deal_created on deals_deal (store_id, created_at, id);

CREATE INDEX deals_deal_customer on deals_deal (store_id, customer_id, created_at);

CREATE INDEX deals_deal_state on deals_deal (store_id, state, created_at, id);

CREATE TABLE deals_discount (
    id integer not null primary key,
    store_id integer not null,
    deal_id integer not null references deals_deal (id),
    state text not null check (state in ('given', 'asked', 'granted', 'declined', 'withdrawn')),
    amount integer not null check (amount >= 0),
    concession integer not null check (concession >= amount),
    reason text not null,
    set_by integer not null,
    set_at integer not null,
    decided_by_name text,
    decided_at integer,
    decided_note text
, step integer not null default 0) strict;

CREATE INDEX deals_discount_deal on deals_discount (store_id, deal_id, set_at, id);

CREATE TABLE deals_fitting (
    id integer not null primary key,
    store_id integer not null,
    deal_id integer not null references deals_deal (id),
    line_id integer not null references deals_line (id),
    customer_id integer not null,
    title text not null,
    expected_cost integer not null,
    state text not null check (state in ('planned', 'fitted', 'dropped')),
    opened_at integer not null,
    fitted_at integer,
    fitted_by integer,
    cost integer not null default 0 check (cost >= 0),
    note text not null default '',
    unique (store_id, line_id),
    check ((state = 'fitted') = (fitted_at is not null))
) strict;

CREATE INDEX deals_fitting_deal on deals_fitting (store_id, deal_id, id);

CREATE INDEX deals_fitting_planned on deals_fitting (store_id, opened_at, id) where state = 'planned';

CREATE TABLE deals_insurance_quote (
    id integer not null primary key,
    store_id integer not null,
    case_id integer not null references deals_case (id),
    insurer text not null,
    coverage text not null,
    premium integer not null check (premium > 0),
    commission integer not null check (commission >= 0),
    valid_until text not null,
    chosen_at integer,
    quoted_by integer not null,
    quoted_at integer not null
) strict;

CREATE INDEX deals_insurance_quote_case on deals_insurance_quote (store_id, case_id, id);

CREATE TABLE deals_invoice (
    id integer not null primary key,
    store_id integer not null,
    deal_id integer not null references deals_deal (id),
    car_id integer not null,
    invoice_number text not null,
    issued_on text not null,
    vehicle_type text not null,
    brand_model text not null,
    origin text not null,
    certificate_number text not null,
    import_certificate text not null,
    inspection_number text not null,
    engine_number text not null,
    vin text not null,
    passengers integer not null check (passengers > 0),
    price integer not null check (price > 0),
    net integer not null,
    tax integer not null,
    vat_basis_points integer not null,
    tax_office text not null,
    tax_office_code text not null,
    issued_by integer not null,
    issued_at integer not null,
    voided_at integer,
    void_reason text not null default '',
    version integer not null default 1,
    unique (store_id, invoice_number),
    check (net + tax = price)
) strict;

CREATE INDEX deals_invoice_deal on deals_invoice (store_id, deal_id, id);

CREATE UNIQUE INDEX deals_invoice_in_force on deals_invoice (store_id, car_id) where voided_at is null;

CREATE TABLE deals_line (
    id integer not null primary key,
    store_id integer not null,
    deal_id integer not null references deals_deal (id),
    kind text not null check (kind in ('car', 'option', 'accessory', 'gift', 'insurance', 'registration',
        'purchase_tax', 'compulsory_insurance', 'vehicle_tax', 'fee', 'trade_in', 'discount')),
    title text not null,
    explanation text not null,
    amount integer not null,
    -- of a gift: what it would cost
    worth integer not null default 0 check (worth >= 0),
    option_id integer,
    removed_by integer,
    removed_at integer, cost integer not null default 0 check (cost >= 0),
    check (kind in ('trade_in', 'discount') or amount >= 0),
    check (kind not in ('trade_in', 'discount') or amount <= 0),
    check (kind <> 'gift' or amount = 0)
) strict;

CREATE INDEX deals_line_deal on deals_line (store_id, deal_id, id);

CREATE TABLE deals_menu_answer (
    id integer not null primary key,
    store_id integer not null,
    deal_id integer not null references deals_deal (id),
    offer text not null,
    title text not null,
    price integer not null,
    accepted integer not null check (accepted in (0, 1)),
    signed_name text not null,
    document_id integer not null,
    answered_at integer not null,
    unique (store_id, deal_id, offer)
) strict;

CREATE TABLE deals_policy (
    id integer not null primary key,
    store_id integer not null,
    case_id integer not null references deals_case (id),
    customer_id integer not null,
    car_id integer not null,
    insurer text not null,
    coverage text not null,
    policy_number text not null,
    premium integer not null,
    commission integer not null,
    starts_on text not null,
    ends_on text not null, commission_received_at integer, commission_reference text not null default '',
    unique (store_id, policy_number)
) strict;

CREATE INDEX deals_policy_ends on deals_policy (store_id, ends_on, id);

CREATE TABLE deals_promise (
    id integer not null primary key,
    store_id integer not null,
    deal_id integer not null references deals_deal (id),
    line_id integer not null references deals_line (id),
    customer_id integer not null,
    title text not null,
    times integer not null check (times > 0),
    used integer not null default 0 check (used >= 0 and used <= times),
    valid_months integer not null check (valid_months > 0),
    made_by integer not null,
    made_at integer not null,
    version integer not null default 1
) strict;

CREATE INDEX deals_promise_customer on deals_promise (store_id, customer_id, id);

CREATE INDEX deals_promise_deal on deals_promise (store_id, deal_id, id);

CREATE TABLE deals_promise_draw (
    id integer not null primary key,
    store_id integer not null,
    promise_id integer not null references deals_promise (id),
    object_type text not null,
    object_id integer not null,
    note text not null,
    drawn_at integer not null,
    drawn_by integer not null
) strict;

CREATE INDEX deals_promise_draw_promise on deals_promise_draw (store_id, promise_id, id);

CREATE TABLE deals_rebate (
    id integer not null primary key,
    store_id integer not null,
    deal_id integer not null references deals_deal (id),
    amount integer not null check (amount >= 0),
    reason text not null,
    set_by integer not null,
    set_at integer not null
) strict;

CREATE INDEX deals_rebate_deal on deals_rebate (store_id, deal_id, id);

CREATE TABLE delivery_ceremony (
    id integer not null primary key,
    store_id integer not null,
    delivery_id integer not null references delivery_delivery (id),
    place text not null,
    host_id integer not null,
    plan text not null,
    planned_at integer not null,
    version integer not null default 1,
    unique (store_id, delivery_id)
) strict;

CREATE TABLE delivery_delivery (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    state text not null,
    deal_id integer not null references deals_deal (id),
    customer_id integer not null references customers_customer (id),
    car_id integer not null references vehicles_car (id),
    created_at integer not null,
    inspected_at integer,
    prepared_at integer,
    appointed_at integer,
    accepted_at integer,
    acceptance_signature text not null default '',
    delivered_at integer,
    delivered_by integer,
    mileage_km integer not null default 0,
    version integer not null default 1
) strict;

CREATE INDEX delivery_delivery_created on delivery_delivery (store_id, created_at, id);

CREATE UNIQUE INDEX delivery_delivery_deal on delivery_delivery (store_id, deal_id);

CREATE UNIQUE INDEX delivery_delivery_number on delivery_delivery (store_id, number);

CREATE INDEX delivery_delivery_state on delivery_delivery (store_id, state, created_at, id);

CREATE TABLE delivery_fault (
    id integer not null primary key,
    store_id integer not null,
    delivery_id integer not null references delivery_delivery (id),
    checklist text not null,
    item text not null,
    words text not null,
    found_at integer not null,
    found_by integer not null,
    mended_at integer,
    mended_by integer,
    how text not null default ''
, order_id integer references workshop_order (id), line_id integer references workshop_line (id), mended_in_workshop integer not null default 0) strict;

CREATE INDEX delivery_fault_of_delivery on delivery_fault (store_id, delivery_id);

CREATE INDEX delivery_fault_of_order on delivery_fault (store_id, order_id) where order_id is not null;

CREATE TABLE delivery_gate_pass (
    id integer not null primary key,
    store_id integer not null,
    delivery_id integer not null references delivery_delivery (id),
    number text not null,
    code text not null,
    issued_at integer not null,
    issued_by integer not null,
    left_at integer,
    let_out_by integer,
    unique (store_id, delivery_id),
    unique (store_id, code)
) strict;

CREATE UNIQUE INDEX delivery_gate_pass_number on delivery_gate_pass (store_id, number);

CREATE TABLE delivery_inspection_list (
    id integer not null primary key,
    store_id integer not null,
    model_id integer not null references vehicles_model (id),
    checklist text not null,
    set_at integer not null,
    set_by_name text not null
) strict;

CREATE INDEX delivery_inspection_list_of_model on delivery_inspection_list (store_id, model_id, set_at);

CREATE TABLE delivery_item (
    id integer not null primary key,
    store_id integer not null,
    delivery_id integer not null references delivery_delivery (id),
    item text not null,
    title text not null,
    pieces integer not null check (pieces >= 0),
    number text not null,
    handed_at integer not null,
    handed_by integer not null,
    unique (store_id, delivery_id, item)
) strict;

CREATE TABLE delivery_rating (
    id integer not null primary key,
    store_id integer not null,
    delivery_id integer not null references delivery_delivery (id),
    score integer not null check (score between 1 and 5),
    explained integer not null check (explained between 1 and 5),
    words text not null,
    rated_at integer not null,
    unique (store_id, delivery_id)
) strict;

CREATE TABLE documents_document (
    id integer not null primary key,
    store_id integer not null,
    kind text not null check (kind <> ''),
    object_type text not null,
    object_id integer not null,
    customer_id integer not null,
    number text not null,
    title text not null,
    file_hash text not null,
    bytes integer not null check (bytes > 0),
    sealed integer not null check (sealed in (0, 1)),
    created_at integer not null,
    created_by integer not null,
    created_by_name text not null
, needs_right text not null default '', person_id integer not null default 0) strict;

CREATE INDEX documents_document_in_time on documents_document (store_id, created_at, id);

CREATE INDEX documents_document_number on documents_document (store_id, number);

CREATE INDEX documents_document_of_customer on documents_document (store_id, customer_id, created_at, id);

CREATE INDEX documents_document_of_object on documents_document (store_id, object_type, object_id,
    created_at);

CREATE TABLE documents_paper_order (
    id integer not null primary key,
    store_id integer not null,
    kind text not null,
    object_type text not null,
    object_id integer not null,
    customer_id integer not null,
    number text not null,
    title text not null,
    sealed integer not null check (sealed in (0, 1)),
    facts text not null,
    ordered_at integer not null,
    ordered_by integer not null,
    ordered_by_name text not null,
    attempts integer not null,
    next_attempt_at integer not null,
    last_error text not null
, needs_right text not null default '', person_id integer not null default 0) strict;

CREATE INDEX documents_paper_order_of_object on documents_paper_order (store_id, object_type, object_id);

CREATE TABLE files_upload (
    store_id integer not null,
    hash text not null,
    content_type text not null,
    bytes integer not null check (bytes > 0),
    width_px integer not null,
    height_px integer not null,
    uploaded_at integer not null,
    uploaded_by integer not null,
    uploaded_by_name text not null,
    primary key (store_id, hash)
) strict;

CREATE TABLE financing_application (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    state text not null check (state in ('drafted', 'submitted', 'approved', 'rejected', 'disbursed', 'withdrawn')),
    deal_id integer not null references deals_deal (id),
    customer_id integer not null references customers_customer (id),
    term_id integer not null references financing_term (id),
    -- the application that another lender refused before
    follows_id integer references financing_application (id),
    principal integer not null check (principal > 0),
    asked_principal integer not null check (asked_principal >= principal),
    applied_by integer not null,
    applied_at integer not null,
    sheet_hash text not null default '',
    sheet_signed_name text not null default '',
    sheet_signed_at integer,
    sheet_document_id integer,
    submitted_at integer,
    decided_at integer,
    lender_reference text not null default '',
    decision_note text not null default '',
    approval_ends_on text,
    disbursed_on text,
    payment_id integer,
    mortgage_number text not null default '',
    mortgage_registered_on text,
    mortgage_released_on text,
    ended_reason text not null default '',
    version integer not null default 1,
    unique (store_id, number),
    check ((state = 'disbursed') = (payment_id is not null)),
    check (mortgage_released_on is null or mortgage_registered_on is not null)
) strict;

CREATE INDEX financing_application_applied on financing_application (store_id, applied_at, id);

CREATE INDEX financing_application_deal on financing_application (store_id, deal_id, id);

CREATE INDEX financing_application_state on financing_application (store_id, state, applied_at, id);

CREATE TABLE financing_fee (
    id integer not null primary key,
    store_id integer not null,
    term_id integer not null references financing_term (id),
    title text not null,
    explanation text not null,
    fixed integer not null check (fixed >= 0),
    basis_points integer not null check (basis_points >= 0),
    paid text not null check (paid in ('at_signing', 'with_instalments'))
) strict;

CREATE INDEX financing_fee_term on financing_fee (store_id, term_id, id);

CREATE TABLE financing_paper (
    id integer not null primary key,
    store_id integer not null,
    application_id integer not null references financing_application (id),
    paper text not null,
    file_hash text not null,
    handed_in_at integer not null,
    handed_in_by integer not null
) strict;

CREATE INDEX financing_paper_application on financing_paper (store_id, application_id, id);

CREATE TABLE financing_product (
    id integer not null primary key,
    store_id integer not null,
    lender_name text not null,
    name text not null,
    repayment text not null check (repayment in ('equal_instalment', 'equal_principal', 'balloon')),
    created_by integer not null,
    created_at integer not null,
    unique (store_id, lender_name, name)
) strict;

CREATE TABLE financing_product_paper (
    id integer not null primary key,
    store_id integer not null,
    product_id integer not null references financing_product (id),
    paper text not null,
    unique (store_id, product_id, paper)
) strict;

CREATE TABLE financing_term (
    id integer not null primary key,
    store_id integer not null,
    product_id integer not null references financing_product (id),
    valid_from text not null,
    valid_until text,
    months integer not null check (months between 6 and 84),
    annual_rate_ppm integer not null check (annual_rate_ppm >= 0),
    down_payment_basis_points integer not null check (down_payment_basis_points between 0 and 10000),
    amount_min integer not null check (amount_min > 0),
    amount_max integer not null check (amount_max >= amount_min),
    balloon_basis_points integer not null check (balloon_basis_points between 0 and 10000),
    published_by integer not null,
    published_at integer not null
) strict;

CREATE INDEX financing_term_product on financing_term (store_id, product_id, months, valid_from);

CREATE TABLE forecourt_migration (module text not null, number integer not null, name text not null, fingerprint integer not null, primary key (module, number)) strict;

CREATE TABLE insight_promise (
    store_id integer not null,
    id integer not null,
    case_type text not null check (case_type in ('deal', 'repair_order')),
    case_id integer not null,
    kind text not null check (kind in ('price', 'time', 'extra')),
    reference integer not null,
    subject text not null,
    number text not null,
    customer_id integer not null,
    user_id integer not null,
    person text not null,
    made_at integer not null,
    first_amount integer,
    amount integer,
    first_time integer,
    time integer,
    became_amount integer,
    became_time integer,
    outcome text not null check (outcome in ('open', 'kept', 'kept_after_change', 'broken', 'withdrawn')),
    difference integer,
    settled_at integer,
    changes integer not null default 0,
    version integer not null default 1,
    primary key (store_id, id)
) strict;

CREATE INDEX insight_promise_made on insight_promise (store_id, made_at);

CREATE UNIQUE INDEX insight_promise_of_case on insight_promise (store_id, case_type, case_id, kind, reference);

CREATE INDEX insight_promise_settled on insight_promise (store_id, kind, settled_at);

CREATE TABLE insight_promise_change (
    store_id integer not null,
    id integer not null,
    promise_id integer not null,
    changed_at integer not null,
    actor_name text not null,
    cause text not null,
    reason text not null,
    amount_before integer,
    amount_after integer,
    time_before integer,
    time_after integer,
    primary key (store_id, id),
    foreign key (store_id, promise_id) references insight_promise (store_id, id)
) strict;

CREATE INDEX insight_promise_change_of on insight_promise_change (store_id, promise_id, changed_at);

CREATE TABLE leads_contact (
    id integer not null primary key,
    store_id integer not null,
    lead_id integer not null references leads_lead (id),
    channel text not null check (channel in ('phone_call', 'chat', 'text_message', 'visit', 'email')),
    result text not null check (result in ('reached', 'not_reached', 'call_back', 'visit_agreed',
    'test_drive_agreed',
        'not_interested')),
    words text not null,
    due_at integer not null,
    done_at integer not null,
    done_by text not null,
    late integer not null check (late in (0, 1)),
    next_contact_at integer not null
, user_id integer not null default 0) strict;

CREATE INDEX leads_contact_done on leads_contact (store_id, done_at, user_id, late);

CREATE INDEX leads_contact_of_lead on leads_contact (store_id, lead_id, done_at);

CREATE TABLE leads_funnel (
    id integer not null primary key,
    store_id integer not null,
    visit_id integer,
    lead_id integer,
    came_at integer not null,
    on_date text not null,
    channel text not null check (channel in ('walk_in', 'invited', 'appointment', 'phone_call', 'web', 'referral',
    'event', 'service')),
    consultant_id integer not null,
    model_id integer not null,
    kept_at integer,
    drove_at integer,
    quoted_at integer,
    ordered_at integer
) strict;

CREATE INDEX leads_funnel_came on leads_funnel (store_id, came_at, id);

CREATE INDEX leads_funnel_day on leads_funnel (store_id, on_date, consultant_id, model_id, channel, kept_at,
    drove_at, quoted_at, ordered_at);

CREATE UNIQUE INDEX leads_funnel_lead on leads_funnel (store_id, lead_id) where lead_id is not null;

CREATE TABLE leads_lead (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    customer_id integer not null references customers_customer (id),
    visit_id integer references reception_visit (id),
    source text not null check (source in ('showroom', 'phone_call', 'web', 'referral', 'event', 'service')),
    state text not null check (state in ('open', 'won', 'lost')),
    grade text not null check (grade in ('ungraded', 'H', 'A', 'B', 'C')),
    score integer not null check (score between 0 and 100),
    model_id integer references vehicles_model (id),
    consultant_id integer not null,
    note text not null,
    opened_at integer not null,
    opened_by text not null,
    needs_at integer,
    last_contact_at integer,
    contacts integer not null,
    next_contact_at integer,
    next_contact_channel text check (next_contact_channel in ('phone_call', 'chat', 'text_message',
    'visit', 'email')),
    next_contact_plan text not null,
    closed_at integer,
    closed_by text,
    lost_because text check (lost_because in ('price', 'competitor', 'bought_elsewhere', 'no_budget',
    'no_suitable_car',
        'waiting_too_long', 'changed_mind', 'unreachable', 'duplicate', 'other')),
    competitor_model text not null,
    lost_words text not null,
    loss_asked_at integer,
    loss_asked_by text,
    deal_id integer,
    version integer not null default 1, first_contact_at integer, respond_by integer, response_missed_at integer, escalated_at integer, times_late integer not null default 0, merged_into integer, plate text, vin text, campaign text not null default '',
    check (state <> 'open' or (next_contact_at is not null and closed_at is null)),
    check (state = 'open' or closed_at is not null),
    check (state <> 'lost' or lost_because is not null)
) strict;

CREATE INDEX leads_lead_campaign on leads_lead (store_id, campaign, opened_at) where campaign <> '';

CREATE INDEX leads_lead_consultant on leads_lead (store_id, consultant_id, state, next_contact_at);

CREATE INDEX leads_lead_customer on leads_lead (store_id, customer_id, opened_at);

CREATE INDEX leads_lead_merged on leads_lead (store_id, merged_into) where merged_into is not null;

CREATE INDEX leads_lead_next_contact on leads_lead (store_id, next_contact_at, id) where state = 'open';

CREATE INDEX leads_lead_not_escalated on leads_lead (store_id, next_contact_at)
    where state = 'open' and escalated_at is null;

CREATE UNIQUE INDEX leads_lead_number on leads_lead (store_id, number);

CREATE UNIQUE INDEX leads_lead_open_of_customer on leads_lead (store_id, customer_id) where state = 'open';

CREATE INDEX leads_lead_opened on leads_lead (store_id, opened_at, id);

CREATE INDEX leads_lead_plate on leads_lead (store_id, plate) where plate is not null;

CREATE INDEX leads_lead_response on leads_lead (store_id, opened_at, consultant_id, first_contact_at, respond_by)
    where respond_by is not null;

CREATE INDEX leads_lead_unanswered on leads_lead (store_id, respond_by)
    where state = 'open' and first_contact_at is null and response_missed_at is null;

CREATE INDEX leads_lead_vin on leads_lead (store_id, vin) where vin is not null;

CREATE TABLE leads_loss (
    id integer not null primary key,
    store_id integer not null,
    lead_id integer not null references leads_lead (id),
    lost_at integer not null,
    lost_because text not null,
    competitor_model text not null,
    lost_words text not null,
    model_id integer,
    consultant_id integer not null,
    revived_at integer
) strict;

CREATE INDEX leads_loss_day on leads_loss (store_id, lost_at, id, lost_because, competitor_model, model_id,
    consultant_id, revived_at);

CREATE INDEX leads_loss_of_lead on leads_loss (store_id, lead_id, lost_at);

CREATE TABLE leads_needs (
    id integer not null primary key,
    store_id integer not null,
    lead_id integer not null references leads_lead (id),
    answers text not null,
    score integer not null,
    grade text not null,
    taken_at integer not null,
    taken_by text not null
, questionnaire_number integer not null default 0) strict;

CREATE INDEX leads_needs_of_lead on leads_needs (store_id, lead_id, taken_at);

CREATE TABLE leads_owner (
    id integer not null primary key,
    store_id integer not null,
    lead_id integer not null references leads_lead (id),
    user_id integer not null,
    since integer not null,
    because text not null check (because in ('named', 'served_visit', 'own_customer', 'entered_by',
    'knows_model', 'rotation', 'reassigned')),
    reason text not null,
    given_by text not null
) strict;

CREATE INDEX leads_owner_of_lead on leads_owner (store_id, lead_id, since);

CREATE INDEX leads_owner_of_user on leads_owner (store_id, user_id, since);

CREATE TABLE leads_questionnaire (
    id integer not null primary key,
    store_id integer not null,
    number integer not null,
    state text not null check (state in ('draft', 'published', 'discarded')),
    body text not null,
    reason text not null,
    changed_at integer not null,
    changed_by text not null,
    published_at integer,
    published_by text,
    version integer not null default 1
) strict;

CREATE UNIQUE INDEX leads_questionnaire_draft on leads_questionnaire (store_id) where state = 'draft';

CREATE UNIQUE INDEX leads_questionnaire_number on leads_questionnaire (store_id, number);

CREATE TABLE "ledger_balance" (
    store_id integer not null,
    account text not null,
    customer_id integer not null,
    balance integer not null,
    primary key (store_id, account, customer_id)
) strict, without rowid;

CREATE TABLE ledger_entry (
    id integer not null primary key,
    store_id integer not null,
    kind text not null check (kind <> ''),
    object_type text not null,
    object_id integer not null,
    posted_at integer not null,
    posted_by integer not null,
    posted_by_name text not null,
    amount integer not null check (amount > 0)
) strict;

CREATE INDEX ledger_entry_in_time on ledger_entry (store_id, posted_at, id);

CREATE INDEX ledger_entry_of_object on ledger_entry (store_id, object_type, object_id);

CREATE TABLE "ledger_posting" (
    store_id integer not null,
    entry_id integer not null references ledger_entry (id),
    line integer not null check (line > 0),
    account text not null,
    customer_id integer not null,
    amount integer not null check (amount <> 0),
    posted_at integer not null,
    primary key (store_id, entry_id, line)
) strict, without rowid;

CREATE INDEX ledger_posting_of_account on ledger_posting (store_id, account, posted_at);

CREATE INDEX ledger_posting_of_customer on ledger_posting (store_id, customer_id, posted_at)
    where customer_id <> 0;

CREATE TABLE log_event (
    id integer not null primary key,
    store_id integer not null,
    seq integer not null,
    at integer not null,
    name text not null,
    user_id integer not null,
    actor_name text not null,
    objects text not null,
    data text not null,
    hash text not null
) strict;

CREATE UNIQUE INDEX log_event_chain on log_event (store_id, seq);

CREATE TABLE "log_event_object" (
    store_id integer not null,
    object_type text not null,
    object_id integer not null,
    event_id integer not null,
    primary key (store_id, object_type, object_id, event_id)
) strict, without rowid;

CREATE TABLE log_head (
    store_id integer not null primary key,
    seq integer not null,
    hash text not null
) strict;

CREATE TABLE log_id_block (
    name text not null primary key,
    next integer not null
) strict;

CREATE TABLE log_idempotency (
    store_id integer not null,
    caller text not null,
    idempotency_key text not null,
    action text not null,
    fingerprint text not null,
    answer text not null,
    at integer not null,
    primary key (store_id, caller, idempotency_key)
) strict;

CREATE TABLE messages_message (
    id integer not null primary key,
    store_id integer not null,
    channel text not null check (channel in ('sms', 'email', 'in_app')),
    customer_id integer not null,
    recipient text not null,
    recipient_hint text not null,
    template_key text not null check (template_key <> ''),
    params text not null,
    subject text not null,
    content text not null,
    object_type text not null,
    object_id integer not null,
    created_at integer not null,
    created_by_name text not null,
    attempts integer not null default 0,
    next_attempt_at integer,
    sent_at integer,
    given_up_at integer,
    last_error text not null default '',
    check (sent_at is null or given_up_at is null),
    check (next_attempt_at is null or (sent_at is null and given_up_at is null))
) strict;

CREATE INDEX messages_message_due on messages_message (store_id, channel, next_attempt_at)
    where next_attempt_at is not null;

CREATE INDEX messages_message_in_time on messages_message (store_id, created_at, id);

CREATE INDEX messages_message_of_customer on messages_message (store_id, customer_id, created_at, id);

CREATE TABLE numbering_counter (
    store_id integer not null,
    prefix text not null,
    day text not null,
    last integer not null check (last > 0),
    primary key (store_id, prefix, day)
) strict;

CREATE TABLE parts_balance (
    store_id integer not null references access_store (id),
    part_id integer not null references parts_part (id),
    place_id integer not null references parts_place (id),
    is_bin integer not null check (is_bin in (0, 1)),
    quantity integer not null,
    primary key (store_id, part_id, place_id),
    check (quantity >= 0 or is_bin = 0)
) strict;

CREATE TABLE parts_move (
    id integer not null primary key,
    store_id integer not null references access_store (id),
    part_id integer not null references parts_part (id),
    kind text not null,
    from_place_id integer not null references parts_place (id),
    to_place_id integer not null references parts_place (id),
    quantity integer not null check (quantity > 0),
    value integer not null check (value >= 0),
    moved_at integer not null,
    moved_by integer not null,
    object_type text not null,
    object_id integer not null,
    line_id integer not null,
    reason text not null,
    check (from_place_id <> to_place_id)
) strict;

CREATE INDEX parts_move_of_object on parts_move (store_id, object_type, object_id);

CREATE INDEX parts_move_of_part on parts_move (store_id, part_id, id);

CREATE TABLE parts_part (
    id integer not null primary key,
    store_id integer not null references access_store (id),
    number text not null,
    name text not null,
    brand text not null,
    unit text not null,
    origin text not null,
    category text not null,
    fits text not null,
    price integer not null check (price >= 0),
    reorder_point integer not null check (reorder_point >= 0),
    bin text not null,
    created_at integer not null,
    withdrawn_at integer,
    withdrawn_by integer references access_user (id),
    version integer not null default 1
) strict;

CREATE UNIQUE INDEX parts_part_number on parts_part (store_id, number);

CREATE TABLE parts_place (
    id integer not null primary key,
    store_id integer not null references access_store (id),
    kind text not null check (kind in ('bin', 'supplier', 'workshop', 'difference')),
    name text not null
) strict;

CREATE UNIQUE INDEX parts_place_name on parts_place (store_id, kind, name);

CREATE TABLE parts_receipt (
    id integer not null primary key,
    store_id integer not null references access_store (id),
    number text not null,
    supplier_name text not null,
    delivery_note text not null,
    received_at integer not null,
    received_by integer not null,
    net integer not null,
    tax integer not null
) strict;

CREATE INDEX parts_receipt_by_time on parts_receipt (store_id, received_at, id);

CREATE UNIQUE INDEX parts_receipt_number on parts_receipt (store_id, number);

CREATE TABLE parts_receipt_line (
    id integer not null primary key,
    store_id integer not null references access_store (id),
    receipt_id integer not null references parts_receipt (id),
    part_id integer not null references parts_part (id),
    bin text not null,
    quantity integer not null check (quantity > 0),
    unit_cost integer not null check (unit_cost >= 0),
    amount integer not null check (amount >= 0)
) strict;

CREATE INDEX parts_receipt_line_of_receipt on parts_receipt_line (store_id, receipt_id);

CREATE TABLE parts_stock (
    store_id integer not null references access_store (id),
    part_id integer not null references parts_part (id),
    on_hand integer not null check (on_hand >= 0),
    reserved integer not null check (reserved >= 0),
    value integer not null check (value >= 0),
    primary key (store_id, part_id),
    check (reserved <= on_hand),
    check (on_hand > 0 or value = 0)
) strict;

CREATE TABLE parts_wanted (
    id integer not null primary key,
    store_id integer not null references access_store (id),
    part_id integer not null references parts_part (id),
    line_type text not null,
    line_id integer not null,
    order_type text not null,
    order_id integer not null,
    note text not null,
    wanted integer not null check (wanted >= 0),
    reserved integer not null check (reserved >= 0),
    issued integer not null check (issued >= 0),
    cost integer not null check (cost >= 0),
    wanted_at integer not null,
    released_at integer,
    check (reserved + issued <= wanted)
) strict;

CREATE UNIQUE INDEX parts_wanted_line on parts_wanted (store_id, line_type, line_id);

CREATE INDEX parts_wanted_open on parts_wanted (store_id, part_id,
       wanted_at) where released_at is null and issued < wanted;

CREATE INDEX parts_wanted_order on parts_wanted (store_id, order_type, order_id);

CREATE TABLE payments_closing (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    closed_on text not null,
    cash_expected integer not null,
    cash_counted integer not null check (cash_counted >= 0),
    cash_banked integer not null check (cash_banked >= 0),
    received_cash integer not null,
    received_card integer not null,
    received_transfer integer not null,
    received_qr integer not null,
    refunded integer not null,
    payments integer not null,
    note text not null,
    closed_by integer not null,
    closed_at integer not null,
    unique (store_id, number)
) strict;

CREATE INDEX payments_closing_at on payments_closing (store_id, closed_at, id);

CREATE TABLE payments_due (
    id integer not null primary key,
    store_id integer not null,
    object_type text not null,
    object_id integer not null,
    customer_id integer not null,
    kind text not null check (kind in ('prepayment', 'settlement')),
    title text not null,
    amount integer not null check (amount >= 0),
    paid integer not null check (paid >= 0),
    set_at integer not null,
    -- missing when a job or the customer's own doing caused it
    set_by integer,
    version integer not null default 1, kept integer not null default 0 check (kept >= 0), deposit integer not null default 0 check (deposit >= 0),
    unique (store_id, object_type, object_id)
) strict;

CREATE INDEX payments_due_customer on payments_due (store_id, customer_id);

CREATE INDEX payments_due_of_type on payments_due (store_id, object_type, set_at, id);

CREATE INDEX payments_due_open on payments_due (store_id, set_at, id) where amount > paid;

CREATE INDEX payments_due_open_of_type on payments_due (store_id, object_type, set_at, id) where amount > paid;

CREATE INDEX payments_due_overpaid on payments_due (store_id, set_at, id) where amount < paid;

CREATE INDEX payments_due_set on payments_due (store_id, set_at, id);

CREATE TABLE payments_gateway_refund (
    id integer not null primary key,
    store_id integer not null,
    refund_id integer not null references payments_refund (id),
    order_id integer not null references payments_qr_order (id),
    state text not null check (state in ('waiting', 'done', 'failed')),
    attempts integer not null default 0,
    next_attempt_at integer not null,
    detail text not null default '',
    unique (store_id, refund_id)
) strict;

CREATE INDEX payments_gateway_refund_waiting on payments_gateway_refund (store_id, next_attempt_at, id)
    where state = 'waiting';

CREATE TABLE payments_notice (
    id integer not null primary key,
    store_id integer not null,
    order_id integer references payments_qr_order (id),
    order_number text not null,
    gateway_reference text not null,
    amount integer not null,
    outcome text not null check (outcome in ('booked', 'questioned')),
    question text not null check (question in ('none', 'unknown_order', 'wrong_amount', 'paid_twice', 'nothing_open')),
    received_at integer not null,
    cleared_by integer,
    cleared_at integer,
    cleared_how text not null default '',
    unique (store_id, gateway_reference)
) strict;

CREATE INDEX payments_notice_questioned on payments_notice (store_id, received_at, id)
    where outcome = 'questioned' and cleared_at is null;

CREATE TABLE payments_payment (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    due_id integer not null references payments_due (id),
    object_type text not null,
    object_id integer not null,
    customer_id integer not null,
    kind text not null check (kind in ('deposit', 'balance', 'settlement')),
    means text not null check (means in ('cash', 'card', 'transfer', 'qr')),
    amount integer not null check (amount > 0),
    refunded integer not null default 0 check (refunded >= 0 and refunded <= amount),
    reference text not null,
    received_by integer not null,
    received_at integer not null,
    closing_id integer references payments_closing (id),
    version integer not null default 1, payer text not null default '',
    unique (store_id, number)
) strict;

CREATE INDEX payments_payment_customer on payments_payment (store_id, customer_id, received_at);

CREATE INDEX payments_payment_due on payments_payment (store_id, due_id, received_at);

CREATE INDEX payments_payment_received on payments_payment (store_id, received_at, id);

CREATE INDEX payments_payment_unclosed on payments_payment (store_id, id) where closing_id is null;

CREATE TABLE payments_qr_order (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    state text not null check (state in ('waiting', 'paid', 'closed')),
    due_id integer not null references payments_due (id),
    customer_id integer not null,
    amount integer not null check (amount > 0),
    code_text text not null,
    created_by integer not null,
    created_at integer not null,
    expires_at integer not null,
    gateway_reference text not null default '',
    payment_id integer references payments_payment (id),
    version integer not null default 1,
    unique (store_id, number),
    check ((state = 'paid') = (payment_id is not null))
) strict;

CREATE INDEX payments_qr_order_due on payments_qr_order (store_id, due_id, id);

CREATE INDEX payments_qr_order_payment on payments_qr_order (store_id, payment_id);

CREATE TABLE payments_refund (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    payment_id integer not null references payments_payment (id),
    customer_id integer not null,
    state text not null check (state in ('asked', 'granted', 'declined', 'paid')),
    amount integer not null check (amount > 0),
    reason text not null,
    asked_by integer not null,
    asked_at integer not null,
    decided_by integer,
    decided_by_name text,
    decided_at integer,
    decided_note text,
    means text check (means in ('cash', 'card', 'transfer', 'qr')),
    reference text,
    paid_by integer,
    paid_at integer,
    closing_id integer references payments_closing (id),
    version integer not null default 1,
    unique (store_id, number),
    check ((state = 'asked') = (decided_at is null)),
    check ((state = 'paid') = (paid_at is not null))
) strict;

CREATE INDEX payments_refund_asked on payments_refund (store_id, asked_at, id);

CREATE INDEX payments_refund_payment on payments_refund (store_id, payment_id);

CREATE INDEX payments_refund_unclosed on payments_refund (store_id, id) where closing_id is null;

CREATE TABLE people_case (
    id integer not null primary key,
    store_id integer not null,
    at integer not null,
    day text not null,
    user_id integer not null,
    -- 0: no model is known
    model_id integer not null,
    measure text not null,
    -- negative when something that counted was taken back
    amount integer not null check (amount <> 0),
    object_type text not null,
    object_id integer not null,
    customer_id integer not null,
    number text not null
) strict;

CREATE INDEX people_case_of_measure on people_case (store_id, measure, at, id);

CREATE INDEX people_case_of_object on people_case (store_id, object_type, object_id, measure);

CREATE INDEX people_case_of_person on people_case (store_id, user_id, measure, at, id);

CREATE TABLE people_counting (
    store_id integer not null primary key,
    counted_at integer not null,
    events integer not null
) strict;

CREATE TABLE people_day (
    store_id integer not null,
    day text not null,
    user_id integer not null,
    measure text not null,
    model_id integer not null,
    amount integer not null,
    primary key (store_id, day, user_id, measure, model_id)
) strict;

CREATE TABLE people_dispute (
    id integer not null primary key,
    store_id integer not null,
    statement_id integer not null references people_statement (id),
    line_id integer not null references people_statement_line (id),
    reason text not null,
    raised_at integer not null,
    answered_at integer,
    answered_by text,
    accepted integer check (accepted in (0, 1)),
    answer text not null default '',
    correction_line_id integer references people_statement_line (id)
) strict;

CREATE UNIQUE INDEX people_dispute_of_line on people_dispute (store_id, line_id);

CREATE INDEX people_dispute_of_statement on people_dispute (store_id, statement_id);

CREATE TABLE people_month (
    store_id integer not null,
    month text not null,
    formula_id integer not null,
    rules_id integer not null,
    closed_by text not null,
    closed_at integer not null,
    primary key (store_id, month)
) strict;

CREATE TABLE people_opening_day (
    store_id integer not null,
    day text not null,
    is_open integer not null check (is_open in (0, 1)),
    reason text not null,
    set_by text not null,
    set_at integer not null,
    primary key (store_id, day)
) strict;

CREATE TABLE people_result (
    store_id integer not null,
    month text not null,
    user_id integer not null,
    line_no integer not null,
    figure text not null,
    weight integer not null,
    cap_percent integer not null,
    source text not null,
    target integer,
    actual integer,
    achievement_basis_points integer not null,
    points_hundredths integer not null,
    primary key (store_id, month, user_id, line_no)
) strict;

CREATE TABLE people_rule_book (
    id integer not null primary key,
    store_id integer not null,
    kind text not null check (kind in ('evaluation', 'commission')),
    number integer not null,
    state text not null check (state in ('draft', 'published', 'dropped')),
    contents text not null,
    start_month text,
    reason text not null default '',
    drafted_by text not null,
    drafted_at integer not null,
    published_by text,
    published_at integer,
    version integer not null default 1,
    check (state <> 'published' or (start_month is not null and published_at is not null))
) strict;

CREATE UNIQUE INDEX people_rule_book_draft on people_rule_book (store_id, kind) where state = 'draft';

CREATE UNIQUE INDEX people_rule_book_number on people_rule_book (store_id, kind, number);

CREATE TABLE people_score (
    store_id integer not null,
    month text not null,
    user_id integer not null,
    score_hundredths integer,
    rank integer,
    primary key (store_id, month, user_id)
) strict;

CREATE TABLE people_statement (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    month text not null,
    user_id integer not null,
    state text not null check (state in ('open', 'confirmed', 'issued')),
    rules_id integer not null references people_rule_book (id),
    score_hundredths integer,
    cars integer not null,
    total integer not null,
    shown_at integer not null,
    confirm_by integer not null,
    confirmed_at integer,
    issued_at integer,
    issued_by text,
    document_id integer,
    version integer not null default 1,
    unique (store_id, number),
    unique (store_id, month, user_id),
    check ((state = 'issued') = (document_id is not null))
) strict;

CREATE INDEX people_statement_of_month on people_statement (store_id, month, id);

CREATE INDEX people_statement_of_person on people_statement (store_id, user_id, month, id);

CREATE TABLE people_statement_line (
    id integer not null primary key,
    store_id integer not null,
    statement_id integer not null references people_statement (id),
    line_no integer not null,
    kind text not null,
    deal_id integer,
    deal_number text not null,
    model_id integer not null,
    -- fen, or pieces where the rule pays per piece
    basis integer not null,
    -- basis points of money, or fen per piece
    rate integer not null,
    -- from which unit on the tier holds, from which score the factor
    rule_from integer not null,
    amount integer not null,
    words text not null default ''
) strict;

CREATE UNIQUE INDEX people_statement_line_of on people_statement_line (store_id, statement_id, line_no);

CREATE TABLE people_target (
    id integer not null primary key,
    store_id integer not null,
    month text not null,
    scope text not null check (scope in ('store', 'team', 'person')),
    -- 0: the store
    scope_id integer not null,
    -- 0: all models
    model_id integer not null,
    measure text not null,
    amount integer not null check (amount >= 0),
    version integer not null default 1
) strict;

CREATE UNIQUE INDEX people_target_of on people_target (store_id, month, scope, scope_id, model_id, measure);

CREATE TABLE people_target_change (
    id integer not null primary key,
    store_id integer not null,
    target_id integer not null references people_target (id),
    month text not null,
    old_amount integer,
    new_amount integer not null,
    how text not null check (how in ('set', 'equal', 'by_last_months', 'by_hand')),
    reason text not null,
    changed_by text not null,
    changed_at integer not null
) strict;

CREATE INDEX people_target_change_of_month on people_target_change (store_id, month, changed_at, id);

CREATE TABLE people_team (
    id integer not null primary key,
    store_id integer not null,
    name text not null,
    leader_id integer,
    ended_at integer,
    version integer not null default 1
) strict;

CREATE UNIQUE INDEX people_team_name on people_team (store_id, name) where ended_at is null;

CREATE INDEX people_team_of_store on people_team (store_id, id);

CREATE TABLE people_team_member (
    store_id integer not null,
    user_id integer not null,
    team_id integer not null references people_team (id),
    since integer not null,
    primary key (store_id, user_id)
) strict;

CREATE TABLE reception_check (
    id integer not null primary key,
    store_id integer not null,
    user_id integer not null,
    on_date text not null,
    checked_at integer not null,
    checked_by text not null,
    checklist_id integer not null,
    faults integer not null,
    note text not null
) strict;

CREATE INDEX reception_check_of_day on reception_check (store_id, on_date, user_id);

CREATE TABLE reception_duty (
    id integer not null primary key,
    store_id integer not null,
    user_id integer not null,
    on_date text not null,
    started_at integer not null,
    checklist_id integer not null,
    faults integer not null,
    away_since integer,
    away_reason text,
    back_at integer,
    ended_at integer,
    version integer not null default 1
) strict;

CREATE UNIQUE INDEX reception_duty_of_day on reception_duty (store_id, on_date, user_id);

CREATE TABLE reception_knowledge (
    store_id integer not null,
    series text not null,
    user_id integer not null,
    primary key (store_id, series, user_id)
) strict, without rowid;

CREATE TABLE reception_shift (
    id integer not null primary key,
    store_id integer not null,
    on_date text not null,
    user_id integer not null,
    kind text not null check (kind in ('whole', 'early', 'late', 'off')),
    position integer not null
) strict;

CREATE UNIQUE INDEX reception_shift_of_day on reception_shift (store_id, on_date, user_id);

CREATE TABLE reception_visit (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    state text not null check (state in ('waiting', 'assigned', 'greeted', 'ended')),
    customer_id integer references customers_customer (id),
    visitor_name text not null,
    plate text,
    party_size integer not null check (party_size between 1 and 99),
    purpose text not null check (purpose in ('look_at_cars', 'test_drive', 'sign_contract',
    'collect_car', 'service',
        'complaint', 'other')),
    channel text not null check (channel in ('walk_in', 'invited', 'appointment', 'web', 'referral',
    'event')),
    consultant_id integer,
    assigned_at integer,
    assigned_by text,
    assigned_because text check (assigned_because in ('asked_for', 'own_customer', 'longest_free',
    'chosen_by_host',
        'came_forward')),
    arrived_at integer not null,
    arrived_by text not null,
    greeted_at integer,
    greeted_by text,
    ended_at integer,
    ended_by text,
    outcome text check (outcome in ('interested', 'wants_time', 'test_driven', 'quoted',
    'signed_contract', 'collected',
        'served', 'no_interest', 'left_unseen', 'entered_by_mistake')),
    next_step text not null,
    note text not null,
    version integer not null default 1, series text not null default '', knows_series integer not null default 0 check (knows_series in (0, 1)), help_asked_at integer,
    check (state = 'waiting' or state = 'ended' or consultant_id is not null),
    check ((state = 'ended') = (ended_at is not null)),
    check ((ended_at is null) = (outcome is null)),
    check ((consultant_id is null) = (assigned_at is null))
) strict;

CREATE INDEX reception_visit_arrived on reception_visit (store_id, arrived_at, id);

CREATE INDEX reception_visit_consultant on reception_visit (store_id, consultant_id, arrived_at);

CREATE INDEX reception_visit_customer on reception_visit (store_id, customer_id, arrived_at)
    where customer_id is not null;

CREATE UNIQUE INDEX reception_visit_number on reception_visit (store_id, number);

CREATE INDEX reception_visit_open on reception_visit (store_id, arrived_at) where ended_at is null;

CREATE TABLE search_object (
    id integer not null primary key,
    store_id integer not null,
    object_type text not null,
    object_id integer not null,
    title text not null,
    subtitle text not null,
    link text not null,
    terms text not null
) strict;

CREATE UNIQUE INDEX search_object_of_record on search_object (store_id, object_type, object_id);

CREATE TABLE search_term (
    store_id integer not null,
    term text not null,
    object_key integer not null,
    primary key (store_id, term, object_key)
) strict, without rowid;

CREATE TABLE showroom_calendar (
    store_id integer not null,
    kind text not null check (kind in ('car', 'person')),
    object_id integer not null,
    bookings integer not null,
    primary key (store_id, kind, object_id)
) strict;

CREATE TABLE showroom_display_check (
    id integer not null primary key,
    store_id integer not null,
    position_id integer not null references showroom_position (id),
    car_id integer not null,
    checklist_id integer not null,
    faults integer not null,
    checked_at integer not null,
    checked_by text not null
) strict;

CREATE INDEX showroom_display_check_position on showroom_display_check (store_id, position_id, checked_at);

CREATE TABLE showroom_display_fault (
    id integer not null primary key,
    store_id integer not null,
    position_id integer not null references showroom_position (id),
    car_id integer not null,
    item text not null,
    note text not null,
    photos text not null,
    raised_at integer not null,
    raised_by text not null,
    closed_at integer,
    closed_by text,
    remedy text not null,
    version integer not null default 1
) strict;

CREATE INDEX showroom_display_fault_open on showroom_display_fault (store_id, position_id, raised_at)
    where closed_at is null;

CREATE TABLE showroom_feedback (
    id integer not null primary key,
    store_id integer not null,
    test_drive_id integer not null references showroom_test_drive (id),
    comfort integer not null check (comfort between 1 and 5),
    power integer not null check (power between 1 and 5),
    handling integer not null check (handling between 1 and 5),
    space integer not null check (space between 1 and 5),
    intent text not null check (intent in ('will_buy', 'thinking', 'will_not')),
    words text not null,
    recorded_by integer not null,
    recorded_at integer not null,
    unique (store_id, test_drive_id)
) strict;

CREATE TABLE showroom_incident (
    id integer not null primary key,
    store_id integer not null,
    test_drive_id integer not null references showroom_test_drive (id),
    words text not null,
    somebody_hurt integer not null check (somebody_hurt in (0, 1)),
    photos text not null,
    reported_by integer not null,
    reported_at integer not null
) strict;

CREATE INDEX showroom_incident_drive on showroom_incident (store_id, test_drive_id, reported_at);

CREATE TABLE showroom_licence (
    id integer not null primary key,
    store_id integer not null,
    customer_id integer not null,
    licence_class text not null,
    issued_on text not null,
    valid_until text,
    photo text not null,
    checked_by integer not null,
    checked_at integer not null,
    version integer not null default 1
) strict;

CREATE INDEX showroom_licence_customer on showroom_licence (store_id, customer_id, checked_at);

CREATE TABLE showroom_position (
    id integer not null primary key,
    store_id integer not null,
    name text not null,
    x integer not null check (x between 0 and 1000),
    y integer not null check (y between 0 and 1000),
    car_id integer,
    car_since integer,
    checked_at integer,
    removed_at integer,
    version integer not null default 1
) strict;

CREATE UNIQUE INDEX showroom_position_car on showroom_position (store_id, car_id) where car_id is not null;

CREATE UNIQUE INDEX showroom_position_name on showroom_position (store_id, name) where removed_at is null;

CREATE TABLE showroom_presentation (
    id integer not null primary key,
    store_id integer not null,
    customer_id integer not null,
    lead_id integer,
    model_id integer not null,
    consultant_id integer not null,
    points text not null,
    liked text,
    note text not null,
    shown_at integer not null
) strict;

CREATE INDEX showroom_presentation_customer on showroom_presentation (store_id, customer_id, shown_at);

CREATE TABLE showroom_rota (
    store_id integer not null,
    day text not null,
    car_id integer not null,
    user_id integer not null,
    fuel_percent integer check (fuel_percent between 0 and 100),
    clean integer check (clean in (0, 1)),
    note text not null,
    ready_at integer,
    primary key (store_id, day, car_id)
) strict;

CREATE TABLE showroom_test_drive (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    state text not null check (state in ('booked', 'agreed', 'driving', 'finished', 'cancelled')),
    customer_id integer not null,
    lead_id integer,
    car_id integer not null,
    consultant_id integer not null,
    starts_at integer not null,
    ends_at integer not null check (ends_at > starts_at),
    route text not null check (route in ('city', 'motorway', 'mixed')),
    -- missing when the customer booked by link
    booked_by integer,
    booked_at integer not null,
    licence_id integer references showroom_licence (id),
    signed_name text,
    signature text,
    signed_at integer,
    document_id integer,
    mileage_out_km integer,
    fuel_out_percent integer check (fuel_out_percent between 0 and 100),
    started_at integer,
    started_by integer,
    mileage_in_km integer,
    fuel_in_percent integer check (fuel_in_percent between 0 and 100),
    damage text,
    finished_at integer,
    finished_by integer,
    cancelled_at integer,
    cancelled_by integer,
    cancel_reason text,
    version integer not null default 1,
    unique (store_id, number),
    check (state not in ('agreed', 'driving', 'finished') or signed_at is not null),
    check (state not in ('driving', 'finished') or started_at is not null),
    check ((state = 'finished') = (finished_at is not null)),
    check ((state = 'cancelled') = (cancelled_at is not null)),
    check (mileage_in_km is null or mileage_in_km >= mileage_out_km)
) strict;

CREATE INDEX showroom_test_drive_car on showroom_test_drive (store_id, car_id, starts_at);

CREATE INDEX showroom_test_drive_consultant on showroom_test_drive (store_id, consultant_id, starts_at);

CREATE INDEX showroom_test_drive_customer on showroom_test_drive (store_id, customer_id, starts_at);

CREATE INDEX showroom_test_drive_done on showroom_test_drive (store_id, finished_at) where finished_at is not null;

CREATE INDEX showroom_test_drive_starts on showroom_test_drive (store_id, starts_at, id);

CREATE TABLE standards_case (
    id integer not null primary key,
    store_id integer not null,
    process text not null,
    version_id integer not null references standards_version (id),
    object_type text not null,
    object_id integer not null,
    started_at integer not null,
    ended_at integer
, title text not null default '', completed integer not null default 0) strict;

CREATE UNIQUE INDEX standards_case_object on standards_case (store_id, process, object_id);

CREATE INDEX standards_case_of_period on standards_case (store_id, process, started_at);

CREATE INDEX standards_case_open on standards_case (store_id, process) where ended_at is null;

CREATE TABLE standards_deviation (
    store_id integer not null,
    case_id integer not null references standards_case (id),
    milestone text not null,
    kind text not null check (kind in ('missing', 'out_of_order', 'wrong_role', 'without_evidence', 'too_early',
                                       'too_late')),
    process text not null,
    case_started_at integer not null,
    at integer not null,
    by_s integer not null,
    on_miss text not null,
    user_id integer not null,
    actor_name text not null,
    primary key (store_id, case_id, milestone, kind)
) strict;

CREATE INDEX standards_deviation_of_period on standards_deviation (store_id, process, case_started_at);

CREATE INDEX standards_deviation_of_person on standards_deviation (store_id, user_id, case_started_at);

CREATE TABLE standards_draft (
    store_id integer not null,
    process text not null,
    id integer not null,
    base_number integer not null,
    body text not null,
    begun_at integer not null,
    begun_by text not null,
    changed_at integer not null,
    changed_by text not null,
    version integer not null default 1,
    primary key (store_id, process)
) strict;

CREATE TABLE "standards_milestone" (
    case_id integer not null references standards_case (id),
    name text not null,
    store_id integer not null,
    not_before integer,
    due_at integer,
    reached_at integer,
    event_id integer,
    actor_name text not null default '',
    verdict text not null default '',
    missed_at integer,
    times integer not null default 0,
    user_id integer not null default 0,
    primary key (case_id, name)
) strict, without rowid;

CREATE INDEX standards_milestone_due on standards_milestone (store_id, due_at)
    where reached_at is null and missed_at is null and due_at is not null;

CREATE TABLE standards_version (
    id integer not null primary key,
    store_id integer not null,
    process text not null,
    number integer not null,
    body text not null,
    reason text not null,
    valid_from integer not null,
    published_at integer not null,
    published_by text not null
) strict;

CREATE UNIQUE INDEX standards_version_number on standards_version (store_id, process, number);

CREATE TABLE tasks_alert (
    id integer not null primary key,
    store_id integer not null,
    title_key text not null check (title_key <> ''),
    title_params text not null,
    user_id integer,
    role text,
    level text not null check (level in ('info', 'warning', 'urgent')),
    link text not null,
    object_type text not null,
    object_id integer not null,
    raised_at integer not null,
    check (user_id is not null or role is not null)
) strict;

CREATE INDEX tasks_alert_of_role on tasks_alert (store_id, role, raised_at) where user_id is null;

CREATE INDEX tasks_alert_of_user on tasks_alert (store_id, user_id, raised_at) where user_id is not null;

CREATE TABLE tasks_alert_read (
    store_id integer not null,
    alert_id integer not null references tasks_alert (id),
    user_id integer not null,
    read_at integer not null,
    primary key (store_id, alert_id, user_id)
) strict;

CREATE TABLE tasks_task (
    id integer not null primary key,
    store_id integer not null,
    title_key text not null check (title_key <> ''),
    title_params text not null,
    user_id integer,
    role text,
    due_at integer not null,
    object_type text not null,
    object_id integer not null,
    customer_id integer not null,
    link text not null,
    process text not null,
    milestone text not null,
    created_at integer not null,
    closed_at integer,
    closed_by integer,
    closed_by_name text,
    version integer not null default 1,
    check (user_id is not null or role is not null),
    check ((closed_at is null) = (closed_by is null))
) strict;

CREATE INDEX tasks_task_of_object on tasks_task (store_id, object_type, object_id) where closed_at is null;

CREATE INDEX tasks_task_of_role on tasks_task (store_id, role, due_at, id)
    where closed_at is null and user_id is null;

CREATE INDEX tasks_task_of_user on tasks_task (store_id, user_id, due_at, id)
    where closed_at is null and user_id is not null;

CREATE TABLE used_cars_car (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    car_id integer not null references vehicles_car (id),
    -- the record of the same car as long as it was a customer's here
    car_before_id integer,
    source text not null check (source in ('purchase', 'trade_in')),
    seller_id integer not null references customers_customer (id),
    -- the sale of a new car that it was taken in payment for
    deal_id integer,
    model_text text not null,
    vin text not null,
    plate text not null,
    colour text not null default '',
    condition text not null,
    mileage_km integer not null check (mileage_km >= 0),
    first_registered text not null,
    market_price integer not null check (market_price > 0),
    repair_estimate integer not null check (repair_estimate >= 0),
    price integer not null check (price > 0),
    paid integer not null default 0 check (paid >= 0 and paid <= price),
    -- what its reconditioning has cost so far
    spent integer not null default 0 check (spent >= 0),
    asking_price integer check (asking_price > 0),
    described_at integer,
    step text not null check (step in ('arrived', 'inspection', 'mechanical', 'body_paint', 'cleaning', 'photos',
        'for_sale', 'sold')),
    step_since integer not null,
    taken_at integer not null,
    taken_by text not null,
    offered_at integer,
    sold_at integer,
    sold_deal_id integer,
    invoice_number text not null default '',
    transferred_on text,
    version integer not null default 1,
    check ((source = 'trade_in') = (deal_id is not null)),
    check ((step = 'sold') = (sold_at is not null))
) strict;

CREATE UNIQUE INDEX used_cars_car_car on used_cars_car (store_id, car_id);

CREATE UNIQUE INDEX used_cars_car_deal on used_cars_car (store_id, deal_id) where deal_id is not null;

CREATE UNIQUE INDEX used_cars_car_number on used_cars_car (store_id, number);

CREATE INDEX used_cars_car_sold on used_cars_car (store_id, sold_at, id) where sold_at is not null;

CREATE INDEX used_cars_car_stock on used_cars_car (store_id, step_since, id) where sold_at is null;

CREATE INDEX used_cars_car_taken on used_cars_car (store_id, taken_at, id);

CREATE TABLE used_cars_job (
    id integer not null primary key,
    store_id integer not null,
    used_car_id integer not null references used_cars_car (id),
    step text not null check (step in ('inspection', 'mechanical', 'body_paint', 'cleaning', 'photos')),
    title text not null,
    planned_cost integer not null check (planned_cost >= 0),
    cost integer not null default 0 check (cost >= 0),
    done_by text check (done_by in ('own_workshop', 'supplier')),
    supplier text not null default '',
    state text not null check (state in ('planned', 'done', 'dropped')),
    note text not null default '',
    planned_at integer not null,
    planned_by text not null,
    ended_at integer,
    ended_by text,
    version integer not null default 1,
    check ((state = 'planned') = (ended_at is null)),
    check ((state = 'done') = (done_by is not null))
) strict;

CREATE INDEX used_cars_job_car on used_cars_job (store_id, used_car_id, planned_at, id);

CREATE TABLE used_cars_paper (
    id integer not null primary key,
    store_id integer not null,
    used_car_id integer not null references used_cars_car (id),
    kind text not null check (kind in ('purchase_contract', 'registration_certificate', 'vehicle_licence',
        'seller_identity', 'compulsory_insurance', 'inspection_report')),
    number text not null,
    file text not null,
    received_at integer not null,
    received_by text not null
) strict;

CREATE UNIQUE INDEX used_cars_paper_kind on used_cars_paper (store_id, used_car_id, kind);

CREATE TABLE used_cars_payment (
    id integer not null primary key,
    store_id integer not null,
    used_car_id integer not null references used_cars_car (id),
    amount integer not null check (amount > 0),
    reference text not null,
    paid_at integer not null,
    paid_by text not null
) strict;

CREATE INDEX used_cars_payment_car on used_cars_payment (store_id, used_car_id, paid_at, id);

CREATE TABLE used_cars_photo (
    id integer not null primary key,
    store_id integer not null,
    used_car_id integer not null references used_cars_car (id),
    place text not null check (place in ('front', 'rear', 'left_side', 'right_side', 'front_seats', 'rear_seats',
        'dashboard', 'boot', 'engine_bay', 'defects')),
    position integer not null,
    file text not null,
    taken_at integer not null,
    taken_by text not null
) strict;

CREATE UNIQUE INDEX used_cars_photo_of on used_cars_photo (store_id, used_car_id, place, position);

CREATE TABLE used_cars_price (
    id integer not null primary key,
    store_id integer not null,
    used_car_id integer not null references used_cars_car (id),
    price integer not null check (price > 0),
    reason text not null,
    set_at integer not null,
    set_by text not null
) strict;

CREATE INDEX used_cars_price_car on used_cars_price (store_id, used_car_id, set_at, id);

CREATE TABLE used_cars_stay (
    id integer not null primary key,
    store_id integer not null,
    used_car_id integer not null references used_cars_car (id),
    step text not null check (step in ('arrived', 'inspection', 'mechanical', 'body_paint', 'cleaning', 'photos',
        'for_sale')),
    entered_at integer not null,
    entered_by text not null,
    left_at integer,
    -- the sales manager was told that it takes too long
    told_at integer,
    check (left_at is null or left_at >= entered_at)
) strict;

CREATE INDEX used_cars_stay_car on used_cars_stay (store_id, used_car_id, entered_at, id);

CREATE INDEX used_cars_stay_left on used_cars_stay (store_id, left_at) where left_at is not null;

CREATE UNIQUE INDEX used_cars_stay_open on used_cars_stay (store_id, used_car_id) where left_at is null;

CREATE TABLE vehicles_car (
    id integer not null primary key,
    store_id integer not null,
    vin text not null,
    vin_tail text not null,
    model_id integer references vehicles_model (id),
    model_name text not null,
    plate text,
    colour text not null,
    state text not null check (state in ('in_transit', 'in_stock', 'locked', 'sold', 'demo', 'customer')),
    customer_id integer,
    deal_id integer,
    locked_at integer,
    mileage_km integer not null check (mileage_km >= 0),
    mileage_at integer not null,
    location text not null,
    key_number text not null,
    cost integer not null check (cost >= 0),
    ordered_at integer not null,
    expected_on text,
    arrived_at integer,
    arrived_by text,
    sold_at integer,
    first_registered text,
    warranty_start text,
    removed_at integer,
    version integer not null default 1, stock_since integer not null default 0, leaves_by_transfer_id integer, came_by_transfer_id integer, age_step integer not null default 0, used integer not null default 0 check (used in (0, 1)), asking_price integer check (asking_price > 0),
    check (state <> 'locked' or deal_id is not null),
    check (state not in ('sold', 'customer') or customer_id is not null)
) strict;

CREATE INDEX vehicles_car_customer on vehicles_car (store_id, customer_id) where customer_id is not null;

CREATE INDEX vehicles_car_ordered on vehicles_car (store_id, ordered_at, id);

CREATE UNIQUE INDEX vehicles_car_plate on vehicles_car (store_id, plate) where plate is not null and
    removed_at is null;

CREATE INDEX vehicles_car_sold on vehicles_car (store_id, sold_at) where sold_at is not null;

CREATE INDEX vehicles_car_state on vehicles_car (store_id, state, model_id, arrived_at);

CREATE INDEX vehicles_car_stock on vehicles_car (store_id, stock_since, id)
    where state in ('in_transit', 'in_stock', 'locked', 'demo') and removed_at is null;

CREATE INDEX vehicles_car_stock_ordered on vehicles_car (store_id, ordered_at, id)
    where state in ('in_transit', 'in_stock', 'locked', 'demo') and removed_at is null;

CREATE UNIQUE INDEX vehicles_car_vin on vehicles_car (store_id, vin) where removed_at is null;

CREATE TABLE vehicles_claim (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    car_id integer not null references vehicles_car (id),
    car_title text not null,
    damage text not null,
    photos text not null,
    state text not null check (state in ('found', 'claimed', 'accepted', 'refused', 'closed')),
    carrier text not null,
    claimed integer not null check (claimed >= 0),
    accepted integer not null check (accepted >= 0),
    received integer not null check (received >= 0),
    answer text not null,
    repair text not null,
    found_at integer not null,
    found_by text not null,
    claimed_at integer,
    answered_at integer,
    closed_at integer,
    version integer not null default 1,
    check ((state = 'closed') = (closed_at is not null))
) strict;

CREATE INDEX vehicles_claim_car on vehicles_claim (store_id, car_id);

CREATE INDEX vehicles_claim_found on vehicles_claim (store_id, found_at, id);

CREATE UNIQUE INDEX vehicles_claim_number on vehicles_claim (store_id, number);

CREATE TABLE vehicles_colour (
    id integer not null primary key,
    store_id integer not null,
    model_id integer not null references vehicles_model (id),
    name text not null,
    hex text not null,
    price integer not null check (price >= 0)
) strict;

CREATE UNIQUE INDEX vehicles_colour_name on vehicles_colour (store_id, model_id, name);

CREATE TABLE vehicles_count (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    place text not null,
    state text not null check (state in ('open', 'closed')),
    expected integer not null,
    started_at integer not null,
    started_by text not null,
    closed_at integer,
    closed_by text,
    version integer not null default 1
) strict;

CREATE UNIQUE INDEX vehicles_count_number on vehicles_count (store_id, number);

CREATE UNIQUE INDEX vehicles_count_open on vehicles_count (store_id) where state = 'open';

CREATE INDEX vehicles_count_started on vehicles_count (store_id, started_at, id);

CREATE TABLE vehicles_count_line (
    store_id integer not null,
    count_id integer not null references vehicles_count (id),
    vin text not null,
    vin_tail text not null,
    car_id integer,
    title text not null,
    place text not null,
    result text not null check (result in ('missing', 'found', 'unexpected')),
    seen_at_place text not null,
    scanned_at integer,
    scanned_by text,
    reason text not null,
    primary key (store_id, count_id, vin)
) strict;

CREATE TABLE vehicles_factory_order (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    note text not null,
    placed_at integer not null,
    placed_by text not null,
    cars integer not null check (cars > 0),
    waiting integer not null check (waiting >= 0),
    version integer not null default 1
) strict;

CREATE UNIQUE INDEX vehicles_factory_order_number on vehicles_factory_order (store_id, number);

CREATE INDEX vehicles_factory_order_placed on vehicles_factory_order (store_id, placed_at, id);

CREATE TABLE vehicles_guide_point (
    store_id integer not null,
    model_id integer not null references vehicles_model (id),
    point text not null check (point in ('front', 'driver_seat', 'rear_seats', 'tail', 'side', 'engine')),
    words text not null,
    fits_need text not null,
    set_by text not null,
    set_at integer not null,
    primary key (store_id, model_id, point)
) strict;

CREATE TABLE vehicles_item (
    id integer not null primary key,
    store_id integer not null,
    car_id integer not null references vehicles_car (id),
    kind text not null check (kind in ('key', 'conformity_certificate', 'import_certificate', 'import_inspection',
        'consistency_certificate', 'maker_invoice', 'manual')),
    label text not null,
    state text not null check (state in ('here', 'at_bank', 'out', 'handed_over')),
    place text not null,
    holder text not null,
    since integer not null,
    due_at integer,
    version integer not null default 1
) strict;

CREATE INDEX vehicles_item_car on vehicles_item (store_id, car_id, kind);

CREATE UNIQUE INDEX vehicles_item_label on vehicles_item (store_id, car_id, kind, label);

CREATE INDEX vehicles_item_out on vehicles_item (store_id, since, id) where state = 'out';

CREATE TABLE vehicles_item_move (
    id integer not null primary key,
    store_id integer not null,
    item_id integer not null references vehicles_item (id),
    state text not null check (state in ('here', 'at_bank', 'out', 'handed_over')),
    who text not null,
    purpose text not null,
    at integer not null,
    by_name text not null
) strict;

CREATE INDEX vehicles_item_move_item on vehicles_item_move (store_id, item_id, at);

CREATE TABLE vehicles_model (
    id integer not null primary key,
    store_id integer not null,
    code text not null,
    brand text not null,
    series text not null,
    trim text not null,
    name text not null,
    year integer not null,
    fuel text not null check (fuel in ('petrol', 'diesel', 'hybrid', 'plug_in_hybrid', 'electric')),
    gearbox text not null check (gearbox in ('manual', 'automatic')),
    displacement_ml integer not null check (displacement_ml >= 0),
    seats integer not null check (seats between 1 and 9),
    price integer not null check (price > 0),
    specs text not null,
    on_offer integer not null check (on_offer in (0, 1)),
    version integer not null default 1
, used_only integer not null default 0 check (used_only in (0, 1))) strict;

CREATE UNIQUE INDEX vehicles_model_code on vehicles_model (store_id, code);

CREATE INDEX vehicles_model_series on vehicles_model (store_id, series, price, id);

CREATE TABLE vehicles_option (
    id integer not null primary key,
    store_id integer not null,
    model_id integer not null references vehicles_model (id),
    code text not null,
    name text not null,
    price integer not null check (price >= 0),
    on_offer integer not null check (on_offer in (0, 1)),
    version integer not null default 1
) strict;

CREATE UNIQUE INDEX vehicles_option_code on vehicles_option (store_id, model_id, code);

CREATE TABLE vehicles_option_rule (
    id integer not null primary key,
    store_id integer not null,
    model_id integer not null references vehicles_model (id),
    option_id integer not null references vehicles_option (id),
    kind text not null check (kind in ('excludes', 'needs')),
    other_id integer not null references vehicles_option (id),
    check (option_id <> other_id)
) strict;

CREATE UNIQUE INDEX vehicles_option_rule_pair on vehicles_option_rule (store_id, model_id, option_id, other_id);

CREATE TABLE vehicles_ordered_car (
    id integer not null primary key,
    store_id integer not null,
    order_id integer not null references vehicles_factory_order (id),
    position integer not null,
    model_id integer not null references vehicles_model (id),
    model_name text not null,
    colour text not null,
    cost integer not null check (cost >= 0),
    expected_on text not null,
    state text not null check (state in ('ordered', 'dispatched', 'dropped')),
    car_id integer references vehicles_car (id),
    drop_reason text not null,
    version integer not null default 1, deal_id integer,
    check ((state = 'dispatched') = (car_id is not null))
) strict;

CREATE UNIQUE INDEX vehicles_ordered_car_deal on vehicles_ordered_car (store_id, deal_id)
    where deal_id is not null and state <> 'dropped';

CREATE INDEX vehicles_ordered_car_order on vehicles_ordered_car (store_id, order_id, position);

CREATE INDEX vehicles_ordered_car_waiting on vehicles_ordered_car (store_id, expected_on, id) where state = 'ordered';

CREATE TABLE vehicles_photo (
    id integer not null primary key,
    store_id integer not null,
    model_id integer not null references vehicles_model (id),
    file text not null,
    caption text not null,
    added_at integer not null,
    removed_at integer
) strict;

CREATE INDEX vehicles_photo_model on vehicles_photo (store_id, model_id, id);

CREATE TABLE vehicles_price (
    id integer not null primary key,
    store_id integer not null,
    model_id integer not null references vehicles_model (id),
    price integer not null check (price > 0),
    valid_from text not null,
    valid_until text,
    reason text not null,
    set_by text not null,
    set_at integer not null,
    import_id integer,
    withdrawn_at integer,
    check (valid_until is null or valid_until >= valid_from)
) strict;

CREATE INDEX vehicles_price_model on vehicles_price (store_id, model_id, valid_from, id);

CREATE INDEX vehicles_price_of_import on vehicles_price (store_id, import_id) where import_id is not null;

CREATE TABLE vehicles_price_import (
    id integer not null primary key,
    store_id integer not null,
    file text not null,
    file_name text not null,
    state text not null check (state in ('checked', 'committed', 'undone')),
    rows integer not null,
    bad_rows integer not null,
    changed_prices integer not null,
    same_prices integer not null,
    checked_at integer not null,
    checked_by text not null,
    committed_at integer,
    committed_by text,
    undone_at integer,
    undone_by text,
    version integer not null default 1
) strict;

CREATE INDEX vehicles_price_import_checked on vehicles_price_import (store_id, checked_at, id);

CREATE TABLE vehicles_price_import_row (
    store_id integer not null,
    import_id integer not null references vehicles_price_import (id),
    row_number integer not null,
    column_name text not null,
    code text not null,
    value text not null,
    model_id integer,
    model_name text not null,
    price_before integer,
    price integer,
    valid_from text,
    primary key (store_id, import_id, row_number)
) strict;

CREATE TABLE vehicles_rival (
    id integer not null primary key,
    store_id integer not null,
    brand text not null,
    name text not null,
    year integer not null,
    fuel text not null check (fuel in ('petrol', 'diesel', 'hybrid', 'plug_in_hybrid', 'electric')),
    gearbox text not null check (gearbox in ('manual', 'automatic')),
    seats integer not null check (seats between 1 and 9),
    price integer not null check (price > 0),
    specs text not null,
    source text not null,
    checked_on text not null,
    version integer not null default 1
) strict;

CREATE UNIQUE INDEX vehicles_rival_name on vehicles_rival (store_id, brand, name, year);

CREATE TABLE vehicles_transfer (
    id integer not null primary key,
    store_id integer not null,
    number text not null,
    to_store_id integer not null,
    car_id integer not null references vehicles_car (id),
    vin text not null,
    model_code text not null,
    model_name text not null,
    colour text not null,
    price integer not null check (price >= 0),
    state text not null check (state in ('requested', 'approved', 'sent', 'arrived', 'declined', 'withdrawn')),
    asked_by_receiver integer not null check (asked_by_receiver in (0, 1)),
    swap_car_id integer references vehicles_car (id),
    swap_id integer references vehicles_transfer (id),
    reason text not null,
    requested_at integer not null,
    requested_by text not null,
    decided_at integer,
    decided_by text,
    decided_note text not null,
    sent_at integer,
    sent_by text,
    carrier text not null,
    expected_on text,
    arrived_at integer,
    arrived_by text,
    arriving_car_id integer references vehicles_car (id),
    version integer not null default 1,
    check (store_id <> to_store_id),
    check (state not in ('sent', 'arrived') or arriving_car_id is not null)
) strict;

CREATE INDEX vehicles_transfer_in on vehicles_transfer (to_store_id, requested_at, id);

CREATE UNIQUE INDEX vehicles_transfer_number on vehicles_transfer (store_id, number);

CREATE UNIQUE INDEX vehicles_transfer_open on vehicles_transfer (store_id, car_id)
    where state in ('requested', 'approved');

CREATE INDEX vehicles_transfer_out on vehicles_transfer (store_id, requested_at, id);

CREATE TABLE vehicles_vin_pattern (
    store_id integer not null,
    pattern text not null,
    model_id integer not null references vehicles_model (id),
    cars integer not null check (cars > 0),
    last_seen_at integer not null,
    primary key (store_id, pattern, model_id)
) strict;

CREATE TABLE versions_draft (
    store_id integer not null,
    kind text not null check (kind <> ''),
    name text not null check (name <> ''),
    id integer not null,
    base_number integer not null check (base_number >= 0),
    body text not null,
    begun_at integer not null,
    begun_by text not null,
    changed_at integer not null,
    changed_by text not null,
    version integer not null default 1,
    primary key (store_id, kind, name)
) strict;

CREATE TABLE versions_version (
    id integer not null primary key,
    store_id integer not null,
    kind text not null check (kind <> ''),
    name text not null check (name <> ''),
    number integer not null check (number > 0),
    body text not null,
    reason text not null,
    valid_from integer not null,
    published_at integer not null,
    published_by text not null
) strict;

CREATE UNIQUE INDEX versions_version_number on versions_version (store_id, kind, name, number);

CREATE TABLE workshop_appointment (
    id integer not null primary key,
    store_id integer not null references access_store (id),
    number text not null,
    state text not null check (state in ('booked', 'arrived', 'cancelled', 'missed')),
    customer_id integer not null references customers_customer (id),
    car_id integer not null references vehicles_car (id),
    starts_at integer not null,
    ends_at integer not null,
    bay_id integer not null references workshop_bay (id),
    advisor_id integer not null references access_user (id),
    words text not null,
    booked_at integer not null,
    booked_by integer not null,
    by_customer integer not null check (by_customer in (0, 1)),
    ended_at integer,
    end_reason text not null,
    version integer not null default 1,
    check (starts_at < ends_at)
) strict;

CREATE INDEX workshop_appointment_customer on workshop_appointment (store_id, customer_id, starts_at);

CREATE UNIQUE INDEX workshop_appointment_number on workshop_appointment (store_id, number);

CREATE INDEX workshop_appointment_time on workshop_appointment (store_id, starts_at, id);

CREATE TABLE workshop_bay (
    id integer not null primary key,
    store_id integer not null references access_store (id),
    name text not null,
    kind text not null check (kind in ('mechanical', 'quick', 'body', 'paint', 'wash', 'inspection')),
    closed_at integer,
    version integer not null default 1
) strict;

CREATE UNIQUE INDEX workshop_bay_name on workshop_bay (store_id, name);

CREATE TABLE workshop_capacity (
    store_id integer not null primary key references access_store (id),
    opens_minute integer not null check (opens_minute between 0 and 1439),
    closes_minute integer not null check (closes_minute between 1 and 1440),
    slot_minutes integer not null check (slot_minutes between 5 and 240),
    walk_in_bays integer not null check (walk_in_bays >= 0),
    days_ahead integer not null check (days_ahead between 1 and 365),
    version integer not null default 1,
    check (opens_minute < closes_minute)
) strict;

CREATE TABLE workshop_check (
    id integer not null primary key,
    store_id integer not null references access_store (id),
    order_id integer not null references workshop_order (id),
    round integer not null,
    level text not null check (level in ('self', 'peer', 'final')),
    passed integer not null check (passed in (0, 1)),
    checklist_id integer not null,
    road_test_km integer not null check (road_test_km >= 0),
    note text not null,
    checked_at integer not null,
    checked_by integer not null references access_user (id)
) strict;

CREATE INDEX workshop_check_of_order on workshop_check (store_id, order_id, id);

CREATE TABLE workshop_clock (
    id integer not null primary key,
    store_id integer not null references access_store (id),
    order_id integer not null references workshop_order (id),
    line_id integer not null references workshop_line (id),
    rework_id integer references workshop_rework (id),
    user_id integer not null references access_user (id),
    bay_id integer references workshop_bay (id),
    started_at integer not null,
    ended_at integer,
    end_reason text,
    check (ended_at is null or ended_at >= started_at)
) strict;

CREATE INDEX workshop_clock_by_time on workshop_clock (store_id, started_at);

CREATE INDEX workshop_clock_of_order on workshop_clock (store_id, order_id, started_at);

CREATE UNIQUE INDEX workshop_clock_running on workshop_clock (store_id, user_id) where ended_at is null;

CREATE TABLE workshop_consent (
    id integer not null primary key,
    store_id integer not null references access_store (id),
    order_id integer not null references workshop_order (id),
    state text not null check (state in ('open', 'answered', 'withdrawn')),
    asked_at integer not null,
    asked_by integer not null,
    asked_amount integer not null,
    promised_at integer not null,
    answered_at integer,
    channel text,
    answered_by text not null,
    recorded_by integer,
    signature text,
    recording text,
    approved_amount integer not null,
    version integer not null default 1
) strict;

CREATE INDEX workshop_consent_of_order on workshop_consent (store_id, order_id, id);

CREATE TABLE workshop_consent_line (
    store_id integer not null references access_store (id),
    consent_id integer not null references workshop_consent (id),
    line_id integer not null references workshop_line (id),
    amount integer not null,
    approved integer check (approved in (0, 1)),
    primary key (store_id, consent_id, line_id)
) strict;

CREATE TABLE workshop_finding (
    id integer not null primary key,
    store_id integer not null references access_store (id),
    order_id integer not null references workshop_order (id),
    part_of_car text not null,
    words text not null,
    reading text not null,
    urgency text not null,
    photos text not null,
    additional integer not null check (additional in (0, 1)),
    found_at integer not null,
    found_by integer not null
) strict;

CREATE INDEX workshop_finding_of_order on workshop_finding (store_id, order_id, id);

CREATE TABLE workshop_hand_back (
    store_id integer not null references access_store (id),
    order_id integer not null references workshop_order (id),
    handed_at integer not null,
    handed_by integer not null,
    received_by text not null,
    old_parts text not null,
    signature text not null,
    explained integer not null check (explained in (0, 1)),
    next_service_on text,
    next_service_km integer,
    primary key (store_id, order_id)
) strict;

CREATE TABLE workshop_line (
    id integer not null primary key,
    store_id integer not null references access_store (id),
    order_id integer not null references workshop_order (id),
    position integer not null,
    kind text not null check (kind in ('labour', 'part', 'outside')),
    operation_id integer references workshop_operation (id),
    part_id integer references parts_part (id),
    job_line_id integer references workshop_line (id),
    finding_id integer references workshop_finding (id),
    code text not null,
    name text not null,
    brand text not null,
    origin text not null,
    unit text not null,
    customer_supplied integer not null check (customer_supplied in (0, 1)),
    quantity integer not null check (quantity > 0),
    unit_price integer not null check (unit_price >= 0),
    discount integer not null check (discount >= 0),
    amount integer not null check (amount >= 0),
    payer text not null check (payer in ('customer', 'warranty', 'insurer', 'internal')),
    state text not null check (state in ('planned', 'asked', 'approved', 'declined', 'removed')),
    consent_id integer references workshop_consent (id),
    work text not null check (work in ('waiting', 'working', 'paused', 'rework', 'done')),
    technician_id integer,
    bay_id integer references workshop_bay (id),
    planned_start integer,
    planned_end integer,
    started_at integer,
    done_at integer,
    done_by integer,
    added_at integer not null,
    added_by integer not null,
    version integer not null default 1
) strict;

CREATE INDEX workshop_line_of_order on workshop_line (store_id, order_id, position);

CREATE INDEX workshop_line_of_technician on workshop_line (store_id, technician_id)
    where state = 'approved' and work <> 'done';

CREATE INDEX workshop_line_planned on workshop_line (store_id, planned_start) where planned_start is not null;

CREATE TABLE workshop_operation (
    id integer not null primary key,
    store_id integer not null references access_store (id),
    code text not null,
    name text not null,
    category text not null,
    hours integer not null check (hours > 0),
    hourly_price integer not null check (hourly_price >= 0),
    withdrawn_at integer,
    version integer not null default 1
) strict;

CREATE UNIQUE INDEX workshop_operation_code on workshop_operation (store_id, code);

CREATE TABLE workshop_order (
    id integer not null primary key,
    store_id integer not null references access_store (id),
    number text not null,
    state text not null,
    appointment_id integer references workshop_appointment (id),
    customer_id integer not null references customers_customer (id),
    car_id integer not null references vehicles_car (id),
    advisor_id integer not null references access_user (id),
    repair_class text not null,
    mileage_km integer not null check (mileage_km >= 0),
    fuel_percent integer not null check (fuel_percent between 0 and 100),
    words text not null,
    belongings text not null,
    sent_in_by text not null,
    marks text not null,
    photos text not null,
    signature text not null,
    wants_old_parts integer not null check (wants_old_parts in (0, 1)),
    opened_at integer not null,
    opened_by integer not null,
    first_promised_at integer not null,
    promised_at integer not null,
    planned_total integer not null,
    approved_total integer not null,
    customer_total integer not null default 0,
    started_at integer,
    quality_round integer not null default 1,
    checks_passed integer not null default 0 check (checks_passed between 0 and 3),
    passed_at integer,
    passed_by integer,
    certificate_number text not null default '',
    washed_at integer,
    settled_at integer,
    handed_back_at integer,
    mileage_out_km integer,
    cancelled_at integer,
    delay_warned_at integer,
    version integer not null default 1
, source_type text not null default '', source_id integer not null default 0, source_number text not null default '') strict;

CREATE INDEX workshop_order_advisor on workshop_order (store_id, advisor_id, opened_at, id);

CREATE INDEX workshop_order_car on workshop_order (store_id, car_id, opened_at, id);

CREATE INDEX workshop_order_customer on workshop_order (store_id, customer_id, opened_at, id);

CREATE UNIQUE INDEX workshop_order_number on workshop_order (store_id, number);

CREATE INDEX workshop_order_of_source on workshop_order (store_id, source_type, source_id)
    where source_id <> 0;

CREATE INDEX workshop_order_open on workshop_order (store_id, opened_at, id)
    where handed_back_at is null and cancelled_at is null;

CREATE INDEX workshop_order_open_of_advisor on workshop_order (store_id, advisor_id, opened_at, id)
    where handed_back_at is null and cancelled_at is null;

CREATE INDEX workshop_order_state on workshop_order (store_id, state, opened_at, id);

CREATE INDEX workshop_order_time on workshop_order (store_id, opened_at, id);

CREATE TABLE workshop_rework (
    id integer not null primary key,
    store_id integer not null references access_store (id),
    order_id integer not null references workshop_order (id),
    line_id integer not null references workshop_line (id),
    check_id integer not null,
    cause text not null,
    words text not null,
    caused_by integer,
    opened_at integer not null,
    done_at integer,
    done_by integer
) strict;

CREATE INDEX workshop_rework_of_order on workshop_rework (store_id, order_id, id);

CREATE TABLE workshop_settlement (
    id integer not null primary key,
    store_id integer not null references access_store (id),
    order_id integer not null references workshop_order (id),
    number text not null,
    settled_at integer not null,
    settled_by integer not null,
    labour_total integer not null,
    parts_total integer not null,
    outside_total integer not null,
    discount integer not null check (discount >= 0),
    discount_reason text not null,
    rounding_off integer not null check (rounding_off >= 0),
    tax integer not null,
    customer_total integer not null check (customer_total >= 0),
    warranty_total integer not null,
    insurer_total integer not null,
    internal_total integer not null,
    deposit integer not null check (deposit >= 0),
    guarantee_km integer not null,
    guarantee_days integer not null,
    cancelled_at integer,
    cancelled_by integer,
    cancel_reason text not null
) strict;

CREATE UNIQUE INDEX workshop_settlement_in_force on workshop_settlement (store_id,
       order_id) where cancelled_at is null;

CREATE UNIQUE INDEX workshop_settlement_number on workshop_settlement (store_id, number);
