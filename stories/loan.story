# A car bought with a loan: plans side by side, the sheet signed, one lender refuses, the second grants a part, its money covers the rest.
clock 2026-04-07 09:00

# ---- The car
as sales_manager
do vehicles.add_model {"code": "E7-LR", "brand": "星驰", "series": "E7", "trim": "长续航版", "year": 2026,
    "fuel": "electric", "gearbox": "automatic", "displacement_ml": 0, "seats": 5, "price": 20000000, "colours": [], "options": []}
-> {"id": @model}
do vehicles.order_car {"vin": "LFVXC21A5T3000001", "model_id": @model, "colour": "雪山白", "cost": 17000000}
-> {"id": @car}
do vehicles.accept_arrival {"car_id": @car, "location": "B区 01", "key_number": "K201", "mileage_km": 9, "photos": [], "version": 1}
-> {}

# ---- What lenders offer: dated terms, never two for the same months on one day
as sales1
do financing.add_product {"lender_name": "星驰汽车金融", "name": "标准贷", "repayment": "equal_instalment", "papers": []}
!! not_allowed
as finance
do financing.add_product {"lender_name": "星驰汽车金融", "name": "标准贷", "repayment": "equal_instalment", "papers": ["identity_card", "income_proof"]}
-> {"id": @product}
do financing.add_product {"lender_name": "星驰汽车金融", "name": "标准贷", "repayment": "balloon", "papers": []}
!! product_is_there
do financing.publish_terms {"product_id": @product, "valid_from": "2026-04-01", "valid_until": "2026-06-30", "months": 36, "annual_rate_ppm": 39900,
    "down_payment_basis_points": 2000, "amount_min": 1000000, "amount_max": 30000000, "balloon_basis_points": 0,
    "fees": [{"title": "抵押登记费", "explanation": "车管所抵押登记，实报实销", "fixed": 50000, "basis_points": 0, "paid": "at_signing"}]}
-> {"id": @term}
do financing.publish_terms {"product_id": @product, "valid_from": "2026-06-30", "months": 36, "annual_rate_ppm": 29900,
    "down_payment_basis_points": 2000, "amount_min": 1000000, "amount_max": 30000000, "balloon_basis_points": 0, "fees": []}
!! loan_terms_overlap
do financing.publish_terms {"product_id": @product, "valid_from": "2026-07-01", "months": 36, "annual_rate_ppm": 240001,
    "down_payment_basis_points": 2000, "amount_min": 1000000, "amount_max": 30000000, "balloon_basis_points": 0, "fees": []}
!! loan_rate_out_of_range
do financing.publish_terms {"product_id": @product, "valid_from": "2026-07-01", "months": 36, "annual_rate_ppm": 29900,
    "down_payment_basis_points": 2000, "amount_min": 1000000, "amount_max": 30000000, "balloon_basis_points": 0, "fees": []}
-> {"id": @later}
do financing.end_terms {"term_id": @later, "valid_until": "2026-12-31"}
-> {}
do financing.end_terms {"term_id": @later, "valid_until": "2026-11-30"}
!! loan_terms_ended
do financing.add_product {"lender_name": "江南银行", "name": "弹性尾款", "repayment": "balloon", "papers": ["identity_card", "income_proof", "bank_statement"]}
-> {"id": @second_product}
do financing.publish_terms {"product_id": @second_product, "valid_from": "2026-01-01", "months": 36, "annual_rate_ppm": 50000,
    "down_payment_basis_points": 3000, "amount_min": 1000000, "amount_max": 50000000, "balloon_basis_points": 4000,
    "fees": [{"title": "评估费", "explanation": "车辆评估", "fixed": 110000, "basis_points": 0, "paid": "at_signing"}]}
-> {"id": @balloon}

# ---- The deal, and the plans beside each other: 140,000 of 200,000
as sales1
do customers.register {"name": "顾南", "phone": "13700137000"}
-> {"id": @customer}
do deals.start_quote {"customer_id": @customer, "car_id": @car}
-> {"id": @deal, "version": @d1, "total": @total}
view financing.compare {"deal_id": @deal, "principal": 14000000}
-> {"car_price": 20000000, "down_payment": 6000000, "months_offered": [36], "plans": [
    {"lender_name": "星驰汽车金融", "cost": {"first_instalment": 413274, "fees_at_signing": 50000}, "at_once": 6050000},
    {"lender_name": "江南银行", "cost": {"balloon": 5600000, "first_instalment": 275089}}]}
