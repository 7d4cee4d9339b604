# A car comes for a noise of its brakes: booked by its owner, planned, asked line by line, worked on, checked, billed,
# paid and handed back.
clock 2026-03-02 08:30

# The workshop and its store are set up.
as foreman
do workshop.set_capacity {"opens_minute": 510, "closes_minute": 1050, "slot_minutes": 30, "walk_in_bays": 1, "days_ahead": 30}
-> {}
do workshop.set_capacity {"opens_minute": 510, "closes_minute": 510, "slot_minutes": 30, "walk_in_bays": 1, "days_ahead": 30}
!! capacity_not_valid
do workshop.add_bay {"name": "快修 1", "kind": "quick"}
-> {"bay_id": @bay}
do workshop.add_bay {"name": "机修 2", "kind": "mechanical"}
-> {"bay_id": @bay2}
do workshop.add_bay {"name": "机修 2", "kind": "mechanical"}
!! bay_name_taken
do workshop.add_bay {"name": "临时工位", "kind": "mechanical"}
-> {"bay_id": @bay3}
do workshop.close_bay {"bay_id": @bay3}
-> {}
do workshop.close_bay {"bay_id": @bay3}
!! bay_not_found
do workshop.add_operation {"code": "ZD-001", "name": "更换前制动片", "hours": 900, "hourly_price": 19800}
-> {"operation_id": @brakes}
do workshop.add_operation {"code": "ZD-001", "name": "更换前制动片", "hours": 900, "hourly_price": 19800}
!! operation_code_taken
do workshop.add_operation {"code": "ZD-002", "name": "x", "hours": 0, "hourly_price": 19800}
!! operation_hours_not_positive
do workshop.add_operation {"code": "DP-001", "name": "四轮定位", "hours": 1000, "hourly_price": 19800}
-> {"operation_id": @alignment}
do workshop.change_operation {"operation_id": @alignment, "version": 1, "hourly_price": 20000}
-> {}
do workshop.change_operation {"operation_id": @alignment, "version": 1, "hourly_price": 20000}
!! changed_by_someone_else
view workshop.operation_list {"q": "定位"}
-> {"rows": [{"code": "DP-001", "hourly_price": 20000}]}

as parts
do parts.add_part {"number": "ZD10-0001", "name": "前制动片组", "brand": "星驰原厂", "unit": "套", "origin": "original", "price": 42800, "bin": "A-01-01"}
-> {"part_id": @pads}
do parts.add_part {"number": "ZD10-0001", "name": "前制动片组", "unit": "套", "origin": "original", "price": 42800, "bin": "A-01-01"}
!! part_number_taken
do parts.change_part {"part_id": @pads, "version": 1, "fits": "星驰 A5"}
-> {}
do parts.receive_goods {"supplier_name": "星驰配件中心", "lines": []}
!! receipt_is_empty
do parts.receive_goods {"supplier_name": "星驰配件中心", "delivery_note": "DN-88", "lines": [{"part_id": @pads, "quantity": 1000, "unit_cost": 20000}, {"part_id": @pads, "quantity": 2000, "unit_cost": 25000}]}
-> {"net": 70000, "tax": 9100}
do parts.move_stock {"part_id": @pads, "from_bin": "A-01-01", "to_bin": "B-02-01", "quantity": 1000}
-> {}
do parts.move_stock {"part_id": @pads, "from_bin": "A-01-01", "to_bin": "B-02-01", "quantity": 2001}
!! bin_does_not_hold_it
do parts.move_stock {"part_id": @pads, "from_bin": "A-01-01", "to_bin": "A-01-01", "quantity": 1000}
!! bin_is_the_same
do parts.count_stock {"part_id": @pads, "bin": "B-02-01", "counted": 0, "reason": "破损报废"}
-> {"difference": -1000, "value": -23333}
do parts.add_part {"number": "DEAD-0001", "name": "停产件", "unit": "个", "origin": "aftermarket", "price": 100, "bin": "Z-01-01"}
-> {"part_id": @dead}
do parts.withdraw_part {"part_id": @dead, "version": 1, "reason": "厂家停产"}
-> {}
do parts.withdraw_part {"part_id": @pads, "version": 2, "reason": "停产"}
!! part_is_on_hand

