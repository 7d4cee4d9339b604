# What the longer stories leave out: refusals of services, care and complaints.
clock 2026-04-01 09:00
as gm
do access.set_language {"language": "en"}
-> {}

# A complaint by telephone, opened again after it was closed.
as care
do customers.register {"name": "韩梅", "phone": "13677778888"}
-> {"id": @han}
do complaints.open {"customer_id": 99, "channel": "phone", "category": "product", "severity": "minor", "words": "车窗异响"}
!! complaint_customer_not_found
do complaints.open {"customer_id": @han, "channel": "phone", "category": "product", "severity": "minor", "words": "车窗异响"}
-> {"complaint_id": @case, "state": "received", "version": 1}
do complaints.review {"complaint_id": 99, "valid": true, "category": "product", "severity": "minor", "note": "x", "version": 1}
!! complaint_not_found
do complaints.propose_solution {"complaint_id": 99, "solution": "x", "cost": 0, "version": 1}
!! complaint_not_found
do complaints.carry_out {"complaint_id": 99, "done": "x", "version": 1}
!! complaint_not_found
do complaints.record_verdict {"complaint_id": 99, "satisfied": true, "words": "", "version": 1}
!! complaint_not_found
do complaints.name_cause {"complaint_id": 99, "cause": "x", "prevention": "x", "version": 1}
!! complaint_not_found
do complaints.reopen {"complaint_id": 99, "reason": "x", "version": 1}
!! complaint_not_found
do complaints.reopen {"complaint_id": @case, "reason": "x", "version": 1}
!! complaint_is_open
do complaints.review {"complaint_id": @case, "valid": false, "category": "product", "severity": "minor", "note": "客户自行加装所致", "version": 1}
-> {"state": "dismissed", "version": 2}
do complaints.reopen {"complaint_id": @case, "reason": "客户提供了提车当日视频", "version": 1}
!! changed_by_someone_else
do complaints.reopen {"complaint_id": @case, "reason": "客户提供了提车当日视频", "version": 2}
-> {"state": "reviewed", "version": 3}

# Care: calls that are not there, a customer who wants none.
do care.record_call {"call_id": 99, "result": "refused", "words": "", "version": 1}
!! call_not_found
do care.postpone_call {"call_id": 99, "due_on": "2026-05-01", "version": 1}
!! call_not_found
do care.opt_out {"customer_id": 99, "reason": "x"}
!! care_customer_not_found
do care.opt_out {"customer_id": @han, "reason": "不希望再接到电话"}
-> {}
do care.opt_out {"customer_id": @han, "reason": "再说一次"}
!! opted_out_already
view tasks.mine {}
-> {"rows": [{"object_type": "complaint", "object_id": @case}]}

# A better idea takes the place of one that nobody has carried out: until it is granted, nothing is to be done.
do complaints.propose_solution {"complaint_id": @case, "solution": "更换密封条", "cost": 10000, "version": 3}
-> {"state": "agreed", "version": 4}
do complaints.propose_solution {"complaint_id": @case, "solution": "更换左前门", "cost": 120000, "version": 4}
-> {"state": "awaiting_approval", "version": 5}
view tasks.mine {}
-> {"rows": []}

# Deliveries that are not there.
as delivery
do delivery.record_inspection {"delivery_id": 99, "answers": [], "version": 1}
!! delivery_not_found
do delivery.prepare {"delivery_id": 99, "answers": [], "version": 1}
!! delivery_not_found
do delivery.appoint {"delivery_id": 99, "appointed_at": "now+1d", "version": 1}
!! delivery_not_found
do delivery.accept {"delivery_id": 99, "answers": [], "signature": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "version": 1}
!! delivery_not_found
do delivery.deliver_car {"delivery_id": 99, "mileage_km": 1, "version": 1}
!! delivery_not_found
do delivery.mend_fault {"fault_id": 99, "how": "x"}
!! fault_not_found
