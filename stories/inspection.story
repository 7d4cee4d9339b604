# Before delivery: a model's own list, what is found becomes a repair order of the store's own, and the delivery goes on
# when its lines are done.
clock 2026-03-02 08:30
as foreman
do workshop.add_operation {"code": "PQ-001", "name": "漆面抛光", "hours": 1000, "hourly_price": 19800}
as sales_manager
do vehicles.add_model {"code": "A5-15T-DCT", "brand": "星驰", "series": "A5", "trim": "1.5T 双离合 舒适版", "year": 2026,
    "fuel": "petrol", "gearbox": "automatic", "displacement_ml": 1498, "seats": 5, "price": 13980000, "colours": [], "options": []}
-> {"id": @model}
do vehicles.order_car {"vin": "LFVXC21A5T3000001", "model_id": @model, "colour": "曜石黑", "cost": 10900000}
-> {"id": @car}
do vehicles.accept_arrival {"car_id": @car, "location": "A区 03", "key_number": "K103", "mileage_km": 12, "photos": [], "version": 1}
do delivery.set_inspection_list {"model_id": @model}
!! not_allowed

# ---- The model gets a list of its own: a copy of the one for its kind of drive, with a measure
as gm
view delivery.inspection_lists {}
-> {"models": [{"model_id": @model, "checklist": "pre_delivery_inspection", "is_own": false}],
    "offered": [{"checklist": "pre_delivery_inspection"}, {"checklist": "pre_delivery_inspection_electric"}]}
do checklists.copy_list {"checklist": "pre_delivery_inspection", "title": {"zh": "星驰 A5 交车前检查", "en": "Inspection of the A5"}}
-> {"checklist": @own}
do delivery.set_inspection_list {"model_id": @model, "checklist": @own}
!! checklist_unknown
do checklists.change_draft {"checklist": @own, "version": 1, "title": {"zh": "星驰 A5 交车前检查", "en": "Inspection of the A5"}, "items": [
    {"name": "paint", "text": {"zh": "漆面无划痕、色差", "en": "Paint without scratches"}, "photo": "optional"},
    {"name": "tyre_pressure", "text": {"zh": "四轮胎压", "en": "Tyre pressure"}, "photo": "never",
        "measure": {"unit": "kPa", "lower": 220000, "upper": 250000}},
    {"name": "lamps", "text": {"zh": "全车灯光", "en": "Lamps"}, "photo": "never"}]}
do checklists.publish {"checklist": @own, "version": 2, "reason": "A5 胎压监测批次问题"}
do delivery.set_inspection_list {"model_id": @model, "checklist": "appearance"}
!! list_is_no_inspection
do delivery.set_inspection_list {"model_id": 99, "checklist": @own}
!! model_not_found
do delivery.set_inspection_list {"model_id": @model, "checklist": @own}
-> {"checklist": @own, "title": {"zh": "星驰 A5 交车前检查"}}
view delivery.inspection_lists {}
-> {"models": [{"model_id": @model, "checklist": @own, "is_own": true, "items_count": 3}]}

# ---- A step of the norm may ask for a list of the store's own
do standards.open_draft {"process": "delivery"}
do standards.change_draft {"process": "delivery", "version": 1, "title": {"zh": "新车交付", "en": "Delivery"}, "ended_by": [],
    "milestones": [{"name": "begun", "title": {"zh": "合同生效", "en": "Contract signed"}, "event": "delivery.begun", "on_miss": "measure"},
    {"name": "inspected", "title": {"zh": "交车前检查", "en": "Inspected"}, "event": "delivery.car_inspected", "needs": ["begun"],
        "checklist": @own, "on_miss": "warn"}]}
-> {"version": 2}
view standards.process_record {"process": "delivery"}
-> {"checklists": [{"name": @own, "title": {"zh": "星驰 A5 交车前检查"}}]}
do standards.discard_draft {"process": "delivery", "version": 2}

# ---- A car of this model is sold
as sales1
upload @signature png
do customers.register {"name": "沈佳宜", "phone": "13588012345"}
-> {"id": @customer}
do leads.open_lead {"customer_id": @customer}
-> {"lead_id": @lead}
do deals.start_quote {"customer_id": @customer, "lead_id": @lead, "car_id": @car}
-> {"id": @deal, "version": @d1}
do deals.offer_quote {"deal_id": @deal, "version": @d1}
-> {"version": @d4}
do deals.draft_contract {"deal_id": @deal, "version": @d4, "deposit": 500000, "pay_by": "2026-03-20", "deliver_on": "2026-03-25",
    "buyer_identity": "11010519491231002X", "buyer_address": "杭州市滨江区江南大道588号"}
-> {"contents_hash": @contents, "version": @d5}
do deals.sign_contract {"deal_id": @deal, "version": @d5, "contents_hash": @contents, "signed_name": "沈佳宜", "signature": @signature}
as cashier
view payments.due_list {}
-> {"rows": [{"object_id": @deal, "id": @due, "open": @open}]}
do payments.receive_payment {"due_id": @due, "means": "transfer", "amount": @open, "reference": "ICBC-7788"}

