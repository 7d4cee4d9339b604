# A checklist gets a second version: drafted, compared, published; what runs keeps the list it began with.
clock 2026-04-01 09:00
as sales1
do checklists.open_draft {"checklist": "etiquette"}
!! not_allowed
as gm
do checklists.open_draft {"checklist": "no_such_list"}
!! checklist_unknown
do checklists.publish {"checklist": "appearance", "version": 1, "reason": "试改"}
!! draft_not_found
do checklists.discard_draft {"checklist": "appearance", "version": 1}
!! draft_not_found
do checklists.change_draft {"checklist": "appearance", "version": 1, "title": {"zh": "仪容", "en": "Looks"}, "items": []}
!! draft_not_found
do checklists.open_draft {"checklist": "appearance"}
-> {"version": 1, "changes": 0}
do checklists.open_draft {"checklist": "appearance"}
!! draft_is_open
do checklists.publish {"checklist": "appearance", "version": 1, "reason": "试改"}
!! draft_changes_nothing

# What cannot be a list is refused by its name.
do checklists.change_draft {"checklist": "appearance", "version": 1, "title": {"zh": "", "en": ""}, "items": []}
!! list_needs_title
do checklists.change_draft {"checklist": "appearance", "version": 1, "title": {"zh": "仪容", "en": "Looks"}, "items": []}
!! list_needs_items
do checklists.change_draft {"checklist": "appearance", "version": 1, "title": {"zh": "仪容", "en": "Looks"},
    "items": [{"name": "uniform", "text": {"zh": "", "en": "Uniform"}, "photo": "never"}]}
!! list_item_needs_text
do checklists.change_draft {"checklist": "appearance", "version": 1, "title": {"zh": "仪容", "en": "Looks"},
    "items": [{"name": "uniform", "text": {"zh": "工装", "en": "Uniform"}, "photo": "never"},
    {"name": "uniform", "text": {"zh": "胸牌", "en": "Badge"}, "photo": "never"}]}
!! list_item_twice
do checklists.change_draft {"checklist": "appearance", "version": 1, "title": {"zh": "仪容", "en": "Looks"},
    "items": [{"name": "uniform", "text": {"zh": "工装", "en": "Uniform"}, "photo": "never", "measure": {"unit": ""}}]}
!! list_measure_needs_unit
do checklists.change_draft {"checklist": "appearance", "version": 1, "title": {"zh": "仪容", "en": "Looks"},
    "items": [{"name": "uniform", "text": {"zh": "工装", "en": "Uniform"}, "photo": "never",
    "measure": {"unit": "mm", "lower": 2000, "upper": 1000}}]}
!! list_limits_crossed

# Three items, one of them measured.
do checklists.change_draft {"checklist": "appearance", "version": 1,
    "title": {"zh": "上岗仪容仪表自查", "en": "Appearance before the day begins"},
    "items": [{"name": "name_badge", "text": {"zh": "胸牌佩戴端正，姓名清晰", "en": "Name badge straight and readable"}, "photo": "never"},
    {"name": "uniform", "text": {"zh": "着夏季工装", "en": "Summer uniform"}, "photo": "never"},
    {"name": "temperature", "text": {"zh": "晨检体温", "en": "Temperature"}, "photo": "never",
        "measure": {"unit": "℃", "lower": 35500, "upper": 37200}}]}
-> {"version": 2}
do checklists.change_draft {"checklist": "appearance", "version": 1, "title": {"zh": "仪容", "en": "Looks"},
    "items": [{"name": "uniform", "text": {"zh": "工装", "en": "Uniform"}, "photo": "never"}]}
!! changed_by_someone_else
view checklists.list_record {"checklist": "appearance"}
-> {"number": 1, "draft": {"version": 2, "differences": [{"kind": "item_moved", "item": "name_badge"},
    {"kind": "item_text", "item": "uniform"}, {"kind": "item_added", "item": "temperature"}, {"kind": "item_removed", "item": "hair"}]},
    "history": [{"number": 1, "in_force": true}]}
