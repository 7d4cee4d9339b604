#include <modules/complaints/complaint/complaint_rules.h>

namespace forecourt::complaints {
namespace {

using State = ComplaintState;

bool is_over(const ComplaintRow& complaint) {
    return complaint.state == State::closed || complaint.state == State::dismissed;
}

// Back to the point where a solution is wanted.
void want_new_solution(ComplaintRow& complaint) {
    complaint.state = State::reviewed;
    complaint.solution.clear();
    complaint.cost = {};
    complaint.proposed_at.reset();
    complaint.done.clear();
    complaint.done_at.reset();
    complaint.closed_at.reset();
    ++complaint.times_reopened;
}

}  // namespace

void set_clocks(ComplaintRow& complaint, const ComplaintLimits& limits) {
    for (const auto& limit : limits.severities) {
        if (limit.severity != complaint.severity) continue;
        complaint.answer_due_at = complaint.opened_at + minutes(limit.answer_within_minutes);
        complaint.plan_due_at = complaint.opened_at + minutes(limit.plan_within_minutes);
    }
    ensure(complaint.answer_due_at > complaint.opened_at);
}

MaybeRefused may_review(const ComplaintRow& complaint) {
    if (complaint.state != State::received) return complaint_is_reviewed;
    return std::nullopt;
}

MaybeRefused may_propose(const ComplaintRow& complaint) {
    switch (complaint.state) {
        case State::received:
            return complaint_is_not_reviewed;
        case State::awaiting_approval:
            return solution_waits_for_approval;
        case State::reviewed:
        case State::agreed:
            return std::nullopt;  // a better idea may replace one not carried out yet
        case State::carried_out:
        case State::closed:
        case State::dismissed:
            return complaint_is_over;
    }
    return std::nullopt;
}

MaybeRefused may_carry_out(const ComplaintRow& complaint) {
    if (is_over(complaint)) return complaint_is_over;
    if (complaint.state != State::agreed) return solution_is_not_agreed;
    return std::nullopt;
}

MaybeRefused may_record_verdict(const ComplaintRow& complaint) {
    if (is_over(complaint)) return complaint_is_over;
    if (complaint.state != State::carried_out) return solution_is_not_carried_out;
    return std::nullopt;
}

MaybeRefused may_name_cause(const ComplaintRow& complaint) {
    if (complaint.state == State::received) return complaint_is_not_reviewed;
    return std::nullopt;
}

MaybeRefused may_reopen(const ComplaintRow& complaint) {
    if (!is_over(complaint)) return complaint_is_open;
    return std::nullopt;
}

Result<Decision> decide_review(ComplaintRow complaint, const ReviewComplaint& in,
                               const ComplaintLimits& limits, Instant now) {
    if (auto no = may_review(complaint)) return *no;
    complaint.category = in.category;
    complaint.severity = in.severity;
    set_clocks(complaint, limits);
    complaint.reviewed_at = now;
    complaint.state = in.valid ? State::reviewed : State::dismissed;
    if (!in.valid) {
        complaint.closed_at = now;
        complaint.verdict = in.note.text;
    }
    return Decision{.complaint = complaint};
}

Result<Decision> decide_proposal(ComplaintRow complaint, const ProposeSolution& in,
                                 const ComplaintLimits& limits, Instant now) {
    if (auto no = may_propose(complaint)) return *no;
    if (in.cost < Money{0}) return solution_cost_is_negative;
    complaint.solution = in.solution.text;
    complaint.cost = in.cost;
    complaint.proposed_at = now;
    const bool needs_approval = in.cost > limits.owner_may_promise;
    complaint.state = needs_approval ? State::awaiting_approval : State::agreed;
    return Decision{.complaint = complaint, .needs_approval = needs_approval};
}

Result<Decision> decide_carrying_out(ComplaintRow complaint, const CarryOut& in, Instant now) {
    if (auto no = may_carry_out(complaint)) return *no;
    complaint.done = in.done.text;
    complaint.done_at = now;
    complaint.state = State::carried_out;
    return Decision{.complaint = complaint};
}

Result<Decision> decide_verdict(ComplaintRow complaint, const RecordVerdict& in, Instant now) {
    if (auto no = may_record_verdict(complaint)) return *no;
    complaint.verdict = in.words;
    if (in.satisfied) {
        complaint.state = State::closed;
        complaint.closed_at = now;
    } else {
        want_new_solution(complaint);
    }
    return Decision{.complaint = complaint};
}

Result<Decision> decide_reopening(ComplaintRow complaint, const ReopenComplaint&,
                                  const ComplaintLimits& limits, Instant now) {
    if (auto no = may_reopen(complaint)) return *no;
    want_new_solution(complaint);
    // Reopened, the clocks run anew from now; when the case came in stays as it was.
    auto clocks = complaint;
    clocks.opened_at = now;
    set_clocks(clocks, limits);
    complaint.answer_due_at = clocks.answer_due_at;
    complaint.plan_due_at = clocks.plan_due_at;
    return Decision{.complaint = complaint};
}

}  // namespace forecourt::complaints
