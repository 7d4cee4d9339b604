# Everything in one place: insurance, tax and plates with their papers and receipts, accessories fitted with their cost, a promise drawn down later, the margin.
clock 2026-04-07 09:00

as sales_manager
do vehicles.add_model {"code": "A5-15T-DCT", "brand": "星驰", "series": "A5", "trim": "1.5T 双离合 舒适版", "year": 2026,
    "fuel": "petrol", "gearbox": "automatic", "displacement_ml": 1498, "seats": 5, "price": 11300000, "colours": [], "options": []}
-> {"id": @model}
do vehicles.order_car {"vin": "LFVXC21A5T3000001", "model_id": @model, "colour": "曜石黑", "cost": 9500000}
-> {"id": @car}
do vehicles.accept_arrival {"car_id": @car, "location": "A区 03", "key_number": "K103", "mileage_km": 12, "photos": [], "version": 1}
-> {}

# ---- The quote: what was said stands in it, with its cost
as sales1
do customers.register {"name": "周敏", "phone": "13800000001"}
-> {"id": @customer}
do deals.start_quote {"customer_id": @customer, "car_id": @car}
-> {"id": @deal, "version": @d1}
do deals.add_promise {"deal_id": @deal, "version": @d1, "title": "免费基础保养", "times": 0, "valid_months": 36, "worth": 150000}
!! promise_out_of_range
do deals.add_promise {"deal_id": @deal, "version": @d1, "title": "免费基础保养", "times": 2, "valid_months": 12, "worth": 150000, "cost": 60000}
-> {"version": @d2}
do deals.add_line {"deal_id": @deal, "version": @d2, "kind": "accessory", "title": "全车贴膜", "explanation": "", "amount": 226000, "cost": 120000}
-> {"version": @d3}
do deals.add_line {"deal_id": @deal, "version": @d3, "kind": "fee", "title": "x", "explanation": "y", "amount": 100, "cost": 1}
!! line_cost_wrong
do deals.add_line {"deal_id": @deal, "version": @d3, "kind": "registration", "title": "上牌服务", "explanation": "代办验车与正式号牌", "amount": 50000}
-> {"version": @d4}
do deals.add_line {"deal_id": @deal, "version": @d4, "kind": "insurance", "title": "商业保险", "explanation": "三者300万、车损、座位", "amount": 400000}
-> {"version": @d5}
# ---- The old car in the same deal, and the menu with a yes or no to each offer
do deals.appraise_trade_in {"deal_id": @deal, "vin": "LSVAA4182E2184847", "model_text": "2014款 朗逸 1.6L", "first_registered": "2014-05-01", "mileage_km": 98000, "condition": "右前翼子板喷漆，无事故", "market_price": 3000000, "repair_estimate": 200000, "offered": 2800001, "valid_until": "2026-04-20"}
!! appraisal_over_value
do deals.appraise_trade_in {"deal_id": @deal, "vin": "LSVAA4182E2184847", "model_text": "2014款 朗逸 1.6L", "first_registered": "2014-05-01", "mileage_km": 98000, "condition": "右前翼子板喷漆，无事故", "market_price": 3000000, "repair_estimate": 200000, "offered": 2700000, "valid_until": "2026-04-20"}
-> {"id": @appraisal}
do deals.accept_trade_in {"appraisal_id": @appraisal, "version": @d5}
-> {"version": @e1}
do deals.accept_trade_in {"appraisal_id": @appraisal, "version": @e1}
!! appraisal_is_accepted
view deals.deal_appraisals {"deal_id": @deal}
-> {"appraisals": [{"appraisal": {"offered": 2700000}}]}
upload @paper png
do deals.answer_menu {"deal_id": @deal, "version": @e1, "answers": [{"offer": "extended_warranty", "accepted": true}], "signed_name": "周敏", "signature": @paper}
!! menu_incomplete
do deals.answer_menu {"deal_id": @deal, "version": @e1, "answers": [{"offer": "extended_warranty", "accepted": false}, {"offer": "tyre_cover", "accepted": true},
    {"offer": "glass_cover", "accepted": false}, {"offer": "service_package", "accepted": false}], "signed_name": "周敏", "signature": @paper}
