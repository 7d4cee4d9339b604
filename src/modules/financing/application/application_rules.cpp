#include <modules/financing/application/application_rules.h>

#include <algorithm>

namespace forecourt::financing {
namespace {

// What an application in this state is refused when it must still be running.
MaybeRefused ended(const LoanApplication& application) {
    switch (application.state) {
        case ApplicationState::drafted:
        case ApplicationState::submitted:
        case ApplicationState::approved:
            return std::nullopt;
        case ApplicationState::rejected:
        case ApplicationState::withdrawn:
            return application_is_ended;
        case ApplicationState::disbursed:
            return loan_is_disbursed;
    }
    return application_is_ended;
}

MaybeRefused must_be_disbursed(const LoanApplication& application) {
    if (application.state != ApplicationState::disbursed) return loan_not_disbursed;
    return std::nullopt;
}

}  // namespace

bool is_running(const LoanApplication& application) {
    return application.state != ApplicationState::rejected &&
           application.state != ApplicationState::withdrawn;
}

MaybeRefused check_loan(const Term& term, const LoanSums& sums, Date today) {
    const auto principal = sums.principal;
    if (!is_valid_on(term, today)) return loan_terms_not_valid;
    if (principal > sums.open) return with(loan_over_open, "open", to_text(sums.open));
    if (principal < term.amount_min || principal > term.amount_max) {
        return with(loan_amount_out_of_range, "min", to_text(term.amount_min))
            .with("max", to_text(term.amount_max));
    }
    const Money limit = sums.car_price - share_half_up(sums.car_price, term.down_payment_basis_points);
    if (principal > limit) return with(down_payment_too_small, "limit", to_text(limit));
    return std::nullopt;
}

MaybeRefused may_apply(deals::DealState state, std::span<const LoanApplication> others) {
    if (state == deals::DealState::delivered || state == deals::DealState::cancelled) return deal_is_over;
    if (std::any_of(others.begin(), others.end(), is_running)) return application_is_running;
    return std::nullopt;
}

MaybeRefused may_hand_in(const LoanApplication& application) { return ended(application); }

MaybeRefused may_sign_sheet(const LoanApplication& application) {
    if (auto no = ended(application)) return no;
    if (!application.sheet_hash.empty()) return sheet_is_signed;
    return std::nullopt;
}

MaybeRefused check_sheet(const std::string& hash, const std::string& hash_read) {
    if (hash != hash_read) return sheet_changed;
    return std::nullopt;
}

std::vector<LoanPaper> missing_papers(std::span<const LoanPaper> wanted,
                                      std::span<const PaperHandedIn> there) {
    std::vector<LoanPaper> missing;
    for (const auto paper : wanted) {
        const bool is_there = std::any_of(there.begin(), there.end(),
                                          [&](const PaperHandedIn& one) { return one.paper == paper; });
        if (!is_there) missing.push_back(paper);
    }
    return missing;
}

MaybeRefused may_submit(const LoanApplication& application, std::span<const LoanPaper> missing) {
    if (auto no = ended(application)) return no;
    if (application.state != ApplicationState::drafted) return application_is_submitted;
    if (!missing.empty()) {
        std::string names;
        for (const auto paper : missing) names += (names.empty() ? "" : ", ") + std::string(name_of(paper));
        return with(loan_papers_missing, "missing", names);
    }
    if (application.sheet_hash.empty()) return sheet_not_signed;
    return std::nullopt;
}

MaybeRefused may_decide(const LoanApplication& application) {
    if (auto no = ended(application)) return no;
    if (application.state == ApplicationState::approved) return loan_is_approved;
    if (application.state != ApplicationState::submitted) return application_not_submitted;
    return std::nullopt;
}

MaybeRefused check_approval(const LoanApplication& application, const ApproveLoan& in, Date today) {
    if (auto no = may_decide(application)) return no;
    if (in.principal > application.asked_principal) return granted_over_asked;
    if (in.principal < loan_floor) {
        return with(loan_amount_out_of_range, "min", to_text(loan_floor))
            .with("max", to_text(application.asked_principal));
    }
    if (in.approval_ends_on < today) return approval_ends_past;
    return std::nullopt;
}

LoanApplication approved(LoanApplication application, const ApproveLoan& in, Instant now) {
    application.state = ApplicationState::approved;
    application.decided_at = now;
    application.lender_reference = in.lender_reference.text;
    application.decision_note = in.note;
    application.approval_ends_on = in.approval_ends_on;
    if (application.principal == in.principal) return application;
    application.principal = in.principal;
    application.sheet_hash.clear();
    application.sheet_signed_name.clear();
    application.sheet_signed_at.reset();
    application.sheet_document_id.reset();
    return application;
}

MaybeRefused may_disburse(const LoanApplication& application, Date today) {
    if (auto no = ended(application)) return no;
    if (application.state != ApplicationState::approved) return loan_not_approved;
    if (application.sheet_hash.empty()) return sheet_not_signed;
    if (application.approval_ends_on && *application.approval_ends_on < today) return approval_has_ended;
    return std::nullopt;
}

MaybeRefused check_disbursement(const LoanApplication& application, Money amount, Date today) {
    if (auto no = may_disburse(application, today)) return no;
    if (amount != application.principal)
        return with(disbursement_differs, "granted", to_text(application.principal));
    return std::nullopt;
}

MaybeRefused may_withdraw(const LoanApplication& application) { return ended(application); }

MaybeRefused may_register_mortgage(const LoanApplication& application) {
    if (auto no = must_be_disbursed(application)) return no;
    if (application.mortgage_registered_on) return mortgage_is_registered;
    return std::nullopt;
}

MaybeRefused check_mortgage(const LoanApplication& application, Date registered_on, Date today) {
    if (auto no = may_register_mortgage(application)) return no;
    if (registered_on > today || registered_on < local_date(application.applied_at))
        return mortgage_day_wrong;
    return std::nullopt;
}

MaybeRefused may_release_mortgage(const LoanApplication& application) {
    if (auto no = must_be_disbursed(application)) return no;
    if (!application.mortgage_registered_on) return mortgage_not_registered;
    if (application.mortgage_released_on) return mortgage_is_released;
    return std::nullopt;
}

MaybeRefused check_release(const LoanApplication& application, Date released_on, Date today) {
    if (auto no = may_release_mortgage(application)) return no;
    if (released_on > today || released_on < *application.mortgage_registered_on) return mortgage_day_wrong;
    return std::nullopt;
}

}  // namespace forecourt::financing
