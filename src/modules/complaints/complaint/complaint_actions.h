#pragma once
#include <action/action.h>
#include <modules/complaints/complaint/complaint.h>

namespace forecourt::complaints {

inline constexpr Right complaint_read{"complaints.complaint_read"};
inline constexpr Right complaint_write{"complaints.complaint_write"};

extern const Action<OpenComplaint, ComplaintAnswer> open;
extern const Action<ReviewComplaint, ComplaintAnswer> review;
extern const Action<ProposeSolution, ComplaintAnswer> propose_solution;
extern const Action<CarryOut, ComplaintAnswer> carry_out;
extern const Action<RecordVerdict, ComplaintAnswer> record_verdict;
extern const Action<NameCause, ComplaintAnswer> name_cause;
extern const Action<ReopenComplaint, ComplaintAnswer> reopen;

/// Handlers of approvals.granted and approvals.declined.
MaybeRefused on_granted(Tx& tx, const Event& event);
MaybeRefused on_declined(Tx& tx, const Event& event);

}  // namespace forecourt::complaints