view financing.schedule {"term_id": @balloon, "principal": 14000000}
-> {"cost": {"last_instalment": 275083}}

# ---- The application: papers, the sheet with every fee signed, then the lender
do financing.apply {"deal_id": @deal, "term_id": @later, "principal": 14000000}
!! loan_terms_not_valid
do financing.apply {"deal_id": @deal, "term_id": @term, "principal": 16000001}
!! down_payment_too_small
do financing.apply {"deal_id": @deal, "term_id": @term, "principal": 14000000}
-> {"id": @given_up}
do financing.withdraw {"application_id": @given_up, "version": 1, "reason": "再比较一下"}
-> {"state": "withdrawn"}
do financing.apply {"deal_id": @deal, "term_id": @term, "principal": 14000000, "follows_id": @given_up}
!! follows_not_rejected
do financing.apply {"deal_id": @deal, "term_id": @term, "principal": 14000000}
-> {"id": @loan}
do financing.apply {"deal_id": @deal, "term_id": @term, "principal": 14000000}
!! application_is_running
upload @paper png
do financing.hand_in_paper {"application_id": @loan, "paper": "identity_card", "file": @paper}
-> {}
do financing.submit {"application_id": @loan, "version": 1}
!! loan_papers_missing
do financing.hand_in_paper {"application_id": @loan, "paper": "income_proof", "file": @paper}
-> {}
do financing.submit {"application_id": @loan, "version": 1}
!! sheet_not_signed
view financing.sheet_draft_pdf {"application_id": @loan}
-> {"bytes": @any}
do financing.sign_sheet {"application_id": @loan, "version": 1, "sheet_hash": "x", "signed_name": "顾南", "signature": @paper}
!! sheet_changed
view financing.application_record {"application_id": @loan}
-> {"sheet_hash_now": @sheet, "plan": {"cost": {"total_cost": @cost}}}
do financing.sign_sheet {"application_id": @loan, "version": 1, "sheet_hash": @sheet, "signed_name": "顾南", "signature": @paper}
-> {"version": 2}
do financing.submit {"application_id": @loan, "version": 2}
-> {"state": "submitted"}
do financing.approve {"application_id": @loan, "version": 3, "principal": 14000000, "lender_reference": "A1", "approval_ends_on": "2026-05-07", "note": ""}
!! not_allowed

# ---- The first lender refuses; the second takes the papers over and grants less: the sheet is signed anew
as finance
do financing.reject {"application_id": @loan, "version": 3, "reason": "负债偏高"}
-> {"state": "rejected"}
as sales1
do financing.apply {"deal_id": @deal, "term_id": @balloon, "principal": 14000000, "follows_id": @loan}
-> {"id": @second}
do financing.hand_in_paper {"application_id": @second, "paper": "bank_statement", "file": @paper}
-> {}
view financing.application_record {"application_id": @second}
-> {"sheet_hash_now": @sheet_2, "papers": [{"paper": "identity_card"}, {"paper": "bank_statement"}]}
do financing.sign_sheet {"application_id": @second, "version": 1, "sheet_hash": @sheet_2, "signed_name": "顾南", "signature": @paper}
-> {}
do financing.submit {"application_id": @second, "version": 2}
-> {}
as finance
do financing.approve {"application_id": @second, "version": 3, "principal": 14000001, "lender_reference": "JN-77", "approval_ends_on": "2026-05-07", "note": ""}
!! granted_over_asked
do financing.approve {"application_id": @second, "version": 3, "principal": 110000, "lender_reference": "JN-77", "approval_ends_on": "2026-05-07", "note": ""}
!! fees_exceed_loan
do financing.approve {"application_id": @second, "version": 3, "principal": 12000000, "lender_reference": "JN-77", "approval_ends_on": "2026-05-07", "note": "核减两万"}
-> {"state": "approved", "principal": 12000000}
do financing.disburse {"application_id": @second, "version": 4, "amount": 12000000, "reference": "JN-P-1"}
!! sheet_not_signed
as sales1
view financing.application_record {"application_id": @second}
-> {"sheet_hash_now": @sheet_3}
do financing.sign_sheet {"application_id": @second, "version": 4, "sheet_hash": @sheet_3, "signed_name": "顾南", "signature": @paper}
-> {}
as finance
do financing.disburse {"application_id": @second, "version": 5, "amount": 11999999, "reference": "JN-P-1"}
!! disbursement_differs
do financing.disburse {"application_id": @second, "version": 5, "amount": 12000000, "reference": "JN-P-1"}
!! loan_has_no_due

