# Right warmth: greeted in time, left alone afterwards, spoken to again when the visitor asks for it.
clock 2026-03-02 08:30
as sales1
do reception.start_duty {"answers": [{"item": "uniform", "verdict": "ok", "note": "", "photos": []}, {"item": "name_badge", "verdict": "ok", "note": "", "photos": []}, {"item": "hair", "verdict": "ok", "note": "", "photos": []}, {"item": "hands", "verdict": "ok", "note": "", "photos": []}, {"item": "shoes", "verdict": "ok", "note": "", "photos": []}, {"item": "breath", "verdict": "ok", "note": "", "photos": []}, {"item": "tools", "verdict": "ok", "note": "", "photos": []}]}

# ---- Half a minute after the greeting the consultant comes with questions: too early
clock 2026-03-02 09:00
as host
do reception.register_arrival {"party_size": 1, "purpose": "look_at_cars", "channel": "walk_in"}
-> {"visit_id": @pressed}
as sales1
do reception.greet_visitor {"visit_id": @pressed}
do reception.identify_visitor {"visit_id": @pressed, "name": "顾一鸣", "phone": "13588010001"}
do leads.open_lead {"visit_id": @pressed}
-> {"lead_id": @lead}
+ 30s
do leads.record_needs {"lead_id": @lead, "version": 1, "visit_id": @pressed, "answers": [
    {"question": "timing", "choices": ["within_days"]}, {"question": "use", "choices": ["commute", "family"]},
    {"question": "family", "choices": ["three_to_five"]}, {"question": "budget", "choices": ["from_100k_to_150k"]},
    {"question": "drive", "choices": ["petrol"]}, {"question": "gearbox", "choices": ["automatic"]},
    {"question": "decision", "choices": ["with_family_here"]}, {"question": "visited", "choices": ["first_time"]}]}
view standards.strip {"object_type": "visit", "object_id": @pressed}
-> {"cases": [{"milestones": [{"name": "greeted", "verdict": "on_time"}, {"name": "needs_asked", "verdict": "too_early"}]}]}
do reception.end_visit {"visit_id": @pressed, "outcome": "no_interest"}

# ---- Another one beckons after twenty seconds: from then on nobody is too early
as host
do reception.register_arrival {"party_size": 1, "purpose": "look_at_cars", "channel": "walk_in"}
-> {"visit_id": @asking}
view reception.visit_record {"visit_id": @asking}
-> {"visit": {"version": @v}}
do reception.ask_for_help {"visit_id": @asking, "version": @v}
!! visitor_not_greeted
as sales1
do reception.greet_visitor {"visit_id": @asking}
do reception.identify_visitor {"visit_id": @asking, "name": "苏晓", "phone": "13588010002"}
do leads.open_lead {"visit_id": @asking}
-> {"lead_id": @second}
+ 20s
as host
view reception.visit_record {"visit_id": @asking}
-> {"visit": {"version": @v2}}
do reception.ask_for_help {"visit_id": @asking, "version": @v2}
-> {}
view reception.visit_record {"visit_id": @asking}
-> {"visit": {"version": @v3, "help_asked_at": "2026-03-02T01:00:50.000Z"}}
do reception.ask_for_help {"visit_id": @asking, "version": @v3}
!! help_is_asked
as sales1
view tasks.my_alerts {}
-> {"rows": [{"title_key": "alert.visitor_asks_for_help"}]}
+ 10s
do leads.record_needs {"lead_id": @second, "version": 1, "visit_id": @asking, "answers": [
    {"question": "timing", "choices": ["within_days"]}, {"question": "use", "choices": ["commute", "family"]},
    {"question": "family", "choices": ["three_to_five"]}, {"question": "budget", "choices": ["from_100k_to_150k"]},
    {"question": "drive", "choices": ["petrol"]}, {"question": "gearbox", "choices": ["automatic"]},
    {"question": "decision", "choices": ["with_family_here"]}, {"question": "visited", "choices": ["first_time"]}]}
view standards.strip {"object_type": "visit", "object_id": @asking}
-> {"cases": [{"milestones": [{"name": "greeted", "verdict": "on_time"}, {"name": "needs_asked", "verdict": "on_time"}]}]}
do reception.end_visit {"visit_id": @asking, "outcome": "no_interest"}

# ---- She is in the house, so nobody else is her
clock 2026-03-03 10:00
as host
do reception.register_arrival {"party_size": 1, "purpose": "look_at_cars", "channel": "walk_in", "phone": "13588010002"}
-> {"visit_id": @hers, "customer_id": @su}
do reception.register_arrival {"party_size": 1, "purpose": "look_at_cars", "channel": "walk_in"}
-> {"visit_id": @other}
do reception.identify_visitor {"visit_id": @other, "customer_id": @su}
!! customer_is_here_already
do reception.identify_visitor {"visit_id": @other, "phone": "13588010002"}
!! customer_is_here_already
do reception.identify_visitor {"visit_id": @hers, "customer_id": @su}
-> {"customer_id": @su}
