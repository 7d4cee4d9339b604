# The numbers a store decides itself: who may give away how much, how long an answer may take.
clock 2026-04-01 09:00
as sales1
view deals.discount_limits {}
!! not_allowed
do deals.set_discount_limits {"limits": [{"role": "gm", "basis_points": 10000}], "number": 1, "reason": "试改"}
!! not_allowed

# ---- What the program ships with holds until the store says something else
as sales_manager
view deals.discount_limits {}
-> {"limits": [{"role": "sales", "basis_points": 200}, {"role": "sales_manager", "basis_points": 500}, {"role": "gm", "basis_points": 10000}],
    "standing": {"number": 1, "past": []}, "allowed_actions": []}
as gm
do deals.set_discount_limits {"limits": [{"role": "host", "basis_points": 100}, {"role": "gm", "basis_points": 10000}], "number": 1, "reason": "试改"}
!! limit_out_of_range
do deals.set_discount_limits {"limits": [{"role": "sales", "basis_points": 100}, {"role": "sales", "basis_points": 300}], "number": 1, "reason": "试改"}
!! limit_twice
do deals.set_discount_limits {"limits": [{"role": "gm", "basis_points": 300}, {"role": "sales_manager", "basis_points": 200}], "number": 1, "reason": "试改"}
!! limits_not_rising
do deals.set_discount_limits {"limits": [{"role": "sales", "basis_points": 300}], "number": 1, "reason": "试改"}
!! limit_missing
do deals.set_discount_limits {"limits": [{"role": "sales", "basis_points": 200}, {"role": "sales_manager", "basis_points": 500},
    {"role": "gm", "basis_points": 10000}], "number": 1, "reason": "试改"}
!! limits_unchanged
do deals.set_discount_limits {"limits": [{"role": "sales", "basis_points": 100}, {"role": "gm", "basis_points": 10000}],
    "number": 1, "reason": "试改", "valid_from": "2026-03-31"}
!! start_date_past

# security 15
# ---- A quote that is open asks by the limits in force when it asks
do vehicles.add_model {"code": "XC-A5-26", "brand": "星驰", "series": "A5", "trim": "1.5T 精英版", "year": 2026, "fuel": "petrol",
    "gearbox": "automatic", "displacement_ml": 1498, "seats": 5, "price": 14590000, "specs": {}}
-> {"id": @model}
as sales1
do customers.register {"name": "沈佳宜", "phone": "13588012345"}
-> {"id": @customer}
do leads.open_lead {"customer_id": @customer}
-> {"lead_id": @lead}
do deals.start_quote {"customer_id": @customer, "lead_id": @lead, "model_id": @model}
-> {"id": @deal, "version": @d1}
view deals.deal_record {"deal_id": @deal}
-> {"my_limit": 291800}
as gm
do deals.set_discount_limits {"limits": [{"role": "sales", "basis_points": 100}, {"role": "sales_manager", "basis_points": 400},
    {"role": "gm", "basis_points": 10000}], "number": 1, "reason": "二季度收紧让利"}
-> {"number": 2}
do deals.set_discount_limits {"limits": [{"role": "sales", "basis_points": 50}, {"role": "gm", "basis_points": 10000}], "number": 1, "reason": "再收紧"}
!! limits_outdated
view deals.discount_limits {}
-> {"limits": [{"role": "sales", "basis_points": 100}], "standing": {"number": 2, "past": [
    {"number": 2, "reason": "二季度收紧让利", "in_force": true}, {"number": 1, "in_force": false}]}}
as sales1
view deals.deal_record {"deal_id": @deal}
-> {"my_limit": 145900}
do deals.set_discount {"deal_id": @deal, "version": @d1, "amount": 200000, "reason": "老客户介绍"}
-> {"state": "awaiting_approval", "version": @d2}

# ---- A change can be planned; the next one may not begin before it
as gm
do deals.set_discount_limits {"limits": [{"role": "sales", "basis_points": 150}, {"role": "gm", "basis_points": 10000}],
    "number": 2, "reason": "五月放宽", "valid_from": "2026-05-01"}
