# A service standard gets a second version: drafted, compared, published with its reason; running cases keep theirs.
clock 2026-04-01 09:00
as host
do reception.register_arrival {"party_size": 1, "purpose": "look_at_cars", "channel": "walk_in", "leave_unassigned": true}
-> {"visit_id": @first}
view standards.strip {"object_type": "visit", "object_id": @first}
-> {"cases": [{"process": "reception", "milestones": [{"name": "greeted"}, {"name": "needs_asked"}]}]}

as sales1
do standards.open_draft {"process": "reception"}
!! not_allowed
as gm
do standards.open_draft {"process": "no_such_process"}
!! standard_not_found
do standards.publish {"process": "reception", "version": 1, "reason": "试改"}
!! draft_not_found
do standards.discard_draft {"process": "reception", "version": 1}
!! draft_not_found
do standards.open_draft {"process": "reception"}
-> {"version": 1, "changes": 0}
do standards.open_draft {"process": "reception"}
!! draft_is_open
do standards.publish {"process": "reception", "version": 1, "reason": "试改"}
!! draft_changes_nothing

# What cannot be a standard is refused by its name.
do standards.change_draft {"process": "reception", "version": 1, "title": {"zh": "展厅接待", "en": "Showroom reception"},
    "ended_by": ["reception.visit_ended"], "milestones": [
    {"name": "arrived", "title": {"zh": "登记到店", "en": "Arrival registered"}, "event": "reception.arrival_registered",
        "roles": ["host", "sales", "sales_manager"], "on_miss": "measure"},
    {"name": "assigned", "title": {"zh": "分配销售顾问", "en": "Consultant assigned"}, "event": "reception.consultant_assigned",
        "roles": ["host", "sales", "sales_manager"], "after": "arrived", "within_s": 60, "needs": ["arrived"], "on_miss": "warn"},
    {"name": "greeted", "title": {"zh": "迎接客户", "en": "Visitor greeted"}, "event": "reception.visitor_greeted",
        "roles": ["sales", "sales_manager"], "after": "arrived", "within_s": 60, "not_before_s": 60, "needs": ["assigned"], "on_miss": "warn"},
    {"name": "seen_off", "title": {"zh": "送别并记录结果", "en": "Seen off, outcome recorded"}, "event": "reception.visit_ended",
        "roles": ["sales", "sales_manager", "host"], "after": "greeted", "within_s": 10800, "needs": ["greeted"],
        "evidence": ["outcome"], "on_miss": "measure", "ends": true}]}
!! lower_over_upper
do standards.change_draft {"process": "reception", "version": 1, "title": {"zh": "展厅接待", "en": "Showroom reception"},
    "ended_by": ["reception.visit_ended"], "milestones": [
    {"name": "arrived", "title": {"zh": "登记到店", "en": "Arrival registered"}, "event": "reception.arrival_registered",
        "roles": ["host", "sales", "sales_manager"], "on_miss": "measure"},
    {"name": "assigned", "title": {"zh": "分配销售顾问", "en": "Consultant assigned"}, "event": "reception.consultant_assigned",
        "roles": ["host", "sales", "sales_manager"], "after": "arrived", "within_s": 60, "needs": ["arrived"], "on_miss": "warn"},
    {"name": "greeted", "title": {"zh": "迎接客户", "en": "Visitor greeted"}, "event": "reception.visitor_greeted",
        "roles": ["sales", "sales_manager"], "after": "arrived", "within_s": 0, "needs": ["assigned"], "on_miss": "warn"},
    {"name": "seen_off", "title": {"zh": "送别并记录结果", "en": "Seen off, outcome recorded"}, "event": "reception.visit_ended",
        "roles": ["sales", "sales_manager", "host"], "after": "greeted", "within_s": 10800, "needs": ["greeted"],
        "evidence": ["outcome"], "on_miss": "measure", "ends": true}]}