-> {"version": @e2}
do deals.answer_menu {"deal_id": @deal, "version": @e2, "answers": [], "signed_name": "周敏", "signature": @paper}
!! menu_is_answered
view deals.deal_menu {"deal_id": @deal}
-> {"lines": [{"offer": "tyre_cover", "accepted": true}, {"offer": "glass_cover", "accepted": false}], "signed_name": "周敏"}
view deals.deal_margin {"deal_id": @deal}
!! not_allowed
as sales_manager
do deals.set_rebate {"deal_id": @deal, "amount": -1, "reason": "季度返利"}
!! rebate_wrong
do deals.set_rebate {"deal_id": @deal, "amount": 200000, "reason": "季度返利"}
-> {}
view deals.deal_margin {"deal_id": @deal}
-> {"margin": {"car": 10000000, "car_cost": 9500000, "accessories": 200000, "accessories_cost": 120000, "gifts_cost": 60000, "fees": 64151, "gross": 784151}, "car_is_chosen": true}
as sales1
do deals.draft_contract {"deal_id": @deal, "version": @e2, "deposit": 1000000, "pay_by": "2026-04-20", "deliver_on": "2026-04-25", "buyer_identity": "11010519491231002X", "buyer_address": "杭州市西湖区文三路9号"}
-> {"contents_hash": @contents, "version": @d6}
do deals.sign_contract {"deal_id": @deal, "version": @d6, "contents_hash": @contents, "signed_name": "周敏", "signature": @paper}
-> {"state": "contract_signed"}

# ---- Three cases have begun by themselves
view deals.cases_of_deal {"deal_id": @deal}
-> {"cases": [{"agency_case": {"kind": "insurance", "id": @insurance, "collected": 526500, "expected_on": "2026-04-09"}},
    {"agency_case": {"kind": "purchase_tax", "id": @tax, "collected": 1000000}},
    {"agency_case": {"kind": "registration", "id": @plates, "collected": 50000}}]}
