# The sales floor: the catalogue and the stock, visitors by rotation, needs, follow-up, and what becomes of a lead.
clock 2026-03-02 08:30

as sales_manager
do vehicles.add_model {"code": "S7-15H-L", "brand": "星驰", "series": "S7", "trim": "1.5L 双擎混动豪华型", "year": 2026,
    "fuel": "hybrid", "gearbox": "automatic", "displacement_ml": 1498, "seats": 5, "price": 16980000,
    "specs": {"body": "suv", "power_kw": 152},
    "colours": [{"name": "雪域白", "hex": "#f4f4f1", "price": 0}],
    "options": [{"code": "PANO", "name": "全景天窗", "price": 600000}]}
-> {"id": @model, "name": "星驰 S7 2026款 1.5L 双擎混动豪华型"}
do vehicles.set_model_price {"model_id": @model, "price": 16580000, "reason": "厂家三月政策", "version": 1}
do vehicles.set_model_price {"model_id": @model, "price": 16480000, "reason": "重复提交", "version": 1}
!! changed_by_someone_else
do vehicles.set_model_offer {"model_id": @model, "on_offer": false, "version": 2}
do vehicles.set_model_offer {"model_id": @model, "on_offer": true, "version": 3}
do vehicles.add_model_option {"model_id": @model, "code": "TOW", "name": "原厂拖车钩", "price": 320000}
-> {"id": @option}
do vehicles.change_model_option {"option_id": @option, "price": 300000, "on_offer": true, "version": 1}
do vehicles.order_car {"vin": "LATPAB071W1005301", "model_id": @model, "colour": "雪域白", "cost": 14800000,
    "expected_on": "today+3d"}
-> {"id": @car}
as sales1
do vehicles.order_car {"vin": "1HGCM82633A004352", "model_id": @model, "colour": "雪域白", "cost": 1}
!! not_allowed
as delivery
do vehicles.accept_arrival {"car_id": @car, "location": "B区12号", "key_number": "K012", "mileage_km": 8, "version": 1}
do vehicles.move_car {"car_id": @car, "location": "展厅2号位", "version": 2}
do vehicles.make_demo_car {"car_id": @car, "plate": "浙A12345", "version": 3}
view vehicles.demo_car_list {}
-> {"rows": [{"id": @car, "plate": "浙A12345"}]}
do vehicles.end_demo_use {"car_id": @car, "version": 4}
do vehicles.record_mileage {"car_id": @car, "mileage_km": 120}
do vehicles.change_plate {"car_id": @car, "plate": "浙A54321"}
view vehicles.model_record {"model_id": @model}
-> {"in_stock": 1, "options": [{"code": "TOW", "price": 300000}]}

# The day begins with the self-check; from then on only who is on the floor gets visitors.
as sales1
do reception.start_duty {"answers": [{"item": "uniform", "verdict": "ok", "note": "", "photos": []},
    {"item": "name_badge", "verdict": "ok", "note": "", "photos": []},
    {"item": "hair", "verdict": "ok", "note": "", "photos": []},
    {"item": "hands", "verdict": "ok", "note": "", "photos": []},
    {"item": "shoes", "verdict": "fault", "note": "鞋面有灰", "photos": []},
    {"item": "breath", "verdict": "ok", "note": "", "photos": []},
    {"item": "tools", "verdict": "ok", "note": "", "photos": []}]}
-> {"faults": 1}
do reception.leave_desk {"reason": "开早会"}
do reception.return_to_desk {}

clock 2026-03-02 10:00
as host
do reception.register_arrival {"party_size": 2, "purpose": "look_at_cars", "channel": "walk_in"}
-> {"visit_id": @visit, "consultant_name": "李婷", "assigned_because": "longest_free"}
view reception.showroom_now {}
-> {"visitors": [{"id": @visit, "state": "assigned"}], "consultants": [{"name": "李婷", "state": "with_customer"},
    {"name": "王浩", "user_id": @wang, "state": "off_duty"}]}
do reception.assign_consultant {"visit_id": @visit, "consultant_id": @wang, "version": 2}
!! consultant_not_present
+ 45s
as sales1
do reception.greet_visitor {"visit_id": @visit}
do leads.open_lead {"visit_id": @visit}
!! visit_has_no_customer
do reception.identify_visitor {"visit_id": @visit, "name": "王芳", "phone": "13800138000", "gender": "female"}
-> {"customer_id": @customer}
do leads.open_lead {"visit_id": @visit}
-> {"lead_id": @lead, "was_open": false}
+ 15m
do leads.record_needs {"lead_id": @lead, "visit_id": @visit, "version": 1, "answers": [
    {"question": "timing", "choices": ["within_week"]}, {"question": "use", "choices": ["family", "travel"]},
    {"question": "family", "choices": ["three_to_five"]}, {"question": "budget", "choices": ["from_150k_to_200k"]},
    {"question": "drive", "choices": ["hybrid"]}, {"question": "decision", "choices": ["with_family_away"]},
    {"question": "own_words", "choices": [], "text": "后备箱要放得下婴儿车"}]}
