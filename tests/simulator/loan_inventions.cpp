#include <simulator/sale.h>

#include <demo/player.h>

namespace forecourt::simulator {

using demo::number_at;
using demo::text_at;

void end_loans(StoreModel& store, const Deal& deal) {
    for (const auto id : deal.loans) {
        auto& loan = store.loans.at(id);
        if (loan.is_ended() || loan.state == "disbursed") continue;
        loan.state = "withdrawn";
        ++loan.version;
    }
}

namespace {

std::string some_lenders_friend(Life& life) { return life.dice.chance(80) ? "finance" : "gm"; }

const std::vector<std::string>& every_paper() {
    static const std::vector<std::string> papers{"identity_card", "income_proof", "bank_statement"};
    return papers;
}

std::optional<Attempt> add_product(Life& life) {
    const auto store = life.some_store();
    auto& products = life.at(store).loan_products;
    if (products.size() >= 4 && life.dice.chance(95)) return std::nullopt;
    static const std::vector<std::string> repayments{"equal_instalment", "equal_principal", "balloon"};
    LoanProduct product{.repayment = life.dice.one_of(repayments)};
    const bool known = products.size() > 0 && life.dice.chance(15);
    product.name = known ? life.dice.one_of(products.all()).name : "贷 " + std::to_string(products.size());
    std::string papers;
    for (const auto& paper : every_paper()) {
        if (life.dice.chance(50)) continue;
        product.papers.push_back(paper);
        papers += (papers.empty() ? "" : ", ") + demo::quoted(paper);
    }
    Attempt attempt{.store = store, .who = some_lenders_friend(life), .action = "financing.add_product"};
    attempt.input.text("lender_name", "星驰汽车金融").text("name", product.name);
    attempt.input.text("repayment", product.repayment).json("papers", "[" + papers + "]");
    attempt.must_not(known, "product_is_there");
    attempt.then = [&life, store, product](const std::string& answer) mutable {
        product.id = number_at(answer, "id");
        life.at(store).loan_products.add(product);
    };
    return attempt;
}

bool overlaps(const LoanTerm& one, const LoanTerm& other) {
    if (one.product != other.product || one.facts.months != other.facts.months) return false;
    return (!one.valid_until || other.valid_from <= *one.valid_until) &&
           (!other.valid_until || one.valid_from <= *other.valid_until);
}

std::optional<Attempt> publish_terms(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    auto* product = model.loan_products.pick(life.dice);
    if (product == nullptr || (model.loan_terms.size() > 12 && life.dice.chance(95))) return std::nullopt;
    LoanTerm term{.product = product->id, .papers = product->papers, .repayment = product->repayment};
    auto& facts = term.facts;
    facts.months = life.dice.chance(92) ? 12 * life.dice.between(1, 5) : life.dice.chance(50) ? 5 : 85;
    facts.annual_rate_ppm = life.dice.chance(90) ? life.dice.between(0, 240'000) : life.around(240'000);
    facts.same_principal = product->repayment == "equal_principal";
    const bool has_balloon = (product->repayment == "balloon") == life.dice.chance(95);
    facts.balloon_basis_points = has_balloon ? life.dice.between(1, 8'000) : 0;
    term.valid_from = life.today() + static_cast<int>(life.dice.between(-3, 5));
    if (life.dice.chance(70))
        term.valid_until = term.valid_from + static_cast<int>(life.dice.between(-1, 90));
    term.down_payment_basis_points = life.dice.chance(95) ? life.dice.between(0, 5'000) : 10'000;
    term.amount_min = life.dice.chance(95) ? life.dice.between(100'000, 2'000'000) : 99'999;
    term.amount_max = life.dice.chance(95) ? 30'000'000 : term.amount_min - 1;
    const Fen fee = life.dice.chance(90) ? life.dice.between(0, 150'000) : 0;
    const bool at_signing = life.dice.chance(50);
    (at_signing ? facts.fee_at_signing : facts.fee_with_instalments) = fee;
    Attempt attempt{.store = store, .who = some_lenders_friend(life), .action = "financing.publish_terms"};
    attempt.record = "product_id";
    attempt.missing = "product_not_found";
    attempt.input.number("product_id", product->id).text("valid_from", to_text(term.valid_from));
    if (term.valid_until) attempt.input.text("valid_until", to_text(*term.valid_until));
    attempt.input.number("months", facts.months).number("annual_rate_ppm", facts.annual_rate_ppm);
    attempt.input.number("down_payment_basis_points", term.down_payment_basis_points);
    attempt.input.number("amount_min", term.amount_min).number("amount_max", term.amount_max);
    attempt.input.number("balloon_basis_points", facts.balloon_basis_points);
    attempt.input.json("fees", "[{\"title\": \"手续费\", \"explanation\": \"资信调查\", \"fixed\": " +
                                   std::to_string(fee) + ", \"basis_points\": 0, \"paid\": \"" +
                                   (at_signing ? "at_signing" : "with_instalments") + "\"}]");
    attempt.must_not(facts.months < 6 || facts.months > 84, "months_out_of_range");
    attempt.must_not(facts.annual_rate_ppm < 0 || facts.annual_rate_ppm > 240'000, "loan_rate_out_of_range");
    attempt.must_not(term.down_payment_basis_points >= 10'000, "down_payment_out_of_range");
    attempt.must_not(term.amount_min < 100'000 || term.amount_max < term.amount_min, "loan_amounts_wrong");
    attempt.must_not((product->repayment == "balloon") != has_balloon, "balloon_out_of_range");
    attempt.must_not(fee == 0, "loan_fee_wrong");
    attempt.must_not(term.valid_until && *term.valid_until < term.valid_from, "valid_days_wrong");
    for (const auto& other : model.loan_terms.all()) {
        attempt.must_not(overlaps(term, other), "loan_terms_overlap");
    }
    attempt.then = [&life, store, term](const std::string& answer) mutable {
        term.id = number_at(answer, "id");
        life.at(store).loan_terms.add(term);
    };
    return attempt;
}

std::optional<Attempt> end_terms(Life& life) {
    const auto store = life.some_store();
    auto* term = life.at(store).loan_terms.pick(life.dice);
    if (term == nullptr) return std::nullopt;
    const Date until = life.today() + static_cast<int>(life.dice.between(-10, 20));
    Attempt attempt{.store = store, .who = some_lenders_friend(life), .action = "financing.end_terms"};
    attempt.record = "term_id";
    attempt.missing = "loan_terms_not_found";
    attempt.input.number("term_id", term->id).text("valid_until", to_text(until));
    attempt.must_not(term->valid_until.has_value(), "loan_terms_ended");
    attempt.must_not(until < term->valid_from, "valid_days_wrong");
    attempt.then = [&life, store, id = term->id, until](const std::string&) {
        life.at(store).loan_terms.at(id).valid_until = until;
    };
    return attempt;
}

const Loan* last_of(StoreModel& store, const Deal& deal) {
    return deal.loans.empty() ? nullptr : &store.loans.at(deal.loans.back());
}

std::optional<Attempt> apply(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    auto* deal = model.deals.pick(life.dice);
    auto* term = model.loan_terms.pick(life.dice);
    for (int tries = 0; tries < 5 && term != nullptr && !term->is_good_on(life.today()); ++tries) {
        term = model.loan_terms.pick(life.dice);
    }
    if (deal == nullptr || term == nullptr) return std::nullopt;
    const Fen price = car_price_of(*deal);
    const Fen limit = price - rounded(price, term->down_payment_basis_points, 10'000);
    const Fen principal = life.around(life.dice.chance(10) ? term->amount_min : limit);
    const auto* before = last_of(model, *deal);
    const bool follows = before != nullptr && life.dice.chance(60);
    Loan loan{.deal = deal->id, .term = term->id, .principal = principal, .asked = principal};
    loan.applied_on = life.today();
    Attempt attempt{.store = store, .who = some_seller(life), .action = "financing.apply"};
    attempt.record = "deal_id";
    attempt.missing = "loan_deal_not_found";
    attempt.input.number("deal_id", deal->id).number("term_id", term->id).number("principal", principal);
    if (follows) {
        attempt.input.number("follows_id", before->id);
        attempt.must_not(before->state != "rejected", "follows_not_rejected");
        loan.papers = before->papers;
    }
    attempt.must_not(deal->is_over(), "deal_is_over");
    for (const auto id : deal->loans) {
        attempt.must_not(!model.loans.at(id).is_ended(), "application_is_running");
    }
    attempt.must_not(!term->is_good_on(life.today()), "loan_terms_not_valid");
    const Fen open = deal->due == 0 ? deal->total : model.dues.at(deal->due).open();
    attempt.must_not(principal > open, "loan_over_open");
    attempt.must_not(principal < term->amount_min || principal > term->amount_max,
                     "loan_amount_out_of_range");
    attempt.must_not(principal > limit, "down_payment_too_small");
    attempt.must_not(term->facts.fee_at_signing >= principal, "fees_exceed_loan");
    attempt.then = [&life, store, loan](const std::string& answer) mutable {
        loan.id = number_at(answer, "id");
        life.at(store).loans.add(loan);
        life.at(store).deals.at(loan.deal).loans.push_back(loan.id);
    };
    return attempt;
}

Attempt about_loan(std::size_t store, const std::string& who, const std::string& action, const Loan& loan) {
    Attempt attempt{.store = store, .who = who, .action = action};
    attempt.record = "application_id";
    attempt.missing = "application_not_found";
    attempt.input.number("application_id", loan.id);
    return attempt;
}

void must_be_wanted(Attempt& attempt, const Loan& loan) {
    attempt.must_not(loan.is_ended(), "application_is_ended");
    attempt.must_not(loan.state == "disbursed", "loan_is_disbursed");
}

std::function<void(const std::string&)> changed(Life& life, std::size_t store, RecordId id,
                                                std::function<void(Loan&)> change) {
    return [&life, store, id, change = std::move(change)](const std::string& answer) {
        auto& loan = life.at(store).loans.at(id);
        change(loan);
        ++loan.version;
        expect_equal("state of the loan", loan.state, text_at(answer, "state"));
        expect_equal("what is lent", loan.principal, number_at(answer, "principal"));
        expect_equal("version of the loan", loan.version, number_at(answer, "version"));
    };
}

// Mostly one of which this is the next step.
Loan* some_loan(Life& life, std::size_t store, const std::function<bool(const Loan&)>& is_next) {
    auto& loans = life.at(store).loans;
    auto* loan = loans.pick(life.dice);
    for (int tries = 0; tries < 8 && loan != nullptr && !is_next(*loan); ++tries)
        loan = loans.pick(life.dice);
    return loan;
}

std::optional<Attempt> hand_in_paper(Life& life) {
    const auto store = life.some_store();
    const auto* loan = some_loan(life, store, [](const Loan& one) { return one.state == "drafted"; });
    if (loan == nullptr || (loan->papers.size() == every_paper().size() && life.dice.chance(85)))
        return std::nullopt;
    const auto paper = life.dice.one_of(every_paper());
    const bool lost = life.dice.chance(4);
    auto attempt = about_loan(store, some_seller(life), "financing.hand_in_paper", *loan);
    attempt.input.text("paper", paper);
    attempt.input.text("file", lost ? std::string(64, 'e') : life.program.signature(store));
    must_be_wanted(attempt, *loan);
    attempt.must_not(lost, "file_not_found");
    attempt.then = [&life, store, id = loan->id, paper](const std::string&) {
        life.at(store).loans.at(id).papers.insert(paper);
    };
    return attempt;
}

std::optional<Attempt> sign_sheet(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    const auto* loan =
        some_loan(life, store, [](const Loan& one) { return !one.is_over() && !one.sheet_is_signed; });
    if (loan == nullptr) return std::nullopt;
    auto attempt = about_loan(store, some_seller(life), "financing.sign_sheet", *loan);
    const bool misread = life.dice.chance(5);
    const bool unsigned_paper = life.dice.chance(4);
    const auto seen = life.program.see(life.program.actor_of(store, "gm"), "financing.application_record",
                                       {{"application_id", std::to_string(loan->id)}}, life.now);
    attempt.input.number("version", loan->version).text("signed_name", "顾客");
    attempt.input.text("sheet_hash", misread ? "x" : text_at(seen, "sheet_hash_now"));
    attempt.input.text("signature", unsigned_paper ? std::string(64, 'e') : life.program.signature(store));
    if (life.dice.chance(30)) attempt.customer = model.deals.at(loan->deal).customer;
    must_be_wanted(attempt, *loan);
    attempt.must_not(loan->sheet_is_signed, "sheet_is_signed");
    attempt.must_not(misread, "sheet_changed");
    attempt.must_not(unsigned_paper, "file_not_found");
    attempt.then = changed(life, store, loan->id, [](Loan& now) { now.sheet_is_signed = true; });
    return attempt;
}

std::optional<Attempt> submit(Life& life) {
    const auto store = life.some_store();
    const auto* loan = some_loan(life, store, [](const Loan& one) { return one.state == "drafted"; });
    if (loan == nullptr) return std::nullopt;
    auto attempt = about_loan(store, some_seller(life), "financing.submit", *loan);
    attempt.input.number("version", loan->version);
    must_be_wanted(attempt, *loan);
    attempt.must_not(loan->state == "submitted" || loan->state == "approved", "application_is_submitted");
    for (const auto& paper : life.at(store).loan_terms.at(loan->term).papers) {
        attempt.must_not(!loan->papers.contains(paper), "loan_papers_missing");
    }
    attempt.must_not(!loan->sheet_is_signed, "sheet_not_signed");
    attempt.then = changed(life, store, loan->id, [](Loan& now) { now.state = "submitted"; });
    return attempt;
}

std::optional<Attempt> withdraw(Life& life) {
    const auto store = life.some_store();
    const auto* loan = life.at(store).loans.pick(life.dice);
    if (loan == nullptr) return std::nullopt;
    auto attempt = about_loan(store, some_seller(life), "financing.withdraw", *loan);
    attempt.input.number("version", loan->version).text("reason", "客户改为全款");
    must_be_wanted(attempt, *loan);
    attempt.then = changed(life, store, loan->id, [](Loan& now) { now.state = "withdrawn"; });
    return attempt;
}

void must_be_asked(Attempt& attempt, const Loan& loan) {
    must_be_wanted(attempt, loan);
    attempt.must_not(loan.state == "approved", "loan_is_approved");
    attempt.must_not(loan.state == "drafted", "application_not_submitted");
}

bool is_asked(const Loan& loan) { return loan.state == "submitted"; }

std::optional<Attempt> approve(Life& life) {
    const auto store = life.some_store();
    const auto* loan = some_loan(life, store, is_asked);
    if (loan == nullptr) return std::nullopt;
    const auto& facts = life.at(store).loan_terms.at(loan->term).facts;
    const Fen principal = life.dice.chance(60)   ? loan->asked
                          : life.dice.chance(20) ? life.dice.between(99'990, 170'000)
                                                 : life.around(loan->asked);
    const Date until = life.today() + static_cast<int>(life.dice.between(life.dice.chance(10) ? -1 : 0, 20));
    auto attempt = about_loan(store, some_lenders_friend(life), "financing.approve", *loan);
    attempt.input.number("version", loan->version).number("principal", principal);
    attempt.input.text("lender_reference", "A1").text("approval_ends_on", to_text(until)).text("note", "");
    must_be_asked(attempt, *loan);
    attempt.must_not(principal > loan->asked, "granted_over_asked");
    attempt.must_not(principal < 100'000, "loan_amount_out_of_range");
    attempt.must_not(facts.fee_at_signing >= principal, "fees_exceed_loan");
    attempt.must_not(until < life.today(), "approval_ends_past");
    attempt.then = changed(life, store, loan->id, [principal, until](Loan& now) {
        now.state = "approved";
        now.approval_ends_on = until;
        // Another sum costs something else: the customer signs that anew.
        if (principal != now.principal) now.sheet_is_signed = false;
        now.principal = principal;
    });
    return attempt;
}

std::optional<Attempt> reject(Life& life) {
    const auto store = life.some_store();
    const auto* loan = some_loan(life, store, is_asked);
    if (loan == nullptr) return std::nullopt;
    auto attempt = about_loan(store, some_lenders_friend(life), "financing.reject", *loan);
    attempt.input.number("version", loan->version).text("reason", "负债偏高");
    must_be_asked(attempt, *loan);
    attempt.then = changed(life, store, loan->id, [](Loan& now) { now.state = "rejected"; });
    return attempt;
}

// The lender pays what is due for the deal, as anybody else would.
void paid_by_lender(Life& life, std::size_t store, const Loan& loan) {
    static constexpr db::Sql payment_of{
        "simulator.payment_of_loan",
        "select payment_id from financing_application where store_id = :store_id and id = :id"};
    auto& model = life.at(store);
    auto& due = model.dues.at(model.deals.at(loan.deal).due);
    due.paid += loan.principal;
    model.post({{"bank", loan.principal}, {due.account(), -loan.principal, due.customer}});
    model.payments.add(
        {.id = life.program.number(payment_of, store, loan.id), .due = due.id, .amount = loan.principal});
}

std::optional<Attempt> disburse(Life& life) {
    const auto store = life.some_store();
    auto& model = life.at(store);
    const auto* loan = some_loan(life, store, [&](const Loan& one) {
        return one.state == "approved" && one.sheet_is_signed && model.deals.at(one.deal).due != 0;
    });
    if (loan == nullptr) return std::nullopt;
    const auto due = model.deals.at(loan->deal).due;
    const Fen open = due == 0 ? 0 : model.dues.at(due).open();
    const Fen amount = life.dice.chance(90) ? loan->principal : life.around(loan->principal);
    auto attempt = about_loan(store, some_lenders_friend(life), "financing.disburse", *loan);
    attempt.input.number("version", loan->version).number("amount", amount).text("reference", "P-1");
    must_be_wanted(attempt, *loan);
    attempt.must_not(loan->state != "approved" && loan->state != "disbursed", "loan_not_approved");
    attempt.must_not(!loan->sheet_is_signed, "sheet_not_signed");
    attempt.must_not(loan->approval_ends_on < life.today(), "approval_has_ended");
    attempt.must_not(amount != loan->principal, "disbursement_differs");
    attempt.must_not(due == 0, "loan_has_no_due");
    attempt.must_not(open == 0, "nothing_is_due");
    attempt.must_not(amount > open, "payment_over_due");
    attempt.then = changed(life, store, loan->id, [&life, store](Loan& now) {
        now.state = "disbursed";
        paid_by_lender(life, store, now);
    });
    return attempt;
}

std::optional<Attempt> register_mortgage(Life& life) {
    const auto store = life.some_store();
    const auto* loan = some_loan(life, store, [](const Loan& one) { return one.state == "disbursed"; });
    if (loan == nullptr) return std::nullopt;
    const Date on = life.today() + static_cast<int>(life.dice.between(-12, 1));
    auto attempt = about_loan(store, some_lenders_friend(life), "financing.register_mortgage", *loan);
    attempt.input.number("version", loan->version).text("mortgage_number", "M-1");
    attempt.input.text("registered_on", to_text(on));
    attempt.must_not(loan->state != "disbursed", "loan_not_disbursed");
    attempt.must_not(loan->mortgaged_on.has_value(), "mortgage_is_registered");
    attempt.must_not(on > life.today() || on < loan->applied_on, "mortgage_day_wrong");
    attempt.then = changed(life, store, loan->id, [on](Loan& now) { now.mortgaged_on = on; });
    return attempt;
}

std::optional<Attempt> release_mortgage(Life& life) {
    const auto store = life.some_store();
    const auto* loan = some_loan(life, store, [](const Loan& one) { return one.mortgaged_on.has_value(); });
    if (loan == nullptr) return std::nullopt;
    const Date on = life.today() + static_cast<int>(life.dice.between(-5, 1));
    auto attempt = about_loan(store, some_lenders_friend(life), "financing.release_mortgage", *loan);
    attempt.input.number("version", loan->version).text("released_on", to_text(on));
    attempt.must_not(loan->state != "disbursed", "loan_not_disbursed");
    attempt.must_not(!loan->mortgaged_on, "mortgage_not_registered");
    attempt.must_not(loan->released_on.has_value(), "mortgage_is_released");
    attempt.must_not(on > life.today() || (loan->mortgaged_on && on < *loan->mortgaged_on),
                     "mortgage_day_wrong");
    attempt.then = changed(life, store, loan->id, [on](Loan& now) { now.released_on = on; });
    return attempt;
}

}  // namespace

std::vector<Invention> loan_inventions() {
    return {{"financing.add_product", 1, add_product},
            {"financing.publish_terms", 2, publish_terms},
            {"financing.end_terms", 1, end_terms},
            {"financing.apply", 5, apply},
            {"financing.hand_in_paper", 6, hand_in_paper},
            {"financing.sign_sheet", 5, sign_sheet},
            {"financing.submit", 4, submit},
            {"financing.withdraw", 1, withdraw},
            {"financing.approve", 3, approve},
            {"financing.reject", 1, reject},
            {"financing.disburse", 4, disburse},
            {"financing.register_mortgage", 2, register_mortgage},
            {"financing.release_mortgage", 1, release_mortgage}};
}

}  // namespace forecourt::simulator