-> {"number": 3}
do deals.set_discount_limits {"limits": [{"role": "sales", "basis_points": 120}, {"role": "gm", "basis_points": 10000}],
    "number": 3, "reason": "四月中"}
!! starts_before_the_last_version
as sales1
view deals.deal_record {"deal_id": @deal}
-> {"my_limit": 145900}

# ---- How soon a lead is answered
as gm
do leads.set_lead_limits {"first_response_minutes": 0, "escalate_after_minutes": 120, "response_steps_minutes": [5, 15], "number": 1, "reason": "试改"}
!! limit_out_of_range
do leads.set_lead_limits {"first_response_minutes": 15, "escalate_after_minutes": 120, "response_steps_minutes": [], "number": 1, "reason": "试改"}
!! limit_missing
do leads.set_lead_limits {"first_response_minutes": 15, "escalate_after_minutes": 120, "response_steps_minutes": [15, 5], "number": 1, "reason": "试改"}
!! limits_not_rising
do leads.set_lead_limits {"first_response_minutes": 30, "escalate_after_minutes": 120,
    "response_steps_minutes": [5, 15, 30, 60, 240, 1440], "number": 1, "reason": "试改"}
!! limits_unchanged
do leads.set_lead_limits {"first_response_minutes": 15, "escalate_after_minutes": 60, "response_steps_minutes": [5, 15],
    "number": 1, "reason": "试改", "valid_from": "2026-03-01"}
!! start_date_past
do leads.set_lead_limits {"first_response_minutes": 15, "escalate_after_minutes": 60, "response_steps_minutes": [5, 15], "number": 1,
    "reason": "线上线索要更快"}
-> {"number": 2}
do leads.set_lead_limits {"first_response_minutes": 20, "escalate_after_minutes": 60, "response_steps_minutes": [5, 15], "number": 1, "reason": "再改"}
!! limits_outdated
do leads.set_lead_limits {"first_response_minutes": 20, "escalate_after_minutes": 60, "response_steps_minutes": [5, 15], "number": 2,
    "reason": "五月起", "valid_from": "2026-05-01"}
-> {"number": 3}
do leads.set_lead_limits {"first_response_minutes": 25, "escalate_after_minutes": 60, "response_steps_minutes": [5, 15], "number": 3, "reason": "现在"}
!! starts_before_the_last_version
view leads.lead_limits {}
-> {"first_response_minutes": 20, "response_steps_minutes": [5, 15], "standing": {"number": 3}}
view leads.response_times {}
-> {"limit_minutes": 15}

# ---- How long a complaint may wait
do complaints.set_complaint_limits {"severities": [{"severity": "major", "answer_within_minutes": 60, "plan_within_minutes": 1440}],
    "owner_may_promise": 50000, "number": 1, "reason": "试改"}
!! limit_missing
do complaints.set_complaint_limits {"severities": [{"severity": "major", "answer_within_minutes": 60, "plan_within_minutes": 1440},
    {"severity": "major", "answer_within_minutes": 60, "plan_within_minutes": 1440},
    {"severity": "general", "answer_within_minutes": 240, "plan_within_minutes": 4320},
    {"severity": "minor", "answer_within_minutes": 480, "plan_within_minutes": 1440}], "owner_may_promise": 50000, "number": 1, "reason": "试改"}
!! limit_twice
do complaints.set_complaint_limits {"severities": [{"severity": "major", "answer_within_minutes": 0, "plan_within_minutes": 1440},
    {"severity": "general", "answer_within_minutes": 240, "plan_within_minutes": 4320},
    {"severity": "minor", "answer_within_minutes": 480, "plan_within_minutes": 1440}], "owner_may_promise": 50000, "number": 1, "reason": "试改"}
!! limit_out_of_range
do complaints.set_complaint_limits {"severities": [{"severity": "major", "answer_within_minutes": 120, "plan_within_minutes": 1440},
    {"severity": "general", "answer_within_minutes": 240, "plan_within_minutes": 4320},
    {"severity": "minor", "answer_within_minutes": 480, "plan_within_minutes": 1440}], "owner_may_promise": 50000, "number": 1, "reason": "试改"}