# The owner books by the personal page.
as advisor1
do customers.register {"name": "王建国", "phone": "13857166588"}
-> {"id": @wang}
do customers.add_car {"customer_id": @wang, "vin": "LSVAA4182E2184847", "plate": "浙A12345", "model_text": "大众 朗逸", "mileage_km": 30000}
-> {"car_id": @car}
do customers.register {"name": "陌生人", "phone": "13900001111"}
-> {"id": @stranger}
as customer @wang
view workshop.free_slots {"day": "2026-03-03"}
-> {"slots": [{"free": 1}]}
do workshop.book_appointment {"car_id": @car, "starts_at": "2026-03-03T01:15:00.000Z", "words": "刹车异响"}
!! slot_not_offered
do workshop.book_appointment {"car_id": @car, "starts_at": "2026-03-03T01:00:00.000Z", "words": "刹车异响"}
-> {"appointment_id": @appointment}
do workshop.book_appointment {"car_id": @car, "starts_at": "2026-03-03T02:00:00.000Z", "words": "刹车异响"}
!! car_has_appointment
do workshop.move_appointment {"appointment_id": @appointment, "version": 1, "starts_at": "2026-03-03T00:30:00.000Z"}
-> {}
as customer @stranger
do workshop.cancel_appointment {"appointment_id": @appointment, "version": 2}
!! appointment_not_found
do workshop.book_appointment {"car_id": @car, "starts_at": "2026-03-03T02:00:00.000Z", "words": "不是我的车"}
!! car_is_not_the_customers
as customer @wang
do workshop.cancel_appointment {"appointment_id": @appointment, "version": 2, "reason": "改天"}
-> {}
do workshop.book_appointment {"car_id": @car, "starts_at": "2026-03-03T00:30:00.000Z", "words": "刹车异响"}
-> {"appointment_id": @missed}
clock 2026-03-03 08:50
as advisor1
do workshop.mark_appointment_missed {"appointment_id": @missed, "version": 1}
!! appointment_not_missed_yet
clock 2026-03-03 09:05
do workshop.mark_appointment_missed {"appointment_id": @missed, "version": 1}
-> {}
do workshop.book_appointment {"customer_id": @wang, "car_id": @car, "starts_at": "2026-03-03T02:00:00.000Z", "words": "刹车异响"}
-> {"appointment_id": @third}
view workshop.appointment_list {"day": "2026-03-03", "state": "booked"}
-> {"rows": [{"customer_name": "王建国", "plate": "浙A12345"}]}

# The car comes.
clock 2026-03-03 09:55
upload @signature png
upload @photo png
do workshop.receive_car {"customer_id": @stranger, "car_id": @car, "mileage_km": 31000, "fuel_percent": 40, "words": "刹车异响", "promised_at": "now+4h"}
!! car_is_not_the_customers
do workshop.receive_car {"customer_id": @wang, "car_id": @car, "mileage_km": 31000, "fuel_percent": 101, "words": "刹车异响", "promised_at": "now+4h"}
!! fuel_percent_out_of_range
do workshop.receive_car {"customer_id": @wang, "car_id": @car, "mileage_km": 31000, "fuel_percent": 40, "words": "刹车异响", "promised_at": "2026-03-03T01:00:00.000Z"}
!! promise_in_the_past
do workshop.receive_car {"customer_id": @wang, "car_id": @car, "mileage_km": 31000, "fuel_percent": 40, "words": "刹车异响，高速方向跑偏", "promised_at": "now+4h", "signature": @signature, "photos": [@photo], "marks": [{"view": "left", "x": 300, "y": 620, "kind": "scratch", "photo": @photo}], "appointment_id": @third}
-> {"order_id": @order, "number": @number}
do workshop.receive_car {"customer_id": @wang, "car_id": @car, "mileage_km": 31000, "fuel_percent": 40, "words": "刹车异响", "promised_at": "now+4h"}
!! car_is_in_workshop_already
do workshop.record_walk_round {"order_id": @order, "answers": [{"item": "front", "verdict": "ok", "note": "", "photos": []}, {"item": "left_side", "verdict": "ok", "note": "", "photos": []}, {"item": "rear", "verdict": "ok", "note": "", "photos": []}, {"item": "right_side", "verdict": "ok", "note": "", "photos": []}, {"item": "glass", "verdict": "ok", "note": "", "photos": []}, {"item": "wheels_and_tyres", "verdict": "ok", "note": "", "photos": []}, {"item": "dashboard_lights", "verdict": "ok", "note": "", "photos": []}, {"item": "interior", "verdict": "ok", "note": "", "photos": []}, {"item": "boot_and_spare_wheel", "verdict": "ok", "note": "", "photos": []}, {"item": "valuables", "verdict": "ok", "note": "", "photos": []}, {"item": "protective_covers", "verdict": "ok", "note": "", "photos": []}]}
-> {"faults": 0}
do workshop.set_repair_class {"order_id": @order, "version": 1, "repair_class": "special_repair"}
-> {"version": 2}

