# Used cars: bought from a customer, put right step by step with the days measured, sold by a deal of their own.
clock 2026-04-01 09:00

as sales1
do customers.register {"name": "陈刚", "phone": "13800000021"}
-> {"id": @seller}
do customers.register {"name": "林悦", "phone": "13800000022"}
-> {"id": @buyer}
do used_cars.buy_car {"customer_id": @seller, "vin": "LSVAA4182E2184847", "model_text": "大众 朗逸", "first_registered": "2014-05-01", "mileage_km": 86000,
    "condition": "右前翼子板补漆", "market_price": 6500000, "repair_estimate": 500000, "price": 5800000, "location": "收车区"}
!! not_allowed

# ---- The purchase: no more than the market less the repairs, papers before money
as sales_manager
do used_cars.buy_car {"customer_id": @seller, "vin": "LSVAA4182E2184847", "model_text": "大众 朗逸", "first_registered": "2014-05-01", "mileage_km": 86000,
    "condition": "右前翼子板补漆", "market_price": 6500000, "repair_estimate": 500000, "price": 6000001, "location": "收车区"}
!! used_price_over_value
do used_cars.buy_car {"customer_id": @seller, "vin": "LSVAA4182E2184847", "plate": "浙A12345", "model_text": "大众 朗逸", "first_registered": "2014-05-01",
    "mileage_km": 86000, "condition": "右前翼子板补漆，无重大事故", "market_price": 6500000, "repair_estimate": 500000, "price": 5800000, "location": "收车区",
    "key_number": "U001", "keys": 7}
!! key_count_out_of_range
do used_cars.buy_car {"customer_id": @seller, "vin": "LSVAA4182E2184847", "plate": "浙A12345", "model_text": "大众 朗逸", "first_registered": "2014-05-01",
    "mileage_km": 86000, "condition": "右前翼子板补漆，无重大事故", "market_price": 6500000, "repair_estimate": 500000, "price": 5800000, "location": "收车区",
    "key_number": "U001", "keys": 2}
-> {"id": @used, "number": @number, "car_id": @stock}
do used_cars.buy_car {"customer_id": @seller, "vin": "LSVAA4182E2184847", "model_text": "大众 朗逸", "first_registered": "2014-05-01", "mileage_km": 86000,
    "condition": "同一辆车", "market_price": 6500000, "repair_estimate": 500000, "price": 5800000, "location": "收车区"}
!! car_is_ours_already
view vehicles.car_record {"car_id": @stock}
-> {"items": [{"kind": "key", "label": "U001-1"}, {"kind": "key", "label": "U001-2"}]}
do used_cars.receive_paper {"used_car_id": @used, "kind": "purchase_contract", "number": "SG-0401"}
-> {}
do used_cars.receive_paper {"used_car_id": @used, "kind": "purchase_contract", "number": "SG-0401"}
!! used_paper_is_there
do used_cars.receive_paper {"used_car_id": @used, "kind": "seller_identity"}
-> {}
as cashier
do used_cars.pay_seller {"used_car_id": @used, "amount": 5800000, "reference": "ICBC-1", "version": 1}
!! seller_papers_missing
as sales_manager
upload @scan png
do used_cars.receive_paper {"used_car_id": @used, "kind": "registration_certificate", "number": "330012345678", "file": @scan}
-> {}
as finance
view ledger.trial_balance {}
-> {"rows": [{"account": "vehicle_stock", "debit": 5800000}, {"account": "supplier_payable", "credit": 5800000}]}
do used_cars.pay_seller {"used_car_id": @used, "amount": 5800001, "reference": "ICBC-1", "version": 1}
!! seller_payment_wrong
do used_cars.pay_seller {"used_car_id": @used, "amount": 5000000, "reference": "ICBC-1", "version": 1}
-> {"version": 2}
do used_cars.pay_seller {"used_car_id": @used, "amount": 800000, "reference": "ICBC-2", "version": 2}
-> {"version": 3}
view used_cars.car_record {"used_car_id": @used}
-> {"purchase": {"price": 5800000, "paid": 5800000, "open": 0, "payments": [{"reference": "ICBC-2", "amount": 800000}]}}

