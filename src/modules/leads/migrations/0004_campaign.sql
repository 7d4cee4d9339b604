-- Which campaign brought a lead; '' for none.
alter table leads_lead add column campaign text not null default '';
create index leads_lead_campaign on leads_lead (store_id, campaign, opened_at) where campaign <> '';