# What is wrong, and what it would cost.
as tech1
do workshop.record_finding {"order_id": @order, "part_of_car": "前制动片", "words": "磨损到限", "reading": "厚度 2.1 mm", "urgency": "safety", "photos": [@photo]}
-> {"finding_id": @finding, "additional": false}

as advisor1
do workshop.request_consent {"order_id": @order, "version": 2}
!! nothing_to_ask
do workshop.add_labour {"order_id": @order, "operation_id": @brakes, "payer": "customer", "finding_id": @finding}
-> {"line_id": @job, "amount": 17820}
do workshop.add_part_line {"order_id": @order, "part_id": @pads, "quantity": 1000, "unit_price": 42801, "payer": "customer"}
!! price_above_list
do workshop.add_part_line {"order_id": @order, "part_id": @dead, "quantity": 1000, "payer": "customer"}
!! part_is_withdrawn
do workshop.add_part_line {"order_id": @order, "part_id": @pads, "quantity": 1000, "payer": "customer", "job_line_id": @job}
-> {"line_id": @pads_line, "amount": 42800}
do workshop.add_labour {"order_id": @order, "operation_id": @alignment, "payer": "customer"}
-> {"line_id": @alignment_line, "amount": 20000}
do workshop.add_outside_work {"order_id": @order, "name": "制动盘车削", "price": 12000, "payer": "warranty"}
-> {"line_id": @outside, "planned_total": 92620}
do workshop.add_outside_work {"order_id": @order, "name": "误加", "price": 100, "payer": "customer"}
-> {"line_id": @mistake}
do workshop.remove_line {"line_id": @mistake, "version": 1, "reason": "误加"}
-> {"planned_total": 92620}
do workshop.set_line_discount {"line_id": @pads_line, "version": 1, "discount": 4281, "reason": "老客户"}
!! service_discount_beyond_limit
do workshop.set_line_discount {"line_id": @pads_line, "version": 1, "discount": 2800, "reason": "老客户"}
-> {"planned_total": 89820}
as tech1
do workshop.clock_on {"line_id": @job}
!! line_not_approved
as parts
do workshop.issue_part {"line_id": @pads_line, "quantity": 1000}
!! line_not_approved

# The owner says yes to one and no to another, by link.
as advisor1
view workshop.order {"order_id": @order}
-> {"order": {"state": "received", "version": @v1}}
do workshop.request_consent {"order_id": @order, "version": @v1}
-> {"consent_id": @first_question, "asked_amount": 89820, "lines": 4}
do workshop.withdraw_consent {"consent_id": @first_question}
-> {}
view workshop.order {"order_id": @order}
-> {"order": {"version": @v2}}
do workshop.request_consent {"order_id": @order, "version": @v2}
-> {"consent_id": @question}
do workshop.answer_consent {"consent_id": @question, "answers": [], "channel": "link"}
!! consent_needs_the_customer
do workshop.answer_consent {"consent_id": @question, "answers": [], "channel": "screen"}
!! consent_needs_signature
do workshop.answer_consent {"consent_id": @question, "answers": [], "channel": "phone_call"}
!! consent_needs_recording
as customer @stranger
do workshop.answer_consent {"consent_id": @question, "answers": []}
!! consent_not_found
view workshop.my_order {"order_id": @order}
!! order_not_found
as customer @wang
view workshop.my_service {}
-> {"orders": [{"number": @number}], "cars": [{"plate": "浙A12345"}]}
view workshop.my_order {"order_id": @order}
-> {"state": "awaiting_consent", "open_consent_id": @question, "asked_amount": 89820, "findings": [{"photos": [@photo]}]}
do workshop.answer_consent {"consent_id": @question, "answers": [{"line_id": @job, "approved": true}]}
!! consent_answer_missing
do workshop.answer_consent {"consent_id": @question, "answers": [{"line_id": @job, "approved": true}, {"line_id": @pads_line, "approved": true}, {"line_id": @alignment_line, "approved": false}, {"line_id": @outside, "approved": true}]}
-> {"approved_amount": 69820, "approved_lines": 3, "declined_lines": 1, "missing_parts": 0, "state": "approved"}
do workshop.answer_consent {"consent_id": @question, "answers": []}
!! consent_is_over

