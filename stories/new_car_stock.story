# New cars, from the factory order to the other store: damage on the lorry, keys and papers, transfer, swap, count.
clock 2026-03-02 09:00

as sales_manager
do vehicles.add_model {"code": "S7-15H-L", "brand": "星驰", "series": "S7", "trim": "1.5L 双擎混动豪华型", "year": 2026,
    "fuel": "hybrid", "gearbox": "automatic", "displacement_ml": 1498, "seats": 5, "price": 16980000,
    "colours": [], "options": []}
-> {"id": @model}

# Three cars in one order; the maker gives VINs as they leave the works.
do vehicles.place_order {"lines": [], "expected_on": "today+20d"}
!! order_has_no_cars
do vehicles.place_order {"lines": [{"model_id": @model, "colour": "雪域白", "cars": 101, "cost": 14800000}],
    "expected_on": "today+20d"}
!! order_count_out_of_range
do vehicles.place_order {"lines": [{"model_id": @model, "colour": "雪域白", "cars": 1, "cost": 14800000}],
    "expected_on": "2026-03-01"}
!! expected_date_is_past
do vehicles.place_order {"lines": [{"model_id": @model, "colour": "雪域白", "cars": 2, "cost": 14800000},
    {"model_id": @model, "colour": "曜石黑", "cars": 1, "cost": 14900000}], "expected_on": "today+20d",
    "note": "三月批次"}
-> {"id": @order, "cars": 3}
view vehicles.order_record {"order_id": @order}
-> {"order": {"waiting": 3}, "cars": [{"position": 1, "id": @first, "version": 1},
    {"position": 2, "id": @second}, {"position": 3, "id": @third, "colour": "曜石黑"}]}
view vehicles.stock_board {}
-> {"ordered": 3, "series": [{"series": "S7", "ordered": 3}]}
do vehicles.postpone_ordered_car {"ordered_car_id": @second, "expected_on": "today+30d", "reason": "工厂排产延后",
    "version": 1}
do vehicles.drop_ordered_car {"ordered_car_id": @third, "reason": "厂家停产该颜色", "version": 1}
do vehicles.drop_ordered_car {"ordered_car_id": @third, "reason": "再取消一次", "version": 2}
!! ordered_car_is_settled
# A car made in China with a wrong check digit is a slip of the finger; an imported one is taken with a warning.
do vehicles.dispatch_ordered_car {"ordered_car_id": @first, "vin": "LATPAB072W1005301", "version": 1}
?? /vin vin_check_digit_wrong
do vehicles.dispatch_ordered_car {"ordered_car_id": @first, "vin": "LATPAB071W1005301", "version": 1}
-> {"id": @car, "vin_doubtful": false}
do vehicles.dispatch_ordered_car {"ordered_car_id": @second, "vin": "WVWZZZ3CZEE140287", "version": 2}
-> {"id": @imported, "vin_doubtful": true}

# The lorry is here. A scratch: photographed, claimed, half of it paid, the car put right.
+ 20d
as delivery
upload @photo png
do vehicles.accept_arrival {"car_id": @car, "location": "A区 3", "key_number": "K011", "mileage_km": 9, "damage": "右后门划痕",
    "photos": [], "version": 1}
!! arrival_damage_needs_photo
do vehicles.accept_arrival {"car_id": @car, "location": "A区 3", "key_number": "K011", "mileage_km": 9, "keys": 7,
    "version": 1}
!! key_count_out_of_range
do vehicles.accept_arrival {"car_id": @car, "location": "A区 3", "key_number": "K011", "mileage_km": 9, "damage": "右后门划痕",
    "photos": [@photo], "version": 1}
do vehicles.accept_arrival {"car_id": @imported, "location": "A区 4", "key_number": "K012", "keys": 1, "mileage_km": 12,
    "version": 1}
