# The cashier's desk: a code that turns paid by itself, notices that are repeated, forged, or of another sum, and a refund that goes back the way it came.
clock 2026-05-06 09:00

as sales_manager
do vehicles.add_model {"code": "E7-LR", "brand": "星驰", "series": "E7", "trim": "长续航版", "year": 2026,
    "fuel": "electric", "gearbox": "automatic", "displacement_ml": 0, "seats": 5, "price": 20000000, "colours": [], "options": []}
-> {"id": @model}
do vehicles.order_car {"vin": "LFVXC21A5T3000001", "model_id": @model, "colour": "雪山白", "cost": 17000000}
-> {"id": @car}
do vehicles.accept_arrival {"car_id": @car, "location": "B区 01", "key_number": "K201", "mileage_km": 9, "photos": [], "version": 1}
-> {}
as sales1
do customers.register {"name": "顾南", "phone": "13700137000"}
-> {"id": @customer}
do deals.start_quote {"customer_id": @customer, "car_id": @car}
-> {"id": @deal, "version": @d1}
do deals.draft_contract {"deal_id": @deal, "version": @d1, "deposit": 1000000, "pay_by": "2026-05-20", "deliver_on": "2026-05-25", "buyer_identity": "11010519491231002X", "buyer_address": "杭州市西湖区文三路9号"}
-> {"contents_hash": @contents, "version": @d2}
upload @signature png
do deals.sign_contract {"deal_id": @deal, "version": @d2, "contents_hash": @contents, "signed_name": "顾南", "signature": @signature}
-> {"state": "contract_signed"}

# ---- The code, and the money it brings
as cashier
view payments.paid_for_object {"object_type": "deal", "object_id": @deal}
-> {"money": {"due": {"id": @due, "open": @open}}}
view payments.qr_of_due {"due_id": @due}
-> {"has_gateway": true, "allowed_actions": [{"name": "payments.request_qr"}]}
do payments.request_qr {"due_id": @due, "amount": 99999999999}
!! payment_over_due
do payments.request_qr {"due_id": @due, "amount": 0}
!! amount_not_positive
do payments.request_qr {"due_id": @due, "amount": 1000000}
-> {"id": @first}
do payments.request_qr {"due_id": @due, "amount": 500000}
-> {"id": @order, "number": @number}
do payments.close_qr {"order_id": @first, "version": 2}
!! qr_is_closed
do payments.take_notice {"body": "{}", "signature": ""}
!! not_allowed
notice {"order_number": @number, "gateway_reference": "W1", "amount": 500000}
-> {"outcome": "booked"}
notice {"order_number": @number, "gateway_reference": "W1", "amount": 500000}
-> {"outcome": "repeated"}
view payments.qr_of_due {"due_id": @due}
-> {"order": {"id": @order, "state": "paid"}}
do payments.close_qr {"order_id": @order, "version": 2}
!! qr_is_paid
notice {"order_number": @number, "gateway_reference": "W2", "amount": 500000}
-> {"outcome": "questioned", "question": "paid_twice"}
notice {"order_number": "QR-nobody", "gateway_reference": "W3", "amount": 100}
-> {"outcome": "questioned", "question": "unknown_order"}
notice {"order_number": "QR-nobody", "gateway_reference": "", "amount": 100}
!! notice_not_understood

# ---- The customer pays a code that was closed at the desk: the money is there, so it counts
do payments.request_qr {"due_id": @due, "amount": 200000}
-> {"id": @closed, "number": @closed_number}
do payments.close_qr {"order_id": @closed, "version": 1}
-> {}
notice {"order_number": @closed_number, "gateway_reference": "W4", "amount": 100000}
-> {"outcome": "questioned", "question": "wrong_amount"}
notice {"order_number": @closed_number, "gateway_reference": "W5", "amount": 200000}
-> {"outcome": "booked"}

# ---- Mixed means for one due; what is in question is cleared up by finance
do payments.receive_payment {"due_id": @due, "means": "cash", "amount": 300000, "reference": ""}
-> {}
view payments.due_record {"due_id": @due}
-> {"due": {"paid": 1000000}, "payments": [{"payment": {"means": "qr", "reference": "W1", "id": @payment}}, {"payment": {"means": "cash", "id": @cash}}]}
do payments.clear_notice {"notice_id": 1, "how": "x"}
!! not_allowed
as finance
view payments.notice_list {}
-> {"notices": [{"notice": {"question": "paid_twice", "id": @notice}}, {"notice": {"question": "wrong_amount"}}]}
do payments.clear_notice {"notice_id": @notice, "how": "支付公司已退回付款人"}
-> {}
do payments.clear_notice {"notice_id": @notice, "how": "再处理一次"}
!! notice_is_cleared

# ---- Refunds: the code's money goes back over the payment company, cash cannot
as cashier
do payments.request_refund {"payment_id": @payment, "amount": 100000, "reason": "多付"}
-> {"id": @refund}
do payments.refund_by_gateway {"refund_id": @refund, "version": 1}
!! refund_not_granted
do payments.request_refund {"payment_id": @cash, "amount": 50000, "reason": "多付"}
-> {"id": @cash_refund}
as finance
view approvals.waiting {}
-> {"rows": [{"amount": 50000, "id": @second_question}, {"amount": 100000, "id": @question}]}
do approvals.decide {"approval_id": @question, "granted": true, "note": ""}
-> {}
do approvals.decide {"approval_id": @second_question, "granted": true, "note": ""}
-> {}
as cashier
do payments.refund_by_gateway {"refund_id": @cash_refund, "version": 2}
!! payment_not_by_gateway
do payments.refund_by_gateway {"refund_id": @refund, "version": 2}
-> {}
do payments.refund_by_gateway {"refund_id": @refund, "version": 3}
!! refund_is_sent
do payments.pay_refund {"refund_id": @refund, "version": 3, "means": "cash", "reference": ""}
!! refund_is_sent
do payments.pay_refund {"refund_id": @cash_refund, "version": 2, "means": "cash", "reference": ""}
-> {}
do payments.pay_refund {"refund_id": @cash_refund, "version": 3, "means": "cash", "reference": ""}
!! refund_is_paid
