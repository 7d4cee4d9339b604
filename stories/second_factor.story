# A code besides the password: set up by the person, taken off by a manager when the telephone is lost.
clock 2026-04-01 09:00
as sales1
view access.my_second_factor
-> {"on": false, "seed": null, "address": null, "allowed_actions": [{"name": "access.begin_second_factor", "refused_because": null},
    {"name": "access.confirm_second_factor", "refused_because": "second_factor_not_begun"}]}
do access.confirm_second_factor {"code": "123456"}
!! second_factor_not_begun
do access.begin_second_factor {}
view access.my_second_factor
-> {"on": false, "seed": @seed, "address": @any}
do access.confirm_second_factor {"code": "12345"}
!! code_does_not_fit

# ---- Begun anew the first seed is worth nothing
do access.begin_second_factor {}
totp @old_code @seed
do access.confirm_second_factor {"code": @old_code}
!! code_does_not_fit
view access.my_second_factor
-> {"seed": @new_seed}
totp @code @new_seed
do access.confirm_second_factor {"code": @code}
view access.my_second_factor
-> {"on": true, "since": @any, "seed": null, "address": null}
do access.begin_second_factor {}
!! second_factor_is_on
do access.confirm_second_factor {"code": @code}
!! second_factor_is_on
view log.events {"limit": 20}
!! not_allowed

# ---- Lost: nobody takes off the own one, and only a manager another's
do access.reset_second_factor {"user_id": @me, "reason": "换手机"}
!! not_allowed
as gm
view access.second_factors
-> {"rows": [{"login": "sales1", "user_id": @li, "confirmed_at": @any}, {"login": "sales2", "user_id": @wang, "confirmed_at": null}]}
do access.reset_second_factor {"user_id": @me, "reason": "换手机"}
!! own_second_factor
do access.reset_second_factor {"user_id": @wang, "reason": "没有设过"}
!! person_has_no_second_factor
do access.reset_second_factor {"user_id": @li, "reason": "手机遗失，当面核对身份"}
view access.second_factors
-> {"rows": [{"login": "sales1", "confirmed_at": null}]}
as sales1
view access.my_second_factor
-> {"on": false, "seed": null}
