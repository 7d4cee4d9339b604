# The sales team's month: targets shared out, figures that follow the work, a formula, commission, a disputed line.
clock 2026-03-02 08:30

# ---- The formula and the commission rules are published before the month is judged by them
as hr
do people.save_formula_draft {"lines": []}
!! book_is_empty
do people.save_formula_draft {"lines": [{"figure": "satisfaction", "weight": 40, "cap_percent": 120, "source": "own_target", "fixed_target": 0}]}
!! figure_has_no_own_target
do people.save_formula_draft {"lines": [
    {"figure": "orders", "weight": 60, "cap_percent": 120, "source": "own_target", "fixed_target": 0},
    {"figure": "satisfaction", "weight": 30, "cap_percent": 100, "source": "fixed", "fixed_target": 900}]}
-> {"rule_book_id": @formula, "number": 1, "version": 1}
do people.publish_book {"rule_book_id": @formula, "start_month": "2026-03-01", "reason": "春季考核办法", "version": 1}
!! weights_do_not_sum
do people.save_formula_draft {"lines": [{"figure": "orders", "weight": 100, "cap_percent": 120, "source": "own_target", "fixed_target": 0}]}
!! changed_by_someone_else
do people.save_formula_draft {"version": 1, "lines": [
    {"figure": "orders", "weight": 60, "cap_percent": 120, "source": "own_target", "fixed_target": 0},
    {"figure": "satisfaction", "weight": 40, "cap_percent": 100, "source": "fixed", "fixed_target": 900}]}
-> {"number": 1, "version": 2}
do people.publish_book {"rule_book_id": @formula, "start_month": "2026-02-28", "reason": "春季考核办法", "version": 2}
!! start_month_is_past
do people.publish_book {"rule_book_id": @formula, "start_month": "2026-03-01", "reason": "春季考核办法", "version": 2}
do people.publish_book {"rule_book_id": @formula, "start_month": "2026-03-01", "reason": "再发一次", "version": 3}
!! book_is_no_draft
do people.publish_book {"rule_book_id": 1, "start_month": "2026-03-01", "reason": "没有这一版", "version": 1}
!! book_not_found
do people.save_rules_draft {"tier_reach": "every_car", "rules": [
    {"kind": "per_car", "from": 2, "amount": 40000, "basis_points": 0}]}
-> {"rule_book_id": @rules}
do people.publish_book {"rule_book_id": @rules, "start_month": "2026-03-01", "reason": "提成办法", "version": 1}
!! first_tier_missing
do people.save_rules_draft {"tier_reach": "every_car", "version": 1, "rules": [
    {"kind": "per_car", "from": 1, "amount": 30000, "basis_points": 0},
    {"kind": "per_car", "from": 2, "amount": 40000, "basis_points": 0},
    {"kind": "accessories_share", "from": 0, "amount": 0, "basis_points": 500},
    {"kind": "insurance_share", "from": 0, "amount": 0, "basis_points": 300},
    {"kind": "insurance_commission_share", "from": 0, "amount": 0, "basis_points": 1000},
    {"kind": "quality_factor", "from": 0, "amount": 0, "basis_points": 9000},
    {"kind": "quality_factor", "from": 8000, "amount": 0, "basis_points": 11000}]}
-> {"version": 2}
do people.publish_book {"rule_book_id": @rules, "start_month": "2026-03-01", "reason": "提成办法", "version": 2}