do deals.plan_case {"case_id": @plates, "version": 1, "expected_on": "2026-04-06", "note": ""}
!! case_date_past
do deals.plan_case {"case_id": @plates, "version": 1, "expected_on": "2026-04-18", "note": "车管所周六可办"}
-> {}
do deals.send_case {"case_id": @insurance, "version": 1}
!! case_papers_missing
do deals.receive_case_paper {"case_id": @insurance, "paper": "love_letter"}
!! case_paper_unknown
do deals.receive_case_paper {"case_id": @insurance, "paper": "identity_card"}
-> {}
do deals.receive_case_paper {"case_id": @insurance, "paper": "insured_contact"}
-> {}
do deals.quote_insurance {"case_id": @plates, "insurer": "平安财险", "coverage": "x", "premium": 100, "commission": 0, "valid_until": "2026-04-30"}
!! case_is_no_insurance
do deals.quote_insurance {"case_id": @insurance, "insurer": "平安财险", "coverage": "交强险、三者300万、车损", "premium": 520000, "commission": 53000, "valid_until": "2026-04-30"}
-> {}
do deals.quote_insurance {"case_id": @insurance, "insurer": "人保财险", "coverage": "交强险、三者200万、车损", "premium": 526501, "commission": 50000, "valid_until": "2026-04-30"}
-> {}
view deals.cases_of_deal {"deal_id": @deal}
-> {"cases": [{"quotes": [{"insurer": "平安财险", "id": @quote}, {"insurer": "人保财险", "id": @dear}]}]}
do deals.choose_insurance {"quote_id": @dear}
!! insurance_quote_over_collected
do deals.send_case {"case_id": @insurance, "version": 1}
-> {"state": "with_authority"}
do deals.send_case {"case_id": @insurance, "version": 2}
!! case_is_sent
do deals.finish_case {"case_id": @insurance, "version": 2, "paid": 520000, "receipt_number": "PA-1", "receipt_file": @paper, "result": "", "policy_number": "P20260407", "starts_on": "2026-04-10"}
!! insurance_not_chosen
do deals.choose_insurance {"quote_id": @quote}
-> {}
do deals.finish_case {"case_id": @insurance, "version": 2, "paid": 526501, "receipt_number": "PA-1", "receipt_file": @paper, "result": "", "policy_number": "P20260407", "starts_on": "2026-04-10"}
!! paid_over_collected
do deals.finish_case {"case_id": @insurance, "version": 2, "paid": 520000, "receipt_number": "PA-1", "receipt_file": @paper, "result": ""}
!! policy_incomplete
do deals.finish_case {"case_id": @insurance, "version": 2, "paid": 520000, "receipt_number": "PA-1", "receipt_file": @paper, "result": "", "policy_number": "P20260407", "starts_on": "2026-04-10"}
-> {"state": "done"}
do deals.finish_case {"case_id": @plates, "version": 2, "paid": 50000, "receipt_number": "CG-1", "receipt_file": @paper, "result": "浙A88K66"}
!! case_not_sent
view deals.policy_list {"ends_until": "2027-05-01", "commission_open": true}
-> {"rows": [{"customer_name": "周敏", "policy_number": "P20260407", "ends_on": "2027-04-09", "id": @policy, "commission": @commission}]}
as finance
do deals.receive_commission {"policy_id": 99, "reference": "ICBC-990"}
!! policy_not_found
do deals.receive_commission {"policy_id": @policy, "reference": "ICBC-990"}
-> {}
do deals.receive_commission {"policy_id": @policy, "reference": "ICBC-991"}
!! commission_received_already
view ledger.trial_balance {}
-> {"rows": [{"account": "insurer_receivable", "debit": 0, "credit": 0}, {"account": "commission_revenue", "credit": 50000}]}
view deals.policy_list {"commission_open": true}
-> {"rows": []}
view deals.policy_list {"starts_from": "2026-04-01", "starts_until": "2026-04-30", "insurer": "没有的保险公司"}
-> {"rows": []}
view deals.policy_list {"starts_from": "2026-04-01", "starts_until": "2026-04-30"}
-> {"rows": [{"id": @policy}]}
view deals.policies_by_month {}
-> {"months": [{"month": "2026-04", "policies": 1, "commission": @commission, "still_owed": 0}]}
as customer @customer
view deals.cases_of_deal {"deal_id": @deal}
-> {"cases": [{"agency_case": {"kind": "registration", "expected_on": "2026-04-18", "note": ""}, "allowed_actions": []}]}

# By her link she sees what she bought, where each case stands and when it is expected, and no word of ours.
view deals.my_purchases {}
-> {"purchases": [{"deal_id": @deal, "deliver_on": "2026-04-25", "delivered_at": null, "lines": [{"kind": "car"}, {"title": "全车贴膜"}],
    "cases": [{"kind": "registration", "state": "collecting", "expected_on": "2026-04-18", "missing_papers": [{"zh": @wanted_paper}]},
    {"kind": "insurance", "state": "done", "insurer": "平安财险", "policy_number": "P20260407", "missing_papers": []}],
    "promises": [{"title": "免费基础保养", "times": 2, "used": 0, "left": 2, "ends_on": null, "valid_months": 12}]}]}
as sales1
do deals.return_rest {"case_id": @insurance, "version": 3, "reference": "x"}
!! not_allowed
as cashier
do deals.return_rest {"case_id": @tax, "version": 1, "reference": "ICBC-1"}
!! case_not_done
do deals.return_rest {"case_id": @insurance, "version": 3, "reference": "ICBC-1"}
-> {}
do deals.return_rest {"case_id": @insurance, "version": 4, "reference": "ICBC-2"}
!! rest_is_returned
view payments.paid_for_object {"object_type": "deal", "object_id": @deal}
-> {"money": {"due": {"id": @due, "open": @open}}}
do payments.receive_payment {"due_id": @due, "means": "transfer", "amount": @open, "reference": "ICBC-9"}
-> {"open": 0}