# ---- The model goes back to the list for its kind of drive; the delivery that runs keeps the one it began with
+ 1h
as gm
do delivery.set_inspection_list {"model_id": @model}
-> {"checklist": "pre_delivery_inspection"}
as delivery
view delivery.delivery_list {}
-> {"rows": [{"id": @delivery}]}
view delivery.farewell {"delivery_id": @delivery}
-> {"inspection": @own}

# ---- Two faults: one repair order with a line for each, paid by the store
do delivery.record_inspection {"delivery_id": @delivery, "version": 1, "answers": [
    {"item": "paint", "verdict": "fault", "note": "左后门划痕 2 厘米", "photos": []},
    {"item": "tyre_pressure", "verdict": "fault", "note": "", "photos": [], "measured": 180500},
    {"item": "lamps", "verdict": "ok", "note": "", "photos": []}]}
-> {"open_faults": 2, "version": @h1}
view delivery.delivery_record {"delivery_id": @delivery}
-> {"faults": [{"item": "漆面无划痕、色差", "id": @scratch, "order_id": @order, "line_id": @polish},
    {"item": "四轮胎压", "words": "180.5 kPa", "id": @pressure, "line_id": @inflate}], "orders": [{"order_id": @order, "state": "approved"}]}
view delivery.fault_list {}
-> {"rows": [{"id": @scratch, "order_id": @order}]}
as foreman
view workshop.order {"order_id": @order}
-> {"order": {"source_type": "delivery", "source_id": @delivery, "approved_total": 39600},
    "lines": [{"id": @polish, "name": "漆面无划痕、色差：左后门划痕 2 厘米", "payer": "internal", "state": "approved"}, {"id": @inflate}],
    "consents": [{"state": "answered", "channel": "store"}]}
as customer @customer
view workshop.my_service {}
-> {"orders": []}

# ---- What is put right by hand leaves the order; what the workshop has begun is mended by the workshop
as delivery
do delivery.mend_fault {"fault_id": @pressure, "how": "补气至 235 kPa"}
-> {"open_faults": 1}
as tech1
do workshop.clock_on {"line_id": @polish}
as delivery
do delivery.mend_fault {"fault_id": @scratch, "how": "已擦掉"}
!! fault_is_in_work
do delivery.prepare {"delivery_id": @delivery, "version": @h1, "answers": [{"item": "wash", "verdict": "ok", "note": "", "photos": []}, {"item": "energy", "verdict": "ok", "note": "", "photos": []}, {"item": "accessories", "verdict": "ok", "note": "", "photos": []}, {"item": "documents", "verdict": "ok", "note": "", "photos": []}, {"item": "keys", "verdict": "ok", "note": "", "photos": []}, {"item": "insurance", "verdict": "ok", "note": "", "photos": []}, {"item": "area", "verdict": "ok", "note": "", "photos": []}]}
-> {"version": @h2}
+ 40m
as tech1
do workshop.clock_off {"reason": "done"}
as delivery
view delivery.delivery_record {"delivery_id": @delivery}
-> {"faults": [{"id": @scratch, "mended_in_workshop": true, "mended_at": @mended_at}, {"id": @pressure, "how": "补气至 235 kPa"}],
    "orders": [{"state": "quality_check"}]}

