# The showroom: places, what stands on them, the daily look at them; the demo cars, their rota, their keys, their damage.
clock 2026-03-02 08:40

as sales_manager
do vehicles.add_model {"code": "A5-AT", "brand": "星驰", "series": "A5", "trim": "1.5T 自动", "year": 2026, "fuel": "petrol",
    "gearbox": "automatic", "displacement_ml": 1498, "seats": 5, "price": 10000000, "colours": [], "options": []}
-> {"id": @model}
do vehicles.order_car {"vin": "LATPAB071W1005301", "model_id": @model, "colour": "雪域白", "cost": 8500000}
-> {"id": @car}
do vehicles.order_car {"vin": "LDC613P23A1305189", "model_id": @model, "colour": "曜石黑", "cost": 8500000}
-> {"id": @demo}
do showroom.add_position {"name": "主展位", "x": 500, "y": 300}
-> {"id": @place}
do showroom.add_position {"name": "主展位", "x": 500, "y": 300}
!! position_name_taken
do showroom.add_position {"name": "门外", "x": 1001, "y": 300}
!! position_outside_plan
do showroom.add_position {"name": "入口左", "x": 100, "y": 700}
-> {"id": @entrance}
do showroom.move_position {"position_id": @entrance, "x": 120, "y": 720, "version": 1}
as sales1
do showroom.display_car {"position_id": @place, "car_id": @car, "version": 1}
!! car_not_in_house
do showroom.check_display {"position_id": @place, "answers": []}
!! position_is_empty
do showroom.clear_position {"position_id": @place, "location": "A区", "version": 1}
!! position_is_empty
as delivery
do vehicles.accept_arrival {"car_id": @car, "location": "A区 1", "key_number": "K1", "mileage_km": 5, "version": 1}
do vehicles.accept_arrival {"car_id": @demo, "location": "A区 2", "key_number": "K2", "keys": 1, "mileage_km": 5, "version": 1}
do vehicles.make_demo_car {"car_id": @demo, "plate": "浙A11111", "version": 2}
as sales1
do showroom.display_car {"position_id": @place, "car_id": @car, "version": 1}
do showroom.display_car {"position_id": @place, "car_id": @demo, "version": 2}
!! position_is_taken
do showroom.display_car {"position_id": @entrance, "car_id": @car, "version": 2}
!! car_is_on_display
upload @photo png
do showroom.check_display {"position_id": @place, "answers": []}
!! checklist_incomplete
do showroom.check_display {"position_id": @place, "answers": [
    {"item": "washed", "verdict": "fault", "note": "引擎盖有指纹", "photos": [@photo]},
    {"item": "cabin", "verdict": "ok", "note": "", "photos": []},
    {"item": "price_board", "verdict": "ok", "note": "", "photos": []},
    {"item": "power", "verdict": "ok", "note": "", "photos": []},
    {"item": "doors", "verdict": "ok", "note": "", "photos": []},
    {"item": "scent", "verdict": "ok", "note": "", "photos": []},
    {"item": "surroundings", "verdict": "ok", "note": "", "photos": []}]}
-> {"faults": 1}
view showroom.display_plan {}
-> {"checked": 1, "to_check": 0, "open_faults": 1, "positions": [{"id": @place, "checked_today": true,
    "car": {"id": @car, "list_price": 10000000}, "faults": [{"id": @fault, "item": "washed"}]}]}
view showroom.display_checks {"position_id": @place}
-> {"rows": [{"faults": 1}]}
do showroom.close_display_fault {"fault_id": @fault, "remedy": "已擦拭", "version": 1}
do showroom.close_display_fault {"fault_id": @fault, "remedy": "再擦一次", "version": 2}
!! display_fault_is_closed
do showroom.close_display_fault {"fault_id": 1, "remedy": "已擦拭", "version": 1}
!! display_fault_not_found
as sales_manager
do showroom.remove_position {"position_id": @place, "version": 3}
!! position_is_taken
do showroom.clear_position {"position_id": @place, "location": "B区 3", "version": 3}
do showroom.remove_position {"position_id": @place, "version": 4}
do showroom.move_position {"position_id": @place, "x": 1, "y": 1, "version": 5}
!! position_not_found
view vehicles.car_record {"car_id": @car}
-> {"car": {"location": "B区 3"}}

# A walk around the car.
as sales1
do customers.register {"name": "王芳", "phone": "13800138000"}
-> {"id": @customer}
do showroom.record_presentation {"customer_id": @customer, "model_id": @model, "points": []}
!! presentation_shows_nothing
do showroom.record_presentation {"customer_id": @customer, "model_id": @model, "points": ["front", "front"]}
!! presentation_point_twice
do showroom.record_presentation {"customer_id": @customer, "model_id": @model, "points": ["front"], "liked": "tail"}
!! presentation_liked_not_shown
do showroom.record_presentation {"customer_id": @customer, "model_id": @model, "points": ["front", "driver_seat", "rear_seats"],
    "liked": "rear_seats", "note": "看重后排空间"}
view showroom.presentations {"customer_id": @customer}
-> {"rows": [{"liked": "rear_seats", "consultant_name": "李婷"}]}

do showroom.share_comparison {"customer_id": @customer, "models": [], "rivals": []}
!! comparison_too_wide
do showroom.share_comparison {"customer_id": @customer, "models": [1], "rivals": []}
!! model_not_found
do showroom.share_comparison {"customer_id": @customer, "models": [@model], "rivals": []}