view used_cars.car_record {"used_car_id": 7}
!! used_car_not_found
# ---- The way: each step entered and left, work with planned and real cost
+ 20h
as foreman
do used_cars.plan_job {"used_car_id": @used, "step": "inspection", "title": "全车检测", "planned_cost": -1}
!! reconditioning_cost_wrong
do used_cars.plan_job {"used_car_id": @used, "step": "inspection", "title": "118项检测", "planned_cost": 30000}
-> {"id": @look}
do used_cars.enter_step {"used_car_id": @used, "step": "arrived", "version": 3}
!! used_step_not_chosen
do used_cars.enter_step {"used_car_id": @used, "step": "inspection", "location": "检测工位", "version": 3}
-> {"step": "inspection", "version": @v1}
do used_cars.enter_step {"used_car_id": @used, "step": "inspection", "version": @v1}
!! used_car_is_there
do used_cars.enter_step {"used_car_id": @used, "step": "mechanical", "version": @v1}
!! used_jobs_are_open
+ 4h
as tech1
do used_cars.finish_job {"job_id": @look, "cost": 20000, "done_by": "own_workshop", "note": "左前减振器渗油", "version": 1}
-> {"version": @v2}
do used_cars.finish_job {"job_id": 7, "cost": 20000, "done_by": "own_workshop", "version": 1}
!! reconditioning_job_not_found
do used_cars.drop_job {"job_id": @look, "reason": "重复", "version": 2}
!! reconditioning_job_is_over
as foreman
do used_cars.plan_job {"used_car_id": @used, "step": "mechanical", "title": "更换左前减振器", "planned_cost": 120000}
-> {"id": @damper}
do used_cars.plan_job {"used_car_id": @used, "step": "cleaning", "title": "内饰翻新", "planned_cost": 60000}
-> {"id": @interior}
do used_cars.enter_step {"used_car_id": @used, "step": "mechanical", "version": @v2}
-> {"step": "mechanical", "version": @v3}
# Four days in a step for which there are three: the manager is told once.
+ 4d
do used_cars.finish_job {"job_id": @damper, "cost": 150000, "done_by": "supplier", "version": 1}
!! supplier_missing
do used_cars.finish_job {"job_id": @damper, "cost": 150000, "done_by": "supplier", "supplier": "顺达底盘", "version": 1}
-> {"version": @v4}
view used_cars.board {}
-> {"steps": [{"step": "inspection", "target_days": 1, "stays": 1, "median_minutes": 240, "late_stays": 0},
    {"step": "mechanical", "cars": 1, "late_cars": 1}], "cars": [{"id": @used, "step": "mechanical", "late": true, "minutes_in_step": 5760}]}
as sales_manager
view tasks.my_alerts {}
-> {"rows": [{"title_key": "alert.used_cars.step_is_late"}]}
view used_cars.board {}
-> {"cost": 5970000, "cars": [{"cost": 5970000}]}

# ---- For sale: inspected, nothing open, with papers, described and priced
do used_cars.enter_step {"used_car_id": @used, "step": "for_sale", "version": @v4}
!! used_jobs_are_open
do used_cars.drop_job {"job_id": @interior, "reason": "内饰良好，只做清洗", "version": 1}
-> {}
do used_cars.enter_step {"used_car_id": @used, "step": "for_sale", "version": @v4}
!! seller_papers_missing
do used_cars.receive_paper {"used_car_id": @used, "kind": "vehicle_licence"}
-> {}
do used_cars.enter_step {"used_car_id": @used, "step": "for_sale", "version": @v4}
!! used_car_not_described
do used_cars.describe_car {"used_car_id": @used, "brand": "大众", "series": "朗逸", "trim": "1.6L 自动舒适版", "year": 2014, "fuel": "petrol",
    "gearbox": "automatic", "displacement_ml": 0, "seats": 5, "colour": "白色", "new_price": 13290000, "version": @v4}
