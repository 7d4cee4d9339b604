# A visit that nobody ended: the next morning nobody is in the house, the customer may come again, and how the visit went is still to be said.
clock 2026-03-02 18:40
as host
do reception.register_arrival {"party_size": 1, "purpose": "look_at_cars", "channel": "walk_in", "name": "王芳",
    "phone": "13800138000", "leave_unassigned": true}
-> {"visit_id": @evening, "customer_id": @customer}
do reception.register_arrival {"party_size": 1, "purpose": "look_at_cars", "channel": "walk_in", "customer_id": @customer}
!! customer_is_here_already
view reception.showroom_now {}
-> {"visitors": [{"id": @evening, "state": "waiting"}], "not_ended": []}

clock 2026-03-03 09:00
view reception.showroom_now {}
-> {"visitors": [], "not_ended": [{"id": @evening, "visitor_name": "王芳",
    "allowed_actions": [{"name": "reception.identify_visitor"}, {"name": "reception.end_visit"}]}]}
do reception.greet_visitor {"visit_id": @evening}
!! not_allowed
do reception.assign_consultant {"visit_id": @evening, "version": 1}
!! visitor_came_another_day
do reception.register_arrival {"party_size": 2, "purpose": "look_at_cars", "channel": "walk_in", "customer_id": @customer}
-> {"visit_id": @morning, "consultant_name": "李婷"}

# Who becomes free gets nobody who went home yesterday.
as sales1
do reception.greet_visitor {"visit_id": @evening}
!! visitor_came_another_day
do reception.greet_visitor {"visit_id": @morning}
do reception.end_visit {"visit_id": @morning, "outcome": "no_interest"}
view reception.visit_record {"visit_id": @evening}
-> {"visit": {"state": "waiting", "consultant_id": null}}

as host
do reception.end_visit {"visit_id": @evening, "outcome": "left_unseen", "note": "昨晚没有等到顾问"}
view reception.showroom_now {}
-> {"visitors": [], "not_ended": []}