!! limits_unchanged
do complaints.set_complaint_limits {"severities": [{"severity": "major", "answer_within_minutes": 60, "plan_within_minutes": 720},
    {"severity": "general", "answer_within_minutes": 240, "plan_within_minutes": 4320},
    {"severity": "minor", "answer_within_minutes": 480, "plan_within_minutes": 1440}], "owner_may_promise": 100000, "number": 7, "reason": "试改"}
!! limits_outdated
do complaints.set_complaint_limits {"severities": [{"severity": "major", "answer_within_minutes": 60, "plan_within_minutes": 720},
    {"severity": "general", "answer_within_minutes": 240, "plan_within_minutes": 4320},
    {"severity": "minor", "answer_within_minutes": 480, "plan_within_minutes": 1440}], "owner_may_promise": 100000, "number": 1,
    "reason": "试改", "valid_from": "2026-01-01"}
!! start_date_past
do complaints.set_complaint_limits {"severities": [{"severity": "major", "answer_within_minutes": 60, "plan_within_minutes": 720},
    {"severity": "general", "answer_within_minutes": 240, "plan_within_minutes": 4320},
    {"severity": "minor", "answer_within_minutes": 480, "plan_within_minutes": 1440}], "owner_may_promise": 100000, "number": 1,
    "reason": "重大投诉一小时内答复", "valid_from": "2026-04-02"}
-> {"number": 2}
do complaints.set_complaint_limits {"severities": [{"severity": "major", "answer_within_minutes": 90, "plan_within_minutes": 720},
    {"severity": "general", "answer_within_minutes": 240, "plan_within_minutes": 4320},
    {"severity": "minor", "answer_within_minutes": 480, "plan_within_minutes": 1440}], "owner_may_promise": 100000, "number": 2, "reason": "今天起"}
!! starts_before_the_last_version
view complaints.complaint_limits {}
-> {"owner_may_promise": 100000, "standing": {"number": 2}}

# ---- When the assistant answers by itself
do consultation.set_assistant_limits {"answer_from_score": 101, "longest_chat": 200, "number": 1, "reason": "试改"}
!! limit_out_of_range
do consultation.set_assistant_limits {"answer_from_score": 45, "longest_chat": 200, "number": 1, "reason": "试改"}
!! limits_unchanged
do consultation.set_assistant_limits {"answer_from_score": 60, "longest_chat": 200, "number": 3, "reason": "试改"}
!! limits_outdated
do consultation.set_assistant_limits {"answer_from_score": 60, "longest_chat": 200, "number": 1, "reason": "试改", "valid_from": "2026-03-31"}
!! start_date_past
do consultation.set_assistant_limits {"answer_from_score": 60, "longest_chat": 200, "number": 1, "reason": "答错几次，更谨慎", "valid_from": "2026-04-08"}
-> {"number": 2}
do consultation.set_assistant_limits {"answer_from_score": 50, "longest_chat": 200, "number": 2, "reason": "今天起"}
!! starts_before_the_last_version
view consultation.assistant_limits {}
-> {"answer_from_score": 60, "longest_chat": 200}

# ---- How long a used car may take
do used_cars.set_used_car_days {"steps": [{"step": "arrived", "days": 1}], "looks_back_days": 90, "number": 1, "reason": "试改"}
!! limit_missing
do used_cars.set_used_car_days {"steps": [{"step": "arrived", "days": 1}, {"step": "inspection", "days": 1}, {"step": "inspection", "days": 1},
    {"step": "mechanical", "days": 3}, {"step": "body_paint", "days": 3}, {"step": "cleaning", "days": 1}, {"step": "photos", "days": 1},
    {"step": "for_sale", "days": 45}], "looks_back_days": 90, "number": 1, "reason": "试改"}
!! limit_twice
do used_cars.set_used_car_days {"steps": [{"step": "arrived", "days": 1}, {"step": "inspection", "days": 1}, {"step": "mechanical", "days": 0},
    {"step": "body_paint", "days": 3}, {"step": "cleaning", "days": 1}, {"step": "photos", "days": 1}, {"step": "for_sale", "days": 45}],
    "looks_back_days": 90, "number": 1, "reason": "试改"}