# ---- Contract and deposit; the car does not leave before the lender's money covers the rest
as sales1
do deals.draft_contract {"deal_id": @deal, "version": @d1, "deposit": 1000000, "pay_by": "2026-04-20", "deliver_on": "2026-04-25", "buyer_identity": "11010519491231002X", "buyer_address": "杭州市西湖区文三路9号"}
-> {"contents_hash": @contents, "version": @d2}
do deals.sign_contract {"deal_id": @deal, "version": @d2, "contents_hash": @contents, "signed_name": "顾南", "signature": @paper}
-> {"state": "contract_signed"}
as cashier
view payments.paid_for_object {"object_type": "deal", "object_id": @deal}
-> {"money": {"due": {"id": @due}}}
do payments.receive_payment {"due_id": @due, "means": "cash", "amount": 1000000, "reference": ""}
-> {"open": @open}
view financing.deal_financing {"deal_id": @deal}
-> {"coverage": {"loan_expected": 12000000, "open": @open, "is_covered": false, "customer_open": @rest}}
do payments.receive_payment {"due_id": @due, "means": "transfer", "amount": @rest, "reference": "ICBC-9"}
-> {"open": 12000000}
as delivery
view delivery.delivery_list {}
-> {"rows": [{"customer_name": "顾南", "id": @delivery}]}
do delivery.record_inspection {"delivery_id": @delivery, "version": 1, "answers": [{"item": "identity", "verdict": "ok", "note": "", "photos": []}, {"item": "paint", "verdict": "ok", "note": "", "photos": []}, {"item": "panel_gaps", "verdict": "ok", "note": "", "photos": []}, {"item": "tyres", "verdict": "ok", "note": "", "photos": []}, {"item": "high_voltage", "verdict": "ok", "note": "", "photos": []}, {"item": "traction_battery", "verdict": "ok", "note": "", "photos": []}, {"item": "charging", "verdict": "ok", "note": "", "photos": []}, {"item": "coolant", "verdict": "ok", "note": "", "photos": []}, {"item": "interior", "verdict": "ok", "note": "", "photos": []}, {"item": "electrics", "verdict": "ok", "note": "", "photos": []}, {"item": "software", "verdict": "ok", "note": "", "photos": []}, {"item": "fault_codes", "verdict": "ok", "note": "", "photos": []}, {"item": "road_test", "verdict": "ok", "note": "", "photos": []}]}
-> {"open_faults": 0}
do delivery.prepare {"delivery_id": @delivery, "version": 2, "answers": [{"item": "wash", "verdict": "ok", "note": "", "photos": []}, {"item": "energy", "verdict": "ok", "note": "", "photos": []}, {"item": "accessories", "verdict": "ok", "note": "", "photos": []}, {"item": "documents", "verdict": "ok", "note": "", "photos": []}, {"item": "keys", "verdict": "ok", "note": "", "photos": []}, {"item": "insurance", "verdict": "ok", "note": "", "photos": []}, {"item": "area", "verdict": "ok", "note": "", "photos": []}]}
-> {}
do delivery.accept {"delivery_id": @delivery, "version": 3, "answers": [{"item": "appearance", "verdict": "ok", "note": "", "photos": []}, {"item": "interior", "verdict": "ok", "note": "", "photos": []}, {"item": "functions", "verdict": "ok", "note": "", "photos": []}, {"item": "equipment", "verdict": "ok", "note": "", "photos": []}, {"item": "papers", "verdict": "ok", "note": "", "photos": []}, {"item": "keys", "verdict": "ok", "note": "", "photos": []}, {"item": "maintenance", "verdict": "ok", "note": "", "photos": []}, {"item": "contacts", "verdict": "ok", "note": "", "photos": []}], "signature": @paper}
-> {"version": @h}
do delivery.deliver_car {"delivery_id": @delivery, "version": @h, "mileage_km": 12}
!! deal_is_not_paid
as finance
do financing.disburse {"application_id": @second, "version": 5, "amount": 12000000, "reference": "JN-P-1"}
-> {"state": "disbursed"}
do financing.disburse {"application_id": @second, "version": 6, "amount": 12000000, "reference": "JN-P-1"}
!! loan_is_disbursed
view financing.deal_financing {"deal_id": @deal}
-> {"coverage": {"loan_received": 12000000, "open": 0, "is_covered": true}}
view payments.paid_for_object {"object_type": "deal", "object_id": @deal}
-> {"money": {"due": {"open": 0}, "payments": [{"payment": {"payer": "江南银行", "amount": 12000000}}]}}
as delivery
do delivery.issue_gate_pass {"delivery_id": @delivery}
!! car_is_not_handed_over
do delivery.plan_ceremony {"delivery_id": @delivery, "place": "交车区 1 号位", "plan": "鲜花、合影、赠送行车记录仪卡"}
-> {}
do delivery.explain {"delivery_id": @delivery, "answers": [], "signature": @paper}
!! checklist_incomplete
do delivery.explain {"delivery_id": @delivery, "answers": [{"item": "controls", "verdict": "ok", "note": "", "photos": []}, {"item": "lights", "verdict": "ok", "note": "", "photos": []}, {"item": "screen", "verdict": "ok", "note": "", "photos": []}, {"item": "driving", "verdict": "ok", "note": "", "photos": []}, {"item": "energy", "verdict": "ok", "note": "", "photos": []}, {"item": "safety", "verdict": "ok", "note": "", "photos": []}, {"item": "maintenance", "verdict": "ok", "note": "", "photos": []}, {"item": "warranty", "verdict": "ok", "note": "", "photos": []}, {"item": "help", "verdict": "ok", "note": "", "photos": []}], "signature": @paper}
-> {}
do delivery.hand_over_items {"delivery_id": @delivery, "items": [], "signature": @paper}
!! items_incomplete

