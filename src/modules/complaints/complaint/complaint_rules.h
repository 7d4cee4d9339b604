#pragma once
#include <modules/complaints/complaint/complaint.h>
#include <modules/complaints/limits/complaint_limits.h>

namespace forecourt::complaints {

/// Sets both clocks, counted from when the complaint came in.
void set_clocks(ComplaintRow& complaint, const ComplaintLimits& limits);

MaybeRefused may_review(const ComplaintRow& complaint);
MaybeRefused may_propose(const ComplaintRow& complaint);
MaybeRefused may_carry_out(const ComplaintRow& complaint);
MaybeRefused may_record_verdict(const ComplaintRow& complaint);
MaybeRefused may_name_cause(const ComplaintRow& complaint);
MaybeRefused may_reopen(const ComplaintRow& complaint);

struct Decision {
    ComplaintRow complaint;
    bool needs_approval = false;
};
Result<Decision> decide_review(ComplaintRow complaint, const ReviewComplaint& in,
                               const ComplaintLimits& limits, Instant now);
Result<Decision> decide_proposal(ComplaintRow complaint, const ProposeSolution& in,
                                 const ComplaintLimits& limits, Instant now);
Result<Decision> decide_carrying_out(ComplaintRow complaint, const CarryOut& in, Instant now);
/// A customer who is not content gets a new solution: the case goes back to its review.
Result<Decision> decide_verdict(ComplaintRow complaint, const RecordVerdict& in, Instant now);
Result<Decision> decide_reopening(ComplaintRow complaint, const ReopenComplaint& in,
                                  const ComplaintLimits& limits, Instant now);

}  // namespace forecourt::complaints