view vehicles.claim_list {"state": "found"}
-> {"rows": [{"id": @claim, "damage": "右后门划痕"}]}
do vehicles.answer_claim {"claim_id": @claim, "accepted": 100000, "answer": "同意", "version": 1}
!! claim_was_not_sent
do vehicles.send_claim {"claim_id": @claim, "carrier": "安吉物流", "claimed": 0, "version": 1}
!! claim_amount_not_positive
do vehicles.send_claim {"claim_id": @claim, "carrier": "安吉物流", "claimed": 160000, "version": 1}
do vehicles.send_claim {"claim_id": @claim, "carrier": "安吉物流", "claimed": 160000, "version": 2}
!! claim_was_sent
do vehicles.close_claim {"claim_id": @claim, "received": 0, "repair": "已补漆", "version": 2}
!! claim_is_not_answered
do vehicles.answer_claim {"claim_id": @claim, "accepted": 160001, "answer": "全赔", "version": 2}
!! claim_amount_too_high
do vehicles.answer_claim {"claim_id": @claim, "accepted": 80000, "answer": "按比例认赔", "version": 2}
do vehicles.close_claim {"claim_id": @claim, "received": 80000, "repair": "右后门补漆，质检合格", "version": 3}
do vehicles.close_claim {"claim_id": @claim, "received": 80000, "repair": "再结一次", "version": 4}
!! claim_is_closed
do vehicles.report_damage {"car_id": @imported, "damage": "前杠蹭痕", "photos": []}
!! arrival_damage_needs_photo
do vehicles.report_damage {"car_id": @imported, "damage": "前杠蹭痕", "photos": [@photo]}
-> {"id": @trifle}
do vehicles.close_claim {"claim_id": @trifle, "received": 0, "repair": "抛光处理", "version": 1}
view vehicles.claim_record {"claim_id": @trifle}
-> {"claim": {"state": "closed"}}

# Cars that are still on their way are asked for apart.
view vehicles.stock_list {"on_the_way": false}
-> {"rows": [{"id": @car}]}
view vehicles.stock_list {"on_the_way": true}
-> {"rows": @any}

# Keys and papers. The bank that lent the money keeps the certificate.
view vehicles.car_record {"car_id": @car}
-> {"items": [{"id": @key, "kind": "key", "label": "K011-1", "state": "here"}, {"label": "K011-2"}]}
do vehicles.register_items {"car_id": @car, "items": [{"kind": "key", "label": "K011-3", "place": "工行", "at_bank": true}]}
!! only_papers_lie_at_bank
do vehicles.register_items {"car_id": @car, "items": [{"kind": "conformity_certificate", "label": "YL123456", "place": "工商银行",
    "at_bank": true}]}
-> {"ids": [@certificate]}
do vehicles.register_items {"car_id": @car, "items": [{"kind": "conformity_certificate", "label": "YL123456", "place": "保险柜"}]}
!! item_known_already
do vehicles.register_items {"car_id": @car, "items": []}
!! no_item_named
do vehicles.issue_item {"item_id": @certificate, "to_whom": "李婷", "purpose": "上牌", "version": 1}
!! item_is_at_bank
do vehicles.return_item {"item_id": @certificate, "place": "财务保险柜", "version": 1}
do vehicles.return_item {"item_id": @certificate, "version": 2}
!! item_is_here
as sales1
do vehicles.issue_item {"item_id": @key, "to_whom": "李婷", "purpose": "带客户看车", "version": 1}
do vehicles.issue_item {"item_id": @key, "to_whom": "王浩", "purpose": "洗车", "version": 2}
!! item_is_out
view vehicles.items_out {}
-> {"rows": [{"id": @key, "holder": "李婷"}]}
do vehicles.return_item {"item_id": @key, "version": 2}
view vehicles.item_moves {"item_id": @key}
-> {"rows": [{"state": "here", "who": "李婷"}, {"state": "out", "purpose": "带客户看车"}]}

# The count: one car found by its last six, one missing, one that nobody knows.
as delivery
do vehicles.start_count {"place": "Z区"}
!! count_has_nothing_to_count
do vehicles.start_count {"place": "A区"}
-> {"id": @count, "expected": 2}
do vehicles.start_count {}
!! count_is_running
do vehicles.scan_car {"count_id": @count, "code": "005301", "place": "A区 9"}
-> {"result": "found", "again": false, "in_another_place": true}
do vehicles.scan_car {"count_id": @count, "code": "*LATPAB071W1005301*", "place": "A区 3"}
-> {"result": "found", "again": true, "in_another_place": false}
do vehicles.scan_car {"count_id": @count, "code": "1M8GDM9AXKP042788"}
-> {"result": "unexpected"}
do vehicles.scan_car {"count_id": @count, "code": "不是车架号"}
!! code_is_no_vin
do vehicles.close_count {"count_id": @count, "version": 1}
!! count_has_differences
do vehicles.explain_differences {"count_id": @count, "vins": ["LATPAB071W1005301"], "reason": "无"}
!! count_line_is_no_difference
do vehicles.explain_differences {"count_id": @count, "vins": ["LSJA24U62JG269225"], "reason": "无"}
!! count_line_not_found
do vehicles.explain_differences {"count_id": @count, "vins": ["WVWZZZ3CZEE140287"], "reason": "送外协贴膜，当日返回"}
do vehicles.explain_differences {"count_id": @count, "vins": ["1M8GDM9AXKP042788"], "reason": "客户旧车，待评估"}
do vehicles.close_count {"count_id": @count, "version": 1}
do vehicles.scan_car {"count_id": @count, "code": "005301"}
!! count_is_closed
view vehicles.count_record {"count_id": @count}
-> {"found": 1, "missing": 1, "unexpected": 1, "count": {"state": "closed"}}