# ---- A certificate the bank keeps stands among the conditions, and holds the car
do vehicles.register_items {"car_id": @car, "items": [{"kind": "conformity_certificate", "label": "YL778899", "place": "工商银行", "at_bank": true}]}
-> {"ids": [@certificate]}

# ---- Paid is not enough: what the contract leaves to us is insured before the key is handed over
do delivery.deliver_car {"delivery_id": @delivery, "version": @h, "mileage_km": 12}
!! car_is_not_insured
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
do deals.finish_case {"case_id": @insurance, "version": @insured2, "paid": 95000, "receipt_number": "PA-1", "receipt_file": @paper, "result": "", "policy_number": "PDZA20260410", "starts_on": "2026-04-10"}
-> {"state": "done"}
as delivery
do delivery.deliver_car {"delivery_id": @delivery, "version": @h, "mileage_km": 12}
!! certificate_with_bank
view delivery.delivery_record {"delivery_id": @delivery}
-> {"certificate_is_at_bank": true, "open_fittings": 0}
do vehicles.return_item {"item_id": @certificate, "place": "财务保险柜", "version": 1}
do delivery.deliver_car {"delivery_id": @delivery, "version": @h, "mileage_km": 12}
-> {"state": "delivered"}
do delivery.plan_ceremony {"delivery_id": @delivery, "place": "展厅", "plan": ""}
!! delivery_is_over
do delivery.issue_gate_pass {"delivery_id": @delivery}
!! items_not_handed_over
do delivery.hand_over_items {"delivery_id": @delivery, "items": [{"item": "invoice", "pieces": 3, "number": ""}, {"item": "certificate", "pieces": 1, "number": ""}, {"item": "conformity", "pieces": 1, "number": ""}, {"item": "warranty_book", "pieces": 1, "number": ""}, {"item": "manual", "pieces": 1, "number": ""}, {"item": "policy", "pieces": 1, "number": ""}, {"item": "keys", "pieces": 2, "number": ""}, {"item": "tools", "pieces": 1, "number": ""}, {"item": "contract", "pieces": 1, "number": ""}], "signature": @paper}
-> {}
do delivery.hand_over_items {"delivery_id": @delivery, "items": [{"item": "invoice", "pieces": 3, "number": ""}, {"item": "certificate", "pieces": 1, "number": ""}, {"item": "conformity", "pieces": 1, "number": ""}, {"item": "warranty_book", "pieces": 1, "number": ""}, {"item": "manual", "pieces": 1, "number": ""}, {"item": "policy", "pieces": 1, "number": ""}, {"item": "keys", "pieces": 2, "number": ""}, {"item": "tools", "pieces": 1, "number": ""}, {"item": "contract", "pieces": 1, "number": ""}], "signature": @paper}
!! items_are_handed_over
do delivery.issue_gate_pass {"delivery_id": @delivery}
-> {"code": @code, "number": @pass}
do delivery.issue_gate_pass {"delivery_id": @delivery}
!! gate_pass_is_there
view delivery.gate_pass_pdf {"delivery_id": @delivery}
-> {"bytes": @any}

