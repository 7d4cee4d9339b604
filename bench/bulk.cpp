#include <bench/bulk.h>

namespace forecourt::bench {

// Keys are far above those that the program hands out: customers from 1e12 on, cars 2e12, orders 3e12, lines
// 4e12 (eight to an order), consents 5e12, clocks 6e12, checks 7e12 and so on. Each customer has one car;
// customer (i * 7919) modulo their number brings order i, so that neighbours in time are strangers on the
// disk.
const std::vector<std::string_view>& bulk_statements() {
    static const std::vector<std::string_view> statements{
        R"(create temp table n as
           with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < {all})
           select i, 1000000000000 + (i * 7919) % {customers} as customer,
                  2000000000000 + (i * 7919) % {customers} as car, 3000000000000 + i as id,
                  case when i < {orders} then {now} - ({orders} - i) * {step} - 86400000
                  else {now} - 14400000 + i end
                      as at,
                  i >= {orders} as ready from n)",
        R"(insert into vehicles_model (id, store_id, code, brand, series, trim, name, year, fuel, gearbox,
                                       displacement_ml, seats, price, specs, on_offer)
           values (900000000000, {store}, 'BENCH', '前庭', '远行', '豪华型', '前庭 远行 2025款 1.5T 豪华型', 2025,
                   'petrol', 'automatic', 1498, 5, 13880000, '{}', 1))",
        R"(insert into vehicles_car (id, store_id, vin, vin_tail, model_id, model_name, plate, colour, state,
                                     customer_id, mileage_km, mileage_at, location, key_number, cost,
                                     ordered_at)
           select 2000000000000 + i, {store}, 'LFV2A21K' || substr('000000000' || i, -9),
                  substr('000000000' || i, -6), 900000000000, '前庭 远行 2025款 1.5T 豪华型',
                  '浙A' || substr('00000' || (i % 100000), -5) || (i / 100000), '珠光白', 'customer',
                  1000000000000 + i, 10000 + i % 90000, {now}, '', '', 0, {now} - i
           from n where i < {customers})",
        R"(insert into parts_part (id, store_id, number, name, brand, unit, origin, category, fits, price,
                                   reorder_point, bin, created_at)
           select 910000000000 + i, {store}, 'P-' || i, '机油滤清器 ' || i, '博世', '个', 'original', '保养', '',
                  35000, 2000, 'A-' || (i / 20), {now} from n where i < 200)",
        R"(insert into parts_stock (store_id, part_id, on_hand, reserved, value)
           select {store}, 910000000000 + i, 40000, 0, 400000 from n where i < 200)",
        R"(insert into workshop_operation (id, store_id, code, name, category, hours, hourly_price)
           values (920000000000, {store}, 'BENCH', '常规保养', '保养', 1500, 12000))",
        R"(insert into workshop_order (id, store_id, number, state, customer_id, car_id, advisor_id,
                  repair_class,
               mileage_km, fuel_percent, words, belongings, sent_in_by, marks, photos, signature,
               wants_old_parts,
               opened_at, opened_by, first_promised_at, promised_at, planned_total, approved_total,
               customer_total,
               started_at, quality_round, checks_passed, passed_at, passed_by, certificate_number, washed_at,
               settled_at, handed_back_at, mileage_out_km)
           select id, {store}, 'RO' || substr('00000000' || i, -8), case when ready then 'ready'
                     else 'handed_back' end,
                  customer, car, {advisor}, 'first_service', 10000 + i % 90000, i % 100,
                  '常规保养，刹车时前轮有异响，请检查', '行李箱内儿童座椅', '', '[]', '[]', '', i % 2, at, {advisor},
                  at + 14400000, at + case when ready then 315360000000 else 14400000 end, 53000, 53000,
                  case when ready then 0 else 53000 end, at + 1800000, 1, 3,
                  at + 9000000, {inspector}, 'C' || i, at + 9600000, case when ready then null
                  else at + 10000000 end,
                  case when ready then null else at + 12000000 end, case when ready then null
                  else 10010 + i % 90000 end
           from n)",
        R"(insert into workshop_consent (id, store_id, order_id, state, asked_at, asked_by, asked_amount,
                  promised_at,
               answered_at, channel, answered_by, recorded_by, approved_amount)
           select 5000000000000 + i, {store}, id, 'answered', at + 900000, {advisor}, 53000, at + 14400000,
                  at + 1200000, 'link', '客户' || i, null, 53000 from n)",
        R"(create temp table k as with recursive k(k) as (select 0 union all select k + 1 from k where k < 4)
           select k from k)",
        R"(insert into workshop_line (id, store_id, order_id, position, kind, operation_id, part_id, code,
                  name, brand,
               origin, unit, customer_supplied, quantity, unit_price, discount, amount, payer, state,
               consent_id, work,
               technician_id, started_at, done_at, done_by, added_at, added_by)
           select 4000000000000 + i * 8 + k, {store}, id, k + 1, case when k % 2 = 0 then 'labour'
                     else 'part' end,
                  case when k % 2 = 0 then 920000000000 end,
                  case when k % 2 = 1 then 910000000000 + (i + k) % 200 end,
                  case when k % 2 = 0 then 'BENCH' else 'P-' || ((i + k) % 200) end,
                  case when k % 2 = 0 then '常规保养' else '机油滤清器' end, case when k % 2 = 0 then '' else '博世' end,
                  case when k % 2 = 0 then '' else 'original' end, case when k % 2 = 0 then '工时' else '个' end,
                  0,
                  case when k % 2 = 0 then 1500 else 1000 end, case when k % 2 = 0 then 12000 else 35000 end,
                  0,
                  case when k % 2 = 0 then 18000 else 35000 end, 'customer', 'approved', 5000000000000 + i,
                  'done',
                  case when k % 2 = 0 then {technician} end, at + 1800000, at + 7200000, {technician},
                  at + 600000,
                  {advisor}
           from n, k where k < case when ready then 5 else 2 end)",
        R"(insert into workshop_consent_line (store_id, consent_id, line_id, amount, approved)
           select {store}, 5000000000000 + i, 4000000000000 + i * 8 + k, case when k % 2 = 0 then 18000
                     else 35000 end, 1
           from n, k where k < case when ready then 5 else 2 end)",
        R"(insert into parts_wanted (id, store_id, part_id, line_type, line_id, order_type, order_id, note,
                  wanted,
               reserved, issued, cost, wanted_at)
           select 4000000000000 + i * 8 + k, {store}, 910000000000 + (i + k) % 200, 'order_line',
                  4000000000000 + i * 8 + k, 'repair_order', id, '', 1000, 0, 1000, 20000, at
           from n, k where k % 2 = 1 and k < case when ready then 5 else 2 end)",
        R"(insert into workshop_clock (id, store_id, order_id, line_id, user_id, started_at, ended_at,
                  end_reason)
           select 6000000000000 + i, {store}, id, 4000000000000 + i * 8, {technician}, at + 1800000,
                     at + 7200000,
                  'done' from n)",
        R"(insert into workshop_check (id, store_id, order_id, round, level, passed, checklist_id,
                  road_test_km, note,
               checked_at, checked_by)
           select 7000000000000 + i, {store}, id, 1, 'final', 1, 1, 3, '', at + 9000000, {inspector} from n)",
        R"(insert into workshop_settlement (id, store_id, order_id, number, settled_at, settled_by,
                  labour_total,
               parts_total, outside_total, discount, discount_reason, rounding_off, tax, customer_total,
               warranty_total,
               insurer_total, internal_total, deposit, guarantee_km, guarantee_days, cancel_reason)
           select 8000000000000 + i, {store}, id, 'SL' || substr('00000000' || i, -8), at + 10000000,
                     {advisor}, 18000,
                  35000, 0, 0, '', 0, 6097, 53000, 0, 0, 0, 0, 2000, 10, '' from n where not ready)",
        R"(insert into workshop_hand_back (store_id, order_id, handed_at, handed_by, received_by, old_parts,
                  signature,
               explained)
           select {store}, id, at + 12000000, {advisor}, '客户' || i, 'none', '', 1 from n where not ready)",
        R"(insert into payments_due (id, store_id, object_type, object_id, customer_id, kind, title, amount,
                  paid,
               set_at, set_by)
           select 8100000000000 + i, {store}, 'repair_order', id, customer, 'settlement', 'SL' || i, 53000,
                     53000,
                  at + 10000000, {advisor} from n where not ready)",
        R"(insert into ledger_entry (id, store_id, kind, object_type, object_id, posted_at, posted_by,
                  posted_by_name,
               amount)
           select 8200000000000 + i, {store}, 'workshop.order_settled', 'repair_order', id, at + 10000000,
                     {advisor},
                  '张伟', 53000 from n where not ready)",
        R"(insert into ledger_posting (store_id, entry_id, line, account, customer_id, amount, posted_at)
           select {store}, 8200000000000 + i, k + 1,
                  case k when 0 then 'customer_receivable' when 1 then 'labour_revenue'
                  else 'parts_revenue' end,
                  case k when 0 then customer else 0 end,
                  case k when 0 then 53000 when 1 then -18000 else -35000 end, at + 10000000
           from n, k where not ready and k < 3)",
        R"(insert into standards_case (id, store_id, process, version_id, object_type, object_id, started_at,
                  ended_at)
           select 8300000000000 + i, {store}, 'service_visit', v.id, 'repair_order', n.id, at,
                  case when ready then null else at + 12000000 end
           from n, standards_version v where v.process = 'service_visit' and v.store_id = {store})",
        R"(insert into standards_milestone (case_id, name, store_id, due_at, reached_at, event_id, actor_name,
                  verdict,
               times)
           select 8300000000000 + i, m.column1, {store}, null, at + m.column2, 1, '张伟', 'on_time', 1
           from n, (values ('received', 0), ('walk_round', 300000), ('diagnosed', 600000), ('asked', 900000),
                           ('answered', 1200000), ('work_begun', 1800000), ('work_done', 7200000),
                           ('checked', 9000000), ('washed', 9600000)) m where ready)",
        R"(insert into standards_milestone (case_id, name, store_id, due_at)
           select 8300000000000 + i, 'settled', {store}, {now} + 315360000000 from n where ready)",
        R"(insert into log_event (id, store_id, seq, at, name, user_id, actor_name, objects, data, hash)
           select 8400000000000 + i, {store}, {seq} + i + 1, at, 'workshop.car_received', {advisor}, '张伟',
                  '[{"type":"repair_order","id":' || id || '},{"type":"customer","id":' || customer ||
                  '},{"type":"car","id":' || car || '}]',
                  '{"number":"RO' || substr('00000000' || i, -8) || '","plate":"浙A12345","signature":true}',
                  '{hash}' from n)",
        R"(insert into log_event_object (store_id, object_type, object_id, event_id)
           select {store}, 'repair_order', id, 8400000000000 + i from n)",
        R"(insert into log_event_object (store_id, object_type, object_id, event_id)
           select {store}, 'customer', customer, 8400000000000 + i from n order by customer, i)",
        R"(insert into log_event_object (store_id, object_type, object_id, event_id)
           select {store}, 'car', car, 8400000000000 + i from n order by car, i)",
        R"(update log_head set seq = {seq} + {all}, hash = '{hash}' where store_id = {store})",
        R"(insert into reception_visit (id, store_id, number, state, customer_id, visitor_name, party_size,
                  purpose,
               channel, arrived_at, arrived_by, ended_at, ended_by, outcome, next_step, note)
           select 8500000000000 + i, {store}, 'V' || substr('00000000' || i, -8), 'ended', null, '王先生', 2,
                  'look_at_cars', 'walk_in', at - 86400000, '林小雨', at - 82800000, '李婷', 'wants_time', '', ''
           from n where not ready)",
        // The showroom: who is in the house today is the same in every data set, what lies behind grows.
        R"(insert into reception_visit (id, store_id, number, state, customer_id, visitor_name, party_size,
                  purpose, channel, consultant_id, assigned_at, assigned_by, assigned_because, arrived_at,
                  arrived_by, greeted_at, greeted_by, next_step, note)
           select 8600000000000 + i, {store}, 'W' || substr('00000000' || i, -8),
                  case when i % 4 = 0 then 'waiting' else 'greeted' end, null, '李女士', 2, 'look_at_cars',
                  'walk_in', case when i % 4 > 0 then {sales} end, case when i % 4 > 0 then {now} end,
                  case when i % 4 > 0 then '林小雨' end, case when i % 4 > 0 then 'longest_free' end,
                  {now} - 600000 + i, '林小雨', case when i % 4 > 0 then {now} end,
                  case when i % 4 > 0 then '李婷' end, '', '' from n where i < 20)",
        R"(insert into leads_lead (id, store_id, number, customer_id, source, state, grade, score, model_id,
                  consultant_id, note, opened_at, opened_by, needs_at, last_contact_at, contacts,
                  next_contact_at, next_contact_channel, next_contact_plan, closed_at, closed_by,
                  lost_because, competitor_model, lost_words, first_contact_at, respond_by)
           select 8700000000000 + i, {store}, 'L' || substr('00000000' || i, -8), customer, 'showroom',
                  case when i % 3 = 0 then 'won' else 'lost' end, 'B', 60, 900000000000, {sales}, '', at,
                  '李婷', at, at + 86400000, 2, null, null, '', at + 172800000, '李婷',
                  case when i % 3 > 0 then 'price' end, '', '', at + 600000, at + 1800000
           from n where not ready)",
        R"(insert into leads_lead (id, store_id, number, customer_id, source, state, grade, score, model_id,
                  consultant_id, note, opened_at, opened_by, contacts, next_contact_at, next_contact_channel,
                  next_contact_plan, competitor_model, lost_words, first_contact_at, respond_by)
           select 8800000000000 + i, {store}, 'M' || substr('00000000' || i, -8), 1000000000000 + i,
                  'showroom', 'open', 'A', 70, 900000000000, {sales}, '', {now} - 86400000 + i, '李婷', 1,
                  {now} + 86400000 + i, 'phone_call', '', '', '', {now} - 86000000, {now} - 84600000
           from n where i < 2000)",
        R"(insert into leads_funnel (id, store_id, visit_id, lead_id, came_at, on_date, channel,
                  consultant_id, model_id, kept_at, drove_at, quoted_at, ordered_at)
           select 8500000000000 + i, {store}, 8500000000000 + i, 8700000000000 + i, at,
                  date(at / 1000, 'unixepoch', '+8 hours'), 'walk_in', {sales}, 900000000000, at,
                  case when i % 2 = 0 then at end, case when i % 3 < 2 then at end,
                  case when i % 3 = 0 then at end
           from n where not ready)",
        R"(insert into deals_deal (id, store_id, number, state, customer_id, lead_id, consultant_id, model_id,
                  car_id, car_title, used_by, bought_on, list_price, total, created_by, created_at,
                  delivered_at)
           select 8900000000000 + i, {store}, 'D' || substr('00000000' || i, -8), 'delivered', customer,
                  8700000000000 + i, {sales}, 900000000000, car, '前庭 远行 2025款 1.5T 豪华型', 'family',
                  date(at / 1000, 'unixepoch', '+8 hours'), 13880000, 13880000, {sales}, at, at + 604800000
           from n where not ready and i % 3 = 0)",
        R"(insert into deals_deal (id, store_id, number, state, customer_id, consultant_id, model_id,
                  car_title, used_by, bought_on, list_price, total, created_by, created_at)
           select 8900000000000 + i, {store}, 'D' || substr('00000000' || i, -8), 'draft', customer, {sales},
                  900000000000, '前庭 远行 2025款 1.5T 豪华型', 'family',
                  date({now} / 1000, 'unixepoch', '+8 hours'), 13880000, 13880000, {sales}, at
           from n where ready)",
        R"(insert into deals_line (id, store_id, deal_id, kind, title, explanation, amount)
           select 8900000000000 + i, {store}, 8900000000000 + i, 'car', '前庭 远行 2025款 1.5T 豪华型', '',
                  13880000 from n where ready or i % 3 = 0)",
        R"(insert into vehicles_car (id, store_id, vin, vin_tail, model_id, model_name, plate, colour, state,
                  mileage_km, mileage_at, location, key_number, cost, ordered_at, arrived_at, arrived_by,
                  stock_since)
           select 2900000000000 + i, {store}, 'LFV3A23C' || substr('000000000' || i, -9),
                  substr('000000000' || i, -6), 900000000000, '前庭 远行 2025款 1.5T 豪华型',
                  case when i < 4 then '浙B0000' || i end, '极夜黑',
                  case when i < 4 then 'demo' else 'in_stock' end, 12, {now}, '一号库', 'K' || i, 11900000,
                  {now} - 90 * 86400000 + i, {now} - (i % 80) * 86400000, '孙丽',
                  {now} - (i % 80) * 86400000 from n where i < 300)",
        R"(insert into showroom_test_drive (id, store_id, number, state, customer_id, car_id, consultant_id,
                  starts_at, ends_at, route, booked_by, booked_at, signed_name, signature, signed_at,
                  mileage_out_km, started_at, started_by, mileage_in_km, finished_at, finished_by)
           select 9000000000000 + i, {store}, 'T' || substr('00000000' || i, -8), 'finished', customer,
                  2900000000000 + i % 4, {sales}, at, at + 1800000, 'city', {sales}, at - 3600000, '客户', '',
                  at, 100, at, {sales}, 112, at + 1800000, {sales}
           from n where not ready and i % 4 = 0)",
        R"(insert into showroom_test_drive (id, store_id, number, state, customer_id, car_id, consultant_id,
                  starts_at, ends_at, route, booked_by, booked_at)
           select 9100000000000 + i, {store}, 'U' || substr('00000000' || i, -8), 'booked', 1000000000000 + i,
                  2900000000000 + i % 4, {sales}, {midnight} + 32400000 + (i / 4) * 7200000,
                  {midnight} + 34200000 + (i / 4) * 7200000, 'city', {sales}, {now} - 3600000
           from n where i < 12)",
    };
    return statements;
}

}  // namespace forecourt::bench
