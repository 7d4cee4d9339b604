-- Leads lost are counted too: what was counted before is counted anew out of the log.
delete from people_counting;
