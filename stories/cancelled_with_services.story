# A contract is cancelled after the insurer was paid: what was spent for the customer stays his to pay, the rest goes back.
clock 2026-04-07 09:00
as sales_manager
do vehicles.add_model {"code": "E7-LR", "brand": "星驰", "series": "E7", "trim": "长续航版", "year": 2026,
    "fuel": "electric", "gearbox": "automatic", "displacement_ml": 0, "seats": 5, "price": 20000000}
-> {"id": @model}
do vehicles.order_car {"vin": "LFVXC21A5T3000001", "model_id": @model, "colour": "雪山白", "cost": 17000000}
-> {"id": @car}
do vehicles.accept_arrival {"car_id": @car, "location": "B区 01", "key_number": "K201", "mileage_km": 9, "version": 1}
as sales1
upload @paper png
do customers.register {"name": "顾南", "phone": "13700137000"}
-> {"id": @customer}
do deals.start_quote {"customer_id": @customer, "car_id": @car}
-> {"id": @deal, "version": 1}
do deals.draft_contract {"deal_id": @deal, "version": 1, "deposit": 1000000, "pay_by": "2026-04-20", "deliver_on": "2026-04-25", "buyer_identity": "11010519491231002X", "buyer_address": "杭州市西湖区文三路9号"}
-> {"contents_hash": @contents}
do deals.sign_contract {"deal_id": @deal, "version": 2, "contents_hash": @contents, "signed_name": "顾南", "signature": @paper}
as cashier
view payments.paid_for_object {"object_type": "deal", "object_id": @deal}
-> {"money": {"due": {"id": @due}}}
do payments.receive_payment {"due_id": @due, "means": "transfer", "amount": 1050000, "reference": "ICBC-1"}
-> {"id": @payment}

# ---- The insurer has its money and the policy is written: 950 yuan of the customer's are gone
as sales1
view deals.cases_of_deal {"deal_id": @deal}
-> {"cases": [{"agency_case": {"kind": "insurance", "id": @insurance, "version": @i1, "collected": 95000}}]}
do deals.receive_case_paper {"case_id": @insurance, "paper": "identity_card"}
do deals.receive_case_paper {"case_id": @insurance, "paper": "insured_contact"}
do deals.quote_insurance {"case_id": @insurance, "insurer": "平安财险", "coverage": "交强险", "premium": 95000, "commission": 0, "valid_until": "2026-04-10"}
view deals.cases_of_deal {"deal_id": @deal}
-> {"cases": [{"quotes": [{"id": @quote}]}]}
do deals.choose_insurance {"quote_id": @quote}
do deals.send_case {"case_id": @insurance, "version": @i1}
-> {"version": @i2}
do deals.finish_case {"case_id": @insurance, "version": @i2, "paid": 95000, "receipt_number": "PA-1", "receipt_file": @paper, "result": "", "policy_number": "PDZA20260410", "starts_on": "2026-04-10"}
-> {"state": "done"}

# ---- He gives up. Of 10,500 yuan 950 are spent, so of the deposit of 10,000 only 9,550 can be kept
as sales_manager
view deals.deal_record {"deal_id": @deal}
-> {"if_cancelled": {"paid": 1050000, "spent_on_services": 95000, "most_kept": 955000}}
do deals.cancel_contract {"deal_id": @deal, "version": 3, "reason": "客户放弃购车", "kept": 955001}
!! kept_over_limit
do deals.cancel_contract {"deal_id": @deal, "version": 3, "reason": "客户放弃购车", "kept": 200000}
-> {"state": "cancelled"}
as cashier
view payments.due_record {"due_id": @due}
-> {"due": {"amount": 295000, "overpaid": 755000}}
do payments.request_refund {"payment_id": @payment, "amount": 755001, "reason": "合同解除"}
!! deposit_is_kept
do payments.request_refund {"payment_id": @payment, "amount": 755000, "reason": "合同解除"}
-> {"id": @refund}
as finance
view approvals.waiting {}
-> {"rows": [{"kind": "payments.refund", "id": @approval}]}
do approvals.decide {"approval_id": @approval, "granted": true, "note": ""}
as cashier
do payments.pay_refund {"refund_id": @refund, "version": 2, "means": "transfer", "reference": "T-1"}

# ---- Nobody owes anybody anything: not the customer, not the store what it had collected
as finance
view ledger.trial_balance {"customer_id": @customer}
-> {"rows": []}
view ledger.trial_balance {}
-> {"rows": [{"account": "agency_payable", "debit": 0, "credit": 0}, {"account": "other_income", "credit": 200000}]}

# ---- The paper of a contract that was cancelled is kept like every other
do deals.file_contract {"deal_id": @deal, "location": "档案柜 3-1"}
-> {"state": "shelved"}
do deals.file_contract {"deal_id": @deal, "location": "档案柜 3-1"}
!! contract_is_filed

# ---- A contract that is amended keeps its car until another one is chosen
as sales_manager
do vehicles.order_car {"vin": "LFVXC21A7T3000002", "model_id": @model, "colour": "曜石黑", "cost": 17000000}
-> {"id": @black}
do vehicles.accept_arrival {"car_id": @black, "location": "B区 02", "mileage_km": 9, "version": 1}
as sales1
do deals.start_quote {"customer_id": @customer, "car_id": @car}
-> {"id": @again}
do deals.draft_contract {"deal_id": @again, "version": 1, "deposit": 1000000, "pay_by": "2026-04-20", "deliver_on": "2026-04-25", "buyer_address": ""}
-> {"contents_hash": @words}
do deals.sign_contract {"deal_id": @again, "version": 2, "contents_hash": @words, "signed_name": "顾南", "signature": @paper}
as sales_manager
do deals.amend_contract {"deal_id": @again, "version": 3, "reason": "加装精品"}
as sales1
do customers.register {"name": "程雨", "phone": "13700137011"}
-> {"id": @other}
do deals.start_quote {"customer_id": @other, "car_id": @car}
!! car_not_available
do deals.choose_car {"deal_id": @again, "version": 4, "car_id": @black}
-> {"version": 5}
do deals.start_quote {"customer_id": @other, "car_id": @car}
-> {"number": @any}
