# What moves no money, what comes too late, and money that went back between two bills. (Found by the simulator.)
clock 2026-03-02 09:00
as parts
do parts.add_part {"number": "P-1", "name": "挡泥板", "unit": "个", "origin": "original", "price": 10000, "bin": "A-01-01"}
-> {"part_id": @part}

# Pieces that were never bought are found; some come free of charge.
do parts.count_stock {"part_id": @part, "bin": "A-01-01", "counted": 1000, "reason": "期初"}
-> {"difference": 1000, "value": 0}
do parts.receive_goods {"supplier_name": "星驰配件中心", "lines": [{"part_id": @part, "quantity": 1000, "unit_cost": 0}]}
-> {"net": 0, "tax": 0}
as advisor1
upload @signature png
do customers.register {"name": "王建国", "phone": "13857166588"}
-> {"id": @wang}
do customers.add_car {"customer_id": @wang, "vin": "LSVAA4182E2184847", "model_text": "大众 朗逸", "mileage_km": 30000}
-> {"car_id": @car}

do workshop.receive_car {"customer_id": @wang, "car_id": @car, "mileage_km": 2000001, "fuel_percent": 40, "words": "看看", "promised_at": "now+4h"}
!! mileage_out_of_range

# A question about an order that was given up is nobody's any more, and its parts are free for others.
do workshop.receive_car {"customer_id": @wang, "car_id": @car, "mileage_km": 30000, "fuel_percent": 40, "words": "看看", "promised_at": "now+4h"}
-> {"order_id": @given_up}
do workshop.add_part_line {"order_id": @given_up, "part_id": @part, "quantity": 2000, "payer": "customer"}
-> {"line_id": @late}
do workshop.request_consent {"order_id": @given_up, "version": 2, "send_link": false}
-> {"consent_id": @late_question}
do workshop.cancel_order {"order_id": @given_up, "version": 3, "reason": "客户有事"}
-> {"state": "cancelled"}
as customer @wang
do workshop.answer_consent {"consent_id": @late_question, "answers": [{"line_id": @late, "approved": true}]}
!! consent_is_over
as advisor1
do workshop.withdraw_consent {"consent_id": @late_question}
!! consent_is_over
view parts.part {"part_id": @part}
-> {"on_hand": 2000, "reserved": 0}

# A piece that cost nothing, given for nothing: a bill of nothing.
do workshop.receive_car {"customer_id": @wang, "car_id": @car, "mileage_km": 30000, "fuel_percent": 40, "words": "换挡泥板", "promised_at": "now+4h"}
-> {"order_id": @goodwill}
do workshop.add_part_line {"order_id": @goodwill, "part_id": @part, "quantity": 1000, "unit_price": 0, "payer": "customer"}
-> {"line_id": @free_part}
do workshop.request_consent {"order_id": @goodwill, "version": 2, "send_link": false}
-> {"consent_id": @question}
do workshop.answer_consent {"consent_id": @question, "channel": "screen", "signature": @signature, "answers": [{"line_id": @free_part, "approved": true}]}
-> {"missing_parts": 0, "state": "quality_check"}
as parts
do workshop.issue_part {"line_id": @free_part, "quantity": 1000}
do workshop.return_part {"line_id": @free_part, "quantity": 1000, "reason": "拿错"}
# All of it came back, so the line left the plan by itself.
as advisor1
view workshop.order {"order_id": @goodwill}
-> {"lines": [], "order": {"state": "received", "version": 5}}
do workshop.remove_line {"line_id": @free_part, "version": 3, "reason": "拿错"}
!! line_is_gone
do workshop.add_part_line {"order_id": @goodwill, "part_id": @part, "quantity": 1000, "unit_price": 0, "payer": "customer"}
-> {"line_id": @another}
do workshop.request_consent {"order_id": @goodwill, "version": 6, "send_link": false}
-> {"consent_id": @question2}
do workshop.answer_consent {"consent_id": @question2, "channel": "screen", "signature": @signature, "answers": [{"line_id": @another, "approved": true}]}
as parts
do workshop.issue_part {"line_id": @another, "quantity": 1000}
as tech1
do workshop.record_check {"order_id": @goodwill, "version": 8, "level": "self", "passed": true, "answers": [{"item": "work_complete", "verdict": "ok", "note": "", "photos": []}, {"item": "torque", "verdict": "ok", "note": "", "photos": []}, {"item": "fluids", "verdict": "ok", "note": "", "photos": []}, {"item": "old_parts", "verdict": "ok", "note": "", "photos": []}, {"item": "tools", "verdict": "ok", "note": "", "photos": []}]}
as tech2
do workshop.record_check {"order_id": @goodwill, "version": 9, "level": "peer", "passed": true, "answers": [{"item": "matches_order", "verdict": "ok", "note": "", "photos": []}, {"item": "fastening_recheck", "verdict": "ok", "note": "", "photos": []}, {"item": "leaks", "verdict": "ok", "note": "", "photos": []}, {"item": "wiring", "verdict": "ok", "note": "", "photos": []}, {"item": "fault_codes", "verdict": "ok", "note": "", "photos": []}]}
as inspector
do workshop.record_check {"order_id": @goodwill, "version": 10, "level": "final", "passed": true, "answers": [{"item": "complaint_solved", "verdict": "ok", "note": "", "photos": []}, {"item": "road_test", "verdict": "ok", "note": "", "photos": []}, {"item": "brakes_and_steering", "verdict": "ok", "note": "", "photos": []}, {"item": "lights", "verdict": "ok", "note": "", "photos": []}, {"item": "tyre_pressure", "verdict": "ok", "note": "", "photos": []}, {"item": "clean", "verdict": "ok", "note": "", "photos": []}, {"item": "papers", "verdict": "ok", "note": "", "photos": []}]}
as advisor1
do workshop.settle_order {"order_id": @goodwill, "version": 11}
-> {"customer_total": 0, "open": 0}
do workshop.cancel_settlement {"order_id": @goodwill, "version": 12, "reason": "漏填备注"}
-> {"state": "ready"}
do workshop.settle_order {"order_id": @goodwill, "version": 13}
do workshop.hand_back {"order_id": @goodwill, "version": 14, "mileage_out_km": 2000001, "signature": @signature, "explained": true, "old_parts": "none"}
!! mileage_out_of_range
do workshop.hand_back {"order_id": @goodwill, "version": 14, "mileage_out_km": 30001, "signature": @signature, "explained": true, "old_parts": "none"}
-> {"state": "handed_back"}