# The work.
as advisor1
do workshop.ask_deposit {"order_id": @order, "amount": 0}
!! deposit_not_positive
do workshop.ask_deposit {"order_id": @order, "amount": 10000}
-> {}
as foreman
view access.people {"role": "technician"}
-> {"rows": [{"login": "tech1", "id": @tech1}]}
do workshop.assign_work {"line_id": @alignment_line, "version": 3, "technician_id": @tech1}
!! line_not_approved
view workshop.order {"order_id": @order}
-> {"lines": [{"id": @job, "version": @job_version}]}
do workshop.assign_work {"line_id": @job, "version": @job_version, "technician_id": 999999}
!! technician_not_found
do workshop.assign_work {"line_id": @job, "version": @job_version, "technician_id": @tech1, "bay_id": @bay3}
!! bay_not_found
do workshop.assign_work {"line_id": @job, "version": @job_version, "technician_id": @tech1, "bay_id": @bay}
-> {}
as parts
view parts.desk {}
-> {"to_pick": [{"reserved": 1000}]}
do workshop.issue_part {"line_id": @pads_line, "quantity": 1001}
!! issue_beyond_wanted
as tech1
view workshop.my_work {}
-> {"jobs": [{"name": "更换前制动片"}]}
do workshop.clock_off {"reason": "done"}
!! technician_not_clocked_on
do workshop.clock_on {"line_id": @job}
-> {"state": "in_work"}
do workshop.clock_on {"line_id": @job}
!! technician_is_clocked_on
as parts
do workshop.issue_part {"line_id": @pads_line, "quantity": 1000}
-> {"quantity": 1000}
do workshop.return_part {"line_id": @pads_line, "quantity": 1001, "reason": "多领"}
!! return_beyond_issued
as advisor1
view workshop.order {"order_id": @order}
-> {"order": {"version": @v3}}
do workshop.cancel_order {"order_id": @order, "version": @v3, "reason": "客户不修了"}
!! order_has_work
view workshop.board {}
-> {"orders": [{"number": @number, "state": "in_work"}]}
+ 40m
as foreman
view workshop.order {"order_id": @order}
-> {"lines": [{"id": @outside, "version": @outside_version}]}
do workshop.finish_outside_work {"line_id": @outside, "version": @outside_version}
-> {}
as tech2
do workshop.clock_off {"reason": "done", "user_id": @tech1}
!! clock_is_not_yours
as tech1
do workshop.clock_off {"reason": "done"}
-> {"minutes": 40, "state": "quality_check"}