!! target_not_positive
do standards.change_draft {"process": "reception", "version": 1, "title": {"zh": "展厅接待", "en": "Showroom reception"},
    "ended_by": ["reception.visit_ended"], "milestones": [
    {"name": "arrived", "title": {"zh": "登记到店", "en": "Arrival registered"}, "event": "reception.arrival_registered",
        "roles": ["host", "sales", "sales_manager"], "on_miss": "measure"},
    {"name": "assigned", "title": {"zh": "分配销售顾问", "en": "Consultant assigned"}, "event": "reception.consultant_assigned",
        "roles": ["host", "sales", "sales_manager"], "after": "arrived", "within_s": 60, "needs": ["arrived"], "on_miss": "warn"},
    {"name": "greeted", "title": {"zh": "迎接客户", "en": "Visitor greeted"}, "event": "reception.visitor_greeted",
        "roles": ["sales", "sales_manager"], "after": "arrived", "within_s": 60, "checklist": "no_such_list", "needs": ["assigned"], "on_miss": "warn"},
    {"name": "seen_off", "title": {"zh": "送别并记录结果", "en": "Seen off, outcome recorded"}, "event": "reception.visit_ended",
        "roles": ["sales", "sales_manager", "host"], "after": "greeted", "within_s": 10800, "needs": ["greeted"],
        "evidence": ["outcome"], "on_miss": "measure", "ends": true}]}
!! checklist_of_standard_unknown
do standards.change_draft {"process": "reception", "version": 1, "title": {"zh": "展厅接待", "en": "Showroom reception"},
    "ended_by": [], "milestones": []}
!! standard_needs_milestones
do standards.change_draft {"process": "reception", "version": 1, "title": {"zh": "展厅接待", "en": "Showroom reception"},
    "ended_by": [], "milestones": [{"name": "arrived", "title": {"zh": "登记到店", "en": "Arrival registered"}, "event": "reception.arrival_registered", "on_miss": "measure"},
    {"name": "greeted", "title": {"zh": "", "en": "x"}, "event": "reception.visitor_greeted", "on_miss": "warn"}]}
!! milestone_needs_name
do standards.change_draft {"process": "reception", "version": 1, "title": {"zh": "展厅接待", "en": "Showroom reception"},
    "ended_by": [], "milestones": [{"name": "arrived", "title": {"zh": "登记到店", "en": "Arrival registered"}, "event": "reception.arrival_registered", "on_miss": "measure"},
    {"name": "arrived", "title": {"zh": "迎接", "en": "x"}, "event": "reception.visitor_greeted", "on_miss": "warn"}]}
!! milestone_twice
do standards.change_draft {"process": "reception", "version": 1, "title": {"zh": "展厅接待", "en": "Showroom reception"},
    "ended_by": [], "milestones": [{"name": "arrived", "title": {"zh": "登记到店", "en": "Arrival registered"}, "event": "reception.arrival_registered", "on_miss": "measure"},
    {"name": "greeted", "title": {"zh": "迎接", "en": "x"}, "event": "reception.no_such_thing", "on_miss": "warn"}]}
!! event_unknown
do standards.change_draft {"process": "reception", "version": 1, "title": {"zh": "展厅接待", "en": "Showroom reception"},
    "ended_by": [], "milestones": [{"name": "arrived", "title": {"zh": "登记到店", "en": "Arrival registered"}, "event": "reception.arrival_registered", "on_miss": "measure"},
    {"name": "greeted", "title": {"zh": "迎接", "en": "x"}, "event": "reception.visitor_greeted", "on_miss": "warn", "needs": ["tea_served"]}]}
!! milestone_unknown
do standards.change_draft {"process": "reception", "version": 1, "title": {"zh": "展厅接待", "en": "Showroom reception"},
    "ended_by": [], "milestones": [{"name": "arrived", "title": {"zh": "登记到店", "en": "Arrival registered"}, "event": "reception.arrival_registered", "on_miss": "measure"},
    {"name": "greeted", "title": {"zh": "迎接", "en": "x"}, "event": "reception.visitor_greeted", "on_miss": "warn", "needs": ["asked"]},
    {"name": "asked", "title": {"zh": "询问", "en": "x"}, "event": "leads.needs_recorded", "on_miss": "warn", "needs": ["greeted"]}]}
!! milestones_in_a_circle
do standards.change_draft {"process": "reception", "version": 1, "title": {"zh": "展厅接待", "en": "Showroom reception"},
    "ended_by": [], "milestones": [{"name": "greeted", "title": {"zh": "迎接", "en": "x"}, "event": "reception.visitor_greeted", "on_miss": "warn", "after": "arrived", "within_s": 60},
    {"name": "arrived", "title": {"zh": "登记到店", "en": "Arrival registered"}, "event": "reception.arrival_registered", "on_miss": "measure"}]}
!! first_milestone_waits
do standards.change_draft {"process": "reception", "version": 1, "title": {"zh": "展厅接待", "en": "Showroom reception"},
    "ended_by": [], "milestones": [{"name": "arrived", "title": {"zh": "登记到店", "en": "Arrival registered"}, "event": "reception.arrival_registered", "on_miss": "measure"},
    {"name": "greeted", "title": {"zh": "迎接", "en": "x"}, "event": "reception.visitor_greeted", "on_miss": "warn", "within_s": 60}]}