-> {"grade": "A", "proposals": [{"model_id": @model, "reasons": ["within_budget", "fits_the_use", "in_stock"]}]}
do leads.choose_model {"lead_id": @lead, "model_id": @model, "version": 2}
do leads.plan_contact {"lead_id": @lead, "at": "now+10d", "channel": "phone_call", "version": 3}
!! contact_too_late
do leads.plan_contact {"lead_id": @lead, "at": "now+2d", "channel": "phone_call", "plan": "约周末试驾", "version": 3}
do reception.end_visit {"visit_id": @visit, "outcome": "interested"}
!! next_step_missing
do reception.end_visit {"visit_id": @visit, "outcome": "interested", "next_step": "周六带家人试驾"}
do reception.end_duty {}

# Giving the lead up is the manager's word.
+ 2d
do leads.record_contact {"lead_id": @lead, "channel": "phone_call", "result": "not_interested", "words": "已订某品牌 SUV",
    "version": 4}
-> {"late": false}
do deals.start_quote {"customer_id": @customer, "lead_id": @lead, "model_id": @model}
-> {"id": @quote}
do leads.lose_lead {"lead_id": @lead, "because": "competitor", "words": "对方现车优惠大", "competitor_model": "某品牌 SUV",
    "version": 5}
-> {"waits_for_approval": true}
as sales_manager
view approvals.waiting {}
-> {"rows": [{"id": @approval}]}
do approvals.decide {"approval_id": @approval, "granted": true, "note": "同意"}
view leads.lead_record {"lead_id": @lead}
-> {"lead": {"state": "lost", "competitor_model": "某品牌 SUV"}}
# Her quote ends with the lead.
view deals.deal_record {"deal_id": @quote}
-> {"deal": {"state": "cancelled", "cancel_reason": "线索已战败"}}
do leads.revive_lead {"lead_id": @lead, "reason": "客户退订，重新看车", "version": 7}
view leads.lead_list {"customer_id": @customer}
-> {"rows": [{"id": @lead, "state": "open", "consultant_name": "李婷"}]}
# Lost is lost: the report still says to whom, and that she came back.
view leads.loss_report {}
-> {"lost": 1, "revived": 1, "rivals": [{"competitor_model": "某品牌 SUV", "leads": 1}]}
view leads.loss_list {"competitor_model": "某品牌 SUV"}
-> {"rows": [{"lead_id": @lead, "revived_at": @any, "state": "open"}]}
do leads.reassign_lead {"lead_id": @lead, "consultant_id": @wang, "reason": "李婷休假", "version": 8}

# The customer's record: numbers under lock, consents, cars, the second record of the same person.
as care
do customers.reveal_phone {"customer_id": @customer, "reason": "回访"}
-> {"number": "13800138000"}
do customers.update {"customer_id": @customer, "identity_number": "11010519491231002X", "version": 3}
do customers.reveal_identity_number {"customer_id": @customer, "reason": "核对合同"}
-> {"number": "11010519491231002X"}
do customers.add_car {"customer_id": @customer, "vin": "5N1NJ01CXST000001", "plate": "浙B12345", "model_text": "旧车"}
do customers.give_consent {"customer_id": @customer, "purpose": "contact_by_phone", "text_version": "2026-1",
    "channel": "by_phone"}
-> {"id": @consent}
as customer @customer
view customers.my_record {}
-> {"name": "王芳", "phone_masked": "138****8000", "consents": [{"id": @consent}]}
do customers.withdraw_consent {"consent_id": @consent}
view customers.customer_record {"customer_id": @customer}
!! not_allowed
as care
do customers.register {"name": "王芳"}
-> {"id": @twin, "was_known": false}
do customers.merge {"from_id": @twin, "into_id": @customer, "reason": "同一人登记两次"}
do customers.assign_consultant {"customer_id": @customer, "consultant_id": @wang}
view customers.customer_record {"customer_id": @customer}
-> {"customer": {"consultant_name": "王浩", "identity_masked": "1101**********002X"}, "possible_duplicates": [],
    "cars": [{"plate": "浙B12345"}]}

# A list of customers comes in, and goes back.
as admin
upload @list csv 姓名,手机,车牌,VIN|李强,13900139000,浙C12345,1HGCM82633A004352|赵敏,1360013600,,
do customers.import_dry_run {"file": @list, "file_name": "客户.csv"}
-> {"import_id": @import, "rows": 2, "bad_rows": 1, "new_customers": 1, "errors": [{"row_number": 3,
    "column_name": "手机", "code": "phone_number_wrong"}]}
do customers.import_commit {"import_id": @import}
!! import_has_errors
do customers.import_commit {"import_id": @import, "skip_bad_rows": true}
-> {"new_customers": 1, "cars": 1}
as host
view customers.customer_list {"q": "13900139000"}
-> {"rows": [{"name": "李强", "cars": "浙C12345 "}]}
as admin
do customers.import_undo {"import_id": @import}
-> {"removed_customers": 1, "removed_cars": 1, "kept_customers": 0}

# Another store sees none of it.
as sales_manager_2
view customers.customer_record {"customer_id": @customer}
!! customer_not_found
view leads.lead_record {"lead_id": @lead}
!! lead_not_found
view vehicles.car_record {"car_id": @car}
!! car_not_found
