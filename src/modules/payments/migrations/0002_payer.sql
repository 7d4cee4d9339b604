-- Who paid, when it was not the customer: the lender of a loan.
alter table payments_payment add column payer text not null default '';