# ---- The gate opens once; the customer says how it was
as host
view delivery.gate_check {"code": @pass}
-> {"vin": "LFVXC21A5T3000001"}
do delivery.let_out {"code": "guessed"}
!! gate_pass_not_found
view delivery.gate_check {"code": @code}
-> {"customer_name": @any, "vin": "LFVXC21A5T3000001"}
do delivery.let_out {"code": @code}
-> {}
do delivery.let_out {"code": @code}
!! gate_pass_is_used
as customer @customer
view delivery.farewell {"delivery_id": @delivery}
-> {"can_be_rated": true, "ceremony": {"place": "交车区 1 号位"}}
do delivery.rate_delivery {"delivery_id": @delivery, "score": 6, "explained": 5, "words": ""}
!! score_out_of_range
do delivery.rate_delivery {"delivery_id": @delivery, "score": 2, "explained": 4, "words": "等了一个小时"}
-> {}
do delivery.rate_delivery {"delivery_id": @delivery, "score": 5, "explained": 5, "words": ""}
!! delivery_is_rated
as sales_manager
view tasks.my_alerts {}
-> {"rows": [{"title_key": "alert.delivery.rated_low"}]}

# ---- The mortgage, and its end
as finance
do financing.release_mortgage {"application_id": @second, "version": 6, "released_on": "2026-04-07"}
!! mortgage_not_registered
do financing.register_mortgage {"application_id": @second, "version": 6, "mortgage_number": "浙A抵2026-0407", "registered_on": "2026-04-08"}
!! mortgage_day_wrong
do financing.register_mortgage {"application_id": @second, "version": 6, "mortgage_number": "浙A抵2026-0407", "registered_on": "2026-04-07"}
-> {}
do financing.release_mortgage {"application_id": @second, "version": 7, "released_on": "2026-04-07"}
-> {}
do financing.withdraw {"application_id": @second, "version": 8, "reason": "不需要了"}
!! loan_is_disbursed
view financing.disbursed_by_month {}
-> {"months": [{"month": "2026-04", "lender_name": "江南银行", "loans": 1, "principal": 12000000}]}
view financing.application_list {"lender_name": "没有的银行"}
-> {"rows": []}
view financing.application_list {"lender_name": "江南银行", "disbursed_from": "2026-04-01", "disbursed_until": "2026-04-30"}
-> {"rows": [{"lender_name": "江南银行"}]}
view financing.application_list {"state": "disbursed"}
-> {"rows": [{"customer_name": "顾南", "lender_name": "江南银行", "mortgage_released_on": "2026-04-07"}]}
view log.timeline {"object_type": "loan_application", "object_id": @second}
-> {"rows": [{"name": "financing.applied"}, {"name": "financing.approved"}, {"name": "financing.disbursed"}, {"name": "financing.mortgage_released"}]}