# ---- The invoice of the car: one, with its certificate, void only with a reason
do deals.issue_invoice {"deal_id": @deal, "invoice_number": "123", "certificate_number": "WAB1", "import_certificate": "", "inspection_number": "", "engine_number": "EA15-000123", "origin": "浙江杭州", "tax_office": "国家税务总局杭州市滨江区税务局", "tax_office_code": "13301080000"}
!! invoice_number_wrong
do deals.issue_invoice {"deal_id": @deal, "invoice_number": "26332000000012345678", "certificate_number": "", "import_certificate": "", "inspection_number": "", "engine_number": "EA15-000123", "origin": "浙江杭州", "tax_office": "国家税务总局杭州市滨江区税务局", "tax_office_code": "13301080000"}
!! certificate_missing
do deals.issue_invoice {"deal_id": @deal, "invoice_number": "26332000000012345678", "certificate_number": "WAB2026000123", "import_certificate": "", "inspection_number": "", "engine_number": "EA15-000123", "origin": "浙江杭州", "tax_office": "国家税务总局杭州市滨江区税务局", "tax_office_code": "13301080000"}
-> {"id": @invoice}
do deals.issue_invoice {"deal_id": @deal, "invoice_number": "26332000000012345679", "certificate_number": "WAB2026000123", "import_certificate": "", "inspection_number": "", "engine_number": "EA15-000123", "origin": "浙江杭州", "tax_office": "国家税务总局杭州市滨江区税务局", "tax_office_code": "13301080000"}
!! invoice_is_there
view deals.deal_invoice {"deal_id": @deal}
-> {"price": 11300000, "net": 10000000, "tax": 1300000, "price_words": "壹拾壹万叁仟元整", "invoices": [{"invoice": {"id": @invoice}}]}
view deals.invoice_pdf {"invoice_id": @invoice}
-> {"bytes": @any}
do deals.void_invoice {"invoice_id": @invoice, "version": 1, "reason": "购买方名称有误"}
-> {}
do deals.void_invoice {"invoice_id": @invoice, "version": 2, "reason": "再作废"}
!! invoice_is_void
do deals.issue_invoice {"deal_id": @deal, "invoice_number": "26332000000012345678", "certificate_number": "WAB2026000123", "import_certificate": "", "inspection_number": "", "engine_number": "EA15-000123", "origin": "浙江杭州", "tax_office": "国家税务总局杭州市滨江区税务局", "tax_office_code": "13301080000"}
!! invoice_number_taken

# ---- The paper of the contract: filed, lent, back, and kept for ten years
as sales1
do deals.file_contract {"deal_id": @deal, "location": "档案柜 3-2"}
!! not_allowed
as finance
view tasks.mine {}
-> {"rows": [{"title_key": "task.deals.file_paper", "title_params": {"customer_name": "周敏"}}]}
do deals.file_contract {"deal_id": @deal, "location": "档案柜 3-2"}
-> {"id": @custody, "state": "shelved"}
view tasks.mine {}
-> {"rows": []}
do deals.file_contract {"deal_id": @deal, "location": "档案柜 3-2"}
!! contract_is_filed
do deals.return_contract {"custody_id": @custody, "version": 1, "location": "档案柜 3-2"}
!! contract_not_lent
do deals.lend_contract {"custody_id": @custody, "version": 1, "borrower": "李婷", "reason": "按揭银行核验原件", "back_by": "2026-04-06"}
!! back_by_past
do deals.lend_contract {"custody_id": @custody, "version": 1, "borrower": "李婷", "reason": "按揭银行核验原件", "back_by": "2026-04-14"}
-> {"state": "lent"}
view tasks.mine {}
-> {"rows": [{"title_key": "task.deals.fetch_paper", "title_params": {"borrower": "李婷"}, "due_at": "2026-04-14T10:00:00.000Z"}]}
do deals.lend_contract {"custody_id": @custody, "version": 2, "borrower": "王强", "reason": "x", "back_by": "2026-04-14"}
!! contract_is_lent
do deals.return_contract {"custody_id": @custody, "version": 2, "location": "档案柜 3-2"}
-> {"state": "shelved"}
view tasks.mine {}
-> {"rows": []}
do deals.destroy_contract {"custody_id": @custody, "version": 3, "reason": "清理"}
!! contract_is_retained
view deals.deal_custody {"deal_id": @deal}
-> {"papers": [{"custody": {"retain_until": "2036-04-07"}, "moves": [{"what": "filed"}, {"what": "lent"}, {"what": "returned"}]}]}

