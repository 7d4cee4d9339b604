-- A deal on a used car: its price is the car's own, no purchase tax is due, and its VAT has another rate.
alter table deals_deal add column used bigint not null default 0 check (used in (0, 1));
