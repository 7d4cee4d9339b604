-- Which leads went into one: what was offered for them ends with it.
create index leads_lead_merged on leads_lead (store_id, merged_into) where merged_into is not null;