# ---- Targets: the store's is set, shared to teams, people and models; whatever does not sum is refused
as sales_manager
view access.people {"role": "sales"}
-> {"rows": [{"login": "sales1", "id": @li}, {"login": "sales2", "id": @wang}]}
do people.set_team {"name": "展厅一组", "leader_id": @li, "members": [@li, @wang]}
-> {"team_id": @team}
do people.set_team {"name": "展厅一组", "members": []}
!! team_name_taken
do people.set_team {"name": "展厅二组", "leader_id": @li, "members": [@wang]}
!! not_on_the_team
do people.set_team {"name": "临时小组", "members": []}
-> {"team_id": @spare}
do people.end_team {"team_id": @spare, "reason": "并入一组", "version": 1}
do people.end_team {"team_id": @spare, "reason": "并入一组", "version": 2}
!! team_not_found
do people.share_target {"month": "2026-03-01", "scope": "store", "measure": "orders", "to": "people", "how": "equal", "reason": "月初分解"}
!! target_not_set
do people.set_target {"month": "2026-03-01", "scope": "store", "measure": "satisfaction_points", "amount": 9, "reason": "月初目标"}
!! measure_has_no_target
do people.set_target {"month": "2026-03-01", "scope": "person", "measure": "orders", "amount": 9, "reason": "月初目标"}
!! target_of_nobody
do people.set_target {"month": "2026-03-01", "scope": "store", "measure": "orders", "amount": -1, "reason": "月初目标"}
!! target_is_negative
do people.set_target {"month": "2026-03-15", "scope": "store", "measure": "orders", "amount": 24, "reason": "月初目标"}
do people.share_target {"month": "2026-03-01", "scope": "store", "measure": "orders", "to": "people", "how": "by_last_months", "reason": "月初分解"}
!! no_history_to_share_by
do people.share_target {"month": "2026-03-01", "scope": "store", "measure": "orders", "to": "people", "how": "by_hand",
    "parts": [{"id": @li, "amount": 5}, {"id": @wang, "amount": 4}], "reason": "月初分解"}
!! parts_do_not_sum
do people.share_target {"month": "2026-03-01", "scope": "store", "measure": "orders", "to": "people", "how": "by_hand",
    "parts": [{"id": @team, "amount": 24}], "reason": "月初分解"}
!! part_not_expected
view people.share_preview {"month": "2026-03-01", "scope": "store", "measure": "orders", "to": "people", "how": "equal"}
-> {"whole": 24, "parts": [{"id": @li, "amount": 3}]}
do people.share_target {"month": "2026-03-01", "scope": "store", "measure": "orders", "to": "people", "how": "equal", "reason": "月初分解"}
-> {"parts": [{"id": @li, "amount": 3}, {"id": @wang, "amount": 3}]}
do people.set_target {"month": "2026-03-01", "scope": "person", "user_id": @li, "measure": "orders", "amount": 1, "reason": "下半月请假"}
view people.target_plan {"month": "2026-03-01"}
-> {"targets": [{"scope": "store", "measure": "orders", "amount": 24, "sum_of_people": 22}],
    "changes": [{"old_amount": 3, "new_amount": 1, "how": "set", "reason": "下半月请假"}]}
do people.share_target {"month": "2026-03-01", "scope": "person", "user_id": @li, "measure": "orders", "to": "people", "how": "equal", "reason": "x"}
!! share_not_possible
do people.share_target {"month": "2026-03-01", "scope": "person", "user_id": @li, "measure": "orders", "to": "models", "how": "equal", "reason": "按车型"}
!! nobody_to_share_to
do people.set_opening_day {"day": "2026-03-01", "is_open": false, "reason": "盘点"}
!! opening_day_is_past
do people.set_opening_day {"day": "2026-03-31", "is_open": false, "reason": "年度盘点"}
view people.opening_days {"month": "2026-03-01"}
-> {"days": {"gone": 2, "left": 28, "total": 30}}
as sales1
do people.set_target {"month": "2026-03-01", "scope": "store", "measure": "orders", "amount": 1, "reason": "少一点"}
!! not_allowed

# ---- One car is sold, with accessories and insurance, and delivered
as sales_manager
do vehicles.add_model {"code": "A5-15T-DCT", "brand": "星驰", "series": "A5", "trim": "1.5T 双离合 舒适版", "year": 2026,
    "fuel": "petrol", "gearbox": "automatic", "displacement_ml": 1498, "seats": 5, "price": 13980000, "colours": [], "options": []}