!! times_need_a_start

# Greeted within a minute, not within the first ten seconds; needs are no longer asked for here.
do standards.change_draft {"process": "reception", "version": 1, "title": {"zh": "展厅接待", "en": "Showroom reception"},
    "ended_by": ["reception.visit_ended"], "milestones": [
    {"name": "arrived", "title": {"zh": "登记到店", "en": "Arrival registered"}, "event": "reception.arrival_registered",
        "roles": ["host", "sales", "sales_manager"], "on_miss": "measure"},
    {"name": "assigned", "title": {"zh": "分配销售顾问", "en": "Consultant assigned"}, "event": "reception.consultant_assigned",
        "roles": ["host", "sales", "sales_manager"], "after": "arrived", "within_s": 60, "needs": ["arrived"], "on_miss": "warn"},
    {"name": "greeted", "title": {"zh": "迎接客户", "en": "Visitor greeted"}, "event": "reception.visitor_greeted",
        "roles": ["sales", "sales_manager"], "after": "arrived", "within_s": 60, "not_before_s": 10, "needs": ["assigned"], "on_miss": "warn"},
    {"name": "seen_off", "title": {"zh": "送别并记录结果", "en": "Seen off, outcome recorded"}, "event": "reception.visit_ended",
        "roles": ["sales", "sales_manager", "host"], "after": "greeted", "within_s": 10800, "needs": ["greeted"],
        "evidence": ["outcome"], "on_miss": "measure", "ends": true}]}
-> {"version": 2, "changes": 3}
do standards.change_draft {"process": "reception", "version": 1, "title": {"zh": "展厅接待", "en": "Showroom reception"},
    "ended_by": ["reception.visit_ended"], "milestones": [
    {"name": "arrived", "title": {"zh": "登记到店", "en": "Arrival registered"}, "event": "reception.arrival_registered",
        "roles": ["host", "sales", "sales_manager"], "on_miss": "measure"},
    {"name": "assigned", "title": {"zh": "分配销售顾问", "en": "Consultant assigned"}, "event": "reception.consultant_assigned",
        "roles": ["host", "sales", "sales_manager"], "after": "arrived", "within_s": 60, "needs": ["arrived"], "on_miss": "warn"},
    {"name": "greeted", "title": {"zh": "迎接客户", "en": "Visitor greeted"}, "event": "reception.visitor_greeted",
        "roles": ["sales", "sales_manager"], "after": "arrived", "within_s": 90, "not_before_s": 10, "needs": ["assigned"], "on_miss": "warn"},
    {"name": "seen_off", "title": {"zh": "送别并记录结果", "en": "Seen off, outcome recorded"}, "event": "reception.visit_ended",
        "roles": ["sales", "sales_manager", "host"], "after": "greeted", "within_s": 10800, "needs": ["greeted"],
        "evidence": ["outcome"], "on_miss": "measure", "ends": true}]}
!! changed_by_someone_else
do standards.change_draft {"process": "reception", "version": 2, "title": {"zh": "展厅接待", "en": "Showroom reception"},
    "ended_by": ["reception.visit_ended"], "milestones": [
    {"name": "arrived", "title": {"zh": "登记到店", "en": "Arrival registered"}, "event": "reception.arrival_registered",
        "roles": ["host"], "lifted_by": "reception.help_asked", "on_miss": "measure"}]}
!! nothing_to_lift
view standards.process_record {"process": "reception"}
-> {"number": 1, "draft": {"version": 2, "differences": [{"kind": "within", "milestone": "greeted", "before": {"seconds": 120},
    "after": {"seconds": 60}}, {"kind": "not_before", "after": {"seconds": 10}}, {"kind": "milestone_removed",
    "milestone": "needs_asked"}]}, "versions": [{"number": 1, "cases": 1, "in_force": true}]}
do standards.publish {"process": "reception", "version": 2, "reason": "客流增加", "valid_from": "2026-03-31"}
!! start_date_past
do standards.publish {"process": "reception", "version": 2, "reason": "客户反映等候过久", "valid_from": "2026-04-02"}
-> {"number": 2, "valid_from": "2026-04-01T16:00:00.000Z"}
view standards.processes {}
-> {"rows": [{"process": "reception", "number": 1, "next_number": 2, "has_draft": false, "open_cases": 1}]}

