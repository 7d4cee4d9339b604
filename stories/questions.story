# What people ask: from outside without signing in, at the desk, in a chat; answered from what the store has written down.
clock 2026-03-02 09:30
as sales_manager
do vehicles.add_model {"code": "S7-15H-L", "brand": "星驰", "series": "S7", "trim": "1.5L 双擎混动豪华型", "year": 2026,
    "fuel": "hybrid", "gearbox": "automatic", "displacement_ml": 1498, "seats": 5, "price": 16980000,
    "specs": {"body": "suv"}, "colours": [], "options": []}
-> {"id": @model}

# ---- Knowledge: written, published with a reason, changed as a new version, found by two characters
as care
do consultation.write_article {"title": "首次保养什么时候做，要多少钱？", "topic": "service",
    "asked_as": "首保多久做\n第一次保养收费吗", "body": "新车首次保养在行驶5000公里或6个月时进行，以先到者为准。首保免费，包含机油、机油滤清器和全车检查。"}
-> {"article_id": @first_service, "version_no": 1, "version": 1}
do consultation.write_article {"title": "空文章", "topic": "other", "body": "  "}
!! article_body_missing
do consultation.retire_article {"article_id": @first_service, "reason": "x", "version": 1}
!! article_not_published
do consultation.publish_article {"article_id": @first_service, "reason": "客户常问", "version": 1}
do consultation.publish_article {"article_id": @first_service, "reason": "再发", "version": 2}
!! article_is_published_already
do consultation.write_article {"title": "试驾需要带什么证件？", "topic": "test_drive", "asked_as": "试驾要驾照吗",
    "body": "试驾请携带本人有效的机动车驾驶证，签署试驾协议后由销售顾问陪同，按规定路线行驶约三十分钟。"}
-> {"article_id": @drive_article}
do consultation.publish_article {"article_id": @drive_article, "reason": "客户常问", "version": 1}
do consultation.publish_article {"article_id": 1, "reason": "x", "version": 1}
!! article_not_found
view consultation.article_list {"q": "首保"}
-> {"rows": [{"id": @first_service, "state": "published"}]}
view consultation.article_list {"q": "驾照"}
-> {"rows": [{"id": @drive_article}]}
do consultation.change_article {"article_id": @first_service, "title": "首次保养什么时候做，要多少钱？", "topic": "service",
    "asked_as": "首保多久做\n第一次保养收费吗", "body": "新车首次保养在行驶5000公里或6个月时进行，以先到者为准。首保免费。", "version": 2}
-> {"version_no": 2}
view consultation.article_record {"article_id": @first_service}
-> {"article": {"published_version_no": 1, "latest_version_no": 2}, "versions": [{"version_no": 2, "published_at": null}, {"version_no": 1, "reason": "客户常问"}]}
do consultation.publish_article {"article_id": @first_service, "reason": "措辞更短", "version": 3}

# ---- The web form: nobody signs in; consent is needed; the question has an owner and a clock, and becomes a lead
as visitor
view consultation.common_questions {}
-> {"rows": [{"title": "试驾需要带什么证件？"}]}
do consultation.ask {"words": "S7混动现在有什么优惠？", "name": "叶先生", "phone": "13600001111", "topic": "price", "agreed": false}
!! consent_to_contact_missing
do consultation.ask {"words": "S7混动现在有什么优惠？", "name": "叶先生", "phone": "13600001111", "topic": "price", "channel": "walk_in", "agreed": true}
!! channel_not_from_outside
do consultation.ask {"words": "S7混动现在有什么优惠？", "name": "叶先生", "phone": "123", "topic": "price", "agreed": true}
?? /phone phone_number_wrong
do consultation.ask {"words": "S7混动现在有什么优惠？", "name": "叶先生", "phone": "13600001111", "topic": "price", "model_id": @model, "channel": "campaign", "campaign": "三月团购", "agreed": true}
-> {"number": @number}
do consultation.record_question {"channel": "walk_in", "topic": "other", "words": "x"}
!! not_allowed
view consultation.question_list {}
!! not_allowed
as sales_manager
view consultation.question_list {"state": "open"}
-> {"rows": [{"id": @question, "number": @number, "owner_name": "李婷", "channel": "campaign"}]}
as sales1
view tasks.my_alerts
-> {"rows": [{"title_key": "alert.question_given", "object_id": @question}]}
view consultation.question_record {"question_id": @question}
-> {"question": {"phone_masked": "136****1111", "respond_by": "2026-03-02T02:00:00.000Z", "lead_id": @lead, "version": 2}, "lines": [{"speaker": "customer"}]}
do consultation.close_question {"question_id": @question, "outcome": "answered", "version": 2}
!! question_not_answered
do consultation.reply {"question_id": @question, "words": " ", "version": 2}
!! words_missing
+ 10m
do consultation.reply {"question_id": @question, "words": "叶先生您好，三月购S7混动送五次保养，周末到店另有礼品。", "version": 2}
-> {"late": false, "version": 3}
# From a campaign, about a price, with a number: it was a lead at once.
do consultation.make_lead {"question_id": @question, "version": 3}
!! question_has_lead
view leads.lead_record {"lead_id": @lead}
-> {"customer_name": "叶先生", "lead": {"source": "web", "campaign": "三月团购", "model_id": @model}}
do consultation.close_question {"question_id": @question, "outcome": "became_lead", "version": 3}
do consultation.reply {"question_id": @question, "words": "x", "version": 4}
!! question_is_closed

