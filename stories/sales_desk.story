# At the sales desk: what is moved, taken out again, withdrawn, amended and cancelled, and the money that follows.
clock 2026-03-02 08:40

as sales_manager
do vehicles.add_model {"code": "A5-15T-C", "brand": "星驰", "series": "A5", "trim": "1.5T 舒适版", "year": 2026,
    "fuel": "petrol", "gearbox": "automatic", "displacement_ml": 1498, "seats": 5, "price": 11300000,
    "colours": [], "options": [{"code": "PANO", "name": "全景天窗", "price": 565000}]}
-> {"id": @model}
view vehicles.model_record {"model_id": @model}
-> {"options": [{"code": "PANO", "id": @option}]}
do vehicles.order_car {"vin": "LATPAB071W1005301", "model_id": @model, "colour": "极地白", "cost": 9500000}
-> {"id": @white}
do vehicles.order_car {"vin": "1HGCM82633A004352", "model_id": @model, "colour": "曜石黑", "cost": 9500000}
-> {"id": @black}
do vehicles.order_car {"vin": "1M8GDM9AXKP042788", "model_id": @model, "colour": "深海蓝", "cost": 9500000}
-> {"id": @demo}
as delivery
do vehicles.accept_arrival {"car_id": @white, "location": "B区1号", "mileage_km": 6, "version": 1}
do vehicles.accept_arrival {"car_id": @demo, "location": "B区2号", "mileage_km": 6, "version": 1}
do vehicles.make_demo_car {"car_id": @demo, "plate": "浙A12345", "version": 2}

as sales1
upload @picture png
do customers.register {"name": "周敏", "phone": "13800000001"}
-> {"id": @customer}

# A drive is moved while it is only booked; what was cancelled is free again; an incident is told to the manager.
view showroom.free_test_drive_times {"date": "2026-03-02"}
-> {"rows": [{"car_id": @demo}]}
do showroom.book_test_drive {"customer_id": @customer, "car_id": @demo, "starts_at": "2026-03-02T01:30:00Z",
    "route": "motorway"}
-> {"id": @drive, "consultant_id": @me, "version": 1}
do showroom.move_test_drive {"test_drive_id": @drive, "version": 1, "car_id": @demo,
    "starts_at": "2026-03-02T02:00:00Z", "ends_at": "2026-03-02T03:00:00Z", "consultant_id": @me}
-> {"version": 2}
do showroom.cancel_test_drive {"test_drive_id": @drive, "version": 1, "reason": "改天再来"}
!! changed_by_someone_else
do showroom.cancel_test_drive {"test_drive_id": @drive, "version": 2, "reason": "改天再来"}
-> {"state": "cancelled"}
do showroom.book_test_drive {"customer_id": @customer, "car_id": @demo, "starts_at": "2026-03-02T02:00:00Z",
    "route": "motorway"}
-> {"id": @second_drive}
do showroom.check_licence {"customer_id": @customer, "licence_class": "C1", "issued_on": "2025-06-01",
    "photo": @picture}
do showroom.sign_agreement {"test_drive_id": @second_drive, "version": 1, "signed_name": "周敏", "signature": @picture}
!! companion_needed
do showroom.sign_agreement {"test_drive_id": @second_drive, "version": 1, "signed_name": "周敏", "signature": @picture,
    "companion_licensed_on": "2015-05-01"}
-> {"state": "agreed", "version": 2}
view showroom.agreement_text {"test_drive_id": @second_drive}
clock 2026-03-02 10:05
do showroom.start_drive {"test_drive_id": @second_drive, "version": 2, "mileage_km": -1, "fuel_percent": 90}
!! mileage_out_of_range
# Taken out of the fleet since the agreement was signed, it is driven by nobody: it may be sold meanwhile.
as delivery
view vehicles.car_record {"car_id": @demo}
-> {"car": {"version": @in_fleet}}
do vehicles.end_demo_use {"car_id": @demo, "version": @in_fleet}
as sales1
do showroom.start_drive {"test_drive_id": @second_drive, "version": 2, "mileage_km": 6, "fuel_percent": 90}
!! car_is_not_demo
as delivery
view vehicles.car_record {"car_id": @demo}
-> {"car": {"version": @out_of_fleet}}
do vehicles.make_demo_car {"car_id": @demo, "version": @out_of_fleet}
as sales1
do showroom.start_drive {"test_drive_id": @second_drive, "version": 2, "mileage_km": 6, "fuel_percent": 90}
do showroom.report_incident {"test_drive_id": @second_drive, "words": "右前轮毂擦到路沿", "somebody_hurt": false,
    "photos": [@picture]}
