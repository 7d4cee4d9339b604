#include <modules/leads/lead/lead_rules.h>

namespace forecourt::leads {

MaybeRefused may_work(const LeadRow& lead) {
    if (lead.state != LeadState::open) return lead_is_closed;
    return std::nullopt;
}

MaybeRefused may_work(const LeadRow& lead, const Worker& worker, const std::string& owner_name) {
    if (auto no = may_work(lead)) return no;
    if (lead.consultant_id == worker.user_id || worker.manages || worker.serves_them) return std::nullopt;
    return with(lead_belongs_to_another, "consultant", owner_name);
}

MaybeRefused may_merge(const LeadRow& lead, const LeadRow& other) {
    if (lead.id == other.id) return lead_merged_with_itself;
    if (lead.state != LeadState::open) return lead_is_closed;
    if (other.merged_into) return lead_merged_already;
    if (other.state == LeadState::won) return lead_is_won;
    return std::nullopt;
}

MaybeRefused may_lose(const LeadRow& lead) {
    if (lead.state != LeadState::open) return lead_is_closed;
    if (lead.loss_asked_at) return loss_waits_for_approval;
    return std::nullopt;
}

MaybeRefused may_revive(const LeadRow& lead, bool has_open_lead) {
    if (lead.state != LeadState::lost) return lead_not_lost;
    // Its contacts and needs are the other one's now.
    if (lead.merged_into) return lead_merged_already;
    if (has_open_lead) return customer_has_open_lead;
    return std::nullopt;
}

Instant latest_contact(Instant now, Duration longest_silence) {
    const Instant latest = now + longest_silence;
    const Instant morning = local_instant(local_date(latest), 10);
    return morning > now ? morning : latest;
}

MaybeRefused check_plan(Instant now, Instant at, Duration longest_silence) {
    if (at <= now) return contact_in_the_past;
    const Date last_day = local_date(now + longest_silence);
    if (local_date(at) > last_day) return with(contact_too_late, "latest", to_text(last_day));
    return std::nullopt;
}

MaybeRefused check_loss(const LoseLead& loss) {
    const bool to_another =
        loss.because == LostBecause::competitor || loss.because == LostBecause::bought_elsewhere;
    if (to_another && trimmed(loss.competitor_model.value_or("")).empty()) return competitor_missing;
    return std::nullopt;
}

std::string plain_name(std::string_view name) {
    std::string plain;
    for (const char c : trimmed(name)) {
        if (c == ' ' && !plain.empty() && plain.back() == ' ') continue;
        plain += c;
    }
    return plain;
}

bool is_late(Instant due_at, Instant done_at) { return local_date(done_at) > local_date(due_at); }

}  // namespace forecourt::leads