# ---- At the desk: written down by the reception, taken, given on, too late: told
as host
do consultation.record_question {"channel": "phone_call", "topic": "service", "words": "空调有异味怎么处理", "name": "韩女士", "phone": "13600002222"}
-> {"question_id": @smell, "version": 1}
do consultation.record_question {"channel": "walk_in", "topic": "other", "words": "附近哪里能洗车"}
-> {"question_id": @wash}
do consultation.make_lead {"question_id": @wash, "version": 1}
!! asker_cannot_be_reached
do consultation.record_question {"channel": "phone_call", "topic": "new_car", "words": "展厅有没有七座现车", "name": "方先生", "phone": "13600004444"}
-> {"question_id": @seven, "version": 1}
do consultation.make_lead {"question_id": @seven, "version": 1}
-> {"lead_id": @seven_lead}
as advisor2
do consultation.take_question {"question_id": @smell, "version": 1}
as care
do consultation.assign_question {"question_id": @smell, "user_id": 1, "version": 2}
!! colleague_not_found
do consultation.assign_question {"question_id": @smell, "user_id": @me, "version": 2}
+ 40m
view tasks.my_alerts
-> {"rows": [{"title_key": "alert.question_not_answered", "object_id": @smell}]}
do consultation.reply {"question_id": @smell, "words": "多为空调滤芯脏污，建议更换滤芯并清洗蒸发箱，可预约到店免费检测。", "version": 3}
-> {"late": true}
# What nobody had written down becomes an article.
do consultation.draft_article {"question_id": @smell}
-> {"article_id": @smell_article, "version": 1}
do consultation.draft_article {"question_id": 1}
!! question_not_found
view consultation.article_record {"article_id": @smell_article}
-> {"article": {"state": "draft", "question_id": @smell}, "latest": {"title": "空调有异味怎么处理", "body": @any}}
do consultation.publish_article {"article_id": @smell_article, "reason": "由客户咨询整理", "version": 1}
view consultation.suggestions {"q": "空调开了有一股异味"}
-> {"rows": [{"article_id": @smell_article, "sure": true}]}
view consultation.inbox_overview {}
-> {"channels": [{"channel": "phone_call", "questions": 2, "became_lead": 1}, {"channel": "campaign", "in_time": 1, "became_lead": 1}]}

# ---- The assistant: answers from an article and names it, says when it does not know, hands the conversation over
as visitor
do consultation.start_chat {}
-> {"chat_token": @token}
do consultation.ask_person {"chat_token": @token, "name": "罗先生", "phone": "13600003333", "topic": "other", "agreed": true}
!! nothing_was_said
do consultation.say {"chat_token": @token, "words": "请问首保多久做？要收费吗"}
-> {"answered": true, "article_title": "首次保养什么时候做，要多少钱？"}
do consultation.say {"chat_token": @token, "words": "你们周末能办临时号牌延期吗"}
-> {"answered": false, "words": "", "article_title": ""}
do consultation.say {"chat_token": "x", "words": "在吗"}
!! chat_not_found
do consultation.ask_person {"chat_token": @token, "name": "罗先生", "phone": "13600003333", "topic": "other", "agreed": false}
!! consent_to_contact_missing
do consultation.ask_person {"chat_token": @token, "name": "罗先生", "phone": "13600003333", "topic": "other", "agreed": true}
-> {"number": @chat_number}
do consultation.ask_person {"chat_token": @token, "name": "罗先生", "phone": "13600003333", "topic": "other", "agreed": true}
!! person_was_asked
do consultation.say {"chat_token": @token, "words": "号牌后天到期"}
-> {"state": "waiting", "answered": false}
as care
view consultation.question_list {"channel": "chat"}
-> {"rows": [{"id": @chat_question, "words": "你们周末能办临时号牌延期吗"}]}
view consultation.question_record {"question_id": @chat_question}
-> {"lines": [{"speaker": "customer", "words": "请问首保多久做？要收费吗"}, {"speaker": "assistant", "article_id": @first_service}, {"speaker": "customer", "words": "号牌后天到期"}]}
do consultation.reply {"question_id": @chat_question, "words": "可以，周六上午带购车发票和身份证来店，我们陪同办理。", "version": 1}
as visitor
view consultation.conversation {"chat_token": @token}
-> {"state": "person", "number": @chat_number, "lines": [{"speaker": "person", "words": "可以，周六上午带购车发票和身份证来店，我们陪同办理。"}]}
as care
do consultation.close_question {"question_id": @chat_question, "outcome": "appointment", "version": 2}
as visitor
do consultation.say {"chat_token": @token, "words": "谢谢"}
!! chat_is_closed
as care
do consultation.retire_article {"article_id": @first_service, "reason": "政策调整", "version": 4}
view consultation.suggestions {"q": "首保多久做"}
-> {"rows": []}

# ---- One person registered twice: after the two are made one, a question of either leads to the same lead
as care
do customers.register {"name": "方先生", "phone": "13600005555"}
-> {"id": @fang_again}
do consultation.record_question {"channel": "phone_call", "topic": "new_car", "words": "七座车月底有优惠吗", "customer_id": @fang_again}
-> {"question_id": @again, "version": 1}
do customers.register {"name": "方先生", "phone": "13600004444"}
-> {"id": @fang, "was_known": true}
do customers.merge {"from_id": @fang_again, "into_id": @fang, "reason": "同一人登记两次"}
as host
do consultation.make_lead {"question_id": @again, "version": 1}
-> {"lead_id": @seven_lead}