-> {"id": @model}
do vehicles.order_car {"vin": "LFVXC21A5T3000001", "model_id": @model, "colour": "曜石黑", "cost": 10900000}
-> {"id": @car}
do vehicles.accept_arrival {"car_id": @car, "location": "A区 03", "key_number": "K103", "mileage_km": 12, "photos": [], "version": 1}
do people.share_target {"month": "2026-03-01", "scope": "person", "user_id": @li, "measure": "orders", "to": "models", "how": "equal", "reason": "按车型"}
-> {"parts": [{"id": @model, "amount": 1}]}
as sales1
upload @signature png
do customers.register {"name": "沈佳宜", "phone": "13588012345"}
-> {"id": @customer}
do leads.open_lead {"customer_id": @customer}
-> {"lead_id": @lead}
do deals.start_quote {"customer_id": @customer, "lead_id": @lead, "car_id": @car}
-> {"id": @deal, "version": @d1}
do deals.add_line {"deal_id": @deal, "version": @d1, "kind": "accessory", "title": "行车记录仪", "explanation": "前后双录", "amount": 120000}
-> {"version": @d2}
do deals.add_line {"deal_id": @deal, "version": @d2, "kind": "insurance", "title": "商业险", "explanation": "车损、三者", "amount": 420050}
-> {"version": @d3}
do deals.offer_quote {"deal_id": @deal, "version": @d3}
-> {"version": @d4}
do deals.draft_contract {"deal_id": @deal, "version": @d4, "deposit": 500000, "pay_by": "2026-03-20", "deliver_on": "2026-03-25",
    "buyer_identity": "11010519491231002X", "buyer_address": "杭州市滨江区江南大道588号"}
-> {"contents_hash": @contents, "version": @d5}
do deals.sign_contract {"deal_id": @deal, "version": @d5, "contents_hash": @contents, "signed_name": "沈佳宜", "signature": @signature}
view people.person_month {}
-> {"name": "李婷", "cells": [{"measure": "orders", "actual": 1, "target": 1, "pace": "reached"}],
    "models": [{"model_id": @model, "cells": [{"measure": "orders", "actual": 1, "target": 1}]}],
    "counts": [{"measure": "leads_opened", "amount": 1}, {"measure": "quotes", "amount": 1}]}
