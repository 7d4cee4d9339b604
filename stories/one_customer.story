# One customer, from the showroom door to the first service and the complaint after it.
clock 2026-03-02 08:30

# ---- The store's catalogue and stock
as sales_manager
do vehicles.add_model {"code": "A5-15T-DCT", "brand": "星驰", "series": "A5", "trim": "1.5T 双离合 舒适版", "year": 2026,
    "fuel": "petrol", "gearbox": "automatic", "displacement_ml": 1498, "seats": 5, "price": 13980000,
    "specs": {"power_kw": 124}, "colours": [{"name": "曜石黑", "hex": "#15171a", "price": 0}],
    "options": [{"code": "SUNROOF", "name": "全景天窗", "price": 600000}]}
-> {"id": @model}
do vehicles.add_model {"code": "A5-15T-MT", "brand": "星驰", "series": "A5", "trim": "1.5T 手动 进取版", "year": 2026,
    "fuel": "petrol", "gearbox": "manual", "displacement_ml": 1498, "seats": 5, "price": 11980000, "colours": [], "options": []}
-> {"id": @manual_model}
view vehicles.model_record {"model_id": @model}
-> {"options": [{"code": "SUNROOF", "id": @sunroof}]}
do vehicles.order_car {"vin": "LFVXC21A5T3000001", "model_id": @model, "colour": "曜石黑", "cost": 10900000}
-> {"id": @car}
do vehicles.accept_arrival {"car_id": @car, "location": "A区 03", "key_number": "K103", "mileage_km": 12, "photos": [], "version": 1}
-> {}
do vehicles.order_car {"vin": "LFVXC21A7T3000002", "model_id": @model, "colour": "曜石黑", "cost": 10900000}
-> {"id": @demo}
do vehicles.accept_arrival {"car_id": @demo, "location": "试驾区", "mileage_km": 30, "photos": [], "version": 1}
-> {}
do vehicles.make_demo_car {"car_id": @demo, "plate": "浙A66688", "version": 2}
-> {}
do vehicles.order_car {"vin": "LFVXC21A9T3000003", "model_id": @manual_model, "colour": "曜石黑", "cost": 9300000}
-> {"id": @manual}
do vehicles.accept_arrival {"car_id": @manual, "location": "试驾区", "mileage_km": 30, "photos": [], "version": 1}
-> {}
do vehicles.make_demo_car {"car_id": @manual, "plate": "浙A66699", "version": 2}
-> {}

# ---- 1. She walks in: three inputs, a consultant is alerted, the greeting clock runs
clock 2026-03-02 09:00
as sales1
do reception.start_duty {"answers": [{"item": "uniform", "verdict": "ok", "note": "", "photos": []}, {"item": "name_badge", "verdict": "ok", "note": "", "photos": []}, {"item": "hair", "verdict": "ok", "note": "", "photos": []}, {"item": "hands", "verdict": "ok", "note": "", "photos": []}, {"item": "shoes", "verdict": "ok", "note": "", "photos": []}, {"item": "breath", "verdict": "ok", "note": "", "photos": []}, {"item": "tools", "verdict": "ok", "note": "", "photos": []}]}
-> {"faults": 0}
+ 5m
as host
do reception.register_arrival {"party_size": 2, "purpose": "look_at_cars", "channel": "walk_in"}
-> {"visit_id": @visit, "consultant_name": "李婷"}
view standards.strip {"object_type": "visit", "object_id": @visit}
-> {"cases": [{"process": "reception"}]}
as sales1
view tasks.my_alerts {}
-> {"rows": [{"link": @any}]}
+ 1m
do reception.greet_visitor {"visit_id": @visit}
-> {}
do reception.greet_visitor {"visit_id": @visit}
!! visitor_greeted_already
do reception.identify_visitor {"visit_id": @visit, "name": "沈佳宜", "phone": "13588012345", "gender": "female"}
-> {"customer_id": @customer}

# ---- 2. Needs, grade, next contact
do leads.open_lead {"visit_id": @visit}
-> {"lead_id": @lead}
do leads.record_needs {"lead_id": @lead, "version": 1, "visit_id": @visit, "answers": [
    {"question": "timing", "choices": ["within_days"]}, {"question": "use", "choices": ["commute", "family"]},
    {"question": "family", "choices": ["three_to_five"]}, {"question": "budget", "choices": ["from_100k_to_150k"]},
    {"question": "drive", "choices": ["petrol"]}, {"question": "gearbox", "choices": ["automatic"]},
    {"question": "decision", "choices": ["with_family_here"]}, {"question": "visited", "choices": ["first_time"]}]}
-> {"grade": "H"}
view leads.lead_record {"lead_id": @lead}
-> {"lead": {"grade": "H", "next_contact_at": @any, "version": @lead_version}}
