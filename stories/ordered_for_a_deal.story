# A quote without a free car: the maker builds one for it, and it is the deal's when it stands here. What a VIN says.
clock 2026-05-06 09:00

as sales_manager
do vehicles.add_model {"code": "A5-15T-DCT", "brand": "星驰", "series": "A5", "trim": "1.5T 双离合 舒适版", "year": 2026,
    "fuel": "petrol", "gearbox": "automatic", "displacement_ml": 1498, "seats": 5, "price": 11300000, "colours": [], "options": []}
-> {"id": @model}
as sales1
do customers.register {"name": "周敏", "phone": "13800000031"}
-> {"id": @customer}
do deals.start_quote {"customer_id": @customer, "model_id": @model}
-> {"id": @deal, "version": 1}
do deals.give_up_order {"deal_id": @deal, "version": 1, "reason": "客户改选现车"}
!! deal_has_no_order
do deals.order_from_factory {"deal_id": @deal, "version": 1, "colour": "曜石黑", "expected_on": "2026-05-05"}
!! expected_date_is_past
do deals.order_from_factory {"deal_id": @deal, "version": 1, "colour": "曜石黑", "expected_on": "today+20d", "note": "客户五月底用车"}
-> {"version": 2}
do deals.order_from_factory {"deal_id": @deal, "version": 2, "colour": "曜石黑", "expected_on": "today+20d"}
!! deal_has_order
view deals.deal_record {"deal_id": @deal}
-> {"factory_order": {"state": "ordered", "colour": "曜石黑", "order_id": @order, "ordered_car_id": @ordered}}

# The maker puts it off: the consultant is told. A model that we never bought needs its cost at the dispatch.
as sales_manager
do vehicles.postpone_ordered_car {"ordered_car_id": @ordered, "expected_on": "today+30d", "reason": "工厂排产延后", "version": 1}
-> {}
view vehicles.order_record {"order_id": @order}
-> {"order": {"cars": 1, "note": "客户五月底用车"}, "cars": [{"deal_id": @deal}]}
do vehicles.dispatch_ordered_car {"ordered_car_id": @ordered, "vin": "LFVXC21A5T3000001", "version": 2}
!! car_cost_missing
do vehicles.dispatch_ordered_car {"ordered_car_id": @ordered, "vin": "LFVXC21A5T3000001", "cost": 9500000, "version": 2}
-> {"id": @car}
as sales1
view tasks.mine {}
-> {"rows": [{"title_key": "task.deals.ordered_car_postponed"}]}

# On its way it is nobody else's.
do customers.register {"name": "赵强", "phone": "13800000032"}
-> {"id": @other}
do deals.start_quote {"customer_id": @other, "car_id": @car}
!! car_not_available
do deals.start_quote {"customer_id": @other, "model_id": @model}
-> {"id": @others, "version": 1}
do deals.choose_car {"deal_id": @others, "version": 1, "car_id": @car}
!! car_not_available

# It arrives scratched: told, and locked when the scratch is settled.
+ 28d
as delivery
upload @photo png
do vehicles.accept_arrival {"car_id": @car, "location": "A区 03", "key_number": "K103", "mileage_km": 12, "damage": "左前门划痕", "photos": [@photo], "version": 1}
-> {}
as sales1
view tasks.mine {}
-> {"rows": [{"title_key": "task.deals.ordered_car_damaged"}]}
view deals.deal_record {"deal_id": @deal}
-> {"deal": {"car_id": null}}
as sales_manager
view vehicles.claim_list {}
-> {"rows": [{"id": @claim}]}
do vehicles.close_claim {"claim_id": @claim, "received": 0, "repair": "抛光处理，质检合格", "version": 1}
-> {}
view vehicles.car_record {"car_id": @car}
-> {"car": {"state": "locked", "deal_id": @deal}}
as sales1
view tasks.mine {}
-> {"rows": [{"title_key": "task.deals.ordered_car_arrived"}]}
view deals.deal_record {"deal_id": @deal}
-> {"deal": {"car_id": @car, "version": @v}, "car": {"state": "locked"}}
do deals.order_from_factory {"deal_id": @deal, "version": @v, "colour": "极地白", "expected_on": "today+20d"}
!! deal_has_order

# The customer changes her mind: the car is free again, and another quote may take it.
do deals.give_up_order {"deal_id": @deal, "version": @v, "reason": "客户改为自提外地车"}
-> {"version": @w}
view vehicles.car_record {"car_id": @car}
-> {"car": {"state": "in_stock", "deal_id": null}}
do deals.order_from_factory {"deal_id": @deal, "version": @w, "colour": "曜石黑", "expected_on": "today+20d"}
!! free_car_is_there
do deals.choose_car {"deal_id": @others, "version": 1, "car_id": @car}
-> {"version": 2}
do deals.order_from_factory {"deal_id": @others, "version": 2, "colour": "极地白", "expected_on": "today+20d"}
!! deal_has_car

# The maker drops another: the consultant is told, and nothing is built for the deal any more.
do deals.order_from_factory {"deal_id": @deal, "version": @w, "colour": "极地白", "expected_on": "today+20d"}
-> {"version": @x}
view deals.deal_record {"deal_id": @deal}
-> {"factory_order": {"ordered_car_id": @second}}
as sales_manager
do vehicles.drop_ordered_car {"ordered_car_id": @second, "reason": "厂家停产该颜色", "version": 1}
-> {}
as sales1
view tasks.mine {}
-> {"rows": [{"title_key": "task.deals.ordered_car_dropped"}]}
view deals.deal_record {"deal_id": @deal}
-> {"factory_order": null}
do deals.cancel_deal {"deal_id": @deal, "version": @x, "reason": "客户暂不购车"}
-> {"state": "cancelled"}

# ---- What a VIN says: the maker by its code, the year by its tenth character, the model by our own cars
view vehicles.decode_vin {"vin": "LFVXC21A8T3000011"}
-> {"maker": "一汽-大众", "maker_from": "maker_codes", "model_year": 2026, "model_id": @model, "models": [{"model_id": @model, "cars": 1}], "known_car_id": null}
view vehicles.decode_vin {"vin": "LFVXC21A5T3000001"}
-> {"known_car_id": @car}
view vehicles.decode_vin {"vin": "LSVAA4182E2184847"}
-> {"maker": "上汽大众", "model_year": 2014, "models": [], "model_id": null}
view vehicles.decode_vin {"vin": "LFVXC21A9T3000011"}
?? /vin vin_check_digit_wrong