!! engine_does_not_fit_fuel
do used_cars.describe_car {"used_car_id": @used, "brand": "大众", "series": "朗逸", "trim": "1.6L 自动舒适版", "year": 2014, "fuel": "petrol",
    "gearbox": "automatic", "displacement_ml": 1598, "seats": 5, "colour": "白色", "new_price": 13290000, "version": @v4}
-> {"version": @v5}
do used_cars.enter_step {"used_car_id": @used, "step": "for_sale", "version": @v5}
!! used_photos_missing
do used_cars.set_photos {"used_car_id": @used, "place": "front", "photos": ["0000000000000000000000000000000000000000000000000000000000000000"]}
!! file_not_found
do used_cars.set_photos {"used_car_id": @used, "place": "front", "photos": [@scan, @scan, @scan, @scan, @scan, @scan, @scan, @scan, @scan, @scan, @scan, @scan, @scan]}
!! used_photos_too_many
do used_cars.set_photos {"used_car_id": @used, "place": "front", "photos": [@scan]}
do used_cars.set_photos {"used_car_id": @used, "place": "rear", "photos": [@scan]}
do used_cars.set_photos {"used_car_id": @used, "place": "left_side", "photos": [@scan]}
do used_cars.set_photos {"used_car_id": @used, "place": "right_side", "photos": [@scan]}
do used_cars.set_photos {"used_car_id": @used, "place": "front_seats", "photos": [@scan]}
do used_cars.set_photos {"used_car_id": @used, "place": "dashboard", "photos": [@scan]}
do used_cars.set_photos {"used_car_id": @used, "place": "boot", "photos": [@scan, @scan]}
do used_cars.set_photos {"used_car_id": @used, "place": "boot", "photos": []}
view used_cars.car_record {"used_car_id": @used}
-> {"photos": [{"place": "front", "needed": true, "photos": [@scan]}, {"place": "dashboard", "needed": true, "photos": [@scan]},
    {"place": "boot", "needed": false, "photos": []}]}
do used_cars.enter_step {"used_car_id": @used, "step": "for_sale", "version": @v5}
!! asking_price_missing
as sales1
do deals.start_quote {"customer_id": @buyer, "car_id": @stock}
!! used_car_has_no_price
as sales_manager
do used_cars.set_asking_price {"used_car_id": @used, "price": 0, "reason": "首次定价", "version": @v5}
!! used_price_wrong
do used_cars.set_asking_price {"used_car_id": @used, "price": 6980000, "reason": "首次定价", "version": @v5}
-> {"version": @v6}
do used_cars.enter_step {"used_car_id": @used, "step": "for_sale", "location": "二手车展区 2", "version": @v6}
-> {"step": "for_sale", "version": @v7}
do used_cars.set_asking_price {"used_car_id": @used, "price": 6880000, "reason": "周末促销", "version": @v7}
-> {"version": @v8}
view used_cars.car_record {"used_car_id": @used}
-> {"car": {"asking_price": 6880000, "model_text": "大众 朗逸 2014款 1.6L 自动舒适版"}, "prices": [{"price": 6980000}, {"price": 6880000}],
    "money": {"price": 5800000, "spent": 170000, "planned": 0, "cost": 5970000, "net": 6845771, "margin": @expected}}
# A model that only a used car has is in no list of new ones, and the car is not among the new stock.
view vehicles.model_list {}
-> {"rows": []}
view vehicles.stock_list {}
-> {"rows": []}

# ---- The sale: a deal like another, with its own price, contract and VAT
as sales1
do deals.start_quote {"customer_id": @buyer, "car_id": @stock}
-> {"id": @deal, "total": 6880000, "version": 1}
do deals.add_line {"deal_id": @deal, "version": 1, "kind": "purchase_tax", "title": "", "explanation": "", "amount": 0}
!! used_car_pays_no_purchase_tax
do deals.choose_car {"deal_id": @deal, "version": 1, "car_id": @stock}
!! used_car_needs_own_quote
# Without its buyer's papers it is no contract. (Found by the simulator.)
do deals.draft_contract {"deal_id": @deal, "version": 1, "deposit": 500000, "pay_by": "2026-04-20", "deliver_on": "2026-04-25", "buyer_address": ""}
-> {"missing": ["buyer_identity", "buyer_address"], "version": @d1}
do deals.draft_contract {"deal_id": @deal, "version": @d1, "deposit": 500000, "pay_by": "2026-04-20", "deliver_on": "2026-04-25",
    "buyer_identity": "11010519491231002X", "buyer_address": "杭州市西湖区文三路9号"}