# A third version may not begin before the second, and a draft can be thrown away.
do standards.open_draft {"process": "reception"}
-> {"version": 1}
do standards.change_draft {"process": "reception", "version": 1, "title": {"zh": "展厅接待", "en": "Showroom reception"},
    "ended_by": ["reception.visit_ended"], "milestones": [
    {"name": "arrived", "title": {"zh": "登记到店", "en": "Arrival registered"}, "event": "reception.arrival_registered",
        "roles": ["host", "sales", "sales_manager"], "on_miss": "measure"},
    {"name": "assigned", "title": {"zh": "分配销售顾问", "en": "Consultant assigned"}, "event": "reception.consultant_assigned",
        "roles": ["host", "sales", "sales_manager"], "after": "arrived", "within_s": 60, "needs": ["arrived"], "on_miss": "warn"},
    {"name": "greeted", "title": {"zh": "迎接客户", "en": "Visitor greeted"}, "event": "reception.visitor_greeted",
        "roles": ["sales", "sales_manager"], "after": "arrived", "within_s": 45, "not_before_s": 10, "needs": ["assigned"], "on_miss": "warn"},
    {"name": "seen_off", "title": {"zh": "送别并记录结果", "en": "Seen off, outcome recorded"}, "event": "reception.visit_ended",
        "roles": ["sales", "sales_manager", "host"], "after": "greeted", "within_s": 10800, "needs": ["greeted"],
        "evidence": ["outcome"], "on_miss": "measure", "ends": true}]}
-> {"changes": 1}
do standards.publish {"process": "reception", "version": 2, "reason": "再收紧"}
!! starts_before_the_last_version
do standards.discard_draft {"process": "reception", "version": 2}

# The next day new visits run by the second version, and the one that is still here by the first.
clock 2026-04-02 09:00
as sales1
do reception.start_duty {"answers": [{"item": "uniform", "verdict": "ok", "note": "", "photos": []},
    {"item": "name_badge", "verdict": "ok", "note": "", "photos": []},
    {"item": "hair", "verdict": "ok", "note": "", "photos": []},
    {"item": "hands", "verdict": "ok", "note": "", "photos": []},
    {"item": "shoes", "verdict": "ok", "note": "", "photos": []},
    {"item": "breath", "verdict": "ok", "note": "", "photos": []},
    {"item": "tools", "verdict": "ok", "note": "", "photos": []}]}
as host
do reception.register_arrival {"party_size": 2, "purpose": "look_at_cars", "channel": "walk_in"}
-> {"visit_id": @second, "consultant_name": "李婷"}
view standards.strip {"object_type": "visit", "object_id": @second}
-> {"cases": [{"process": "reception", "milestones": [{"name": "greeted", "due_at": "2026-04-02T01:01:00.000Z",
    "not_before": "2026-04-02T01:00:10.000Z"}]}]}
+ 5s
as sales1
do reception.greet_visitor {"visit_id": @second}
view standards.deviating_cases {}
!! not_allowed
as gm
view standards.deviating_cases {"process": "reception", "kind": "too_early"}
-> {"rows": [{"object_id": @second, "number": 2, "deviations": [{"milestone": "greeted", "kind": "too_early", "by_s": 5,
    "actor_name": "李婷"}]}]}
view standards.conformance {"process": "reception"}
-> {"cases": 2, "deviating": 2, "versions": [{"number": 1, "cases": 1}, {"number": 2, "cases": 1}],
    "milestones": [{"milestone": "greeted", "reached": 1}]}
view standards.conformance_people {"process": "reception"}
-> {"rows": [{"name": "李婷", "kinds": [{"kind": "too_early", "times": 1}]}]}
view standards.process_map {"process": "reception"}
-> {"number": 2, "open_cases": 2, "steps": [{"milestone": "greeted", "standing": 1, "late": 1, "within_s": 60, "median_s": 5}]}
view standards.cases_at_milestone {"process": "reception", "milestone": "greeted"}
-> {"rows": [{"object_id": @second}]}
view standards.compare_versions {"process": "reception", "before": 1, "after": 2}
-> {"differences": [{"kind": "within"}, {"kind": "milestone_removed"}]}
view standards.times {"process": "reception", "milestone": "greeted"}
-> {"cases": 1, "early": 1, "late": 0, "median_s": 5}
view standards.versions {"process": "reception"}
-> {"rows": [{"number": 2, "reason": "客户反映等候过久"}, {"number": 1}]}

# Another store has its own standard and sees none of these cases.
as gm_2
view standards.process_record {"process": "reception"}
-> {"number": 1, "draft": null, "versions": [{"number": 1, "cases": 0}]}
view standards.deviating_cases {}
-> {"rows": []}
