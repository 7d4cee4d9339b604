#include <demo/one_stop_days.h>

#include <algorithm>

namespace forecourt::demo {
namespace {

std::string id_text(std::int64_t id) { return std::to_string(id); }

std::string record(Player& player, std::int64_t deal) {
    return player.see("gm", "deals.deal_record", {{"deal_id", id_text(deal)}});
}
std::string deal_at(Player& player, std::int64_t deal) {
    return "{\"deal_id\":" + id_text(deal) +
           ",\"version\":" + id_text(number_at(record(player, deal), "deal.version"));
}

struct LenderTerms {
    int months;
    int rate_ppm;
    int fee_basis_points;
};

void add_lender(Dealership& store, const char* lender, const char* name, const char* repayment, int balloon,
                const std::vector<LenderTerms>& terms) {
    Player& player = store.player;
    const auto product = number_at(
        player.act(
            player.on_duty(Role::finance), "financing.add_product",
            "{\"lender_name\":" + quoted(lender) + ",\"name\":" + quoted(name) + ",\"repayment\":\"" +
                repayment +
                "\",\"papers\":[\"identity_card\",\"driving_licence\",\"income_proof\",\"credit_consent\"]}"),
        "id");
    for (const auto& one : terms) {
        std::string fees =
            "{\"title\":\"抵押登记费\",\"explanation\":\"车管所抵押登记，实报实销\",\"fixed\":35000,"
            "\"basis_points\":0,\"paid\":\"at_signing\"}";
        if (one.fee_basis_points > 0) {
            fees +=
                ",{\"title\":\"分期手续费\",\"explanation\":\"贷款机构收取，随月供分摊\",\"fixed\":0,\"basis_"
                "points\":" +
                std::to_string(one.fee_basis_points) + ",\"paid\":\"with_instalments\"}";
        }
        player.act(player.on_duty(Role::finance), "financing.publish_terms",
                   "{\"product_id\":" + id_text(product) + ",\"valid_from\":\"" +
                       to_text(store.first_day + -30) + "\",\"months\":" + std::to_string(one.months) +
                       ",\"annual_rate_ppm\":" + std::to_string(one.rate_ppm) +
                       ",\"down_payment_basis_points\":" + (balloon ? "3000" : "2000") +
                       ",\"amount_min\":1000000,\"amount_max\":50000000,\"balloon_basis_points\":" +
                       std::to_string(balloon) + ",\"fees\":[" + fees + "]}");
    }
}

void sign_and_submit(Player& player, const std::string& consultant, std::int64_t loan) {
    const auto paper = player.upload(consultant, photo_png(static_cast<unsigned>(loan)));
    for (const char* name : {"identity_card", "driving_licence", "income_proof", "credit_consent"}) {
        player.try_act(consultant, "financing.hand_in_paper",
                       "{\"application_id\":" + id_text(loan) + ",\"paper\":\"" + name +
                           "\",\"file\":" + quoted(paper) + "}");
    }
    const auto shown =
        player.see(consultant, "financing.application_record", {{"application_id", id_text(loan)}});
    const auto signature = player.upload(consultant, signature_png(static_cast<unsigned>(loan)));
    const auto sheet = player.try_act(consultant, "financing.sign_sheet",
                                      "{\"application_id\":" + id_text(loan) +
                                          ",\"version\":" + id_text(number_at(shown, "application.version")) +
                                          ",\"sheet_hash\":" + quoted(text_at(shown, "sheet_hash_now")) +
                                          ",\"signed_name\":" + quoted(text_at(shown, "customer_name")) +
                                          ",\"signature\":" + quoted(signature) + "}");
    if (sheet.empty()) return;
    player.try_act(consultant, "financing.submit",
                   "{\"application_id\":" + id_text(loan) +
                       ",\"version\":" + id_text(number_at(sheet, "version")) + "}");
}

std::string loan_at(Player& player, std::int64_t loan) {
    const auto shown = player.see(player.on_duty(Role::finance), "financing.application_record",
                                  {{"application_id", id_text(loan)}});
    return "{\"application_id\":" + id_text(loan) +
           ",\"version\":" + id_text(number_at(shown, "application.version"));
}

void take_loan(Player& player, const std::string& consultant, std::int64_t deal) {
    const auto compared = player.see(consultant, "financing.compare", {{"deal_id", id_text(deal)}});
    const auto principal = number_at(compared, "principal");
    const auto plans = items_at(compared, "plans");
    if (plans.empty()) return;
    const auto& plan = plans[static_cast<std::size_t>(player.between(0, static_cast<int>(plans.size()) - 1))];
    const auto applied =
        player.try_act(consultant, "financing.apply",
                       "{\"deal_id\":" + id_text(deal) + ",\"term_id\":" + text_at(plan, "term_id") +
                           ",\"principal\":" + id_text(principal) + "}");
    if (applied.empty()) return;
    const auto loan = number_at(applied, "id");
    sign_and_submit(player, consultant, loan);
    player.at(player.within_hours(player.now() + hours(player.between(4, 20))), [&player, loan, principal] {
        if (player.chance(12)) {
            player.try_act(player.on_duty(Role::finance), "financing.reject",
                           loan_at(player, loan) + ",\"reason\":\"征信负债偏高\"}");
            return;
        }
        const auto granted = player.try_act(player.on_duty(Role::finance), "financing.approve",
                                            loan_at(player, loan) + ",\"principal\":" + id_text(principal) +
                                                ",\"lender_reference\":\"PF" + id_text(loan % 100000) +
                                                "\",\"approval_ends_on\":\"" +
                                                to_text(local_date(player.now()) + 30) + "\",\"note\":\"\"}");
        if (granted.empty()) return;
        player.at(player.within_hours(player.now() + hours(player.between(3, 20))),
                  [&player, loan, principal] {
                      player.try_act(player.on_duty(Role::finance), "financing.disburse",
                                     loan_at(player, loan) + ",\"amount\":" + id_text(principal) +
                                         ",\"reference\":\"FK" + id_text(loan % 100000) + "\"}");
                  });
        player.at(player.within_hours(player.now() + days(9)), [&player, loan] {
            player.try_act(player.on_duty(Role::finance), "financing.register_mortgage",
                           loan_at(player, loan) + ",\"mortgage_number\":\"浙抵" + id_text(loan % 100000) +
                               "\",\"registered_on\":\"" + to_text(local_date(player.now())) + "\"}");
        });
    });
}

// The insurer pays its commission some three weeks later.
void expect_commission(Player& player, const std::string& policy_number) {
    player.at(player.within_hours(player.now() + days(player.between(18, 30))), [&player, policy_number] {
        const auto finance = player.on_duty(Role::finance);
        const auto open =
            player.see(finance, "deals.policy_list", {{"commission_open", "true"}, {"limit", "200"}});
        for (const auto& policy : items_at(open, "rows")) {
            if (text_at(policy, "policy_number") != policy_number) continue;
            player.try_act(finance, "deals.receive_commission",
                           "{\"policy_id\":" + text_at(policy, "id") + ",\"reference\":\"ICBC" +
                               policy_number.substr(policy_number.size() - 6) + "\"}");
        }
    });
}

void finish_case(Player& player, const std::string& consultant, const std::string& line) {
    const auto id = text_at(line, "agency_case.id");
    const auto kind = text_at(line, "agency_case.kind");
    for (const auto& paper : items_at(line, "papers")) {
        player.try_act(consultant, "deals.receive_case_paper",
                       "{\"case_id\":" + id + ",\"paper\":" + quoted(text_at(paper, "name")) + "}");
    }
    const auto collected = number_at(line, "agency_case.collected");
    const auto premium = collected - player.between(0, 60) * 100;
    if (kind == "insurance") {
        const std::string until = to_text(local_date(player.now()) + 10);
        // Each insurer is the cheapest one of three times.
        auto turn = std::stoll(id);
        for (const char* insurer : {"人保财险", "平安财险", "太保财险"}) {
            const auto price = premium - turn++ % 3 * 4'000;
            player.try_act(
                consultant, "deals.quote_insurance",
                "{\"case_id\":" + id + ",\"insurer\":\"" + insurer +
                    "\",\"coverage\":\"交强险、车损险、第三者责任险300万元、车上人员险\",\"premium\":" +
                    id_text(price) + ",\"commission\":" + id_text(price / 12 / 100 * 100) +
                    ",\"valid_until\":\"" + until + "\"}");
        }
    }
    const auto deal = text_at(line, "agency_case.deal_id");
    const auto shown = player.see(consultant, "deals.cases_of_deal", {{"deal_id", deal}});
    for (const auto& now : items_at(shown, "cases")) {
        if (text_at(now, "agency_case.id") != id) continue;
        std::int64_t paid = kind == "insurance" ? 0 : collected;
        const auto quotes = items_at(now, "quotes");
        if (!quotes.empty()) {
            const auto cheapest =
                std::min_element(quotes.begin(), quotes.end(), [](const auto& one, const auto& other) {
                    return number_at(one, "premium") < number_at(other, "premium");
                });
            paid = number_at(*cheapest, "premium");
            player.try_act(consultant, "deals.choose_insurance",
                           "{\"quote_id\":" + text_at(*cheapest, "id") + "}");
        }
        const auto sent = player.try_act(
            consultant, "deals.send_case",
            "{\"case_id\":" + id + ",\"version\":" + text_at(now, "agency_case.version") + "}");
        if (sent.empty()) return;
        const auto receipt = player.upload(consultant, photo_png(static_cast<unsigned>(std::stoll(id))));
        std::string input = "{\"case_id\":" + id + ",\"version\":" + text_at(sent, "version") +
                            ",\"paid\":" + id_text(paid) + ",\"receipt_number\":\"PJ" +
                            id.substr(id.size() > 6 ? id.size() - 6 : 0) +
                            "\",\"receipt_file\":" + quoted(receipt) + ",\"result\":\"\"";
        if (kind == "insurance") {
            input += ",\"policy_number\":\"PDZA" + id + "\",\"starts_on\":\"" +
                     to_text(local_date(player.now()) + 2) + "\"";
        }
        player.at(
            player.within_hours(player.now() + hours(player.between(5, 30))),
            [&player, consultant, input] { player.try_act(consultant, "deals.finish_case", input + "}"); });
        if (kind == "insurance") expect_commission(player, "PDZA" + id);
    }
}

// Three look at the work, and an advisor settles it as the store's own cost.
void end_mending(Player& player, const std::string& mender, const std::string& order) {
    const auto at = [&] {
        const auto shown = player.see("gm", "workshop.order", {{"order_id", order}});
        return "{\"order_id\":" + order + ",\"version\":" + text_at(shown, "order.version");
    };
    const auto check = [&](const std::string& login, const std::string& level, const std::string& more = {}) {
        player.try_act(login, "workshop.record_check",
                       at() + ",\"level\":\"" + level + "\",\"passed\":true,\"answers\":" +
                           checklist_answers("quality_" + level) + more + "}");
    };
    check(mender, "self");
    check(player.team(Role::technician).front(), "peer");
    check(player.on_duty(Role::inspector), "final", ",\"road_test_km\":1");
    player.try_act(player.team(Role::advisor).front(), "workshop.settle_order", at() + "}");
}

// Finance puts the paper on the shelf the next day; now and then a bank wants to see it for a few days.
void plan_archive(Player& player, std::int64_t deal) {
    player.at(player.within_hours(player.now() + hours(20)), [&player, deal] {
        const auto finance = player.on_duty(Role::finance);
        const std::string shelf = "档案柜 " + id_text(deal / 8 % 6 + 1) + "-" + id_text(deal % 8 + 1);
        const auto filed =
            player.try_act(finance, "deals.file_contract",
                           "{\"deal_id\":" + id_text(deal) + ",\"location\":" + quoted(shelf) + "}");
        if (filed.empty() || deal % 9 != 4) return;
        const auto paper = "{\"custody_id\":" + text_at(filed, "id") + ",\"version\":";
        player.at(player.within_hours(player.now() + days(3)), [&player, finance, paper, shelf] {
            player.try_act(
                finance, "deals.lend_contract",
                paper + "1,\"borrower\":\"江南银行李经理\",\"reason\":\"核验合同原件\",\"back_by\":\"" +
                    to_text(local_date(player.now()) + 7) + "\"}");
            player.at(player.within_hours(player.now() + days(5)), [&player, finance, paper, shelf] {
                player.try_act(finance, "deals.return_contract",
                               paper + "2,\"location\":" + quoted(shelf) + "}");
            });
        });
    });
}

}  // namespace

void bring_lenders(Dealership& store) {
    add_lender(store, "星驰汽车金融", "厂家贴息贷", "equal_instalment", 0,
               {{24, 0, 0}, {36, 19'900, 0}, {60, 39'900, 0}});
    add_lender(store, "江南银行", "车e分期", "equal_instalment", 0, {{24, 0, 500}, {36, 0, 850}});
    add_lender(store, "江南银行", "等额本金贷", "equal_principal", 0, {{36, 45'000, 0}});
    add_lender(store, "东海汽车金融", "弹性尾款", "balloon", 4'000, {{36, 52'000, 0}});
}

void add_extras(Player& player, const std::string& consultant, std::int64_t deal) {
    if (player.chance(45)) {
        player.try_act(consultant, "deals.add_promise",
                       deal_at(player, deal) +
                           ",\"title\":\"免费基础保养\",\"times\":2,\"valid_months\":24,\"worth\":120000,"
                           "\"cost\":56000}");
    }
    if (player.chance(50)) {
        player.try_act(consultant, "deals.add_line",
                       deal_at(player, deal) +
                           ",\"kind\":\"accessory\",\"title\":\"全车隔热膜\",\"explanation\":"
                           "\"前挡与侧后挡，含施工\",\"amount\":288000,\"cost\":150000}");
    }
    if (!player.chance(40)) return;
    const auto menu = player.see(consultant, "deals.deal_menu", {{"deal_id", id_text(deal)}});
    std::string answers;
    for (const auto& line : items_at(menu, "lines")) {
        if (!answers.empty()) answers += ",";
        answers += "{\"offer\":" + quoted(text_at(line, "offer")) +
                   ",\"accepted\":" + (player.chance(30) ? "true" : "false") + "}";
    }
    const auto signature = player.upload(consultant, signature_png(static_cast<unsigned>(deal)));
    player.try_act(consultant, "deals.answer_menu",
                   deal_at(player, deal) + ",\"answers\":[" + answers + "],\"signed_name\":\"" +
                       text_at(record(player, deal), "customer_name") +
                       "\",\"signature\":" + quoted(signature) + "}");
}

void plan_one_stop(Player& player, const std::string& consultant, std::int64_t deal) {
    plan_archive(player, deal);
    if (player.chance(45)) take_loan(player, consultant, deal);
    player.at(player.within_hours(player.now() + hours(player.between(4, 26))), [&player, consultant, deal] {
        for (const auto& line :
             items_at(player.see(consultant, "deals.cases_of_deal", {{"deal_id", id_text(deal)}}), "cases")) {
            finish_case(player, consultant, line);
        }
    });
    if (!player.chance(30)) return;
    player.try_act("sales_manager", "deals.set_rebate",
                   "{\"deal_id\":" + id_text(deal) + ",\"amount\":" +
                       id_text(player.between(8, 30) * 10'000) + ",\"reason\":\"厂家季度促销返利\"}");
}

std::int64_t lent(Player& player, std::int64_t deal) {
    const auto shown =
        player.see(player.on_duty(Role::cashier), "financing.deal_financing", {{"deal_id", id_text(deal)}});
    for (const auto& loan : items_at(shown, "loans")) {
        const auto state = text_at(loan, "state");
        if (state == "drafted" || state == "submitted" || state == "approved")
            return number_at(loan, "principal");
    }
    return 0;
}

void fit_extras(Player& player, std::int64_t deal) {
    const auto shown =
        player.see(player.on_duty(Role::delivery), "deals.deal_extras", {{"deal_id", id_text(deal)}});
    for (const auto& line : items_at(shown, "fittings")) {
        if (text_at(line, "fitting.state") != "planned") continue;
        player.try_act(player.on_duty(Role::delivery), "deals.finish_fitting",
                       "{\"fitting_id\":" + text_at(line, "fitting.id") + ",\"cost\":" +
                           id_text(number_at(line, "fitting.expected_cost") + player.between(-3, 6) * 1'000) +
                           ",\"note\":\"\"}");
    }
}

std::string inspection_answers(Player& player, const std::string& delivery,
                               const std::vector<std::string>& faults) {
    const auto farewell =
        player.see(player.on_duty(Role::delivery), "delivery.farewell", {{"delivery_id", delivery}});
    const auto record =
        player.see(player.on_duty(Role::delivery), "delivery.delivery_record", {{"delivery_id", delivery}});
    const auto list = player.see(
        player.on_duty(Role::delivery), "checklists.definition",
        {{"name", text_at(farewell, "inspection")}, {"began_at", text_at(record, "delivery.created_at")}});
    std::string out = "[";
    for (const auto& item : items_at(list, "items")) {
        const auto name = text_at(item, "name");
        const bool faulty = std::find(faults.begin(), faults.end(), name) != faults.end();
        if (out.size() > 1) out += ",";
        out += "{\"item\":" + quoted(name) + ",\"verdict\":\"" + (faulty ? "fault" : "ok") +
               "\",\"note\":" + quoted(faulty ? "左后门有一道浅划痕" : "") + ",\"photos\":[]";
        if (item.find("\"lower\":") != std::string::npos)
            out += ",\"measured\":" + std::to_string(number_at(item, "measure.lower") + 5000);
        out += "}";
    }
    return out + "]";
}

void before_farewell(Player& player, const std::string& delivery, const std::string& signature) {
    player.try_act(player.on_duty(Role::delivery), "delivery.plan_ceremony",
                   "{\"delivery_id\":" + delivery + ",\"place\":\"交车区 " + id_text(player.between(1, 3)) +
                       " 号位\",\"plan\":\"鲜花、合影、介绍服务顾问\"}");
    player.try_act(player.on_duty(Role::delivery), "delivery.explain",
                   "{\"delivery_id\":" + delivery +
                       ",\"answers\":" + checklist_answers("delivery_explanation") +
                       ",\"signature\":" + quoted(signature) + "}");
}

void after_farewell(Player& player, const std::string& delivery, std::int64_t customer,
                    const std::string& signature) {
    const auto shown =
        player.see(player.on_duty(Role::delivery), "delivery.farewell", {{"delivery_id", delivery}});
    std::string items;
    for (const auto& item : items_at(shown, "wanted")) {
        if (!items.empty()) items += ",";
        items += "{\"item\":" + quoted(text_at(item, "name")) + ",\"pieces\":" + text_at(item, "pieces") +
                 ",\"number\":\"\"}";
    }
    player.try_act(player.on_duty(Role::delivery), "delivery.hand_over_items",
                   "{\"delivery_id\":" + delivery + ",\"items\":[" + items +
                       "],\"signature\":" + quoted(signature) + "}");
    const auto pass = player.try_act(player.on_duty(Role::delivery), "delivery.issue_gate_pass",
                                     "{\"delivery_id\":" + delivery + "}");
    if (!pass.empty() && player.chance(85)) {
        player.after(minutes(25), [&player, pass] {
            player.try_act(player.on_duty(Role::host), "delivery.let_out",
                           "{\"code\":" + quoted(text_at(pass, "code")) + "}");
        });
    }
    if (!player.chance(60)) return;
    player.after(hours(player.between(3, 40)), [&player, delivery, customer] {
        static const std::vector<std::string> words{"讲解很细，谢谢", "等了一会儿，其他都好",
                                                    "交车仪式很有心", ""};
        player.act_as_customer(customer, "delivery.rate_delivery",
                               "{\"delivery_id\":" + delivery +
                                   ",\"score\":" + id_text(player.between(3, 5)) +
                                   ",\"explained\":" + id_text(player.between(3, 5)) +
                                   ",\"words\":" + quoted(player.one_of(words)) + "}");
    });
}

void mend_in_workshop(Player& player, const std::string& delivery) {
    const auto shown =
        player.see(player.on_duty(Role::delivery), "delivery.delivery_record", {{"delivery_id", delivery}});
    const std::string mender = player.team(Role::technician).back();
    for (const auto& fault : items_at(shown, "faults")) {
        const auto begun =
            player.try_act(mender, "workshop.clock_on", "{\"line_id\":" + text_at(fault, "line_id") + "}");
        if (begun.empty()) continue;
        player.after(minutes(45), [&player, mender, order = text_at(fault, "order_id")] {
            player.try_act(mender, "workshop.clock_off", "{\"reason\":\"done\"}");
            player.after(minutes(12), [&player, mender, order] { end_mending(player, mender, order); });
        });
        return;
    }
}

}  // namespace forecourt::demo
