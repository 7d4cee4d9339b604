# Leads that call and write: known already or new, shared out, answered in time or not, merged, lost to a rival, counted.
clock 2026-03-02 08:40
as sales_manager
do vehicles.add_model {"code": "S7-15H-L", "brand": "星驰", "series": "S7", "trim": "1.5L 双擎混动豪华型", "year": 2026,
    "fuel": "hybrid", "gearbox": "automatic", "displacement_ml": 1498, "seats": 5, "price": 16980000,
    "specs": {"body": "suv", "power_kw": 152}, "colours": [], "options": []}
-> {"id": @model}
as sales1
view tasks.mine
-> {"rows": []}
as sales_manager
view reception.rota {}
-> {"people": [{"name": "李婷", "user_id": @li}, {"name": "王浩", "user_id": @wang}], "series_offered": ["S7"]}

# ---- The floor: who is there in which order, and who knows which series
do reception.plan_day {"on_date": "2026-03-02", "shifts": [{"user_id": @wang, "kind": "whole"}, {"user_id": @li, "kind": "whole"}]}
# Who is not in the rota comes after those who are. (Found by the simulator.)
view reception.showroom_now {}
-> {"next_consultant_id": @wang}
do reception.plan_day {"on_date": "2026-03-01", "shifts": []}
!! day_is_past
do reception.plan_day {"on_date": "2026-03-03", "shifts": [{"user_id": @wang, "kind": "whole"}, {"user_id": @wang, "kind": "off"}]}
!! planned_twice
do reception.plan_day {"on_date": "2026-03-03", "shifts": [{"user_id": 1, "kind": "whole"}]}
!! not_of_the_sales_team
do reception.copy_week {"from_monday": "2026-03-02", "to_monday": "2026-03-10"}
!! not_a_monday
do reception.copy_week {"from_monday": "2026-03-09", "to_monday": "2026-03-16"}
!! week_not_planned
do reception.copy_week {"from_monday": "2026-03-02", "to_monday": "2026-03-09"}
-> {"shifts": 2}
do reception.set_knowledge {"user_id": @li, "series": ["S7"]}
do reception.set_knowledge {"user_id": @li, "series": ["没有"]}
!! series_unknown
view reception.rota {"monday": "2026-03-09"}
-> {"people": [{"user_id": @li, "series": ["S7"]}], "shifts": [{"user_id": @wang, "on_date": "2026-03-09", "position": 1}]}
view reception.rota {"monday": "2026-03-10"}
!! not_a_monday
do reception.check_etiquette {"user_id": @wang, "note": "接待中看手机", "answers": [
    {"item": "uniform", "verdict": "ok", "note": "", "photos": []}, {"item": "grooming", "verdict": "ok", "note": "", "photos": []},
    {"item": "posture", "verdict": "ok", "note": "", "photos": []}, {"item": "welcome", "verdict": "ok", "note": "", "photos": []},
    {"item": "distance", "verdict": "ok", "note": "", "photos": []}, {"item": "language", "verdict": "ok", "note": "", "photos": []},
    {"item": "phone", "verdict": "fault", "note": "两次", "photos": []}, {"item": "farewell", "verdict": "ok", "note": "", "photos": []}]}
-> {"faults": 1}
view reception.appearance {}
-> {"rows": [{"user_id": @wang, "faults": 1, "checked_by": "周建国"}]}
as sales2
view tasks.my_alerts
-> {"rows": [{"title_key": "alert.etiquette_faults"}]}

# Who wants to see an S7 goes to who knows it, though it is another's turn.
as host
do reception.register_arrival {"party_size": 1, "purpose": "look_at_cars", "channel": "walk_in", "series": "S7"}
-> {"visit_id": @visit, "consultant_name": "李婷"}
view reception.showroom_now {}
-> {"visitors": [{"id": @visit, "series": "S7", "knows_series": true}]}