# ---- The final check sends it back: the fault is open again, until it is done anew
as tech1
view workshop.order {"order_id": @order}
-> {"order": {"version": @w2}}
as tech1
do workshop.record_check {"order_id": @order, "version": @w2, "level": "self", "passed": true, "answers": [{"item": "work_complete", "verdict": "ok", "note": "", "photos": []}, {"item": "torque", "verdict": "ok", "note": "", "photos": []}, {"item": "fluids", "verdict": "ok", "note": "", "photos": []}, {"item": "old_parts", "verdict": "ok", "note": "", "photos": []}, {"item": "tools", "verdict": "ok", "note": "", "photos": []}]}
-> {"version": @w3}
as tech2
do workshop.record_check {"order_id": @order, "version": @w3, "level": "peer", "passed": true, "answers": [{"item": "matches_order", "verdict": "ok", "note": "", "photos": []}, {"item": "fastening_recheck", "verdict": "ok", "note": "", "photos": []}, {"item": "leaks", "verdict": "ok", "note": "", "photos": []}, {"item": "wiring", "verdict": "ok", "note": "", "photos": []}, {"item": "fault_codes", "verdict": "ok", "note": "", "photos": []}]}
-> {"version": @w4}
as inspector
do workshop.record_check {"order_id": @order, "version": @w4, "level": "final", "passed": false, "answers": [{"item": "complaint_solved", "verdict": "ok", "note": "", "photos": []}, {"item": "road_test", "verdict": "ok", "note": "", "photos": []}, {"item": "brakes_and_steering", "verdict": "ok", "note": "", "photos": []}, {"item": "lights", "verdict": "ok", "note": "", "photos": []}, {"item": "tyre_pressure", "verdict": "ok", "note": "", "photos": []}, {"item": "clean", "verdict": "ok", "note": "", "photos": []}, {"item": "papers", "verdict": "ok", "note": "", "photos": []}], "faults": [{"line_id": @polish, "cause": "workmanship", "words": "放油螺栓渗油"}]}
-> {"version": @w5}
as delivery
upload @handover_signature png
do delivery.accept {"delivery_id": @delivery, "version": @h2, "answers": [], "signature": @handover_signature}
!! faults_are_open
as tech1
do workshop.clock_on {"line_id": @polish}
+ 20m
do workshop.clock_off {"reason": "done"}
as delivery
do delivery.accept {"delivery_id": @delivery, "version": @h2, "answers": [{"item": "appearance", "verdict": "ok", "note": "", "photos": []}, {"item": "interior", "verdict": "ok", "note": "", "photos": []}, {"item": "functions", "verdict": "ok", "note": "", "photos": []}, {"item": "equipment", "verdict": "ok", "note": "", "photos": []}, {"item": "papers", "verdict": "ok", "note": "", "photos": []}, {"item": "keys", "verdict": "ok", "note": "", "photos": []}, {"item": "maintenance", "verdict": "ok", "note": "", "photos": []}, {"item": "contacts", "verdict": "ok", "note": "", "photos": []}], "signature": @handover_signature}
-> {"version": @h3}
as sales1
view deals.cases_of_deal {"deal_id": @deal}
-> {"cases": [{"agency_case": {"kind": "insurance", "id": @insurance, "version": @insured1}}]}
do deals.receive_case_paper {"case_id": @insurance, "paper": "identity_card"}
do deals.receive_case_paper {"case_id": @insurance, "paper": "insured_contact"}
do deals.quote_insurance {"case_id": @insurance, "insurer": "平安财险", "coverage": "交强险", "premium": 95000, "commission": 0, "valid_until": "2026-04-10"}
view deals.cases_of_deal {"deal_id": @deal}
-> {"cases": [{"quotes": [{"id": @insurance_quote}]}]}
do deals.choose_insurance {"quote_id": @insurance_quote}
do deals.send_case {"case_id": @insurance, "version": @insured1}
-> {"version": @insured2}
do deals.finish_case {"case_id": @insurance, "version": @insured2, "paid": 95000, "receipt_number": "PA-1", "receipt_file": @handover_signature, "result": "", "policy_number": "PDZA20260410", "starts_on": "2026-04-10"}
-> {"state": "done"}
as delivery
do delivery.deliver_car {"delivery_id": @delivery, "version": @h3, "mileage_km": 15}
-> {"state": "delivered"}

# ---- The order concerned no customer: nothing was sent to her, and no call follows it
as gm
view workshop.order {"order_id": @order}
-> {"order": {"source_number": @source_number}, "lines": [{"id": @polish, "work": "done"}]}

# ---- Settled, it is over: nobody pays and nobody is handed the car
as tech1
view workshop.order {"order_id": @order}
-> {"order": {"version": @w6}}
do workshop.record_check {"order_id": @order, "version": @w6, "level": "self", "passed": true, "answers": [{"item": "work_complete", "verdict": "ok", "note": "", "photos": []}, {"item": "torque", "verdict": "ok", "note": "", "photos": []}, {"item": "fluids", "verdict": "ok", "note": "", "photos": []}, {"item": "old_parts", "verdict": "ok", "note": "", "photos": []}, {"item": "tools", "verdict": "ok", "note": "", "photos": []}]}
-> {"version": @w7}
as tech2
do workshop.record_check {"order_id": @order, "version": @w7, "level": "peer", "passed": true, "answers": [{"item": "matches_order", "verdict": "ok", "note": "", "photos": []}, {"item": "fastening_recheck", "verdict": "ok", "note": "", "photos": []}, {"item": "leaks", "verdict": "ok", "note": "", "photos": []}, {"item": "wiring", "verdict": "ok", "note": "", "photos": []}, {"item": "fault_codes", "verdict": "ok", "note": "", "photos": []}]}
-> {"version": @w8}
as inspector
do workshop.record_check {"order_id": @order, "version": @w8, "level": "final", "passed": true, "answers": [{"item": "complaint_solved", "verdict": "ok", "note": "", "photos": []}, {"item": "road_test", "verdict": "ok", "note": "", "photos": []}, {"item": "brakes_and_steering", "verdict": "ok", "note": "", "photos": []}, {"item": "lights", "verdict": "ok", "note": "", "photos": []}, {"item": "tyre_pressure", "verdict": "ok", "note": "", "photos": []}, {"item": "clean", "verdict": "ok", "note": "", "photos": []}, {"item": "papers", "verdict": "ok", "note": "", "photos": []}], "road_test_km": 1}
-> {"version": @w9}
as advisor1
do workshop.settle_order {"order_id": @order, "version": @w9}
-> {"open": 0}
view workshop.order {"order_id": @order}
-> {"order": {"state": "handed_back", "handed_back_at": @any}}

# ---- Another store inspects its own models
as gm_2
view delivery.inspection_lists {}
-> {"models": []}
