#pragma once
#include <modules/customers/customer/customer.h>

namespace forecourt::customers {

struct Consent;

/// What personal data may be used for beyond the contract itself. Each needs a yes of its own (PIPL 13,
/// 14, 23).
enum class ConsentPurpose {
    contact_by_phone,
    marketing_messages,
    give_to_manufacturer,
    give_to_insurer,
    give_to_bank
};
FORECOURT_ENUM(ConsentPurpose, contact_by_phone, marketing_messages, give_to_manufacturer, give_to_insurer,
               give_to_bank)

enum class ConsentChannel { on_screen, on_paper, by_phone, own_page };
FORECOURT_ENUM(ConsentChannel, on_screen, on_paper, by_phone, own_page)

/// A yes, and who took it when; later, who took it back when.
struct ConsentRow {
    Id<Consent> id;
    Id<Customer> customer_id;
    ConsentPurpose purpose{};
    std::string text_version;  // which wording the customer saw
    ConsentChannel channel{};
    Instant given_at;
    std::string given_by;
    std::optional<Instant> withdrawn_at;
    std::optional<std::string> withdrawn_by;
    std::int64_t version{};
};
FORECOURT_STRUCT(ConsentRow, id, customer_id, purpose, text_version, channel, given_at, given_by,
                 withdrawn_at, withdrawn_by, version)

struct GiveConsent {
    Id<Customer> customer_id;
    ConsentPurpose purpose{};
    FilledText text_version;
    ConsentChannel channel{};
};
FORECOURT_STRUCT(GiveConsent, customer_id, purpose, text_version, channel)

struct ConsentGiven {
    Id<Consent> id;
};
FORECOURT_STRUCT(ConsentGiven, id)

struct WithdrawConsent {
    Id<Consent> consent_id;
};
FORECOURT_STRUCT(WithdrawConsent, consent_id)

inline constexpr Refusal consent_given_already{"consent_given_already"};
inline constexpr Refusal consent_withdrawn_already{"consent_withdrawn_already"};
inline constexpr Refusal consent_not_found{"consent_not_found", RefusalKind::not_found};

extern const Action<GiveConsent, ConsentGiven> give_consent;
extern const Action<WithdrawConsent, Nothing> withdraw_consent;

}  // namespace forecourt::customers