# An advance, a bill, some of the money back, and the bill taken back: what is left is an advance again.
do workshop.receive_car {"customer_id": @wang, "car_id": @car, "mileage_km": 30010, "fuel_percent": 40, "words": "喷漆", "promised_at": "now+4h"}
-> {"order_id": @paint}
do workshop.ask_deposit {"order_id": @paint, "amount": 30000}
do workshop.add_outside_work {"order_id": @paint, "name": "喷漆", "price": 20000, "payer": "customer"}
-> {"line_id": @spray}
do workshop.request_consent {"order_id": @paint, "version": 2, "send_link": false}
-> {"consent_id": @question3}
do workshop.answer_consent {"consent_id": @question3, "channel": "screen", "signature": @signature, "answers": [{"line_id": @spray, "approved": true}]}
as cashier
view payments.paid_for_object {"object_type": "repair_order", "object_id": @paint}
-> {"money": {"due": {"id": @due}}}
do payments.receive_payment {"due_id": @due, "means": "cash", "amount": 30000, "reference": ""}
-> {"id": @payment}
as foreman
do workshop.finish_outside_work {"line_id": @spray, "version": 3}
as tech1
do workshop.record_check {"order_id": @paint, "version": 5, "level": "self", "passed": true, "answers": [{"item": "work_complete", "verdict": "ok", "note": "", "photos": []}, {"item": "torque", "verdict": "ok", "note": "", "photos": []}, {"item": "fluids", "verdict": "ok", "note": "", "photos": []}, {"item": "old_parts", "verdict": "ok", "note": "", "photos": []}, {"item": "tools", "verdict": "ok", "note": "", "photos": []}]}
as tech2
do workshop.record_check {"order_id": @paint, "version": 6, "level": "peer", "passed": true, "answers": [{"item": "matches_order", "verdict": "ok", "note": "", "photos": []}, {"item": "fastening_recheck", "verdict": "ok", "note": "", "photos": []}, {"item": "leaks", "verdict": "ok", "note": "", "photos": []}, {"item": "wiring", "verdict": "ok", "note": "", "photos": []}, {"item": "fault_codes", "verdict": "ok", "note": "", "photos": []}]}
as inspector
do workshop.record_check {"order_id": @paint, "version": 7, "level": "final", "passed": true, "answers": [{"item": "complaint_solved", "verdict": "ok", "note": "", "photos": []}, {"item": "road_test", "verdict": "ok", "note": "", "photos": []}, {"item": "brakes_and_steering", "verdict": "ok", "note": "", "photos": []}, {"item": "lights", "verdict": "ok", "note": "", "photos": []}, {"item": "tyre_pressure", "verdict": "ok", "note": "", "photos": []}, {"item": "clean", "verdict": "ok", "note": "", "photos": []}, {"item": "papers", "verdict": "ok", "note": "", "photos": []}]}
as advisor1
do workshop.settle_order {"order_id": @paint, "version": 8}
-> {"customer_total": 20000, "open": 0}
as cashier
do payments.request_refund {"payment_id": @payment, "amount": 10000, "reason": "预付多收"}
-> {"id": @refund}
as finance
view approvals.waiting {}
-> {"rows": [{"kind": "payments.refund", "id": @approval}]}
do approvals.decide {"approval_id": @approval, "granted": true, "note": ""}
as cashier
do payments.pay_refund {"refund_id": @refund, "version": 2, "means": "cash", "reference": ""}
as advisor1
do workshop.cancel_settlement {"order_id": @paint, "version": 9, "reason": "优惠漏填"}
-> {"state": "ready"}
as finance
view ledger.trial_balance {"customer_id": @wang}
-> {"rows": [{"account": "customer_deposits", "credit": 20000}], "credit": 20000, "debit": 0}
