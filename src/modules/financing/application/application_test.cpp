#include <gtest/gtest.h>
#include <modules/financing/application/application_rules.h>

namespace forecourt::financing {
namespace {

std::string name_or_ok(const MaybeRefused& refused) { return refused ? std::string(refused->name()) : "ok"; }

const Date today = date_of({2026, 11, 26});

PublishTerms good_terms() {
    return {.valid_from = today,
            .valid_until = today + 30,
            .months = 36,
            .annual_rate_ppm = 39'900,
            .down_payment_basis_points = 3'000,
            .amount_min = yuan(10'000),
            .amount_max = yuan(300'000),
            .fees = {{"抵押登记费", "车管所抵押登记", yuan(500), 0, FeeTiming::at_signing}}};
}

TEST(LoanTerms, are_refused_where_they_cannot_be_right) {
    struct Case {
        const char* wanted;
        void (*change)(PublishTerms&);
    };
    const Case cases[] = {
        {"ok", [](PublishTerms&) {}},
        {"months_out_of_range", [](PublishTerms& t) { t.months = 5; }},
        {"ok", [](PublishTerms& t) { t.months = 6; }},
        {"ok", [](PublishTerms& t) { t.months = 84; }},
        {"months_out_of_range", [](PublishTerms& t) { t.months = 85; }},
        {"loan_rate_out_of_range", [](PublishTerms& t) { t.annual_rate_ppm = -1; }},
        {"ok", [](PublishTerms& t) { t.annual_rate_ppm = 240'000; }},
        {"loan_rate_out_of_range", [](PublishTerms& t) { t.annual_rate_ppm = 240'001; }},
        {"down_payment_out_of_range", [](PublishTerms& t) { t.down_payment_basis_points = 10'000; }},
        {"down_payment_out_of_range", [](PublishTerms& t) { t.down_payment_basis_points = -1; }},
        {"loan_amounts_wrong", [](PublishTerms& t) { t.amount_min = {99'999}; }},
        {"loan_amounts_wrong", [](PublishTerms& t) { t.amount_max = {t.amount_min.fen - 1}; }},
        {"balloon_out_of_range", [](PublishTerms& t) { t.balloon_basis_points = 1; }},
        {"loan_fee_wrong", [](PublishTerms& t) { t.fees[0].explanation = " "; }},
        {"loan_fee_wrong", [](PublishTerms& t) { t.fees[0].title = ""; }},
        {"loan_fee_wrong", [](PublishTerms& t) { t.fees[0].fixed = {0}; }},
        {"loan_fee_wrong", [](PublishTerms& t) { t.fees[0].fixed = {-1}; }},
        {"valid_days_wrong", [](PublishTerms& t) { t.valid_until = t.valid_from + -1; }},
        {"ok", [](PublishTerms& t) { t.valid_until = t.valid_from; }},
    };
    for (const auto& c : cases) {
        auto in = good_terms();
        c.change(in);
        EXPECT_EQ(name_or_ok(check_terms({}, in, {})), c.wanted);
    }
    auto balloon = good_terms();
    EXPECT_EQ(name_or_ok(check_terms({.repayment = Repayment::balloon}, balloon, {})),
              "balloon_out_of_range");
    balloon.balloon_basis_points = 4'000;
    EXPECT_EQ(name_or_ok(check_terms({.repayment = Repayment::balloon}, balloon, {})), "ok");
}

TEST(LoanTerms, of_one_product_and_length_never_share_a_day) {
    struct Case {
        Date from;
        std::optional<Date> until;
        std::int64_t months;
        const char* wanted;
    };
    const std::vector<Term> others{
        {.valid_from = today + 10, .valid_until = today + 20, .months = 36},
        {.valid_from = today + 40, .valid_until = {}, .months = 36},
    };
    const Case cases[] = {
        {today, today + 9, 36, "ok"},
        {today, today + 10, 36, "loan_terms_overlap"},
        {today + 20, today + 21, 36, "loan_terms_overlap"},
        {today + 21, today + 39, 36, "ok"},
        {today + 21, {}, 36, "loan_terms_overlap"},
        {today + 21, {}, 24, "ok"},
        {today + 100, today + 101, 36, "loan_terms_overlap"},
    };
    for (const auto& c : cases) {
        auto in = good_terms();
        in.valid_from = c.from;
        in.valid_until = c.until;
        in.months = c.months;
        EXPECT_EQ(name_or_ok(check_terms({}, in, others)), c.wanted) << to_text(c.from);
    }
    EXPECT_EQ(name_or_ok(check_end(others[1], today + 39)), "valid_days_wrong");
    EXPECT_EQ(name_or_ok(check_end(others[1], today + 40)), "ok");
    EXPECT_EQ(name_or_ok(check_end(others[0], today + 40)), "loan_terms_ended");
}

TEST(Loan, fits_the_terms_the_price_and_what_is_open) {
    const Term term{.valid_from = today,
                    .valid_until = today + 1,
                    .down_payment_basis_points = 3'000,
                    .amount_min = yuan(10'000),
                    .amount_max = yuan(80'000)};
    struct Case {
        Date day;
        Money price, principal, open;
        const char* wanted;
    };
    const Case cases[] = {
        {today, yuan(100'000), yuan(70'000), yuan(200'000), "ok"},
        {today, yuan(100'000), {7'000'001}, yuan(200'000), "down_payment_too_small"},
        {today, yuan(200'000), yuan(80'000), yuan(200'000), "ok"},
        {today, yuan(200'000), {8'000'001}, yuan(200'000), "loan_amount_out_of_range"},
        {today, yuan(200'000), {999'999}, yuan(200'000), "loan_amount_out_of_range"},
        {today, yuan(100'000), yuan(70'000), yuan(70'000), "ok"},
        {today, yuan(100'000), yuan(70'000), {6'999'999}, "loan_over_open"},
        {today + -1, yuan(100'000), yuan(70'000), yuan(200'000), "loan_terms_not_valid"},
        {today + 1, yuan(100'000), yuan(70'000), yuan(200'000), "ok"},
        {today + 2, yuan(100'000), yuan(70'000), yuan(200'000), "loan_terms_not_valid"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(name_or_ok(check_loan(term, {c.price, c.open, c.principal}, c.day)), c.wanted)
            << c.principal.fen;
    }
}

LoanApplication in_state(ApplicationState state, const char* sheet = "h") {
    return {.state = state, .principal = yuan(70'000), .asked_principal = yuan(70'000), .sheet_hash = sheet};
}

TEST(Loan, goes_its_way_step_by_step) {
    using enum ApplicationState;
    struct Row {
        ApplicationState state;
        const char *hand_in, *submit, *decide, *disburse, *withdraw, *mortgage;
    };
    const Row rows[] = {
        {drafted, "ok", "ok", "application_not_submitted", "loan_not_approved", "ok", "loan_not_disbursed"},
        {submitted, "ok", "application_is_submitted", "ok", "loan_not_approved", "ok", "loan_not_disbursed"},
        {approved, "ok", "application_is_submitted", "loan_is_approved", "ok", "ok", "loan_not_disbursed"},
        {rejected, "application_is_ended", "application_is_ended", "application_is_ended",
         "application_is_ended", "application_is_ended", "loan_not_disbursed"},
        {withdrawn, "application_is_ended", "application_is_ended", "application_is_ended",
         "application_is_ended", "application_is_ended", "loan_not_disbursed"},
        {disbursed, "loan_is_disbursed", "loan_is_disbursed", "loan_is_disbursed", "loan_is_disbursed",
         "loan_is_disbursed", "ok"},
    };
    for (const auto& row : rows) {
        const auto one = in_state(row.state);
        EXPECT_EQ(name_or_ok(may_hand_in(one)), row.hand_in) << name_of(row.state);
        EXPECT_EQ(name_or_ok(may_submit(one, {})), row.submit) << name_of(row.state);
        EXPECT_EQ(name_or_ok(may_decide(one)), row.decide) << name_of(row.state);
        EXPECT_EQ(name_or_ok(may_disburse(one, today)), row.disburse) << name_of(row.state);
        EXPECT_EQ(name_or_ok(may_withdraw(one)), row.withdraw) << name_of(row.state);
        EXPECT_EQ(name_or_ok(may_register_mortgage(one)), row.mortgage) << name_of(row.state);
    }
}

TEST(Loan, one_runs_for_a_deal_that_runs) {
    using deals::DealState;
    const std::vector<LoanApplication> none;
    const std::vector<LoanApplication> refused{in_state(ApplicationState::rejected)};
    const std::vector<LoanApplication> running{in_state(ApplicationState::rejected),
                                               in_state(ApplicationState::drafted)};
    EXPECT_EQ(name_or_ok(may_apply(DealState::draft, none)), "ok");
    EXPECT_EQ(name_or_ok(may_apply(DealState::contract_signed, refused)), "ok");
    EXPECT_EQ(name_or_ok(may_apply(DealState::contract_signed, running)), "application_is_running");
    EXPECT_EQ(name_or_ok(may_apply(DealState::delivered, none)), "deal_is_over");
    EXPECT_EQ(name_or_ok(may_apply(DealState::cancelled, none)), "deal_is_over");
}

TEST(Loan, is_asked_for_with_every_paper_and_a_signed_sheet) {
    const std::vector<LoanPaper> wanted{LoanPaper::identity_card, LoanPaper::income_proof};
    const std::vector<PaperHandedIn> there{{.paper = LoanPaper::identity_card}};
    const auto missing = missing_papers(wanted, there);
    ASSERT_EQ(missing.size(), 1U);
    const auto no = may_submit(in_state(ApplicationState::drafted), missing);
    EXPECT_EQ(name_or_ok(no), "loan_papers_missing");
    EXPECT_EQ(no->details.at(0).second, "income_proof");
    EXPECT_EQ(name_or_ok(may_submit(in_state(ApplicationState::drafted, ""), {})), "sheet_not_signed");
    EXPECT_EQ(name_or_ok(may_sign_sheet(in_state(ApplicationState::drafted, ""))), "ok");
    EXPECT_EQ(name_or_ok(may_sign_sheet(in_state(ApplicationState::drafted))), "sheet_is_signed");
    EXPECT_EQ(name_or_ok(check_sheet("a", "b")), "sheet_changed");
    EXPECT_EQ(name_or_ok(check_sheet("a", "a")), "ok");
}

TEST(Loan, a_smaller_grant_makes_the_sheet_worthless) {
    const auto asked = in_state(ApplicationState::submitted);
    const auto granting = [](Money sum, Date until) {
        return ApproveLoan{.principal = sum, .lender_reference = {"A1"}, .approval_ends_on = until};
    };
    EXPECT_EQ(name_or_ok(check_approval(asked, granting({7'000'001}, today), today)), "granted_over_asked");
    EXPECT_EQ(name_or_ok(check_approval(asked, granting(yuan(70'000), today), today)), "ok");
    EXPECT_EQ(name_or_ok(check_approval(asked, granting(yuan(70'000), today + -1), today)),
              "approval_ends_past");
    EXPECT_EQ(name_or_ok(check_approval(asked, granting({99'999}, today), today)),
              "loan_amount_out_of_range");
    const auto whole = approved(asked, granting(yuan(70'000), today), {});
    EXPECT_EQ(whole.sheet_hash, "h");
    EXPECT_EQ(name_or_ok(check_disbursement(whole, yuan(70'000), today)), "ok");
    EXPECT_EQ(name_or_ok(check_disbursement(whole, yuan(70'000), today + 1)), "approval_has_ended");
    EXPECT_EQ(name_or_ok(check_disbursement(whole, {6'999'999}, today)), "disbursement_differs");
    const auto part = approved(asked, granting(yuan(50'000), today), {});
    EXPECT_EQ(part.principal, yuan(50'000));
    EXPECT_EQ(name_or_ok(check_disbursement(part, yuan(50'000), today)), "sheet_not_signed");
}

TEST(Mortgage, is_registered_and_released_in_this_order) {
    auto loan = in_state(ApplicationState::disbursed);
    loan.applied_at = local_instant(today);
    EXPECT_EQ(name_or_ok(check_mortgage(loan, today + 1, today)), "mortgage_day_wrong");
    EXPECT_EQ(name_or_ok(check_mortgage(loan, today + -1, today)), "mortgage_day_wrong");
    EXPECT_EQ(name_or_ok(check_mortgage(loan, today, today)), "ok");
    EXPECT_EQ(name_or_ok(check_release(loan, today, today)), "mortgage_not_registered");
    loan.mortgage_registered_on = today;
    EXPECT_EQ(name_or_ok(check_mortgage(loan, today, today)), "mortgage_is_registered");
    EXPECT_EQ(name_or_ok(check_release(loan, today + -1, today)), "mortgage_day_wrong");
    EXPECT_EQ(name_or_ok(check_release(loan, today, today)), "ok");
    loan.mortgage_released_on = today;
    EXPECT_EQ(name_or_ok(check_release(loan, today, today)), "mortgage_is_released");
}

}  // namespace
}  // namespace forecourt::financing