view showroom.test_drive_calendar {"date": "2026-03-02"}
-> {"drives": [{"id": @second_drive, "state": "driving"}]}

# The quote: a line goes out again, the day of the purchase moves a month of vehicle tax, a request is withdrawn.
do deals.start_quote {"customer_id": @customer, "model_id": @model}
-> {"id": @deal, "total": 12430000, "version": 1}
do deals.add_line {"deal_id": @deal, "version": 1, "kind": "option", "title": "", "explanation": "", "amount": 0,
    "option_id": @option}
-> {"line_id": @line, "version": 2}
do deals.remove_line {"deal_id": @deal, "version": 2, "line_id": @line}
-> {"total": 12430000, "version": 3}
do deals.set_bought_on {"deal_id": @deal, "version": 3, "bought_on": "2026-04-01"}
-> {"total": 12426500, "version": 4}
do deals.set_bought_on {"deal_id": @deal, "version": 4, "bought_on": "2028-01-01"}
!! tax_table_not_valid
do deals.set_discount {"deal_id": @deal, "version": 4, "amount": 400000, "reason": "同行报价"}
-> {"state": "awaiting_approval", "version": 5}
as sales_manager
view deals.deal_margin {"deal_id": @deal}
-> {"asked": {"amount": 400000, "asked_by_name": @any, "car_price": @any, "margin": {"gross": @any}}}
as sales1
do deals.withdraw_discount {"deal_id": @deal, "version": 5}
-> {"state": "draft", "version": 6}
as sales_manager
view approvals.waiting {}
-> {"rows": []}
as sales1
do deals.choose_car {"deal_id": @deal, "version": 6, "car_id": @demo}
!! car_not_available
do deals.choose_car {"deal_id": @deal, "version": 6, "car_id": @white}
-> {"version": 7}
do deals.draft_contract {"deal_id": @deal, "version": 7, "deposit": 2485301, "pay_by": "2026-03-10",
    "deliver_on": "2026-03-15", "buyer_address": ""}
!! deposit_over_limit
do deals.draft_contract {"deal_id": @deal, "version": 7, "deposit": 1000000, "pay_by": "2026-03-10",
    "deliver_on": "2026-03-15", "buyer_address": "", "template_name": "car_lease"}
!! template_not_found
do deals.draft_contract {"deal_id": @deal, "version": 7, "deposit": 1000000, "pay_by": "2026-03-10",
    "deliver_on": "2026-03-15", "buyer_address": ""}
-> {"missing": ["buyer_identity", "buyer_address"], "contents_hash": @unfinished, "version": 8}
do deals.sign_contract {"deal_id": @deal, "version": 8, "contents_hash": @unfinished, "signed_name": "周敏",
    "signature": @picture}
!! contract_incomplete
do deals.withdraw_contract_draft {"deal_id": @deal, "version": 8}
-> {"state": "draft", "version": 9}
do deals.draft_contract {"deal_id": @deal, "version": 9, "deposit": 1000000, "pay_by": "2026-03-10",
    "deliver_on": "2026-03-15", "buyer_identity": "11010519491231002X", "buyer_address": "杭州市西湖区文三路1号"}
-> {"missing": [], "contents_hash": @words, "version": 10}
view deals.contract_to_read {"deal_id": @deal}
-> {"contents_hash": @words, "text_changed": false}
view deals.contract_draft_pdf {"deal_id": @deal}
do deals.sign_contract {"deal_id": @deal, "version": 10, "contents_hash": @words, "signed_name": "周敏",
    "signature": @picture}
