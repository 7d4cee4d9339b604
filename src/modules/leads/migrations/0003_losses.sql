-- Each time a lead was lost: a lead that came back later was lost all the same.
create table leads_loss (
    id bigint not null primary key,
    store_id bigint not null,
    lead_id bigint not null references leads_lead (id),
    lost_at bigint not null,
    lost_because text not null,
    competitor_model text not null,
    lost_words text not null,
    model_id bigint,
    consultant_id bigint not null,
    revived_at bigint
);
create index leads_loss_of_lead on leads_loss (store_id, lead_id, lost_at);
-- Holds all that the report's groups read.
create index leads_loss_day on leads_loss (store_id, lost_at, id, lost_because, competitor_model, model_id,
    consultant_id, revived_at);
insert into leads_loss (id, store_id, lead_id, lost_at, lost_because, competitor_model, lost_words, model_id,
    consultant_id)
select id, store_id, id, closed_at, lost_because, competitor_model, lost_words, model_id, consultant_id
from leads_lead
where state = 'lost' and lost_because <> 'duplicate';
drop index leads_lead_lost;