# The demo car's day.
view showroom.test_drive_calendar {"date": "2026-03-02"}
-> {"consultants": [{"name": "李婷", "id": @li}]}
do showroom.ready_demo_car {"car_id": @demo, "fuel_percent": 80, "clean": true}
!! demo_car_not_assigned
do showroom.assign_demo_car {"car_id": @demo, "day": "2026-03-01", "user_id": @li}
!! rota_day_is_past
do showroom.assign_demo_car {"car_id": @car, "day": "today+0d", "user_id": @li}
!! car_is_not_demo
do showroom.assign_demo_car {"car_id": @demo, "day": "today+0d", "user_id": @li}
do showroom.ready_demo_car {"car_id": @demo, "fuel_percent": 24, "clean": true}
!! demo_car_nearly_empty
do showroom.ready_demo_car {"car_id": @demo, "fuel_percent": 25, "clean": false}
!! demo_car_not_clean
do showroom.ready_demo_car {"car_id": @demo, "fuel_percent": 101, "clean": true}
!! fuel_percent_wrong
do showroom.ready_demo_car {"car_id": @demo, "fuel_percent": 82, "clean": true}
do showroom.ready_demo_car {"car_id": @demo, "fuel_percent": 82, "clean": true}
!! demo_car_is_ready
view showroom.demo_rota {"from": "2026-03-02"}
-> {"entries": [{"user_name": "李婷", "fuel_percent": 82}]}

# The key goes out with the drive and comes back with it; while somebody has it no drive begins. New damage opens a case.
do showroom.book_test_drive {"customer_id": @customer, "car_id": @demo, "starts_at": "2026-03-02T02:00:00Z",
    "ends_at": "2026-03-02T02:45:00Z", "route": "mixed", "consultant_id": @li}
!! drive_too_short_for_route
do showroom.book_test_drive {"customer_id": @customer, "car_id": @demo, "starts_at": "2026-03-02T02:00:00Z",
    "ends_at": "2026-03-02T03:00:00Z", "route": "mixed", "consultant_id": @li}
-> {"id": @drive}
do showroom.check_licence {"customer_id": @customer, "licence_class": "C1", "issued_on": "2015-03-01", "photo": @photo}
do showroom.sign_agreement {"test_drive_id": @drive, "version": 1, "signed_name": "王芳", "signature": @photo}
view vehicles.car_record {"car_id": @demo}
-> {"items": [{"id": @key, "kind": "key", "version": 1}]}
do vehicles.issue_item {"item_id": @key, "to_whom": "王浩", "purpose": "加油", "version": 1}
clock 2026-03-02 10:00
do showroom.start_drive {"test_drive_id": @drive, "version": 2, "mileage_km": 6, "fuel_percent": 80}
!! item_is_out
do vehicles.return_item {"item_id": @key, "version": 2}
do showroom.start_drive {"test_drive_id": @drive, "version": 2, "mileage_km": 6, "fuel_percent": 80}
view vehicles.items_out {"kind": "key"}
-> {"rows": [{"id": @key, "holder": "李婷"}]}
+ 50m
do showroom.finish_drive {"test_drive_id": @drive, "version": 3, "mileage_km": 30, "fuel_percent": 70, "damage": "右前轮毂刮伤"}
!! return_damage_needs_photo
do showroom.finish_drive {"test_drive_id": @drive, "version": 3, "mileage_km": 30, "fuel_percent": 70, "damage": "右前轮毂刮伤",
    "photos": [@photo]}
view vehicles.items_out {"kind": "key"}
-> {"rows": []}
view vehicles.car_record {"car_id": @demo}
-> {"claims": [{"state": "found"}]}
do showroom.record_feedback {"test_drive_id": @drive, "comfort": 5, "power": 4, "handling": 4, "space": 5, "intent": "thinking",
    "words": ""}
view showroom.demo_car_use {}
-> {"rows": [{"car_id": @demo, "finished": 1, "driven_minutes": 50, "driven_km": 24, "score_tenths": 45, "customers": 1, "won": 0}]}

# A car that nobody brought back is not here, however long ago it went out.
do showroom.book_test_drive {"customer_id": @customer, "car_id": @demo, "starts_at": "2026-03-02T04:00:00Z",
    "ends_at": "2026-03-02T05:00:00Z", "route": "city", "consultant_id": @li}
-> {"id": @kept}
do showroom.sign_agreement {"test_drive_id": @kept, "version": 1, "signed_name": "王芳", "signature": @photo}
clock 2026-03-02 12:00
do showroom.start_drive {"test_drive_id": @kept, "version": 2, "mileage_km": 30, "fuel_percent": 70}
clock 2026-03-05 10:00
do showroom.book_test_drive {"customer_id": @customer, "car_id": @demo, "starts_at": "2026-03-05T02:00:00Z",
    "ends_at": "2026-03-05T03:00:00Z", "route": "city", "consultant_id": @li}
-> {"id": @after}
do showroom.sign_agreement {"test_drive_id": @after, "version": 1, "signed_name": "王芳", "signature": @photo}
do showroom.start_drive {"test_drive_id": @after, "version": 2, "mileage_km": 30, "fuel_percent": 70}
!! car_is_out