view deals.cases_of_deal {"deal_id": @deal}
-> {"cases": [{"agency_case": {"kind": "insurance", "id": @insurance, "collected": 550050}}]}
do deals.receive_case_paper {"case_id": @insurance, "paper": "identity_card"}
do deals.receive_case_paper {"case_id": @insurance, "paper": "insured_contact"}
do deals.quote_insurance {"case_id": @insurance, "insurer": "平安财险", "coverage": "车损、三者300万", "premium": 550050, "commission": 42000, "valid_until": "2026-03-31"}
view deals.cases_of_deal {"deal_id": @deal}
-> {"cases": [{"quotes": [{"id": @insurance_quote}]}]}
do deals.choose_insurance {"quote_id": @insurance_quote}
do deals.send_case {"case_id": @insurance, "version": 1}
do deals.finish_case {"case_id": @insurance, "version": 2, "paid": 550050, "receipt_number": "PA-7", "receipt_file": @signature, "result": "", "policy_number": "P20260302", "starts_on": "2026-03-03"}
-> {"state": "done"}
as cashier
view payments.due_list {}
-> {"rows": [{"object_id": @deal, "id": @due, "open": @open}]}
do payments.receive_payment {"due_id": @due, "means": "transfer", "amount": @open, "reference": "ICBC-7788"}
as delivery
view deals.deal_extras {"deal_id": @deal}
-> {"fittings": [{"fitting": {"title": "行车记录仪", "id": @camera}}]}
do deals.finish_fitting {"fitting_id": @camera, "cost": 60000, "note": "已调试"}
view delivery.delivery_list {}
-> {"rows": [{"id": @delivery}]}
do delivery.record_inspection {"delivery_id": @delivery, "version": 1, "answers": [{"item": "identity", "verdict": "ok", "note": "", "photos": []}, {"item": "paint", "verdict": "ok", "note": "", "photos": []}, {"item": "panel_gaps", "verdict": "ok", "note": "", "photos": []}, {"item": "tyres", "verdict": "ok", "note": "", "photos": []}, {"item": "fluids", "verdict": "ok", "note": "", "photos": []}, {"item": "battery", "verdict": "ok", "note": "", "photos": []}, {"item": "interior", "verdict": "ok", "note": "", "photos": []}, {"item": "electrics", "verdict": "ok", "note": "", "photos": []}, {"item": "fault_codes", "verdict": "ok", "note": "", "photos": []}, {"item": "road_test", "verdict": "ok", "note": "", "photos": []}, {"item": "underbody", "verdict": "ok", "note": "", "photos": []}]}
-> {"version": @h1}
do delivery.prepare {"delivery_id": @delivery, "version": @h1, "answers": [{"item": "wash", "verdict": "ok", "note": "", "photos": []}, {"item": "energy", "verdict": "ok", "note": "", "photos": []}, {"item": "accessories", "verdict": "ok", "note": "", "photos": []}, {"item": "documents", "verdict": "ok", "note": "", "photos": []}, {"item": "keys", "verdict": "ok", "note": "", "photos": []}, {"item": "insurance", "verdict": "ok", "note": "", "photos": []}, {"item": "area", "verdict": "ok", "note": "", "photos": []}]}
-> {"version": @h2}
do delivery.appoint {"delivery_id": @delivery, "version": @h2, "appointed_at": "now+1d"}
-> {"version": @h3}
clock 2026-03-03 11:00
do delivery.accept {"delivery_id": @delivery, "version": @h3, "answers": [{"item": "appearance", "verdict": "ok", "note": "", "photos": []}, {"item": "interior", "verdict": "ok", "note": "", "photos": []}, {"item": "functions", "verdict": "ok", "note": "", "photos": []}, {"item": "equipment", "verdict": "ok", "note": "", "photos": []}, {"item": "papers", "verdict": "ok", "note": "", "photos": []}, {"item": "keys", "verdict": "ok", "note": "", "photos": []}, {"item": "maintenance", "verdict": "ok", "note": "", "photos": []}, {"item": "contacts", "verdict": "ok", "note": "", "photos": []}], "signature": @signature}
-> {"version": @h4}
do delivery.deliver_car {"delivery_id": @delivery, "version": @h4, "mileage_km": 15, "plate": "浙A88K66"}
-> {"state": "delivered"}
clock 2026-03-06 10:00
as care
view care.call_list {"customer_id": @customer}
-> {"rows": [{"kind": "delivery_day_3", "id": @call}]}
do care.record_call {"call_id": @call, "result": "reached", "satisfaction": 9, "words": "讲解仔细", "version": 1}

as sales1
view people.person_month {}
-> {"evaluation": [{"figure": "orders", "actual": 1, "target": 1, "points_hundredths": 6000},
    {"figure": "satisfaction", "actual": 900, "target": 900, "achievement_basis_points": 10000, "points_hundredths": 4000}],
    "score_hundredths": 10000, "rank": 1, "commission": 58082}

# ---- Another one signs and gives it up: the order counts on its day and is taken back on the day it is cancelled
as sales_manager
do vehicles.order_car {"vin": "LFVXC21A7T3000002", "model_id": @model, "colour": "雪域白", "cost": 10900000}
-> {"id": @second_car}
do vehicles.accept_arrival {"car_id": @second_car, "location": "A区 04", "key_number": "K104", "mileage_km": 12, "photos": [], "version": 1}
as sales2
upload @second_signature png
do customers.register {"name": "贺文", "phone": "13588055555"}
-> {"id": @second_customer}
do deals.start_quote {"customer_id": @second_customer, "car_id": @second_car}
-> {"id": @second_deal, "version": @e1}
do deals.offer_quote {"deal_id": @second_deal, "version": @e1}
-> {"version": @e2}
do deals.draft_contract {"deal_id": @second_deal, "version": @e2, "deposit": 500000, "pay_by": "2026-03-20", "deliver_on": "2026-03-25",
    "buyer_identity": "11010519491231002X", "buyer_address": "杭州市西湖区文三路1号"}
