# A contract is amended after it was paid for: what is to be fitted stays to be fitted, and what was paid beyond the
# new price is the customer's, on the books as well. (Found by the simulator.)
clock 2026-03-30 09:00
as sales_manager
do vehicles.add_model {"code": "A5-15T-DCT", "brand": "星驰", "series": "A5", "trim": "1.5T 双离合 舒适版", "year": 2026,
    "fuel": "petrol", "gearbox": "automatic", "displacement_ml": 1498, "seats": 5, "price": 13980000}
-> {"id": @model}
do vehicles.order_car {"vin": "LFVXC21A5T3000001", "model_id": @model, "colour": "曜石黑", "cost": 10900000}
-> {"id": @car}
do vehicles.accept_arrival {"car_id": @car, "location": "A区 03", "mileage_km": 12, "version": 1}
as sales1
upload @signature png
do customers.register {"name": "沈佳宜", "phone": "13588012345"}
-> {"id": @customer}
do deals.start_quote {"customer_id": @customer, "car_id": @car}
-> {"id": @deal, "total": @before}

# The tax of a month less makes the contract cheaper in April, and a fifth of it smaller.
clock 2026-04-01 09:00
do deals.draft_contract {"deal_id": @deal, "version": 1, "deposit": 3069968, "pay_by": "2026-04-05", "deliver_on": "2026-04-10", "buyer_identity": "11010519491231002X", "buyer_address": "杭州市滨江区江南大道588号"}
!! deposit_over_limit
do deals.add_line {"deal_id": @deal, "version": 1, "kind": "accessory", "title": "全车贴膜", "explanation": "", "amount": 300000, "cost": 120000}
-> {"version": 2}
do deals.draft_contract {"deal_id": @deal, "version": 2, "deposit": 500000, "pay_by": "2026-04-05", "deliver_on": "2026-04-10", "buyer_identity": "11010519491231002X", "buyer_address": "杭州市滨江区江南大道588号"}
-> {"contents_hash": @words, "total": @first_total}
do deals.sign_contract {"deal_id": @deal, "version": 3, "contents_hash": @words, "signed_name": "沈佳宜", "signature": @signature}
as cashier
view payments.paid_for_object {"object_type": "deal", "object_id": @deal}
-> {"money": {"due": {"id": @due}}}
do payments.receive_payment {"due_id": @due, "means": "cash", "amount": @first_total, "reference": ""}
-> {"id": @payment, "open": 0}

