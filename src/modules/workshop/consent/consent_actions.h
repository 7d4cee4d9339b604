#pragma once
#include <action/action.h>
#include <modules/workshop/consent/consent.h>

namespace forecourt::workshop {

inline constexpr Right consent_answer{"workshop.consent_answer"};

struct RequestConsent {
    Id<RepairOrder> order_id;
    std::int64_t version{};
    std::optional<bool> send_link;  // true without it: the customer gets a personal link by SMS
};
FORECOURT_STRUCT(RequestConsent, order_id, version, send_link)
struct ConsentRequested {
    Id<Consent> consent_id;
    Money asked_amount;
    std::int64_t lines{};
    std::string link;  // "/c/..." or empty
    std::int64_t version{};
};
FORECOURT_STRUCT(ConsentRequested, consent_id, asked_amount, lines, link, version)

struct AnswerConsent {
    Id<Consent> consent_id;
    std::vector<LineAnswer> answers;
    std::optional<ConsentChannel>
        channel;  // of the advisor: screen or phone_call; the customer's is the link
    std::optional<std::string> answered_by;  // who said it, when it was not the owner
    std::optional<FileHash> signature;
    std::optional<FileHash> recording;
};
FORECOURT_STRUCT(AnswerConsent, consent_id, answers, channel, answered_by, signature, recording)
struct ConsentAnswered {
    Money approved_amount;
    std::int64_t approved_lines{};
    std::int64_t declined_lines{};
    std::int64_t missing_parts{};  // approved parts that are not on the shelf
    OrderState state{};
};
FORECOURT_STRUCT(ConsentAnswered, approved_amount, approved_lines, declined_lines, missing_parts, state)

/// Another link to an open question: the first one is told once and kept by nobody.
struct MakeConsentLink {
    Id<Consent> consent_id;
};
FORECOURT_STRUCT(MakeConsentLink, consent_id)
struct ConsentLinkMade {
    std::string link;  // "/c/..."
    Money asked_amount;
    std::int64_t lines{};
    Instant ends_at;
};
FORECOURT_STRUCT(ConsentLinkMade, link, asked_amount, lines, ends_at)

struct WithdrawConsent {
    Id<Consent> consent_id;
};
FORECOURT_STRUCT(WithdrawConsent, consent_id)

extern const Action<RequestConsent, ConsentRequested> request_consent;
extern const Action<MakeConsentLink, ConsentLinkMade> make_consent_link;
extern const Action<AnswerConsent, ConsentAnswered> answer_consent;
extern const Action<WithdrawConsent, Nothing> withdraw_consent;

/// Takes back the question that is open about an order, if there is one; its lines are planned again.
void withdraw_open_consent(Tx& tx, Id<RepairOrder> order);

}  // namespace forecourt::workshop