# Three looks; the last one finds something, so all three begin anew.
view workshop.order {"order_id": @order}
-> {"order": {"version": @v4}, "next_check": "self"}
as tech2
do workshop.record_check {"order_id": @order, "version": @v4, "level": "self", "passed": true, "answers": [{"item": "work_complete", "verdict": "ok", "note": "", "photos": []}, {"item": "torque", "verdict": "ok", "note": "", "photos": []}, {"item": "fluids", "verdict": "ok", "note": "", "photos": []}, {"item": "old_parts", "verdict": "ok", "note": "", "photos": []}, {"item": "tools", "verdict": "ok", "note": "", "photos": []}]}
!! self_check_by_other
as tech1
do workshop.record_check {"order_id": @order, "version": @v4, "level": "peer", "passed": true, "answers": [{"item": "matches_order", "verdict": "ok", "note": "", "photos": []}, {"item": "fastening_recheck", "verdict": "ok", "note": "", "photos": []}, {"item": "leaks", "verdict": "ok", "note": "", "photos": []}, {"item": "wiring", "verdict": "ok", "note": "", "photos": []}, {"item": "fault_codes", "verdict": "ok", "note": "", "photos": []}]}
!! check_out_of_order
do workshop.record_check {"order_id": @order, "version": @v4, "level": "self", "passed": true, "answers": []}
!! checklist_incomplete
do workshop.record_check {"order_id": @order, "version": @v4, "level": "self", "passed": true, "answers": [{"item": "work_complete", "verdict": "ok", "note": "", "photos": []}, {"item": "torque", "verdict": "ok", "note": "", "photos": []}, {"item": "fluids", "verdict": "ok", "note": "", "photos": []}, {"item": "old_parts", "verdict": "ok", "note": "", "photos": []}, {"item": "tools", "verdict": "ok", "note": "", "photos": []}]}
-> {"next": "peer", "version": @v5}
do workshop.record_check {"order_id": @order, "version": @v5, "level": "peer", "passed": true, "answers": [{"item": "matches_order", "verdict": "ok", "note": "", "photos": []}, {"item": "fastening_recheck", "verdict": "ok", "note": "", "photos": []}, {"item": "leaks", "verdict": "ok", "note": "", "photos": []}, {"item": "wiring", "verdict": "ok", "note": "", "photos": []}, {"item": "fault_codes", "verdict": "ok", "note": "", "photos": []}]}
!! check_of_own_work
as tech2
do workshop.record_check {"order_id": @order, "version": @v5, "level": "peer", "passed": true, "answers": [{"item": "matches_order", "verdict": "ok", "note": "", "photos": []}, {"item": "fastening_recheck", "verdict": "ok", "note": "", "photos": []}, {"item": "leaks", "verdict": "ok", "note": "", "photos": []}, {"item": "wiring", "verdict": "ok", "note": "", "photos": []}, {"item": "fault_codes", "verdict": "ok", "note": "", "photos": []}]}
-> {"next": "final", "version": @v6}
do workshop.record_check {"order_id": @order, "version": @v6, "level": "final", "passed": true, "answers": [{"item": "complaint_solved", "verdict": "ok", "note": "", "photos": []}, {"item": "road_test", "verdict": "ok", "note": "", "photos": []}, {"item": "brakes_and_steering", "verdict": "ok", "note": "", "photos": []}, {"item": "lights", "verdict": "ok", "note": "", "photos": []}, {"item": "tyre_pressure", "verdict": "ok", "note": "", "photos": []}, {"item": "clean", "verdict": "ok", "note": "", "photos": []}, {"item": "papers", "verdict": "ok", "note": "", "photos": []}]}
!! final_check_needs_inspector
as advisor1
do workshop.settle_order {"order_id": @order, "version": @v6}
!! quality_not_passed
as inspector
do workshop.record_check {"order_id": @order, "version": @v6, "level": "final", "passed": false, "answers": [{"item": "complaint_solved", "verdict": "ok", "note": "", "photos": []}, {"item": "road_test", "verdict": "ok", "note": "", "photos": []}, {"item": "brakes_and_steering", "verdict": "ok", "note": "", "photos": []}, {"item": "lights", "verdict": "ok", "note": "", "photos": []}, {"item": "tyre_pressure", "verdict": "ok", "note": "", "photos": []}, {"item": "clean", "verdict": "ok", "note": "", "photos": []}, {"item": "papers", "verdict": "ok", "note": "", "photos": []}]}
!! rework_without_cause
do workshop.record_check {"order_id": @order, "version": @v6, "level": "final", "passed": false, "answers": [{"item": "complaint_solved", "verdict": "ok", "note": "", "photos": []}, {"item": "road_test", "verdict": "ok", "note": "", "photos": []}, {"item": "brakes_and_steering", "verdict": "ok", "note": "", "photos": []}, {"item": "lights", "verdict": "ok", "note": "", "photos": []}, {"item": "tyre_pressure", "verdict": "ok", "note": "", "photos": []}, {"item": "clean", "verdict": "ok", "note": "", "photos": []}, {"item": "papers", "verdict": "ok", "note": "", "photos": []}], "faults": [{"line_id": @job, "cause": "workmanship", "words": "卡钳螺栓未按力矩拧紧"}]}
-> {"state": "in_work", "next": "self", "version": @v7}
as tech1
do workshop.clock_on {"line_id": @job}
-> {}
+ 10m
do workshop.clock_off {"reason": "done"}
-> {"state": "quality_check"}
view workshop.order {"order_id": @order}
-> {"order": {"version": @v8}, "reworks": [{"cause": "workmanship", "line_id": @job}]}
do workshop.record_check {"order_id": @order, "version": @v8, "level": "self", "passed": true, "answers": [{"item": "work_complete", "verdict": "ok", "note": "", "photos": []}, {"item": "torque", "verdict": "ok", "note": "", "photos": []}, {"item": "fluids", "verdict": "ok", "note": "", "photos": []}, {"item": "old_parts", "verdict": "ok", "note": "", "photos": []}, {"item": "tools", "verdict": "ok", "note": "", "photos": []}]}
-> {"version": @v9}
as tech2
do workshop.record_check {"order_id": @order, "version": @v9, "level": "peer", "passed": true, "answers": [{"item": "matches_order", "verdict": "ok", "note": "", "photos": []}, {"item": "fastening_recheck", "verdict": "ok", "note": "", "photos": []}, {"item": "leaks", "verdict": "ok", "note": "", "photos": []}, {"item": "wiring", "verdict": "ok", "note": "", "photos": []}, {"item": "fault_codes", "verdict": "ok", "note": "", "photos": []}]}
-> {"version": @v10}
as inspector
do workshop.record_check {"order_id": @order, "version": @v10, "level": "final", "passed": true, "answers": [{"item": "complaint_solved", "verdict": "ok", "note": "", "photos": []}, {"item": "road_test", "verdict": "ok", "note": "", "photos": []}, {"item": "brakes_and_steering", "verdict": "ok", "note": "", "photos": []}, {"item": "lights", "verdict": "ok", "note": "", "photos": []}, {"item": "tyre_pressure", "verdict": "ok", "note": "", "photos": []}, {"item": "clean", "verdict": "ok", "note": "", "photos": []}, {"item": "papers", "verdict": "ok", "note": "", "photos": []}], "road_test_km": 3}
-> {"state": "ready", "version": @v11}
do workshop.record_wash {"order_id": @order, "version": @v11}
-> {"version": @v12}
as advisor1
do workshop.add_outside_work {"order_id": @order, "name": "太晚了", "price": 100, "payer": "customer"}
!! order_is_past_work
do workshop.change_promise {"order_id": @order, "version": @v12, "promised_at": "now+2h", "reason": "洗车排队"}
-> {"version": @v13}

