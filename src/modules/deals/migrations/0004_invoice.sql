-- The data of a motor vehicle sales invoice as it was issued. The buyer's identity number stays with the customer.
create table deals_invoice (
    id bigint not null primary key,
    store_id bigint not null,
    deal_id bigint not null references deals_deal (id),
    car_id bigint not null,
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
    passengers bigint not null check (passengers > 0),
    price bigint not null check (price > 0),
    net bigint not null,
    tax bigint not null,
    vat_basis_points bigint not null,
    tax_office text not null,
    tax_office_code text not null,
    issued_by bigint not null,
    issued_at bigint not null,
    voided_at bigint,
    void_reason text not null default '',
    version bigint not null default 1,
    unique (store_id, invoice_number),
    check (net + tax = price)
);
create unique index deals_invoice_in_force on deals_invoice (store_id, car_id) where voided_at is null;
create index deals_invoice_deal on deals_invoice (store_id, deal_id, id);