# ---- No loan is more than what is still to be paid
as sales_manager
do vehicles.order_car {"vin": "LFVXC21A7T3000100", "model_id": @model, "colour": "雪山白", "cost": 17000000}
-> {"id": @next_car}
do vehicles.accept_arrival {"car_id": @next_car, "location": "B区 02", "key_number": "K202", "mileage_km": 9, "photos": [], "version": 1}
as sales1
do customers.register {"name": "苗青", "phone": "13700137009"}
-> {"id": @next_customer}
do deals.start_quote {"customer_id": @next_customer, "car_id": @next_car}
-> {"id": @next_deal, "version": @n1, "total": @next_total}
view financing.compare {"deal_id": @next_deal}
-> {"car_price": 20000000, "most": 20000000, "principal": 14000000}
do deals.draft_contract {"deal_id": @next_deal, "version": @n1, "deposit": 1000000, "pay_by": "2026-04-20", "deliver_on": "2026-04-25", "buyer_identity": "11010519491231002X", "buyer_address": "杭州市西湖区文三路9号"}
-> {"contents_hash": @next_contents, "version": @n2}
do deals.sign_contract {"deal_id": @next_deal, "version": @n2, "contents_hash": @next_contents, "signed_name": "苗青", "signature": @paper}
as cashier
view payments.paid_for_object {"object_type": "deal", "object_id": @next_deal}
-> {"money": {"due": {"id": @next_due}}}
do payments.receive_payment {"due_id": @next_due, "means": "transfer", "amount": 18000000, "reference": "ICBC-10"}
-> {"open": @next_open}
as sales1
view financing.compare {"deal_id": @next_deal}
-> {"most": @next_open}
do financing.apply {"deal_id": @next_deal, "term_id": @balloon, "principal": 14000000}
!! loan_over_open
view financing.compare {"deal_id": @next_deal, "principal": 14000000}
-> {"plans": [{"refused_because": "loan_over_open"}]}
as cashier
do payments.receive_payment {"due_id": @next_due, "means": "transfer", "amount": @next_open, "reference": "ICBC-11"}
-> {"open": 0}
as sales1
view financing.compare {"deal_id": @next_deal}
!! loan_over_open

# ---- Whoever comes second for a car is told before he reads and signs
as sales_manager
do vehicles.order_car {"vin": "LFVXC21A9T3000101", "model_id": @model, "colour": "雪山白", "cost": 17000000}
-> {"id": @wanted}
do vehicles.accept_arrival {"car_id": @wanted, "location": "B区 03", "key_number": "K203", "mileage_km": 9, "photos": [], "version": 1}
as sales1
do customers.register {"name": "贺州", "phone": "13700137010"}
-> {"id": @slow}
do customers.register {"name": "程雨", "phone": "13700137011"}
-> {"id": @quick}
do deals.start_quote {"customer_id": @slow, "car_id": @wanted}
-> {"id": @slow_deal, "version": @s1}
do deals.start_quote {"customer_id": @quick, "car_id": @wanted}
-> {"id": @quick_deal, "version": @q1}
do deals.draft_contract {"deal_id": @slow_deal, "version": @s1, "deposit": 1000000, "pay_by": "2026-04-20", "deliver_on": "2026-04-25", "buyer_identity": "11010519491231002X", "buyer_address": "杭州市西湖区文三路9号"}
-> {"contents_hash": @slow_contents, "version": @s2}
do deals.draft_contract {"deal_id": @quick_deal, "version": @q1, "deposit": 1000000, "pay_by": "2026-04-20", "deliver_on": "2026-04-25", "buyer_identity": "110105199003078211", "buyer_address": "杭州市西湖区文三路10号"}
-> {"contents_hash": @quick_contents, "version": @q2}
do deals.sign_contract {"deal_id": @quick_deal, "version": @q2, "contents_hash": @quick_contents, "signed_name": "程雨", "signature": @paper}
view deals.deal_record {"deal_id": @slow_deal}
-> {"allowed_actions": [{"name": "deals.sign_contract", "refused_because": "car_not_available"}]}
do deals.sign_contract {"deal_id": @slow_deal, "version": @s2, "contents_hash": @slow_contents, "signed_name": "贺州", "signature": @paper}
!! car_not_available