-> {"state": "contract_signed", "version": 11}

# She wants the black one: the manager amends, she signs again, and the delivery follows the car.
do deals.amend_contract {"deal_id": @deal, "version": 11, "reason": "改黑色"}
!! not_allowed
as sales_manager
do deals.amend_contract {"deal_id": @deal, "version": 11, "reason": "改黑色"}
-> {"state": "draft", "version": 12}
as sales1
do deals.choose_car {"deal_id": @deal, "version": 12, "car_id": @black}
do deals.draft_contract {"deal_id": @deal, "version": 13, "deposit": 1000000, "pay_by": "2026-03-10",
    "deliver_on": "2026-03-15", "buyer_address": ""}
-> {"contents_hash": @new_words, "version": 14}
do deals.sign_contract {"deal_id": @deal, "version": 14, "contents_hash": @new_words, "signed_name": "周敏",
    "signature": @picture}
-> {"state": "contract_signed", "version": 15}
as delivery
view delivery.delivery_list {"deal_id": @deal}
-> {"rows": [{"car_id": @black, "state": "preparing"}]}
as cashier
view payments.paid_for_object {"object_type": "deal", "object_id": @deal}
-> {"money": {"due": {"id": @due}}}
do payments.receive_payment {"due_id": @due, "means": "cash", "amount": 1500000, "reference": ""}
-> {"id": @payment}

# She gives up: at most the deposit is kept, the rest waits for its refund, and no car leaves.
as sales_manager
view deals.deal_record {"deal_id": @deal}
-> {"if_cancelled": {"paid": 1500000, "most_kept": 1000000}}
do deals.cancel_contract {"deal_id": @deal, "version": 15, "reason": "客户放弃购车", "kept": 1000001}
!! kept_over_limit
do deals.cancel_contract {"deal_id": @deal, "version": 15, "reason": "客户放弃购车", "kept": 1000000}
-> {"state": "cancelled"}
as delivery
view delivery.delivery_list {"deal_id": @deal}
-> {"rows": [{"state": "cancelled"}]}
as cashier
view payments.due_list {"standing": "overpaid"}
-> {"rows": [{"id": @due, "overpaid": 500000}]}
do payments.request_refund {"payment_id": @payment, "amount": 500001, "reason": "合同解除"}
!! deposit_is_kept
do payments.request_refund {"payment_id": @payment, "amount": 500000, "reason": "合同解除"}
-> {"id": @refund}
as finance
view approvals.waiting {}
-> {"rows": [{"kind": "payments.refund", "id": @question}]}
do approvals.decide {"approval_id": @question, "granted": true, "note": ""}
as cashier
do payments.pay_refund {"refund_id": @refund, "version": 2, "means": "cash", "reference": ""}
view payments.closing_preview {}
-> {"cash_expected": 1000000}
do payments.close_day {"cash_counted": 999900, "cash_banked": 0, "note": ""}
!! cash_difference_unexplained
do payments.close_day {"cash_counted": 999900, "cash_banked": 900000, "note": "找零差一元"}
-> {"difference": -100}
view payments.closing_list {}
-> {"rows": [{"cash_banked": 900000, "closed_on": @closed_on}]}
view payments.closing_list {"counted_from": @closed_on, "counted_until": @closed_on}
-> {"rows": [{"cash_banked": 900000}]}
view payments.closing_list {"counted_until": "2020-01-01"}
-> {"rows": []}
view payments.takings_by_month {}
-> {"months": [{"closings": 1, "difference": -100, "cash_banked": 900000}]}

# A quote that comes to nothing.
as sales1
do deals.start_quote {"customer_id": @customer, "car_id": @white, "bought_on": "2026-03-02"}
-> {"id": @idle}
do deals.cancel_deal {"deal_id": @idle, "version": 1, "reason": "预算不够"}
-> {"state": "cancelled"}
view deals.deal_list {"customer_id": @customer, "state": "cancelled"}
-> {"rows": [{"id": @idle}, {"id": @deal}]}