# ---- The car stays until what was promised is fitted; what it cost comes back to the deal
as delivery
view delivery.delivery_list {}
-> {"rows": [{"customer_name": "周敏", "id": @delivery}]}
do delivery.record_inspection {"delivery_id": @delivery, "version": 1, "answers": [{"item": "identity", "verdict": "ok", "note": "", "photos": []}, {"item": "paint", "verdict": "ok", "note": "", "photos": []}, {"item": "panel_gaps", "verdict": "ok", "note": "", "photos": []}, {"item": "tyres", "verdict": "ok", "note": "", "photos": []}, {"item": "fluids", "verdict": "ok", "note": "", "photos": []}, {"item": "battery", "verdict": "ok", "note": "", "photos": []}, {"item": "interior", "verdict": "ok", "note": "", "photos": []}, {"item": "electrics", "verdict": "ok", "note": "", "photos": []}, {"item": "fault_codes", "verdict": "ok", "note": "", "photos": []}, {"item": "road_test", "verdict": "ok", "note": "", "photos": []}, {"item": "underbody", "verdict": "ok", "note": "", "photos": []}]}
-> {"open_faults": 0}
do delivery.prepare {"delivery_id": @delivery, "version": 2, "answers": [{"item": "wash", "verdict": "ok", "note": "", "photos": []}, {"item": "energy", "verdict": "ok", "note": "", "photos": []}, {"item": "accessories", "verdict": "ok", "note": "", "photos": []}, {"item": "documents", "verdict": "ok", "note": "", "photos": []}, {"item": "keys", "verdict": "ok", "note": "", "photos": []}, {"item": "insurance", "verdict": "ok", "note": "", "photos": []}, {"item": "area", "verdict": "ok", "note": "", "photos": []}]}
-> {}
do delivery.accept {"delivery_id": @delivery, "version": 3, "answers": [{"item": "appearance", "verdict": "ok", "note": "", "photos": []}, {"item": "interior", "verdict": "ok", "note": "", "photos": []}, {"item": "functions", "verdict": "ok", "note": "", "photos": []}, {"item": "equipment", "verdict": "ok", "note": "", "photos": []}, {"item": "papers", "verdict": "ok", "note": "", "photos": []}, {"item": "keys", "verdict": "ok", "note": "", "photos": []}, {"item": "maintenance", "verdict": "ok", "note": "", "photos": []}, {"item": "contacts", "verdict": "ok", "note": "", "photos": []}], "signature": @paper}
-> {"version": @h}
do delivery.deliver_car {"delivery_id": @delivery, "version": @h, "mileage_km": 12}
!! fittings_are_open
view deals.deal_extras {"deal_id": @deal}
-> {"fittings": [{"fitting": {"title": "全车贴膜", "expected_cost": 120000, "id": @film}}], "promises": [{"promise": {"title": "免费基础保养", "id": @promise}, "left": 2}]}
do deals.finish_fitting {"fitting_id": @film, "cost": -1, "note": ""}
!! fitting_cost_wrong
do deals.finish_fitting {"fitting_id": @film, "cost": 130000, "note": "龙膜，侧窗返工一次"}
-> {}
do deals.finish_fitting {"fitting_id": @film, "cost": 130000, "note": "再记一次"}
!! fitting_is_done
as advisor1
do deals.draw_promise {"promise_id": @promise, "version": 1, "note": "首保"}
!! promise_not_in_force
as delivery
do delivery.deliver_car {"delivery_id": @delivery, "version": @h, "mileage_km": 12}
-> {"state": "delivered"}
as sales_manager
view deals.deal_margin {"deal_id": @deal}
-> {"margin": {"accessories_cost": 130000, "insurance_commission": 50000, "gross": 824151}}