# ---- A call: the lead is entered by the reception and shared out by the rule
do leads.register_lead {"name": "许文静", "phone": "13900001111", "source": "phone_call", "campaign": " 春季购车节 ", "model_id": @model, "plate": "浙A11111"}
-> {"lead_id": @lead, "was_open": false}
view leads.campaigns {}
-> {"rows": [{"campaign": "春季购车节", "leads": 1, "open": 1, "won": 0, "lost": 0}]}
view leads.lead_list {"q": "1111"}
-> {"rows": [{"id": @lead}]}
view leads.lead_list {"q": "许文静", "state": "open"}
-> {"rows": [{"id": @lead}]}
view leads.lead_list {"q": "无此人"}
-> {"rows": []}
view leads.lead_list {"campaign": "春季购车节"}
-> {"rows": [{"id": @lead}]}
view leads.lead_record {"lead_id": @lead}
-> {"consultant_name": "李婷", "owners": [{"because": "knows_model", "name": "李婷"}], "lead": {"respond_by": @any}}
as sales1
view tasks.my_alerts
-> {"rows": [{"title_key": "alert.lead_given", "object_id": @lead}]}

# ---- Known already: by phone, by plate, by VIN; shown before saving and refused with the name
as host
view leads.duplicates {"phone": "13900001111"}
-> {"rows": [{"found_by": "phone", "lead_id": @lead, "consultant_name": "李婷"}]}
view leads.duplicates {"plate": "浙A11111"}
-> {"rows": [{"found_by": "plate", "lead_id": @lead}]}
view leads.duplicates {"phone": "13911112222", "plate": "浙A99999"}
-> {"rows": []}
do leads.register_lead {"name": "许文静", "phone": "13900001111", "source": "web"}
!! lead_exists_already
do leads.register_lead {"name": "许先生", "phone": "13900002222", "source": "web", "plate": "浙A11111"}
!! lead_exists_already
do leads.register_lead {"name": "许先生", "phone": "13900002222", "source": "web", "plate": "浙A11111", "somebody_else": true}
-> {"lead_id": @husband}
# Both drive the car, and both are shown to who asks next. (Found by the simulator.)
view leads.duplicates {"plate": "浙A11111"}
-> {"rows": [{"found_by": "plate", "lead_id": @lead}, {"found_by": "plate", "lead_id": @husband}]}
as care
do customers.register {"name": "钱伟", "phone": "13700007777", "gender": "male", "source": "service"}
-> {"id": @qian}
do customers.add_car {"customer_id": @qian, "vin": "LSVAA4182E2184847", "plate": "浙A22222", "model_text": "大众 朗逸", "mileage_km": 30000}
view leads.duplicates {"vin": "LSVAA4182E2184847"}
-> {"rows": [{"customer_id": @qian, "found_by": "vin", "lead_id": null}]}
do leads.register_lead {"name": "钱先生", "source": "service", "plate": "浙A22222"}
!! customer_known_by_car
do leads.register_lead {"name": "钱伟", "source": "service", "customer_id": @qian, "plate": "浙A22222"}
-> {"lead_id": @qian_lead, "was_open": false}
do leads.register_lead {"name": "钱伟", "source": "service", "customer_id": @qian}
!! lead_exists_already
do leads.register_lead {"name": "钱伟", "source": "service", "customer_id": 1}
!! customer_not_found
do leads.register_lead {"name": "x", "source": "service", "model_id": 1}
!! model_not_found
do leads.register_lead {"name": "x", "source": "service", "consultant_id": @me}
!! not_a_consultant

# ---- Two consultants on one lead: the second is refused with the first one's name
as sales2
do leads.record_contact {"lead_id": @lead, "channel": "phone_call", "result": "reached", "words": "客户问混动油耗", "version": 1}
!! lead_belongs_to_another
view leads.lead_record {"lead_id": @lead}
-> {"allowed_actions": [{"name": "leads.record_contact", "refused_because": "lead_belongs_to_another"}]}
as sales1
+ 10m
do leads.record_contact {"lead_id": @lead, "channel": "phone_call", "result": "reached", "words": "客户问混动油耗", "version": 1}
-> {"late": false}

# ---- Nobody answers the husband: the manager hears of it after the limit
+ 30m
as sales_manager
view tasks.my_alerts
-> {"rows": [{"title_key": "alert.lead_not_answered", "object_id": @husband}]}
view leads.response_times {}
-> {"limit_minutes": 30, "steps": [{"up_to_minutes": 15, "leads": 1}], "unanswered": 2}
view leads.response_times {"from_date": "2026-03-03", "to_date": "2026-03-02"}
!! period_upside_down