-> {"contents_hash": @second_contents, "version": @e3}
do deals.sign_contract {"deal_id": @second_deal, "version": @e3, "contents_hash": @second_contents, "signed_name": "贺文", "signature": @second_signature}
-> {"version": @e4}
as sales_manager
view people.case_list {"measure": "orders", "month": "2026-03-01"}
-> {"rows": [{"user_id": @wang, "amount": 1, "customer_name": "贺文"}, {"user_id": @li, "amount": 1}]}
clock 2026-03-08 10:00
do deals.cancel_contract {"deal_id": @second_deal, "version": @e4, "reason": "客户放弃购车", "kept": 0}
view people.team_board {"month": "2026-03-01"}
-> {"store": [{"measure": "orders", "actual": 1, "target": 24, "forecast": 4, "pace": "behind"},
    {"measure": "accessories", "actual": 120000}, {"measure": "insurance", "actual": 420050}],
    "people": [{"user_id": @li, "rank": 1, "score_hundredths": 10000}, {"user_id": @wang, "rank": 2, "score_hundredths": 0}],
    "allowed_actions": []}
as sales2
view people.team_board {}
-> {"store": [], "people": [{"user_id": @li, "cells": [], "rank": 1}, {"user_id": @wang, "cells": [{"measure": "orders", "actual": 0}]}]}
view people.person_month {"user_id": @li}
!! not_allowed
as host
view people.team_board {}
!! not_allowed

# ---- A new version for next month is tried on this one before it is published; this month keeps its own
as hr
do people.save_rules_draft {"tier_reach": "cars_beyond", "rules": [{"kind": "per_car", "from": 1, "amount": 50000, "basis_points": 0}]}
-> {"rule_book_id": @new_rules, "number": 2}
view people.book_trial {"rule_book_id": @new_rules, "month": "2026-03-01"}
-> {"total_before": 58082, "total_after": 50000, "people": [{"user_id": @li, "commission_before": 58082, "commission_after": 50000}]}
as sales1
view people.books {"kind": "commission"}
-> {"books": [{"number": 1, "in_force": true, "state": "published", "allowed_actions": []}]}
as hr
do people.publish_book {"rule_book_id": @new_rules, "start_month": "2026-03-01", "reason": "简化", "version": 1}
!! month_has_begun
do people.drop_draft {"rule_book_id": @new_rules, "version": 1}
view people.books {"kind": "commission"}
-> {"books": [{"number": 1, "in_force": true}]}

# ---- The month ends: it is closed once, and what it says does not change any more
do people.close_month {"month": "2026-03-01"}
!! month_not_over
clock 2026-04-01 09:30
do people.close_month {"month": "2026-02-01"}
!! formula_not_in_force
do people.close_month {"month": "2026-03-01"}
-> {"statements": 1, "total": 58082}
do people.close_month {"month": "2026-03-31"}
!! month_is_closed
as sales_manager
do people.set_target {"month": "2026-03-01", "scope": "store", "measure": "orders", "amount": 1, "reason": "事后改"}
!! month_is_closed

# ---- 300.00 for the car, 5 % of 1,200.00, 3 % of 4,200.50 (126.015, rounded to 126.02), 10 % of the insurer's 420.00: 528.02, times 110 %
as sales1
view tasks.mine {}
-> {"rows": [{"title_key": "task.people.confirm_statement"}]}
view people.statement_list {}
-> {"rows": [{"id": @statement, "total": 58082, "state": "open"}]}
view people.statement_record {"statement_id": @statement}
-> {"lines": [{"kind": "per_car", "rate": 30000, "amount": 30000, "deal_id": @deal},
    {"kind": "accessories_share", "basis": 120000, "amount": 6000, "id": @line},
    {"kind": "insurance_share", "basis": 420050, "amount": 12602},
    {"kind": "insurance_commission_share", "basis": 42000, "amount": 4200},
    {"kind": "quality_factor", "basis": 52802, "rate": 11000, "amount": 5280}],
    "allowed_actions": [{"name": "people.confirm_statement"}, {"name": "people.dispute_line"}]}