# Ninety days later the managers know what it costs.
+ 91d
as sales_manager
view vehicles.stock_board {}
-> {"in_stock": 2, "bands": [{"min_days": 91, "cars": 2}]}
view vehicles.stock_list {"min_age_days": 90}
-> {"rows": [{"id": @car, "age_days": 91}]}
view tasks.my_alerts {}
-> {"rows": [{"title_key": "alert.vehicles.cars_aged"}]}
as sales1
view vehicles.stock_list {"min_age_days": 92}
-> {"rows": []}

# The other store sees it and asks; a car of theirs in exchange. Nobody else sees the request.
as sales_manager_2
view vehicles.other_stores {}
-> {"rows": [{"id": @home}]}
view vehicles.other_stores_stock {"series": "S7"}
-> {"rows": [{"id": @car, "from_store_id": @home, "age_days": 91}]}
do vehicles.request_car {"from_store_id": @home, "car_id": @car, "reason": "客户订单急需"}
!! model_not_in_their_catalogue
do vehicles.add_model {"code": "S7-15H-L", "brand": "星驰", "series": "S7", "trim": "1.5L 双擎混动豪华型", "year": 2026,
    "fuel": "hybrid", "gearbox": "automatic", "displacement_ml": 1498, "seats": 5, "price": 16980000,
    "colours": [], "options": []}
-> {"id": @their_model}
do vehicles.order_car {"vin": "LDC613P23A1305189", "model_id": @their_model, "colour": "曜石黑", "cost": 14900000}
-> {"id": @theirs}
do vehicles.request_car {"from_store_id": @home, "car_id": @car, "reason": "客户订单急需", "swap_car_id": @theirs}
!! car_not_available
do vehicles.accept_arrival {"car_id": @theirs, "location": "B区 1", "key_number": "K900", "mileage_km": 5, "version": 1}
do vehicles.request_car {"from_store_id": @home, "car_id": @car, "reason": "客户订单急需", "swap_car_id": @theirs}
-> {"id": @transfer}
view vehicles.transfer_record {"transfer_id": @transfer}
-> {"swap_car": {"vin": "LDC613P23A1305189", "colour": "曜石黑"}}
do vehicles.request_car {"from_store_id": @home, "car_id": @car, "reason": "再要一次"}
!! transfer_is_waiting
do vehicles.send_car {"transfer_id": @transfer, "carrier": "自驾", "version": 1}
!! transfer_not_approved
as sales_manager
do vehicles.give_car {"car_id": @car, "to_store_id": @home, "reason": "调剂"}
!! transfer_to_itself
do vehicles.give_car {"car_id": @car, "to_store_id": 999999999, "reason": "调剂"}
!! store_not_found
view approvals.waiting {}
-> {"rows": [{"id": @approval, "kind": "vehicles.transfer"}]}
# What is offered in exchange may have been given away by itself since: that is decided first.
as sales_manager_2
do vehicles.give_car {"car_id": @theirs, "to_store_id": @home, "reason": "长库龄调剂"}
-> {"id": @by_itself}
as sales_manager
do approvals.decide {"approval_id": @approval, "granted": true, "note": "同意对调"}
!! transfer_is_waiting
as sales_manager_2
do vehicles.withdraw_transfer {"transfer_id": @by_itself, "reason": "对调", "version": 1}
as sales_manager
do approvals.decide {"approval_id": @approval, "granted": true, "note": "同意对调"}
view vehicles.transfer_record {"transfer_id": @transfer}
-> {"transfer": {"state": "approved", "incoming": false}, "swap_id": @back, "version": 2}
do vehicles.make_demo_car {"car_id": @car, "version": 2}
!! car_goes_to_another_store
do vehicles.send_car {"transfer_id": @back, "carrier": "自驾", "version": 1}
!! transfer_is_theirs_to_send
do vehicles.send_car {"transfer_id": @transfer, "carrier": "顺达板车", "expected_on": "2020-01-01", "version": 2}
!! expected_date_is_past
# Agreed to go, it is offered to nobody here any more; nor when it has gone.
do customers.register {"name": "韩雪", "phone": "13588019988"}
-> {"id": @hopes}
do deals.start_quote {"customer_id": @hopes, "car_id": @car}
!! car_not_available
do vehicles.send_car {"transfer_id": @transfer, "carrier": "顺达板车", "expected_on": "today+1d", "version": 2}
-> {"id": @there}
do vehicles.move_car {"car_id": @car, "location": "A区 5", "version": 4}
!! car_has_left
do vehicles.record_mileage {"car_id": @car, "mileage_km": 900}
!! car_has_left
do deals.start_quote {"customer_id": @hopes, "car_id": @car}
!! car_not_available
do vehicles.withdraw_transfer {"transfer_id": @transfer, "reason": "不调了", "version": 3}
!! transfer_is_on_its_way
view vehicles.stock_list {"vin_tail": "005301"}
-> {"rows": []}
as sales_manager_2
view vehicles.stock_list {"vin_tail": "005301"}
-> {"rows": [{"id": @there, "state": "in_transit"}]}
do vehicles.accept_arrival {"car_id": @there, "location": "C区 2", "key_number": "K011", "mileage_km": 9, "version": 1}
view vehicles.transfer_record {"transfer_id": @transfer}
-> {"transfer": {"state": "arrived", "incoming": true}}
view vehicles.car_record {"car_id": @there}
-> {"age_days": 91, "items": [{"label": "K011-1", "state": "here"}, {"label": "YL123456"}]}
do vehicles.withdraw_transfer {"transfer_id": @transfer, "reason": "不调了", "version": 4}
!! transfer_is_settled
do vehicles.withdraw_transfer {"transfer_id": @back, "reason": "对方客户退订", "version": 1}
!! swap_has_begun
do vehicles.order_car {"vin": "LDC613P2XA1305190", "model_id": @their_model, "colour": "雪域白", "cost": 14900000}
-> {"id": @spare}
do vehicles.accept_arrival {"car_id": @spare, "location": "B区 2", "mileage_km": 5, "version": 1}
do vehicles.give_car {"car_id": @spare, "to_store_id": @home, "reason": "长库龄调剂"}
-> {"id": @offer}
as sales_manager
view approvals.waiting {}
-> {"rows": [{"id": @no, "kind": "vehicles.transfer"}]}
do approvals.decide {"approval_id": @no, "granted": false, "note": "本店同款库存充足"}
view vehicles.transfer_record {"transfer_id": @offer}
-> {"transfer": {"state": "declined"}}
do vehicles.send_car {"transfer_id": 1, "carrier": "无", "version": 1}
!! transfer_not_found