# Amended: a reduction she was promised. The film is still on the contract that is signed again.
as sales_manager
do deals.amend_contract {"deal_id": @deal, "version": 4, "reason": "补优惠"}
as sales1
do deals.set_discount {"deal_id": @deal, "version": 5, "amount": 113000, "reason": "补优惠"}
-> {"state": "draft", "version": 6}
do deals.draft_contract {"deal_id": @deal, "version": 6, "deposit": 500000, "pay_by": "2026-04-05", "deliver_on": "2026-04-10", "buyer_address": ""}
-> {"contents_hash": @new_words}
do deals.sign_contract {"deal_id": @deal, "version": 7, "contents_hash": @new_words, "signed_name": "沈佳宜", "signature": @signature}
as delivery
view delivery.delivery_list {"deal_id": @deal}
-> {"rows": [{"id": @delivery}]}
view delivery.delivery_record {"delivery_id": @delivery}
-> {"delivery": {"version": 3}}
do delivery.record_inspection {"delivery_id": @delivery, "version": 3, "answers": [{"item": "identity", "verdict": "ok", "note": "", "photos": []}, {"item": "paint", "verdict": "ok", "note": "", "photos": []}, {"item": "panel_gaps", "verdict": "ok", "note": "", "photos": []}, {"item": "tyres", "verdict": "ok", "note": "", "photos": []}, {"item": "fluids", "verdict": "ok", "note": "", "photos": []}, {"item": "battery", "verdict": "ok", "note": "", "photos": []}, {"item": "interior", "verdict": "ok", "note": "", "photos": []}, {"item": "electrics", "verdict": "ok", "note": "", "photos": []}, {"item": "fault_codes", "verdict": "ok", "note": "", "photos": []}, {"item": "road_test", "verdict": "ok", "note": "", "photos": []}, {"item": "underbody", "verdict": "ok", "note": "", "photos": []}]}
do delivery.prepare {"delivery_id": @delivery, "version": 4, "answers": [{"item": "wash", "verdict": "ok", "note": "", "photos": []}, {"item": "energy", "verdict": "ok", "note": "", "photos": []}, {"item": "accessories", "verdict": "ok", "note": "", "photos": []}, {"item": "documents", "verdict": "ok", "note": "", "photos": []}, {"item": "keys", "verdict": "ok", "note": "", "photos": []}, {"item": "insurance", "verdict": "ok", "note": "", "photos": []}, {"item": "area", "verdict": "ok", "note": "", "photos": []}]}
do delivery.accept {"delivery_id": @delivery, "version": 5, "answers": [{"item": "appearance", "verdict": "ok", "note": "", "photos": []}, {"item": "interior", "verdict": "ok", "note": "", "photos": []}, {"item": "functions", "verdict": "ok", "note": "", "photos": []}, {"item": "equipment", "verdict": "ok", "note": "", "photos": []}, {"item": "papers", "verdict": "ok", "note": "", "photos": []}, {"item": "keys", "verdict": "ok", "note": "", "photos": []}, {"item": "maintenance", "verdict": "ok", "note": "", "photos": []}, {"item": "contacts", "verdict": "ok", "note": "", "photos": []}], "signature": @signature}
do delivery.deliver_car {"delivery_id": @delivery, "version": 6, "mileage_km": 12}
!! fittings_are_open
view deals.deal_extras {"deal_id": @deal}
-> {"fittings": [{"fitting": {"title": "全车贴膜", "state": "planned", "id": @film}}]}
do deals.finish_fitting {"fitting_id": @film, "cost": 130000, "note": ""}
as sales1
view deals.cases_of_deal {"deal_id": @deal}
-> {"cases": [{"agency_case": {"kind": "insurance", "id": @insurance, "version": @insured1}}]}
do deals.receive_case_paper {"case_id": @insurance, "paper": "identity_card"}
do deals.receive_case_paper {"case_id": @insurance, "paper": "insured_contact"}
do deals.quote_insurance {"case_id": @insurance, "insurer": "平安财险", "coverage": "交强险", "premium": 126500, "commission": 0, "valid_until": "2026-04-10"}
view deals.cases_of_deal {"deal_id": @deal}
-> {"cases": [{"quotes": [{"id": @insurance_quote}]}]}
do deals.choose_insurance {"quote_id": @insurance_quote}
do deals.send_case {"case_id": @insurance, "version": @insured1}
-> {"version": @insured2}
do deals.finish_case {"case_id": @insurance, "version": @insured2, "paid": 126500, "receipt_number": "PA-1", "receipt_file": @signature, "result": "", "policy_number": "PDZA20260410", "starts_on": "2026-04-10"}
-> {"state": "done"}
as delivery
do delivery.deliver_car {"delivery_id": @delivery, "version": 6, "mileage_km": 12}
-> {"state": "delivered"}

# 1,130 yuan of reduction and the purchase tax on it wait for her, and nothing does when they are paid back.
as finance
view ledger.trial_balance {"customer_id": @customer}
-> {"rows": [{"account": "customer_receivable", "credit": 123000}], "credit": 123000, "debit": 0}
view payments.due_record {"due_id": @due}
-> {"due": {"overpaid": 123000}}
as cashier
do payments.request_refund {"payment_id": @payment, "amount": 123000, "reason": "合同变更，退差额"}
-> {"id": @refund}
as finance
view approvals.waiting {}
-> {"rows": [{"kind": "payments.refund", "id": @approval}]}
do approvals.decide {"approval_id": @approval, "granted": true, "note": ""}
as cashier
do payments.close_day {"cash_counted": @first_total, "cash_banked": @first_total, "note": ""}
do payments.pay_refund {"refund_id": @refund, "version": 2, "means": "cash", "reference": ""}
!! drawer_holds_less
do payments.pay_refund {"refund_id": @refund, "version": 2, "means": "transfer", "reference": "T-1"}
as finance
view ledger.trial_balance {"customer_id": @customer}
-> {"rows": []}