do people.dispute_line {"statement_id": @statement, "line_id": 1, "reason": "没有这一行", "version": 1}
!! statement_line_not_found
do people.dispute_line {"statement_id": @statement, "line_id": @line, "reason": "贴膜 2,000 元没有计入", "version": 1}
-> {"version": 2}
do people.dispute_line {"statement_id": @statement, "line_id": @line, "reason": "再说一遍", "version": 2}
!! line_is_disputed
do people.confirm_statement {"statement_id": @statement, "version": 2}
!! dispute_is_open
as sales2
view people.statement_record {"statement_id": @statement}
!! statement_not_found
do people.confirm_statement {"statement_id": @statement, "version": 2}
!! not_your_statement
as hr
do people.issue_statement {"statement_id": @statement, "version": 2}
!! dispute_is_open
as sales_manager
view people.statement_record {"statement_id": @statement}
-> {"open_disputes": 1, "lines": [{"dispute": {"id": @dispute, "reason": "贴膜 2,000 元没有计入"}}]}
do people.answer_dispute {"statement_id": @statement, "dispute_id": 1, "accepted": false, "words": "没有这一项", "version": 2}
!! dispute_not_found
do people.answer_dispute {"statement_id": @statement, "dispute_id": @dispute, "accepted": true, "words": "补计贴膜", "version": 2}
!! correction_missing
do people.answer_dispute {"statement_id": @statement, "dispute_id": @dispute, "accepted": true, "correction": 10000, "words": "补计贴膜", "version": 2}
-> {"total": 68082, "version": 3}
do people.answer_dispute {"statement_id": @statement, "dispute_id": @dispute, "accepted": false, "words": "不对", "version": 3}
!! dispute_is_answered
as hr
do people.issue_statement {"statement_id": @statement, "version": 3}
!! statement_waits_for_person
as sales1
do people.confirm_statement {"statement_id": @statement, "version": 3}
-> {"state": "confirmed", "version": 4}
as hr
do people.issue_statement {"statement_id": @statement, "version": 4}
-> {"state": "issued", "total": 68082}
do people.issue_statement {"statement_id": @statement, "version": 5}
!! statement_is_issued
view people.statement_record {"statement_id": @statement}
-> {"statement": {"document_id": @paper}}
as finance
view documents.pdf {"document_id": @paper}
-> {"bytes": @any}
view people.statement_list {"month": "2026-03-01"}
-> {"rows": [{"name": "李婷", "state": "issued", "total": 68082}]}

# ---- What somebody earns is for those who pay it and for the person
as sales1
view documents.of {"object_type": "commission_statement", "object_id": @statement}
-> {"rows": [{"id": @paper, "sealed": true}]}
as sales2
view documents.of {"object_type": "commission_statement", "object_id": @statement}
-> {"rows": []}
view documents.pdf {"document_id": @paper}
!! document_not_found

# ---- Another store sees nothing of it, and closes nothing without rules of its own
clock 2026-04-10 09:00
as hr_2
do people.save_formula_draft {"lines": [{"figure": "orders", "weight": 100, "cap_percent": 120, "source": "team_average", "fixed_target": 0}]}
-> {"rule_book_id": @other_formula, "number": 1}
do people.publish_book {"rule_book_id": @other_formula, "start_month": "2026-04-01", "reason": "二店考核办法", "version": 1}
view people.statement_record {"statement_id": @statement}
!! statement_not_found
clock 2026-05-02 09:00
do people.close_month {"month": "2026-04-01"}
!! rules_not_in_force
