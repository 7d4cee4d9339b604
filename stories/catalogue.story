# The catalogue: prices by the day, a price list from a file, options that go together or not, rivals beside our models,
# the walk around the car.
clock 2026-03-02 09:00

as sales_manager
do vehicles.add_model {"code": "A5-15T", "brand": "星驰", "series": "A5", "trim": "1.5T 舒适型", "year": 2026,
    "fuel": "petrol", "gearbox": "automatic", "displacement_ml": 1498, "seats": 5, "price": 10000000,
    "specs": {"length_mm": 4715}, "colours": [],
    "options": [{"code": "PANO", "name": "全景天窗", "price": 600000}, {"code": "RACK", "name": "车顶行李架", "price": 200000},
        {"code": "WINTER", "name": "冬季包", "price": 300000}, {"code": "SEAT", "name": "座椅加热", "price": 100000}]}
-> {"id": @model}
view vehicles.model_record {"model_id": @model}
-> {"options": [{"code": "PANO", "id": @pano}, {"code": "RACK", "id": @rack}, {"code": "WINTER", "id": @winter},
    {"code": "SEAT", "id": @seat}]}

# From the tenth a lower price holds, for a week.
do vehicles.set_model_price {"model_id": @model, "price": 9800000, "reason": "三月促销", "valid_from": "2026-03-10",
    "valid_until": "2026-03-16", "version": 1}
do vehicles.set_model_price {"model_id": @model, "price": 9800000, "reason": "倒填", "valid_from": "2026-03-01", "version": 2}
!! price_starts_in_the_past
do vehicles.set_model_price {"model_id": @model, "price": 9800000, "reason": "写反", "valid_from": "2026-03-20",
    "valid_until": "2026-03-19", "version": 2}
!! price_dates_wrong
do vehicles.set_model_price {"model_id": @model, "price": 0, "reason": "白送", "version": 2}
!! model_price_not_positive
view vehicles.model_record {"model_id": @model}
-> {"model": {"price": 10000000}, "prices": [{"price": 9800000, "valid_from": "2026-03-10", "holds_today": false}]}

# Options.
do vehicles.add_option_rule {"model_id": @model, "option_id": @pano, "kind": "excludes", "other_id": @rack}
-> {"id": @rule}
do vehicles.add_option_rule {"model_id": @model, "option_id": @rack, "kind": "excludes", "other_id": @pano}
!! option_rule_known_already
do vehicles.add_option_rule {"model_id": @model, "option_id": @rack, "kind": "needs", "other_id": @pano}
!! option_rules_contradict
do vehicles.add_option_rule {"model_id": @model, "option_id": @pano, "kind": "needs", "other_id": @pano}
!! option_rule_with_itself
do vehicles.add_option_rule {"model_id": @model, "option_id": @pano, "kind": "needs", "other_id": 1}
!! option_not_found
do vehicles.add_option_rule {"model_id": @model, "option_id": @winter, "kind": "needs", "other_id": @seat}
as sales1
do customers.register {"name": "王芳", "phone": "13800138000"}
-> {"id": @customer}
do deals.start_quote {"customer_id": @customer, "model_id": @model}
-> {"id": @deal, "version": @v1}
do deals.add_line {"deal_id": @deal, "kind": "option", "title": "", "explanation": "", "amount": 0,
    "option_id": @pano, "version": @v1}
-> {"version": @v2}
do deals.add_line {"deal_id": @deal, "kind": "option", "title": "", "explanation": "", "amount": 0,
    "option_id": @rack, "version": @v2}
!! options_exclude_each_other
do deals.add_line {"deal_id": @deal, "kind": "option", "title": "", "explanation": "", "amount": 0,
    "option_id": @winter, "version": @v2}
-> {"version": @v3}
do deals.offer_quote {"deal_id": @deal, "version": @v3}
!! option_needs_another
do deals.add_line {"deal_id": @deal, "kind": "option", "title": "", "explanation": "", "amount": 0,
    "option_id": @seat, "version": @v3}
-> {"version": @v4}
do deals.offer_quote {"deal_id": @deal, "version": @v4}

# On the tenth a quote takes the price of the day, on the seventeenth the old one again.
clock 2026-03-10 10:00
do deals.start_quote {"customer_id": @customer, "model_id": @model}
-> {"id": @cheap}
view deals.deal_record {"deal_id": @cheap}
-> {"deal": {"list_price": 9800000}}
clock 2026-03-17 12:00
do deals.start_quote {"customer_id": @customer, "model_id": @model}
-> {"id": @later}
view deals.deal_record {"deal_id": @later}
-> {"deal": {"list_price": 10000000}}