!! limit_out_of_range
do used_cars.set_used_car_days {"steps": [{"step": "arrived", "days": 1}, {"step": "inspection", "days": 1}, {"step": "mechanical", "days": 3},
    {"step": "body_paint", "days": 3}, {"step": "cleaning", "days": 1}, {"step": "photos", "days": 1}, {"step": "for_sale", "days": 45}],
    "looks_back_days": 90, "number": 1, "reason": "试改"}
!! limits_unchanged
do used_cars.set_used_car_days {"steps": [{"step": "arrived", "days": 1}, {"step": "inspection", "days": 1}, {"step": "mechanical", "days": 2},
    {"step": "body_paint", "days": 3}, {"step": "cleaning", "days": 1}, {"step": "photos", "days": 1}, {"step": "for_sale", "days": 30}],
    "looks_back_days": 90, "number": 2, "reason": "试改"}
!! limits_outdated
do used_cars.set_used_car_days {"steps": [{"step": "arrived", "days": 1}, {"step": "inspection", "days": 1}, {"step": "mechanical", "days": 2},
    {"step": "body_paint", "days": 3}, {"step": "cleaning", "days": 1}, {"step": "photos", "days": 1}, {"step": "for_sale", "days": 30}],
    "looks_back_days": 90, "number": 1, "reason": "试改", "valid_from": "2026-03-01"}
!! start_date_past
do used_cars.set_used_car_days {"steps": [{"step": "arrived", "days": 1}, {"step": "inspection", "days": 1}, {"step": "mechanical", "days": 2},
    {"step": "body_paint", "days": 3}, {"step": "cleaning", "days": 1}, {"step": "photos", "days": 1}, {"step": "for_sale", "days": 30}],
    "looks_back_days": 90, "number": 1, "reason": "周转要快", "valid_from": "2026-04-02"}
-> {"number": 2}
do used_cars.set_used_car_days {"steps": [{"step": "arrived", "days": 1}, {"step": "inspection", "days": 1}, {"step": "mechanical", "days": 2},
    {"step": "body_paint", "days": 3}, {"step": "cleaning", "days": 1}, {"step": "photos", "days": 1}, {"step": "for_sale", "days": 40}],
    "looks_back_days": 90, "number": 2, "reason": "今天起"}
!! starts_before_the_last_version
view used_cars.used_car_days {}
-> {"looks_back_days": 90, "standing": {"number": 2}}
+ 25h
view used_cars.board {}
-> {"steps": [{"step": "mechanical", "target_days": 2}]}

# ---- Of how many customers one person may read in an hour
as sales1
do customers.set_reading_limits {"notice_at": 500, "stop_at": 2000, "number": 1, "reason": "试改"}
!! not_allowed
as gm
view customers.reading_limits {}
-> {"notice_at": 1000, "stop_at": 5000, "standing": {"number": 1, "past": []}, "allowed_actions": [{"name": "customers.set_reading_limits"}]}
do customers.set_reading_limits {"notice_at": 0, "stop_at": 2000, "number": 1, "reason": "试改"}
!! limit_out_of_range
do customers.set_reading_limits {"notice_at": 500, "stop_at": 500, "number": 1, "reason": "试改"}
!! limits_not_rising
do customers.set_reading_limits {"notice_at": 1000, "stop_at": 5000, "number": 1, "reason": "试改"}
!! limits_unchanged
do customers.set_reading_limits {"notice_at": 500, "stop_at": 2000, "number": 2, "reason": "试改"}
!! limits_outdated
do customers.set_reading_limits {"notice_at": 500, "stop_at": 2000, "number": 1, "reason": "试改", "valid_from": "2026-03-01"}
!! start_date_past
do customers.set_reading_limits {"notice_at": 500, "stop_at": 2000, "number": 1, "reason": "客户少，查阅也少", "valid_from": "2026-05-01"}
-> {"number": 2}
do customers.set_reading_limits {"notice_at": 600, "stop_at": 2000, "number": 2, "reason": "现在"}
!! starts_before_the_last_version