# The bill: taken back once, made again, paid, and the car goes home.
do workshop.settle_order {"order_id": @order, "version": @v13, "discount": 1000}
!! discount_needs_reason
do workshop.settle_order {"order_id": @order, "version": @v13, "discount": 57821, "discount_reason": "补偿"}
!! discount_beyond_amount
do workshop.settle_order {"order_id": @order, "version": @v13, "discount": 5783, "discount_reason": "补偿"}
!! service_discount_beyond_limit
do workshop.settle_order {"order_id": @order, "version": @v13, "round_to": "yuan"}
-> {"customer_total": 57800, "open": 57800, "version": @v14}
do workshop.settle_order {"order_id": @order, "version": @v14}
!! order_is_settled
do workshop.cancel_settlement {"order_id": @order, "version": @v14, "reason": "优惠漏填"}
-> {"state": "ready", "version": @v15}
do workshop.settle_order {"order_id": @order, "version": @v15, "discount": 820, "discount_reason": "等待补偿"}
-> {"customer_total": 57000, "version": @v16}
do workshop.hand_back {"order_id": @order, "version": @v16, "mileage_out_km": 31004, "signature": @signature, "explained": true, "old_parts": "given_to_customer"}
!! order_not_paid
view workshop.settlement_pdf {"order_id": @order}
-> {}
view workshop.certificate_pdf {"order_id": @order}
-> {}
as cashier
view payments.due_list {}
-> {"rows": [{"object_type": "repair_order", "object_id": @order, "id": @due, "amount": 57000}]}
do payments.receive_payment {"due_id": @due, "means": "qr", "amount": 57000, "reference": "WX-1"}
-> {"open": 0}
as advisor1
do workshop.cancel_settlement {"order_id": @order, "version": @v16, "reason": "太晚了"}
!! order_has_payment
do workshop.hand_back {"order_id": @order, "version": @v16, "mileage_out_km": 30999, "signature": @signature, "explained": true, "old_parts": "given_to_customer"}
!! mileage_out_below_in
do workshop.hand_back {"order_id": @order, "version": @v16, "mileage_out_km": 31004, "signature": @signature, "explained": true, "old_parts": "given_to_customer", "next_service_on": "2026-09-01"}
-> {"state": "handed_back"}
view insight.case_promises {"case_type": "repair_order", "case_id": @order}
-> {"promises": [{"promise": {"kind": "price", "first_amount": 69820, "became_amount": 57000, "outcome": "kept"}},
    {"promise": {"kind": "time", "outcome": "kept"}, "changes": [{"cause": "workshop.promise_changed", "reason": "洗车排队"}]}]}