# Two cars that end alike: the last six are not enough.
as sales_manager_2
do vehicles.order_car {"vin": "LSJA24U6XJG005301", "model_id": @their_model, "colour": "雪域白", "cost": 14900000}
-> {"id": @twin}
do vehicles.accept_arrival {"car_id": @twin, "location": "C区 3", "mileage_km": 5, "version": 1}
do vehicles.start_count {}
-> {"id": @theirs_counted}
do vehicles.scan_car {"count_id": @theirs_counted, "code": "005301"}
!! code_fits_two_cars

# What is not there, and what is another store's, is not found.
do vehicles.scan_car {"count_id": @count, "code": "005301"}
!! count_not_found
do vehicles.explain_differences {"count_id": @count, "vins": ["LATPAB071W1005301"], "reason": "无"}
!! count_not_found
do vehicles.close_count {"count_id": @count, "version": 2}
!! count_not_found
do vehicles.postpone_ordered_car {"ordered_car_id": @first, "expected_on": "today+1d", "reason": "延后", "version": 2}
!! ordered_car_not_found
do vehicles.dispatch_ordered_car {"ordered_car_id": @first, "vin": "LSVAA4182E2100001", "version": 2}
?? /vin vin_check_digit_wrong
do vehicles.drop_ordered_car {"ordered_car_id": @first, "reason": "取消", "version": 2}
!! ordered_car_not_found
do vehicles.send_claim {"claim_id": @claim, "carrier": "安吉物流", "claimed": 1, "version": 4}
!! claim_not_found
do vehicles.answer_claim {"claim_id": @claim, "accepted": 0, "answer": "拒赔", "version": 4}
!! claim_not_found
do vehicles.close_claim {"claim_id": @claim, "received": 0, "repair": "无", "version": 4}
!! claim_not_found
do vehicles.issue_item {"item_id": @key, "to_whom": "某人", "purpose": "看车", "version": 3}
!! item_not_found
do vehicles.return_item {"item_id": @key, "version": 3}
!! item_not_found
