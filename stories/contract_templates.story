# The store writes its contract anew: drafted, previewed, compared, published; a contract that is drafted keeps its words.
clock 2026-03-02 08:30
as sales1
do contract_templates.open_draft {"template_name": "car_sale"}
!! not_allowed
as gm
do contract_templates.open_draft {"template_name": "car_lease"}
!! template_not_found
do contract_templates.publish {"template_name": "car_sale", "version": 1, "reason": "试改"}
!! draft_not_found
do contract_templates.discard_draft {"template_name": "car_sale", "version": 1}
!! draft_not_found
do contract_templates.change_draft {"template_name": "car_sale", "version": 1, "title": "汽车买卖合同", "clauses": []}
!! draft_not_found
view contract_templates.template_list {}
-> {"rows": [{"template_name": "car_sale", "number": 1, "clauses_count": 10, "has_draft": false}, {"template_name": "test_drive_agreement"}]}

# ---- A contract is drafted by the first version
as sales_manager
do vehicles.add_model {"code": "A5-15T-DCT", "brand": "星驰", "series": "A5", "trim": "1.5T 双离合 舒适版", "year": 2026,
    "fuel": "petrol", "gearbox": "automatic", "displacement_ml": 1498, "seats": 5, "price": 13980000, "colours": [], "options": []}
-> {"id": @model}
do vehicles.order_car {"vin": "LFVXC21A5T3000001", "model_id": @model, "colour": "曜石黑", "cost": 10900000}
-> {"id": @car}
do vehicles.accept_arrival {"car_id": @car, "location": "A区 03", "key_number": "K103", "mileage_km": 12, "photos": [], "version": 1}
do vehicles.order_car {"vin": "LFVXC21A7T3000002", "model_id": @model, "colour": "雪域白", "cost": 10900000}
-> {"id": @other_car}
as sales1
upload @signature png
do customers.register {"name": "沈佳宜", "phone": "13588012345"}
-> {"id": @customer}
do deals.start_quote {"customer_id": @customer, "car_id": @car}
-> {"id": @deal, "version": @d1}
do deals.offer_quote {"deal_id": @deal, "version": @d1}
-> {"version": @d2}
do deals.draft_contract {"deal_id": @deal, "version": @d2, "deposit": 500000, "pay_by": "2026-03-20", "deliver_on": "2026-03-25",
    "buyer_identity": "11010519491231002X", "buyer_address": "杭州市滨江区江南大道588号"}
-> {"contents_hash": @contents, "version": @d3}

# ---- What cannot be a contract is refused by its name
as gm
do contract_templates.open_draft {"template_name": "car_sale"}
-> {"version": 1, "changes": 0}
do contract_templates.open_draft {"template_name": "car_sale"}
!! draft_is_open
do contract_templates.publish {"template_name": "car_sale", "version": 1, "reason": "试改"}
!! draft_changes_nothing
do contract_templates.change_draft {"template_name": "car_sale", "version": 1, "title": "", "clauses": []}
!! template_needs_title
do contract_templates.change_draft {"template_name": "car_sale", "version": 1, "title": "汽车买卖合同", "clauses": []}
!! template_needs_clauses
do contract_templates.change_draft {"template_name": "car_sale", "version": 1, "title": "汽车买卖合同", "clauses": [
    {"name": "parties", "title": "合同双方", "text": ""}]}
!! clause_needs_text
do contract_templates.change_draft {"template_name": "car_sale", "version": 1, "title": "汽车买卖合同", "clauses": [
    {"name": "parties", "title": "合同双方", "text": "甲方"}, {"name": "parties", "title": "车辆", "text": "乙方"}]}
!! clause_twice
do contract_templates.change_draft {"template_name": "car_sale", "version": 1, "title": "汽车买卖合同", "clauses": [
    {"name": "parties", "title": "合同双方", "text": "出卖人 {{seller_name，买受人"}]}
!! placeholder_not_closed
do contract_templates.change_draft {"template_name": "car_sale", "version": 1, "title": "汽车买卖合同", "clauses": [
    {"name": "parties", "title": "合同双方", "text": "出卖人 {{shop_name}}"}]}
!! placeholder_unknown
do contract_templates.change_draft {"template_name": "car_sale", "version": 1, "title": "汽车买卖合同", "clauses": [
    {"name": "parties", "title": "合同双方", "text": "出卖人 {{seller_name}}，买受人 {{buyer_name}}"}]}
!! contract_value_left_out

# ---- A short contract, with a translation of its first clause
do contract_templates.change_draft {"template_name": "car_sale", "version": 1, "title": "汽车销售合同", "clauses": [
    {"name": "parties", "title": "合同双方", "text": "出卖人 {{seller_name}}，买受人 {{buyer_name}}（证件号码 {{buyer_identity}}）。",
        "title_en": "Parties", "text_en": "Seller {{seller_name}}, buyer {{buyer_name}}."},
    {"name": "car", "title": "车辆", "text": "{{car_title}}，车辆识别代号 {{vin}}，于 {{deliver_on}} 前交付。"},
    {"name": "payment", "title": "价款", "text": "合计 {{total}} 元，定金 {{deposit}} 元，余款于 {{pay_by}} 前付清。", "conspicuous": true}]}