view workshop.car_history {"car_id": @car}
-> {"orders": [{"number": @number, "lines": [{"name": "四轮定位", "state": "declined"}]}]}
view workshop.order_list {"customer_id": @wang}
-> {"rows": [{"number": @number, "state": "handed_back"}]}

# Another visit that comes to nothing; a part too many goes back.
do workshop.receive_car {"customer_id": @wang, "car_id": @car, "mileage_km": 31100, "fuel_percent": 40, "words": "再看看", "promised_at": "now+4h"}
-> {"order_id": @second}
do workshop.cancel_order {"order_id": @second, "version": 1, "reason": "客户有事"}
-> {"state": "cancelled"}
do workshop.receive_car {"customer_id": @wang, "car_id": @car, "mileage_km": 31100, "fuel_percent": 40, "words": "再看看", "promised_at": "now+4h", "photos": []}
-> {"order_id": @later}
do workshop.add_part_line {"order_id": @later, "part_id": @pads, "quantity": 2000, "payer": "customer"}
-> {"line_id": @two_pads}
do workshop.request_consent {"order_id": @later, "version": 2, "send_link": false}
-> {"consent_id": @later_question}
do workshop.answer_consent {"consent_id": @later_question, "answers": [{"line_id": @two_pads, "approved": true}], "channel": "screen", "signature": @signature}
-> {"missing_parts": 1}
as parts
view parts.desk {}
-> {"shortages": [{"part_id": @pads, "missing": 1000}]}
do workshop.issue_part {"line_id": @two_pads, "quantity": 2000}
!! part_not_on_hand
do parts.receive_goods {"supplier_name": "星驰配件中心", "lines": [{"part_id": @pads, "quantity": 1000, "unit_cost": 26000}]}
-> {}
view parts.desk {}
-> {"shortages": [], "to_pick": [{"reserved": 2000}]}
do workshop.issue_part {"line_id": @two_pads, "quantity": 2000}
-> {}
do workshop.return_part {"line_id": @two_pads, "quantity": 1000, "reason": "只用一套"}
-> {"quantity": 1000}
view workshop.order {"order_id": @later}
-> {"lines": [{"id": @two_pads, "quantity": 1000}]}
view parts.part {"part_id": @pads}
-> {"on_hand": 1000, "reserved": 0}