# The maker's new list.
as sales_manager
do vehicles.remove_option_rule {"model_id": @model, "rule_id": @rule}
do vehicles.remove_option_rule {"model_id": @model, "rule_id": @rule}
!! option_rule_not_found
upload @wrong csv 车型,备注|A5,x
do vehicles.check_price_list {"file": @wrong, "file_name": "a.csv"}
!! price_list_lacks_columns
upload @nothing csv 车型代码,指导价
do vehicles.check_price_list {"file": @nothing, "file_name": "b.csv"}
!! price_list_not_readable
upload @list csv 车型代码,指导价（元）,生效日期|A5-15T,10.18万,2026-04-01|A5-99,9.98万,2026-04-01|A5-15T,很多,2026-05-01
do vehicles.check_price_list {"file": @list, "file_name": "四月价格表.csv"}
-> {"import_id": @import, "rows": 3, "bad_rows": 2, "changed_prices": 1}
view vehicles.price_list {"import_id": @import}
-> {"lines": [{"code": "", "price_before": 10000000, "price": 10180000}, {"code": "model_not_found"},
    {"code": "price_list_price_not_understood", "value": "很多"}]}
do vehicles.undo_price_list {"import_id": @import, "version": 1}
!! price_list_not_taken
do vehicles.take_price_list {"import_id": @import, "version": 1}
!! price_list_has_errors
do vehicles.take_price_list {"import_id": @import, "skip_bad_rows": true, "version": 1}
do vehicles.take_price_list {"import_id": @import, "skip_bad_rows": true, "version": 2}
!! price_list_not_waiting
clock 2026-04-01 12:00
view vehicles.model_record {"model_id": @model}
-> {"model": {"price": 10180000}}
do vehicles.undo_price_list {"import_id": @import, "version": 2}
view vehicles.model_record {"model_id": @model}
-> {"model": {"price": 10000000}}

# Beside a rival.
do vehicles.add_rival {"brand": "云帆", "name": "M5 尊享型", "year": 2026, "fuel": "petrol", "gearbox": "automatic", "seats": 5,
    "price": 10280000, "specs": {"length_mm": 4680}, "source": "官网"}
-> {"id": @rival}
do vehicles.add_rival {"brand": "云帆", "name": "M5 尊享型", "year": 2026, "fuel": "petrol", "gearbox": "automatic", "seats": 5,
    "price": 10280000, "source": "官网"}
!! rival_known_already
do vehicles.check_rival {"rival_id": @rival, "price": 9980000, "source": "到店询价", "version": 1}
do vehicles.check_rival {"rival_id": 1, "price": 9980000, "source": "到店询价", "version": 1}
!! rival_not_found
view vehicles.compare_models {"models": @model, "rivals": @rival}
-> {"cars": [{"is_rival": false, "price": 10000000}, {"is_rival": true, "price": 9980000, "source": "到店询价"}]}
view vehicles.compare_models {}
!! comparison_too_wide
view vehicles.compare_models {"models": "1"}
!! model_not_found
as customer @customer
view vehicles.compare_models {"models": @model, "rivals": @rival}
-> {"cars": [{"is_rival": false}, {"is_rival": true}]}

# The walk around the car.
as sales_manager
upload @photo png
do vehicles.set_guide_point {"model_id": @model, "point": "front", "words": "前脸采用星河格栅", "fits_need": "重视外观"}
do vehicles.set_guide_point {"model_id": @model, "point": "front", "words": "前脸采用星河格栅与贯穿灯带", "fits_need": "重视外观"}
do vehicles.add_model_photo {"model_id": @model, "photo": @photo, "caption": "前脸"}
-> {"id": @picture}
view vehicles.model_record {"model_id": @model}
-> {"guide": [{"point": "front", "words": "前脸采用星河格栅与贯穿灯带"}], "photos": [{"id": @picture}]}
do vehicles.remove_model_photo {"model_id": @model, "photo_id": @picture}
do vehicles.remove_model_photo {"model_id": @model, "photo_id": @picture}
!! photo_not_found

as sales_manager_2
do vehicles.take_price_list {"import_id": @import, "version": 1}
!! price_list_not_found
do vehicles.undo_price_list {"import_id": @import, "version": 1}
!! price_list_not_found