# ---- Handed over with a reason; the history of owners stays
do leads.reassign_lead {"lead_id": @lead, "consultant_id": @wang, "reason": "李婷休假", "version": 2}
view leads.lead_record {"lead_id": @lead}
-> {"owners": [{"name": "王浩", "because": "reassigned", "reason": "李婷休假"}, {"name": "李婷", "because": "knows_model"}]}
do leads.reassign_lead {"lead_id": @lead, "consultant_id": @wang, "reason": "再转一次", "version": 3}
!! lead_is_theirs_already

# ---- The couple is one case: the husband's lead goes into the wife's with its history
do leads.merge_leads {"lead_id": @lead, "other_lead_id": @lead, "reason": "同一家人", "version": 3}
!! lead_merged_with_itself
view leads.lead_record {"lead_id": @husband}
-> {"lead": {"customer_id": @his_customer}}
do deals.start_quote {"customer_id": @his_customer, "lead_id": @husband, "model_id": @model}
-> {"id": @his_quote}
do leads.merge_leads {"lead_id": @lead, "other_lead_id": @husband, "reason": "夫妻同一购车", "version": 3}
# What was offered him still stands: the lead is only a duplicate.
view deals.deal_record {"deal_id": @his_quote}
-> {"deal": {"state": "draft"}}
do leads.merge_leads {"lead_id": @lead, "other_lead_id": @husband, "reason": "夫妻同一购车", "version": 4}
!! lead_merged_already
do leads.revive_lead {"lead_id": @husband, "reason": "并错了", "version": 99}
!! lead_merged_already
view leads.lead_record {"lead_id": @lead}
-> {"merged": [{"id": @husband, "customer_id": @his_customer}]}
view leads.lead_record {"lead_id": @husband}
-> {"lead": {"state": "lost", "lost_because": "duplicate", "merged_into": @lead}, "merged_into_number": @any}

# ---- A day later the planned contact is overdue: counted, and the manager is told
+ 2d
# Whoever is told that a step is late is told whose it is.
as sales1
view tasks.my_alerts {}
-> {"rows": [{"title_key": "alert.standards.milestone_missed_of", "title_params": {"customer": "钱伟"}}]}
as sales_manager
view leads.overdue {}
-> {"rows": [{"consultant_id": @wang, "overdue": 1, "escalated": 1}]}
view tasks.my_alerts
-> {"rows": [{"title_key": "alert.leads_overdue"}]}
view leads.lead_record {"lead_id": @lead}
-> {"lead": {"times_late": 1, "version": @v}}

# ---- Lost to a rival, with the manager's own word; the report says to whom and why
do leads.lose_lead {"lead_id": @lead, "because": "price", "words": "对方优惠一万二", "competitor_model": "远航  L6", "version": @v}
-> {"waits_for_approval": false}
# What was offered the husband was offered for this lead, into which his went. (Found by the simulator.)
view deals.deal_record {"deal_id": @his_quote}
-> {"deal": {"state": "cancelled"}}
view leads.loss_report {}
-> {"lost": 1, "reasons": [{"because": "price", "leads": 1}], "rivals": [{"competitor_model": "远航 L6", "model_id": @model, "leads": 1, "for_price": 1}]}
view leads.rival_names {}
-> {"rows": [{"competitor_model": "远航 L6", "leads": 1}]}
view leads.loss_list {"lost_because": "price", "competitor_model": "远航 L6"}
-> {"rows": [{"lead_id": @lead, "customer_name": "许文静", "lost_words": "对方优惠一万二", "revived_at": null, "state": "lost"}]}
view leads.loss_list {"from_date": "2024-01-01", "to_date": "2026-03-02"}
!! period_too_long

