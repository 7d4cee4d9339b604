-- The insurer's commission: owed to us from the policy on, paid later.
alter table deals_policy add column commission_received_at bigint;
alter table deals_policy add column commission_reference text not null default '';