# The customer takes another car instead: what is found on that one is no line of the first car's order.
as sales_manager
do vehicles.order_car {"vin": "LFVXC21A7T3000002", "model_id": @model, "colour": "曜石黑", "cost": 10900000}
-> {"id": @second}
do vehicles.accept_arrival {"car_id": @second, "location": "A区 04", "mileage_km": 8, "version": 1}
do vehicles.order_car {"vin": "LFVXC21A9T3000003", "model_id": @model, "colour": "冰川白", "cost": 10900000}
-> {"id": @third}
do vehicles.accept_arrival {"car_id": @third, "location": "A区 05", "mileage_km": 8, "version": 1}
as sales1
do deals.start_quote {"customer_id": @customer, "car_id": @second}
-> {"id": @again}
do deals.draft_contract {"deal_id": @again, "version": 1, "deposit": 500000, "pay_by": "2026-04-05", "deliver_on": "2026-04-10", "buyer_address": ""}
-> {"contents_hash": @of_second}
do deals.sign_contract {"deal_id": @again, "version": 2, "contents_hash": @of_second, "signed_name": "沈佳宜", "signature": @signature}
as delivery
view delivery.delivery_list {"deal_id": @again}
-> {"rows": [{"id": @handover}]}
do delivery.record_inspection {"delivery_id": @handover, "version": 1, "answers": [{"item": "identity", "verdict": "ok", "note": "", "photos": []}, {"item": "paint", "verdict": "fault", "note": "", "photos": []}, {"item": "panel_gaps", "verdict": "ok", "note": "", "photos": []}, {"item": "tyres", "verdict": "ok", "note": "", "photos": []}, {"item": "fluids", "verdict": "ok", "note": "", "photos": []}, {"item": "battery", "verdict": "ok", "note": "", "photos": []}, {"item": "interior", "verdict": "ok", "note": "", "photos": []}, {"item": "electrics", "verdict": "ok", "note": "", "photos": []}, {"item": "fault_codes", "verdict": "ok", "note": "", "photos": []}, {"item": "road_test", "verdict": "ok", "note": "", "photos": []}, {"item": "underbody", "verdict": "ok", "note": "", "photos": []}]}
-> {"open_faults": 1}
as sales_manager
do deals.amend_contract {"deal_id": @again, "version": 3, "reason": "换车"}
-> {"version": @v4}
as sales1
# The car it holds is its own to choose again.
do deals.choose_car {"deal_id": @again, "version": @v4, "car_id": @second}
-> {"version": @v4b}
do deals.choose_car {"deal_id": @again, "version": @v4b, "car_id": @third}
-> {"version": @v5}
do deals.draft_contract {"deal_id": @again, "version": @v5, "deposit": 500000, "pay_by": "2026-04-05", "deliver_on": "2026-04-10", "buyer_address": ""}
-> {"contents_hash": @of_third, "version": @v6}
do deals.sign_contract {"deal_id": @again, "version": @v6, "contents_hash": @of_third, "signed_name": "沈佳宜", "signature": @signature}
as delivery
view delivery.delivery_record {"delivery_id": @handover}
-> {"delivery": {"version": @h3}}
do delivery.record_inspection {"delivery_id": @handover, "version": @h3, "answers": [{"item": "identity", "verdict": "ok", "note": "", "photos": []}, {"item": "paint", "verdict": "fault", "note": "", "photos": []}, {"item": "panel_gaps", "verdict": "ok", "note": "", "photos": []}, {"item": "tyres", "verdict": "ok", "note": "", "photos": []}, {"item": "fluids", "verdict": "ok", "note": "", "photos": []}, {"item": "battery", "verdict": "ok", "note": "", "photos": []}, {"item": "interior", "verdict": "ok", "note": "", "photos": []}, {"item": "electrics", "verdict": "ok", "note": "", "photos": []}, {"item": "fault_codes", "verdict": "ok", "note": "", "photos": []}, {"item": "road_test", "verdict": "ok", "note": "", "photos": []}, {"item": "underbody", "verdict": "ok", "note": "", "photos": []}]}
-> {"open_faults": 1}
as gm
view workshop.order_list {"sort": "-opened_at"}
-> {"rows": [{"car_id": @third}, {"car_id": @second}]}