do checklists.publish {"checklist": "appearance", "version": 2, "reason": "换夏装", "valid_from": "2026-03-31"}
!! start_date_past
do checklists.publish {"checklist": "appearance", "version": 2, "reason": "换夏装，加晨检", "valid_from": "2026-04-02"}
-> {"number": 2, "valid_from": "2026-04-01T16:00:00.000Z"}
view checklists.list_lines {}
-> {"rows": [{"checklist": "appearance", "number": 1, "next_number": 2, "has_draft": false}]}
do checklists.open_draft {"checklist": "appearance"}
do checklists.change_draft {"checklist": "appearance", "version": 1, "title": {"zh": "仪容", "en": "Looks"},
    "items": [{"name": "uniform", "text": {"zh": "工装", "en": "Uniform"}, "photo": "never"}]}
do checklists.publish {"checklist": "appearance", "version": 2, "reason": "再改"}
!! starts_before_the_last_version
do checklists.discard_draft {"checklist": "appearance", "version": 2}

# The next day the second version is asked for.
clock 2026-04-02 08:50
as sales1
view checklists.definition {"name": "appearance", "began_at": "2026-04-01T01:00:00.000Z"}
-> {"items": [{"name": "uniform"}, {"name": "name_badge"}]}
view checklists.definition {"name": "appearance"}
-> {"items": [{"name": "name_badge"}, {"name": "uniform"}, {"name": "temperature", "measure": {"unit": "℃", "upper": 37200}}]}
do reception.start_duty {"answers": [{"item": "uniform", "verdict": "ok", "note": "", "photos": []},
    {"item": "name_badge", "verdict": "ok", "note": "", "photos": []},
    {"item": "temperature", "verdict": "ok", "note": "", "photos": []}]}
!! checklist_measure_missing
do reception.start_duty {"answers": [{"item": "uniform", "verdict": "ok", "note": "", "photos": []},
    {"item": "name_badge", "verdict": "ok", "note": "", "photos": []},
    {"item": "temperature", "verdict": "ok", "note": "", "photos": [], "measured": 37500}]}
!! checklist_measure_beyond_limits
do reception.start_duty {"answers": [{"item": "uniform", "verdict": "ok", "note": "", "photos": []},
    {"item": "name_badge", "verdict": "ok", "note": "", "photos": []},
    {"item": "temperature", "verdict": "ok", "note": "", "photos": [], "measured": 36600}]}
-> {"id": @duty}
view checklists.of {"object_type": "duty", "object_id": @duty}
-> {"rows": [{"id": @filled, "version_number": 2}]}
view checklists.filled {"checklist_id": @filled}
-> {"head": {"version_number": 2}, "items": [{"item": "uniform"}, {"item": "name_badge"},
    {"item": "temperature", "measured": 36600, "measure": {"unit": "℃"}}]}
as gm
view checklists.compare_lists {"checklist": "appearance", "before": 1, "after": 2}
-> {"differences": [{"kind": "item_moved"}, {"kind": "item_text"}, {"kind": "item_added"}]}
view checklists.compare_lists {"checklist": "appearance", "before": 1, "after": 9}
!! checklist_unknown

# A list of the store's own begins as a copy.
do checklists.copy_list {"checklist": "no_such_list", "title": {"zh": "新", "en": "New"}}
!! checklist_unknown
do checklists.copy_list {"checklist": "pre_delivery_inspection", "title": {"zh": "", "en": ""}}
!! list_needs_title
do checklists.copy_list {"checklist": "pre_delivery_inspection", "title": {"zh": "旗舰车型交车前检查", "en": "Flagship inspection"}}
-> {"checklist": @own, "version": 1}
do checklists.publish {"checklist": @own, "version": 1, "reason": "旗舰车型上市"}
-> {"number": 1}
view checklists.list_record {"checklist": @own}
-> {"number": 1, "list": {"copied_from": "pre_delivery_inspection"}}

# Another store has its own lists.
as gm_2
view checklists.list_record {"checklist": @own}
!! checklist_unknown
view checklists.list_record {"checklist": "appearance"}
-> {"number": 1, "draft": null}