# ---- The funnel: one arrival, two ways in by telephone or from the service (the husband's call was the wife's)
view leads.funnel {"by": "channel"}
-> {"total": {"came": 3, "kept": 2, "ordered": 0}, "bars": [{"key": "walk_in", "came": 1, "kept": 0}, {"key": "phone_call", "came": 1, "kept": 1}]}
view leads.funnel {"by": "consultant"}
-> {"bars": [{"label": "王浩", "came": 1}]}
view leads.funnel {"by": "model", "channel": "phone_call"}
-> {"bars": [{"label": "星驰 S7 2026款 1.5L 双擎混动豪华型", "came": 1}]}
view leads.funnel {"by": "day"}
-> {"bars": [{"key": "2026-03-02", "came": 3}]}
view leads.funnel {"by": "day", "from_date": "2024-01-01", "to_date": "2026-03-02"}
!! period_too_long
view leads.funnel_cases {"kept": true, "channel": "phone_call"}
-> {"rows": [{"lead_id": @lead, "name": "许文静", "drove_at": null}]}
view leads.funnel_cases {"kept": false}
-> {"rows": [{"visit_id": @visit, "lead_id": null}]}

# ---- The questionnaire is changed in a draft; who was asked before keeps the version asked
do leads.start_questionnaire {}
-> {"questionnaire_draft_id": @draft, "number": 1, "version": 1}
do leads.save_questionnaire {"questionnaire_draft_id": @draft, "version": 1, "title": {"zh": "需求了解（春季）", "en": "Needs, spring"},
    "next_contact_days": {"ungraded": 1, "H": 1, "A": 3, "B": 7, "C": 15}, "raise_from_score": 80, "lower_below_score": 20,
    "questions": [{"name": "timing", "kind": "one", "required": false, "text": {"zh": "何时购车？", "en": "When?"},
        "options": [{"name": "now", "text": {"zh": "本周", "en": "This week"}, "points": 10, "grade": "H"}]}]}
!! no_purchase_window
do leads.save_questionnaire {"questionnaire_draft_id": @draft, "version": 1, "title": {"zh": "需求了解（春季）", "en": "Needs, spring"},
    "next_contact_days": {"ungraded": 1, "H": 1, "A": 3, "B": 7, "C": 15}, "raise_from_score": 80, "lower_below_score": 20,
    "questions": [{"name": "timing", "kind": "one", "required": true, "text": {"zh": "何时购车？", "en": "When?"},
        "options": [{"name": "now", "text": {"zh": "本周", "en": "This week"}, "points": 10, "grade": "H"},
                    {"name": "later", "text": {"zh": "以后", "en": "Later"}, "points": 2, "grade": "C"}]}]}
-> {"version": 2}
do leads.try_questionnaire {"questionnaire_draft_id": @draft, "answers": [{"question": "timing", "choices": ["now"]}]}
-> {"score": 100, "grade": "H"}
do leads.try_questionnaire {"questionnaire_draft_id": @draft, "answers": []}
!! answer_missing
do leads.publish_questionnaire {"questionnaire_draft_id": @draft, "reason": "春季活动缩短问卷", "version": 2}
-> {"number": 1}
do leads.publish_questionnaire {"questionnaire_draft_id": @draft, "reason": "再发一次", "version": 3}
!! questionnaire_not_a_draft
view leads.questionnaire {}
-> {"title": {"zh": "需求了解（春季）"}}
do leads.start_questionnaire {}
-> {"questionnaire_draft_id": @draft2, "number": 2}
do leads.discard_questionnaire {"questionnaire_draft_id": @draft2, "version": 1}
do leads.discard_questionnaire {"questionnaire_draft_id": 1, "version": 1}
!! questionnaire_not_found
view leads.questionnaire_desk {}
-> {"number_in_force": 1, "draft": null, "versions": [{"number": 1, "reason": "春季活动缩短问卷"}]}
view leads.lead_record {"lead_id": @qian_lead}
-> {"lead": {"version": @qv}}
# A call that was planned is not put off by the grade, whoever has not been reached yet. (Found by the simulator.)
do leads.plan_contact {"lead_id": @qian_lead, "at": "now+3h", "channel": "phone_call", "version": @qv}
view leads.lead_record {"lead_id": @qian_lead}
-> {"lead": {"next_contact_at": @planned, "version": @qv2}}
do leads.record_needs {"lead_id": @qian_lead, "version": @qv2, "answers": [{"question": "timing", "choices": ["now"]}]}
-> {"grade": "H", "score": 100, "next_contact_at": @planned}
view leads.lead_record {"lead_id": @qian_lead}
-> {"questionnaire_number": 1}
