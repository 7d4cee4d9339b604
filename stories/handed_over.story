# A visitor is handed to a colleague: who has become free gets who waits. (Found by the simulator.)
clock 2026-03-02 08:40
as sales1
do reception.start_duty {"answers": [{"item": "uniform", "verdict": "ok", "note": "", "photos": []}, {"item": "name_badge", "verdict": "ok", "note": "", "photos": []}, {"item": "hair", "verdict": "ok", "note": "", "photos": []}, {"item": "hands", "verdict": "ok", "note": "", "photos": []}, {"item": "shoes", "verdict": "ok", "note": "", "photos": []}, {"item": "breath", "verdict": "ok", "note": "", "photos": []}, {"item": "tools", "verdict": "ok", "note": "", "photos": []}]}
as sales2
do reception.start_duty {"answers": [{"item": "uniform", "verdict": "ok", "note": "", "photos": []}, {"item": "name_badge", "verdict": "ok", "note": "", "photos": []}, {"item": "hair", "verdict": "ok", "note": "", "photos": []}, {"item": "hands", "verdict": "ok", "note": "", "photos": []}, {"item": "shoes", "verdict": "ok", "note": "", "photos": []}, {"item": "breath", "verdict": "ok", "note": "", "photos": []}, {"item": "tools", "verdict": "ok", "note": "", "photos": []}]}
as host
view reception.rota {}
-> {"people": [{"name": "李婷", "user_id": @li}, {"name": "王浩", "user_id": @wang}]}
do reception.register_arrival {"party_size": 1, "purpose": "look_at_cars", "channel": "walk_in"}
-> {"visit_id": @first, "consultant_id": @li}
do reception.register_arrival {"party_size": 1, "purpose": "look_at_cars", "channel": "walk_in"}
-> {"consultant_id": @wang}
do reception.register_arrival {"party_size": 1, "purpose": "look_at_cars", "channel": "walk_in"}
-> {"visit_id": @third, "consultant_id": null}
do reception.assign_consultant {"visit_id": @first, "consultant_id": @wang, "version": 2}
-> {"because": "chosen_by_host"}
view reception.visit_record {"visit_id": @third}
-> {"visit": {"state": "assigned", "consultant_id": @li, "assigned_because": "longest_free"}}