-> {"version": 2}
do contract_templates.change_draft {"template_name": "car_sale", "version": 1, "title": "汽车买卖合同", "clauses": []}
!! template_needs_clauses
view contract_templates.template_record {"template_name": "car_sale"}
-> {"number": 1, "values": [{"name": "buyer_name", "example": "沈佳宜", "always": true}],
    "draft": {"version": 2, "differences": [{"kind": "title", "before": "汽车买卖合同", "after": "汽车销售合同"},
    {"kind": "clause_text", "clause": "parties"}, {"kind": "translation", "clause": "parties"}, {"kind": "clause_title", "clause": "payment", "before": "付款", "after": "价款"},
    {"kind": "conspicuous", "clause": "payment", "before": "no", "after": "yes"}, {"kind": "clause_removed", "clause": "warranty"}]}}
view contract_templates.preview_pdf {"template_name": "car_sale"}
-> {"bytes": @draft_pdf}
do contract_templates.publish {"template_name": "car_sale", "version": 2, "reason": "简化条款", "valid_from": "2026-03-01"}
!! start_date_past
do contract_templates.publish {"template_name": "car_sale", "version": 2, "reason": "简化条款，加注英文"}
-> {"number": 2, "title": "汽车销售合同"}
view contract_templates.compare_templates {"template_name": "car_sale", "before": 1, "after": 2}
-> {"differences": [{"kind": "title"}, {"kind": "clause_removed", "clause": "breach"}]}
view contract_templates.preview_pdf {"template_name": "car_sale", "number": 1}
-> {"bytes": @first_pdf}
view contract_templates.preview_pdf {"template_name": "car_sale", "number": 9}
!! template_not_found

# ---- What is drafted keeps its words and can be signed; what is drafted from now on has the new ones
as sales1
view deals.contract_to_read {"deal_id": @deal}
-> {"title": "汽车买卖合同", "text_changed": false, "clauses": [{"title": "违约责任"}]}
do deals.sign_contract {"deal_id": @deal, "version": @d3, "contents_hash": @contents, "signed_name": "沈佳宜", "signature": @signature}
as sales_manager
do vehicles.accept_arrival {"car_id": @other_car, "location": "A区 04", "key_number": "K104", "mileage_km": 9, "photos": [], "version": 1}
as sales1
do deals.start_quote {"customer_id": @customer, "car_id": @other_car}
-> {"id": @second, "version": @s1}
do deals.offer_quote {"deal_id": @second, "version": @s1}
-> {"version": @s2}
do deals.draft_contract {"deal_id": @second, "version": @s2, "deposit": 500000, "pay_by": "2026-03-20", "deliver_on": "2026-03-25",
    "buyer_address": ""}
-> {"contents_hash": @new_contents, "missing": [], "version": @s3}
view deals.contract_to_read {"deal_id": @second}
-> {"title": "汽车销售合同", "clauses": [{"title": "合同双方", "text_en": @english}, {"title": "价款", "conspicuous": true}]}
do deals.sign_contract {"deal_id": @second, "version": @s3, "contents_hash": @new_contents, "signed_name": "沈佳宜", "signature": @signature}

# ---- A version may not begin before the one published before it, and a draft can be thrown away
as gm
do contract_templates.open_draft {"template_name": "test_drive_agreement"}
do contract_templates.change_draft {"template_name": "test_drive_agreement", "version": 1, "title": "试驾协议", "clauses": [
    {"name": "drive", "title": "试驾", "text": "{{customer_name}}（准驾 {{licence_class}}）于 {{time}} 试驾 {{car_title}}。"}]}
-> {"version": 2}
do contract_templates.publish {"template_name": "test_drive_agreement", "version": 2, "reason": "新版", "valid_from": "2026-04-01"}
-> {"number": 2}
view contract_templates.template_list {}
-> {"rows": [{"template_name": "test_drive_agreement", "number": 1, "next_number": 2}]}
do contract_templates.open_draft {"template_name": "test_drive_agreement"}
do contract_templates.change_draft {"template_name": "test_drive_agreement", "version": 1, "title": "试乘试驾协议", "clauses": [
    {"name": "drive", "title": "试驾", "text": "{{customer_name}}（准驾 {{licence_class}}）于 {{time}} 试驾 {{car_title}}。"}]}
do contract_templates.publish {"template_name": "test_drive_agreement", "version": 2, "reason": "提前"}
!! starts_before_the_last_version
do contract_templates.discard_draft {"template_name": "test_drive_agreement", "version": 2}

# ---- Another store has its own words
as gm_2
view contract_templates.template_record {"template_name": "car_sale"}
-> {"number": 1, "draft": null}
