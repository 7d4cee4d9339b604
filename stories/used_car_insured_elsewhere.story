# The buyer of a used car takes its insurance out of the contract again: nobody waits for it any more, and the car goes.
clock 2026-04-01 09:00
as sales1
upload @scan png
do customers.register {"name": "陈刚", "phone": "13800000021"}
-> {"id": @seller}
do customers.register {"name": "林悦", "phone": "13800000022"}
-> {"id": @buyer}
as sales_manager
do used_cars.buy_car {"customer_id": @seller, "vin": "LSVAA4182E2184847", "model_text": "大众 朗逸", "first_registered": "2014-05-01", "mileage_km": 86000,
    "condition": "良好", "market_price": 6500000, "repair_estimate": 500000, "price": 5800000, "location": "收车区"}
-> {"id": @used, "car_id": @stock}
do used_cars.receive_paper {"used_car_id": @used, "kind": "registration_certificate"}
do used_cars.receive_paper {"used_car_id": @used, "kind": "vehicle_licence"}
do used_cars.plan_job {"used_car_id": @used, "step": "inspection", "title": "118项检测", "planned_cost": 0}
-> {"id": @look}
do used_cars.finish_job {"job_id": @look, "cost": 0, "done_by": "own_workshop", "version": 1}
do used_cars.set_photos {"used_car_id": @used, "place": "front", "photos": [@scan]}
do used_cars.set_photos {"used_car_id": @used, "place": "rear", "photos": [@scan]}
do used_cars.set_photos {"used_car_id": @used, "place": "left_side", "photos": [@scan]}
do used_cars.set_photos {"used_car_id": @used, "place": "right_side", "photos": [@scan]}
do used_cars.set_photos {"used_car_id": @used, "place": "front_seats", "photos": [@scan]}
do used_cars.set_photos {"used_car_id": @used, "place": "dashboard", "photos": [@scan]}
do used_cars.describe_car {"used_car_id": @used, "brand": "大众", "series": "朗逸", "trim": "1.6L 自动舒适版", "year": 2014, "fuel": "petrol",
    "gearbox": "automatic", "displacement_ml": 1598, "seats": 5, "colour": "白色", "new_price": 13290000, "version": 1}
do used_cars.set_asking_price {"used_car_id": @used, "price": 6880000, "reason": "首次定价", "version": 2}
do used_cars.enter_step {"used_car_id": @used, "step": "for_sale", "version": 3}

# Signed with the insurance in it: a case of its own
as sales1
do deals.start_quote {"customer_id": @buyer, "car_id": @stock}
-> {"id": @deal, "version": 1}
do deals.add_line {"deal_id": @deal, "version": 1, "kind": "insurance", "title": "交强险", "explanation": "保险公司收取", "amount": 95000}
-> {"line_id": @line, "version": 2}
do deals.draft_contract {"deal_id": @deal, "version": 2, "deposit": 500000, "pay_by": "2026-04-20", "deliver_on": "2026-04-25", "buyer_identity": "11010519491231002X", "buyer_address": "杭州市西湖区文三路9号"}
-> {"contents_hash": @words, "version": 3}
do deals.sign_contract {"deal_id": @deal, "version": 3, "contents_hash": @words, "signed_name": "林悦", "signature": @scan}
view deals.cases_of_deal {"deal_id": @deal}
-> {"cases": [{"agency_case": {"kind": "insurance", "state": "collecting", "collected": 95000}}]}

# Signed again without it
as sales_manager
do deals.amend_contract {"deal_id": @deal, "version": 4, "reason": "客户自行投保"}
as sales1
do deals.remove_line {"deal_id": @deal, "version": 5, "line_id": @line}
do deals.draft_contract {"deal_id": @deal, "version": 6, "deposit": 500000, "pay_by": "2026-04-20", "deliver_on": "2026-04-25", "buyer_address": ""}
-> {"contents_hash": @new_words, "total": 6880000, "version": 7}
do deals.sign_contract {"deal_id": @deal, "version": 7, "contents_hash": @new_words, "signed_name": "林悦", "signature": @scan}
view deals.cases_of_deal {"deal_id": @deal}
-> {"cases": [{"agency_case": {"kind": "insurance", "state": "cancelled", "collected": 0}}]}
as cashier
view payments.paid_for_object {"object_type": "deal", "object_id": @deal}
-> {"money": {"due": {"id": @due, "open": 6880000}}}
do payments.receive_payment {"due_id": @due, "means": "transfer", "amount": 6880000, "reference": "ICBC-9"}
as delivery
view delivery.delivery_list {"deal_id": @deal}
-> {"rows": [{"id": @delivery}]}
view delivery.delivery_record {"delivery_id": @delivery}
-> {"delivery": {"version": @h1}}
do delivery.record_inspection {"delivery_id": @delivery, "version": @h1, "answers": [{"item": "identity", "verdict": "ok", "note": "", "photos": []}, {"item": "paint", "verdict": "ok", "note": "", "photos": []}, {"item": "panel_gaps", "verdict": "ok", "note": "", "photos": []}, {"item": "tyres", "verdict": "ok", "note": "", "photos": []}, {"item": "fluids", "verdict": "ok", "note": "", "photos": []}, {"item": "battery", "verdict": "ok", "note": "", "photos": []}, {"item": "interior", "verdict": "ok", "note": "", "photos": []}, {"item": "electrics", "verdict": "ok", "note": "", "photos": []}, {"item": "fault_codes", "verdict": "ok", "note": "", "photos": []}, {"item": "road_test", "verdict": "ok", "note": "", "photos": []}, {"item": "underbody", "verdict": "ok", "note": "", "photos": []}]}
-> {"version": @h2}
do delivery.prepare {"delivery_id": @delivery, "version": @h2, "answers": [{"item": "wash", "verdict": "ok", "note": "", "photos": []}, {"item": "energy", "verdict": "ok", "note": "", "photos": []}, {"item": "accessories", "verdict": "ok", "note": "", "photos": []}, {"item": "documents", "verdict": "ok", "note": "", "photos": []}, {"item": "keys", "verdict": "ok", "note": "", "photos": []}, {"item": "insurance", "verdict": "ok", "note": "", "photos": []}, {"item": "area", "verdict": "ok", "note": "", "photos": []}]}
-> {"version": @h3}
do delivery.accept {"delivery_id": @delivery, "version": @h3, "answers": [{"item": "appearance", "verdict": "ok", "note": "", "photos": []}, {"item": "interior", "verdict": "ok", "note": "", "photos": []}, {"item": "functions", "verdict": "ok", "note": "", "photos": []}, {"item": "equipment", "verdict": "ok", "note": "", "photos": []}, {"item": "papers", "verdict": "ok", "note": "", "photos": []}, {"item": "keys", "verdict": "ok", "note": "", "photos": []}, {"item": "maintenance", "verdict": "ok", "note": "", "photos": []}, {"item": "contacts", "verdict": "ok", "note": "", "photos": []}], "signature": @scan}
-> {"version": @h4}
do delivery.deliver_car {"delivery_id": @delivery, "version": @h4, "mileage_km": 86012}
-> {"state": "delivered"}
