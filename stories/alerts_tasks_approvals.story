# What waits for somebody: an alert that is read, a task that is ticked off, and a question that another answers.
clock 2026-03-02 09:00

# A visitor for the workshop is announced to every advisor.
as host
do reception.register_arrival {"party_size": 1, "purpose": "service", "channel": "walk_in"}
-> {"visit_id": @visit}
as advisor1
view tasks.my_alerts
-> {"rows": [{"id": @alert, "title_key": "alert.visitor_for_service", "level": "urgent", "object_id": @visit}]}
do tasks.mark_alerts_read {"alert_ids": [@alert]}
view tasks.my_alerts
-> {"rows": []}
# Her colleague has not read it yet, and the host never sees it.
as advisor2
view tasks.my_alerts
-> {"rows": [{"id": @alert}]}
as sales1
do tasks.mark_alerts_read {"alert_ids": [@alert]}
!! alert_not_found
do tasks.mark_alerts_read {"alert_ids": [1]}
!! alert_not_found

# A complaint is a task for the people of customer care.
as care
do customers.register {"name": "沈玉兰", "phone": "13857112233", "gender": "female", "source": "walk_in"}
-> {"id": @customer}
do complaints.open {"customer_id": @customer, "channel": "phone", "category": "service", "severity": "general",
                    "words": "保养后方向盘不正，跑了两趟都没解决"}
-> {"complaint_id": @complaint, "version": @v1}
view tasks.mine
-> {"rows": [{"id": @task, "object_type": "complaint", "object_id": @complaint, "late": false}]}
as sales1
do tasks.complete {"task_id": @task}
!! task_is_not_yours
do tasks.complete {"task_id": 1}
!! task_not_found
as care
do tasks.complete {"task_id": @task}
do tasks.complete {"task_id": @task}
!! task_is_closed

# A solution beyond what care may promise is a question to the general manager.
do complaints.review {"complaint_id": @complaint, "valid": true, "category": "service", "severity": "general",
                      "note": "四轮定位数据超差，责任在我方", "version": @v1}
-> {"version": @v2}
do complaints.propose_solution {"complaint_id": @complaint, "solution": "免费四轮定位并赠送一次保养",
                                "cost": 98000, "version": @v2}
-> {"state": "awaiting_approval"}
view approvals.of {"object_type": "complaint", "object_id": @complaint}
-> {"rows": [{"id": @approval, "kind": "complaints.solution", "amount": 98000, "granted": null}]}
as sales_manager
do approvals.decide {"approval_id": @approval, "granted": true, "note": ""}
!! approval_needs_another_role
do approvals.decide {"approval_id": 1, "granted": true, "note": ""}
!! approval_not_found
as gm
view approvals.waiting
-> {"rows": [{"id": @approval, "allowed_actions": [{"name": "approvals.decide", "refused_because": null}]}]}
+ 10m
do approvals.decide {"approval_id": @approval, "granted": true, "note": "同意，尽快联系客户"}
do approvals.decide {"approval_id": @approval, "granted": false, "note": ""}
!! approval_already_decided
view approvals.waiting
-> {"rows": []}
view complaints.complaint_record {"complaint_id": @complaint}
-> {"complaint": {"state": "agreed"}}

# The one who asked hears of it at once.
as care
view tasks.my_alerts
-> {"rows": [{"title_key": "alert.approvals.granted", "object_id": @complaint}]}

# The customer is found by her name, the end of her number and the initials of her pinyin.
view search.find {"q": "沈玉兰"}
-> {"hits": [{"object_type": "customer", "object_id": @customer}]}
view search.find {"q": "2233"}
-> {"hits": [{"object_type": "customer", "object_id": @customer}]}
view search.find {"q": "syl"}
-> {"hits": [{"object_type": "customer", "object_id": @customer}]}