-> {"contents_hash": @contents, "version": @d2}
view deals.contract_to_read {"deal_id": @deal}
-> {"title": "二手车买卖合同", "missing": []}
upload @signature png
# Back in the workshop it is not for sale, whatever was drafted.
as foreman
do used_cars.enter_step {"used_car_id": @used, "step": "cleaning", "version": @v8}
-> {"version": @v9}
as sales1
do deals.sign_contract {"deal_id": @deal, "version": @d2, "contents_hash": @contents, "signed_name": "林悦", "signature": @signature}
!! used_car_has_no_price
as foreman
do used_cars.enter_step {"used_car_id": @used, "step": "for_sale", "version": @v9}
-> {"version": @v10}
as sales1
do deals.sign_contract {"deal_id": @deal, "version": @d2, "contents_hash": @contents, "signed_name": "林悦", "signature": @signature}
-> {"state": "contract_signed"}
as foreman
do used_cars.enter_step {"used_car_id": @used, "step": "cleaning", "version": @v10}
!! used_car_is_promised
as finance
do deals.issue_invoice {"deal_id": @deal, "invoice_number": "26332000000012345678", "certificate_number": "WAB1", "import_certificate": "", "inspection_number": "", "engine_number": "EA211-1", "origin": "上海", "tax_office": "滨江区税务局", "tax_office_code": "13301080000"}
!! used_car_has_other_invoice
as cashier
view payments.paid_for_object {"object_type": "deal", "object_id": @deal}
-> {"money": {"due": {"id": @due, "open": 6880000}}}
do payments.receive_payment {"due_id": @due, "means": "transfer", "amount": 6880000, "reference": "ICBC-9"}
-> {"open": 0}
as delivery
view delivery.delivery_list {}
-> {"rows": [{"customer_name": "林悦", "id": @delivery}]}
do delivery.record_inspection {"delivery_id": @delivery, "version": 1, "answers": [{"item": "identity", "verdict": "ok", "note": "", "photos": []}, {"item": "paint", "verdict": "ok", "note": "", "photos": []}, {"item": "panel_gaps", "verdict": "ok", "note": "", "photos": []}, {"item": "tyres", "verdict": "ok", "note": "", "photos": []}, {"item": "fluids", "verdict": "ok", "note": "", "photos": []}, {"item": "battery", "verdict": "ok", "note": "", "photos": []}, {"item": "interior", "verdict": "ok", "note": "", "photos": []}, {"item": "electrics", "verdict": "ok", "note": "", "photos": []}, {"item": "fault_codes", "verdict": "ok", "note": "", "photos": []}, {"item": "road_test", "verdict": "ok", "note": "", "photos": []}, {"item": "underbody", "verdict": "ok", "note": "", "photos": []}]}
-> {"open_faults": 0}
do delivery.prepare {"delivery_id": @delivery, "version": 2, "answers": [{"item": "wash", "verdict": "ok", "note": "", "photos": []}, {"item": "energy", "verdict": "ok", "note": "", "photos": []}, {"item": "accessories", "verdict": "not_applicable", "note": "", "photos": []}, {"item": "documents", "verdict": "ok", "note": "", "photos": []}, {"item": "keys", "verdict": "ok", "note": "", "photos": []}, {"item": "insurance", "verdict": "ok", "note": "", "photos": []}, {"item": "area", "verdict": "ok", "note": "", "photos": []}]}
-> {}
do delivery.accept {"delivery_id": @delivery, "version": 3, "answers": [{"item": "appearance", "verdict": "ok", "note": "", "photos": []}, {"item": "interior", "verdict": "ok", "note": "", "photos": []}, {"item": "functions", "verdict": "ok", "note": "", "photos": []}, {"item": "equipment", "verdict": "ok", "note": "", "photos": []}, {"item": "papers", "verdict": "ok", "note": "", "photos": []}, {"item": "keys", "verdict": "ok", "note": "", "photos": []}, {"item": "maintenance", "verdict": "ok", "note": "", "photos": []}, {"item": "contacts", "verdict": "ok", "note": "", "photos": []}], "signature": @signature}
-> {"version": @h}
do used_cars.record_transfer {"used_car_id": @used, "invoice_number": "26330000000087654321", "transferred_on": "today+0d", "version": @v10}
!! used_car_is_not_sold
do delivery.deliver_car {"delivery_id": @delivery, "version": @h, "mileage_km": 86012}
-> {"state": "delivered"}

