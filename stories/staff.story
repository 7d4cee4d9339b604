# Who may sign in: the administrator adds a person, gives roles, stops the account and lets it in again.
clock 2026-04-01 09:00
as sales1
do access.add_person {"login": "newhand", "name": "邱实", "roles": ["sales"], "first_password": "柳暗花明又一村头"}
!! not_allowed
view access.staff {}
!! not_allowed
as admin
do access.add_person {"login": "New Hand", "name": "邱实", "roles": ["sales"], "first_password": "柳暗花明又一村头"}
!! login_not_plain
do access.add_person {"login": "newhand", "name": "邱实", "roles": [], "first_password": "柳暗花明又一村头"}
!! roles_missing
do access.add_person {"login": "newhand", "name": "邱实", "roles": ["customer"], "first_password": "柳暗花明又一村头"}
!! role_not_for_people
do access.add_person {"login": "newhand", "name": "邱实", "roles": ["gm"], "first_password": "柳暗花明又一村头"}
!! only_gm_over_gm
do access.add_person {"login": "newhand", "name": "邱实", "roles": ["sales"], "first_password": "abc9"}
!! password_too_short
do access.add_person {"login": "newhand", "name": "邱实", "roles": ["sales"], "first_password": "Newhand123456"}
!! password_too_easy
do access.add_person {"login": "newhand", "name": "邱实", "roles": ["sales"], "first_password": "长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长"}
!! password_too_long
do access.add_person {"login": "sales1", "name": "邱实", "roles": ["sales"], "first_password": "柳暗花明又一村头"}
!! login_taken
do access.add_person {"login": "newhand", "name": "邱实", "roles": ["sales"], "first_password": "柳暗花明又一村头"}
-> {"user_id": @new}
view access.people {"role": "sales"}
-> {"rows": [{"id": @new, "login": "newhand", "name": "邱实"}]}
view access.staff {}
-> {"rows": [{"user_id": @new, "roles": ["sales"], "resting": false, "stopped_at": null, "last_seen_at": null},
    {"login": "gm", "user_id": @boss}, {"login": "admin", "user_id": @me}]}

# security 59
# ---- Other work, another desk: from the next request on
do access.set_roles {"user_id": @new, "roles": ["host", "care"]}
do access.set_roles {"user_id": @new, "roles": []}
!! roles_missing
do access.set_roles {"user_id": @new, "roles": ["system"]}
!! role_not_for_people
do access.set_roles {"user_id": @new, "roles": ["gm"]}
!! only_gm_over_gm
do access.set_roles {"user_id": 99, "roles": ["host"]}
!! account_not_found
do access.set_roles {"user_id": @me, "roles": ["gm"]}
!! own_account_here
do access.set_roles {"user_id": @boss, "roles": ["sales"]}
!! only_gm_over_gm

# ---- A forgotten password
do access.give_password {"user_id": @new, "first_password": "short"}
!! password_too_short
do access.give_password {"user_id": @new, "first_password": "长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长"}
!! password_too_long
do access.give_password {"user_id": @new, "first_password": "1111111111"}
!! password_too_easy
do access.give_password {"user_id": @me, "first_password": "柳暗花明又一村头"}
!! own_account_here
do access.give_password {"user_id": 99, "first_password": "柳暗花明又一村头"}
!! account_not_found
do access.give_password {"user_id": @boss, "first_password": "柳暗花明又一村头"}
!! only_gm_over_gm
do access.give_password {"user_id": @new, "first_password": "山重水复疑无路口"}

# security 53
# ---- Who leaves can not sign in; who comes back can
do access.stop_person {"user_id": @me, "reason": "x"}
!! own_account_here
do access.stop_person {"user_id": @boss, "reason": "x"}
!! only_gm_over_gm
do access.stop_person {"user_id": 99, "reason": "x"}
!! account_not_found
do access.let_person_in {"user_id": @new}
!! person_is_active
do access.stop_person {"user_id": @new, "reason": "离职"}
do access.stop_person {"user_id": @new, "reason": "离职"}
!! person_is_stopped
view access.staff {}
-> {"rows": [{"user_id": @new, "stopped_at": @any, "allowed_actions": [{"name": "access.stop_person", "refused_because": "person_is_stopped"},
    {"name": "access.let_person_in", "refused_because": null}]}, {"login": "gm", "allowed_actions": [{"name": "access.set_roles",
    "refused_because": "only_gm_over_gm"}]}, {"login": "admin", "allowed_actions": [{"refused_because": "own_account_here"}]}]}
view access.people {"role": "host"}
-> {"rows": [{"login": "host"}]}
do access.let_person_in {"user_id": 99}
!! account_not_found
do access.let_person_in {"user_id": @boss}
!! only_gm_over_gm
do access.let_person_in {"user_id": @me}
!! own_account_here
do access.let_person_in {"user_id": @new}

# ---- The general manager is over all of them; the other store has its own
as gm
do access.set_roles {"user_id": @new, "roles": ["sales_manager", "gm"]}
as gm_2
do access.stop_person {"user_id": @new, "reason": "不是本店的人"}
!! account_not_found
as sales1
view access.my_sessions {}
-> {"rows": []}
