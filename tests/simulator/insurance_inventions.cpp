#include <simulator/sale.h>

#include <demo/player.h>

namespace forecourt::simulator {
namespace {

constexpr db::Sql case_of{
    "simulator.case_of",
    "select id from deals_case where store_id = :store_id and deal_id = :id and kind = 'insurance'"};
constexpr db::Sql newest_offer{
    "simulator.newest_offer",
    "select max(id) from deals_insurance_quote where store_id = :store_id and case_id = :id"};

Fen collected_for_insurance(StoreModel& store, const Deal& deal) {
    Fen sum = 0;
    if (!deal.used) sum = compulsory_insurance + vehicle_tax(store.model(deal.model).facts, deal.bought_on);
    for (const auto& line : deal.lines) {
        if (line.kind == "insurance") sum += line.amount;
    }
    return sum;
}

Deal* some_insured_deal(Life& life, std::size_t store) {
    // Mostly one where there is something to do.
    for (int tries = 0; tries < 8; ++tries) {
        auto* deal = life.at(store).deals.pick(life.dice);
        if (deal == nullptr || deal->insurance.id == 0) continue;
        if (!deal->insurance.is_over() || life.dice.chance(10)) return deal;
    }
    return nullptr;
}

Attempt about_case(Life& life, std::size_t store, const char* action, const Deal& deal) {
    Attempt attempt{.store = store, .who = some_seller(life), .action = action};
    attempt.record = "case_id";
    attempt.missing = "case_not_found";
    attempt.input.number("case_id", deal.insurance.id);
    return attempt;
}

std::optional<Attempt> receive_case_paper(Life& life) {
    const auto store = life.some_store();
    auto* deal = some_insured_deal(life, store);
    if (deal == nullptr) return std::nullopt;
    static const std::vector<std::string> papers{"identity_card", "insured_contact", "identity_card",
                                                 "insured_contact", "sales_invoice"};
    const auto paper = life.dice.one_of(papers);
    auto attempt = about_case(life, store, "deals.receive_case_paper", *deal);
    attempt.input.text("paper", paper);
    attempt.must_not(deal->insurance.is_over(), "case_is_over");
    attempt.must_not(paper == "sales_invoice", "case_paper_unknown");
    attempt.then = [&life, store, id = deal->id, paper](const std::string&) {
        life.at(store).deals.at(id).insurance.papers.insert(paper);
    };
    return attempt;
}

std::optional<Attempt> quote_insurance(Life& life) {
    const auto store = life.some_store();
    auto* deal = some_insured_deal(life, store);
    if (deal == nullptr || deal->insurance.offers.size() > 3) return std::nullopt;
    InsuranceOffer offer{.premium = life.dice.chance(80) ? deal->insurance.collected
                                                         : life.around(deal->insurance.collected)};
    offer.commission =
        life.dice.chance(90) ? std::max<Fen>(0, offer.premium / 12) : life.around(offer.premium);
    offer.valid_until = life.today() + static_cast<int>(life.dice.between(life.dice.chance(90) ? 1 : -2, 20));
    auto attempt = about_case(life, store, "deals.quote_insurance", *deal);
    attempt.input.text("insurer", "平安财险").text("coverage", "交强险").number("premium", offer.premium);
    attempt.input.number("commission", offer.commission).text("valid_until", to_text(offer.valid_until));
    attempt.must_not(deal->insurance.is_over(), "case_is_over");
    attempt.must_not(offer.premium <= 0 || offer.commission < 0 || offer.commission > offer.premium,
                     "paid_not_positive");
    attempt.must_not(offer.valid_until < life.today(), "insurance_quote_past");
    attempt.then = [&life, store, id = deal->id, offer](const std::string&) mutable {
        auto& insurance = life.at(store).deals.at(id).insurance;
        offer.id = life.program.number(newest_offer, store, insurance.id);
        insurance.offers.push_back(offer);
    };
    return attempt;
}

std::optional<Attempt> choose_insurance(Life& life) {
    const auto store = life.some_store();
    auto* deal = some_insured_deal(life, store);
    if (deal == nullptr || deal->insurance.offers.empty()) return std::nullopt;
    const auto& insurance = deal->insurance;
    const auto at = static_cast<std::size_t>(
        life.dice.between(0, static_cast<std::int64_t>(insurance.offers.size()) - 1));
    const auto& offer = insurance.offers[at];
    Attempt attempt{.store = store, .who = some_seller(life), .action = "deals.choose_insurance"};
    attempt.record = "quote_id";
    attempt.missing = "insurance_quote_not_found";
    attempt.input.number("quote_id", offer.id);
    attempt.must_not(insurance.is_over(), "case_is_over");
    attempt.must_not(offer.valid_until < life.today(), "insurance_quote_past");
    attempt.must_not(offer.premium > insurance.collected, "insurance_quote_over_collected");
    attempt.then = [&life, store, id = deal->id, at](const std::string&) {
        life.at(store).deals.at(id).insurance.chosen = at + 1;
    };
    return attempt;
}

std::optional<Attempt> send_case(Life& life) {
    const auto store = life.some_store();
    auto* deal = some_insured_deal(life, store);
    if (deal == nullptr) return std::nullopt;
    const auto& insurance = deal->insurance;
    auto attempt = about_case(life, store, "deals.send_case", *deal);
    attempt.input.number("version", insurance.version);
    attempt.must_not(insurance.is_over(), "case_is_over");
    attempt.must_not(insurance.state == "with_authority", "case_is_sent");
    attempt.must_not(insurance.papers.size() < 2, "case_papers_missing");
    attempt.then = [&life, store, id = deal->id](const std::string& answer) {
        auto& insurance = life.at(store).deals.at(id).insurance;
        insurance.state = "with_authority";
        ++insurance.version;
        expect_equal("state of the case", insurance.state, demo::text_at(answer, "state"));
        expect_equal("version of the case", insurance.version, demo::number_at(answer, "version"));
    };
    return attempt;
}

// What was collected leaves the house, what is beyond the premium is the customer's, and the insurer owes us
// his commission, of which the state takes its part.
void insured_now(StoreModel& model, const Deal& deal, Fen paid) {
    const auto& insurance = deal.insurance;
    model.post({{"agency_payable", insurance.collected},
                {"bank", -paid},
                {"refunds_payable", paid - insurance.collected, deal.customer}});
    const Fen commission = insurance.offers[insurance.chosen - 1].commission;
    if (commission == 0) return;
    const Fen net = net_of(commission, services_vat);
    model.post(
        {{"insurer_receivable", commission}, {"commission_revenue", -net}, {"output_tax", net - commission}});
}

std::optional<Attempt> finish_case(Life& life) {
    const auto store = life.some_store();
    auto* deal = some_insured_deal(life, store);
    if (deal == nullptr) return std::nullopt;
    const auto& insurance = deal->insurance;
    if (insurance.state != "with_authority" && life.dice.chance(80)) return std::nullopt;
    const Fen paid = life.dice.chance(85) ? insurance.collected : life.around(insurance.collected);
    const bool half_said = life.dice.chance(5);
    auto attempt = about_case(life, store, "deals.finish_case", *deal);
    attempt.input.number("version", insurance.version).number("paid", paid).text("receipt_number", "PA-1");
    attempt.input.text("receipt_file", life.program.signature(store)).text("result", "");
    if (!half_said) {
        attempt.input.text("policy_number", "P" + std::to_string(insurance.id));
        attempt.input.text("starts_on", life.today_text(1));
    }
    attempt.must_not(insurance.is_over(), "case_is_over");
    attempt.must_not(insurance.state == "collecting", "case_not_sent");
    attempt.must_not(paid <= 0, "paid_not_positive");
    attempt.must_not(paid > insurance.collected, "paid_over_collected");
    attempt.must_not(insurance.chosen == 0, "insurance_not_chosen");
    attempt.must_not(half_said, "policy_incomplete");
    attempt.then = [&life, store, id = deal->id, paid](const std::string& answer) {
        auto& model = life.at(store);
        auto& now = model.deals.at(id);
        insured_now(model, now, paid);
        now.insurance.state = "done";
        ++now.insurance.version;
        expect_equal("state of the case", now.insurance.state, demo::text_at(answer, "state"));
    };
    return attempt;
}

}  // namespace

void insurance_begins(Life& life, std::size_t store, Deal& deal) {
    auto& insurance = deal.insurance;
    if (insurance.state == "done") return;
    insurance.collected = collected_for_insurance(life.at(store), deal);
    // The buyer of a used car may insure it himself; then nobody here works on it, nor goes on with it.
    if (insurance.collected == 0 && insurance.id == 0) return;
    if (insurance.collected == 0) return insurance_stops(deal);
    insurance.state = "collecting";
    if (insurance.id == 0) {
        insurance.id = life.program.number(case_of, store, deal.id);
        return;
    }
    ++insurance.version;
}

void insurance_stops(Deal& deal) {
    if (deal.insurance.id == 0 || deal.insurance.is_over()) return;
    deal.insurance.state = "cancelled";
    ++deal.insurance.version;
}

std::vector<Invention> insurance_inventions() {
    return {{"deals.receive_case_paper", 22, receive_case_paper},
            {"deals.quote_insurance", 12, quote_insurance},
            {"deals.choose_insurance", 12, choose_insurance},
            {"deals.send_case", 14, send_case},
            {"deals.finish_case", 14, finish_case}};
}

}  // namespace forecourt::simulator