# ---- Sold: the stock is empty again, the VAT is half a per cent, the buyer is written into the certificate
as finance
view ledger.trial_balance {}
-> {"rows": [{"account": "vehicle_revenue", "credit": 6845771}, {"account": "output_tax", "credit": 34229}, {"account": "vehicle_cost", "debit": 5970000},
    {"account": "internal_cost", "credit": 20000}, {"account": "supplier_payable", "credit": 150000}]}
view ledger.entries {"account": "vehicle_stock"}
-> {"rows": [{"kind": "used_cars.car_taken_in"}, {"kind": "used_cars.job_done"}, {"kind": "delivery.car_delivered"}]}
as delivery
view used_cars.car_record {"used_car_id": @used}
-> {"car": {"step": "sold", "sold_deal_id": @deal, "version": @s1}}
view tasks.mine {}
-> {"rows": [{"title_key": "task.used_cars.record_transfer"}]}
do used_cars.record_transfer {"used_car_id": @used, "invoice_number": "123", "transferred_on": "today+0d", "version": @s1}
!! used_invoice_number_wrong
do used_cars.record_transfer {"used_car_id": @used, "invoice_number": "26330000000087654321", "transferred_on": "2026-03-01", "version": @s1}
!! transfer_day_wrong
do used_cars.record_transfer {"used_car_id": @used, "invoice_number": "26330000000087654321", "transferred_on": "today+0d", "plate": "浙A88K66", "version": @s1}
-> {"version": @s2}
do used_cars.record_transfer {"used_car_id": @used, "invoice_number": "26330000000087654321", "transferred_on": "today+0d", "version": @s2}
!! transfer_is_recorded
as foreman
do used_cars.plan_job {"used_car_id": @used, "step": "cleaning", "title": "再洗一次", "planned_cost": 0}
!! used_car_is_sold
as sales_manager
view used_cars.car_list {}
-> {"rows": [{"number": @number, "step": "sold", "source": "purchase", "cost": 5970000, "plate": "浙A88K66"}]}

# ---- It comes back: the buyer sells it to us again, and the record before stays as it was
+ 300d
do used_cars.buy_car {"customer_id": @buyer, "vin": "LSVAA4182E2184847", "plate": "浙A88K66", "model_text": "大众 朗逸", "first_registered": "2014-05-01",
    "mileage_km": 86011, "condition": "良好", "market_price": 5000000, "repair_estimate": 0, "price": 4500000, "location": "收车区"}
!! mileage_goes_backwards
do used_cars.buy_car {"customer_id": @buyer, "vin": "LSVAA4182E2184847", "plate": "浙A88K66", "model_text": "大众 朗逸", "first_registered": "2014-05-01",
    "mileage_km": 98000, "condition": "良好", "market_price": 5000000, "repair_estimate": 0, "price": 4500000, "location": "收车区", "keys": 2}
-> {"id": @again, "car_id": @again_in_stock}
# Two keys were given; without a number they are known by the car's. (Found by the simulator.)
view vehicles.car_record {"car_id": @again_in_stock}
-> {"items": [{"kind": "key", "label": "184847-1"}, {"kind": "key", "label": "184847-2"}]}
view used_cars.car_record {"used_car_id": @again}
-> {"car": {"car_before_id": @stock}}