# What is not there, and what makes no sense.
do parts.change_part {"part_id": 999999, "version": 1}
!! part_not_found
do parts.withdraw_part {"part_id": 999999, "version": 1, "reason": "x"}
!! part_not_found
do parts.receive_goods {"supplier_name": "x", "lines": [{"part_id": 999999, "quantity": 1000, "unit_cost": 1}]}
!! part_not_found
# A sample costs nothing: it is received, and there is nothing to book.
do parts.add_part {"number": "SAMPLE-0001", "name": "样品", "unit": "个", "origin": "original", "price": 100, "bin": "Z-01-02"}
-> {"part_id": @sample}
do parts.receive_goods {"supplier_name": "星驰配件中心", "lines": [{"part_id": @sample, "quantity": 1000, "unit_cost": 0}]}
-> {"net": 0, "tax": 0}
do parts.count_stock {"part_id": @sample, "bin": "Z-01-02", "counted": 0, "reason": "送给客户"}
-> {"difference": -1000, "value": 0}
do parts.move_stock {"part_id": 999999, "from_bin": "A", "to_bin": "B", "quantity": 1}
!! part_not_found
do parts.count_stock {"part_id": 999999, "bin": "A", "counted": 1, "reason": "x"}
!! part_not_found
as advisor1
do workshop.book_appointment {"customer_id": 999999, "car_id": @car, "starts_at": "now+1d", "words": "x"}
!! customer_not_found
do workshop.book_appointment {"customer_id": @wang, "car_id": 999999, "starts_at": "now+1d", "words": "x"}
!! car_not_found
do workshop.receive_car {"customer_id": 999999, "car_id": @car, "mileage_km": 31100, "fuel_percent": 40, "words": "x", "promised_at": "now+4h"}
!! customer_not_found
do workshop.receive_car {"customer_id": @wang, "car_id": 999999, "mileage_km": 31100, "fuel_percent": 40, "words": "x", "promised_at": "now+4h"}
!! car_not_found
do workshop.add_labour {"order_id": @later, "operation_id": 999999, "payer": "customer"}
!! operation_not_found
do workshop.add_part_line {"order_id": @later, "part_id": 999999, "quantity": 1000, "payer": "customer"}
!! part_not_found
do workshop.add_part_line {"order_id": @later, "part_id": @pads, "quantity": 1000, "unit_price": -1, "payer": "customer"}
!! line_price_negative
do workshop.add_outside_work {"order_id": @later, "name": "x", "price": -1, "payer": "customer"}
!! line_price_negative
do workshop.add_part_line {"order_id": @later, "part_id": @pads, "quantity": 1000, "payer": "customer"}
-> {"line_id": @not_asked}
do workshop.add_part_line {"order_id": @later, "part_id": @pads, "quantity": 1000, "customer_supplied": true, "payer": "customer"}
-> {"line_id": @own_part, "amount": 0}
as foreman
do workshop.add_operation {"code": "X", "name": "x", "hours": 1000, "hourly_price": -1}
!! line_price_negative
do workshop.change_operation {"operation_id": 999999, "version": 1}
!! operation_not_found
do workshop.change_operation {"operation_id": @alignment, "version": 2, "hourly_price": -1}
!! line_price_negative
as parts
do workshop.return_part {"line_id": @not_asked, "quantity": 1000, "reason": "x"}
!! part_not_wanted

# Two orders do not stand in one bay at the same time.
as advisor1
do workshop.add_labour {"order_id": @later, "operation_id": @brakes, "payer": "customer"}
-> {"line_id": @later_job}
do customers.add_car {"customer_id": @stranger, "vin": "LATPAB071W1005301", "model_text": "奇瑞 艾瑞泽", "mileage_km": 100}
-> {"car_id": @other_car}
do workshop.receive_car {"customer_id": @stranger, "car_id": @other_car, "mileage_km": 120, "fuel_percent": 80, "words": "保养", "promised_at": "now+4h"}
-> {"order_id": @other}
do workshop.add_labour {"order_id": @other, "operation_id": @alignment, "payer": "customer"}
-> {"line_id": @other_job}
do workshop.request_consent {"order_id": @other, "version": 2, "send_link": false}
-> {"consent_id": @other_question}
do workshop.answer_consent {"consent_id": @other_question, "answers": [{"line_id": @other_job, "approved": true}], "channel": "phone_call", "recording": @photo}
-> {"state": "approved"}
view workshop.order {"order_id": @later}
-> {"order": {"version": @later_version}}
do workshop.request_consent {"order_id": @later, "version": @later_version, "send_link": false}
-> {"consent_id": @bay_question}
do workshop.answer_consent {"consent_id": @bay_question, "answers": [{"line_id": @not_asked, "approved": false}, {"line_id": @own_part, "approved": true}, {"line_id": @later_job, "approved": true}], "channel": "screen", "signature": @signature}
-> {"approved_lines": 2}
as foreman
do workshop.assign_work {"line_id": @later_job, "version": 3, "technician_id": @tech1, "bay_id": @bay2, "planned_start": "now+1h"}
-> {}
do workshop.assign_work {"line_id": @other_job, "version": 3, "technician_id": @tech1, "bay_id": @bay2, "planned_start": "now+30m"}
!! bay_is_taken
do workshop.assign_work {"line_id": @other_job, "version": 3, "technician_id": @tech1, "bay_id": @bay, "planned_start": "now+30m"}
-> {}
do workshop.change_operation {"operation_id": @brakes, "version": 1, "withdrawn": true}
-> {}
as advisor1
do workshop.add_labour {"order_id": @other, "operation_id": @brakes, "payer": "customer"}
!! operation_is_withdrawn

# Nothing of it shows in the other store.
as advisor1_2
view workshop.order {"order_id": @order}
!! order_not_found
view workshop.order_list {}
-> {"rows": []}
do workshop.settle_order {"order_id": @order, "version": 1}
!! order_not_found
as parts_2
view parts.part {"part_id": @pads}
!! part_not_found