# ---- The old car came into stock by itself when the new one was handed over, at what the deal gave for it
view used_cars.car_list {}
-> {"rows": [{"model_text": "2014款 朗逸 1.6L", "source": "trade_in", "step": "arrived", "cost": 2700000, "id": @old}]}
view used_cars.trade_in_to_enter {"deal_id": @deal}
!! trade_in_is_in_stock
do used_cars.buy_car {"customer_id": @customer, "vin": "LSVAA4182E2184847", "model_text": "2014款 朗逸 1.6L", "first_registered": "2014-05-01", "mileage_km": 98000,
    "condition": "同一辆车", "market_price": 3000000, "repair_estimate": 200000, "price": 2700000, "location": "收车区", "deal_id": @deal}
!! trade_in_is_in_stock
as cashier
do used_cars.pay_seller {"used_car_id": @old, "amount": 2700000, "reference": "ICBC-3", "version": 1}
!! trade_in_is_netted
as finance
view ledger.entries {"account": "vehicle_stock", "kind": "used_cars.car_taken_in"}
-> {"rows": []}

# ---- The promise is drawn by the workshop until it is used up
clock 2026-10-08 10:00
as advisor1
do deals.draw_promise {"promise_id": @promise, "version": 1, "note": "首保"}
-> {"left": 1}
view deals.customer_promises {"customer_id": @customer}
-> {"promises": [{"promise": {"used": 1}, "left": 1, "ends_on": "2027-04-07", "draws": [{"note": "首保"}]}]}

# ---- At the second service the repair order draws it: the house pays the line, one time less is left
do workshop.receive_car {"customer_id": @customer, "car_id": @car, "mileage_km": 9800, "fuel_percent": 50, "words": "二保", "promised_at": "now+3h", "belongings": "", "signature": @paper, "photos": [@paper], "marks": []}
-> {"order_id": @service}
as foreman
do workshop.add_operation {"code": "BY-PROMISE", "name": "基础保养", "hours": 1000, "hourly_price": 28000}
-> {"operation_id": @operation}
as advisor1
do workshop.add_labour {"order_id": @service, "operation_id": @operation, "payer": "customer"}
-> {"line_id": @line, "amount": 28000}
do workshop.add_outside_work {"order_id": @service, "name": "钣金外协", "price": 50000, "payer": "insurer"}
-> {"line_id": @insured}
do workshop.use_promise {"order_id": @service, "promise_id": @promise, "promise_version": 2, "line_ids": []}
!! no_line_chosen
do workshop.use_promise {"order_id": @service, "promise_id": @promise, "promise_version": 2, "line_ids": [@insured]}
!! line_is_not_customers
do workshop.use_promise {"order_id": @service, "promise_id": 99, "promise_version": 2, "line_ids": [@line]}
!! promise_not_found
do workshop.use_promise {"order_id": @service, "promise_id": @promise, "promise_version": 2, "line_ids": [@line], "note": "二保"}
-> {"free_of_charge": 28000}
view workshop.order {"order_id": @service}
-> {"lines": [{"id": @line, "payer": "internal"}, {"payer": "insurer"}]}
do workshop.use_promise {"order_id": @service, "promise_id": @promise, "promise_version": 3, "line_ids": [@line]}
!! line_is_not_customers
view log.timeline {"object_type": "repair_order", "object_id": @service}
-> {"rows": [{"name": "workshop.promise_used"}, {"name": "deals.promise_drawn"}]}
as customer @customer
view deals.my_purchases {}
-> {"purchases": [{"deal_id": @deal, "state": "delivered", "promises": [{"used": 2, "left": 0, "ends_on": "2027-04-07", "drawn_at": [@drawn_at]}]}]}
as advisor1
do deals.draw_promise {"promise_id": @promise, "version": 3, "note": "三保"}
!! promise_used_up
view log.timeline {"object_type": "deal", "object_id": @deal}
-> {"rows": [{"name": "deals.promise_drawn"}, {"name": "deals.fitting_done"}, {"name": "deals.case_done"}]}
