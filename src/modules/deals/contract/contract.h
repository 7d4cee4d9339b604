#pragma once
#include <modules/deals/quote/deal.h>
#include <services/contract_templates/api.h>

namespace forecourt::documents {
struct ArchivedDocument;
}

namespace forecourt::deals {

/// A contract or one of its later versions. Its words are in the sealed PDF; the hash says which words they
/// were.
struct Contract {
    Id<Contract> id;
    Id<Deal> deal_id;
    std::string number;
    std::int64_t revision{};
    std::string template_name;
    std::int64_t template_version{};
    std::string contents_hash;
    Money total;
    Money deposit;
    Date pay_by;
    Date deliver_on;
    Id<User> drafted_by;
    Instant drafted_at;
    std::optional<std::string> signed_name;
    std::optional<FileHash> signature;
    std::optional<Id<User>> signed_by;  // who was with the customer; missing when signed by link
    std::optional<Instant> signed_at;
    std::optional<Id<documents::ArchivedDocument>> document_id;
    std::optional<Id<User>> ended_by;
    std::optional<Instant> ended_at;
    std::optional<std::string> end_reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(Contract, id, deal_id, number, revision, template_name, template_version, contents_hash,
                 total, deposit, pay_by, deliver_on, drafted_by, drafted_at, signed_name, signature,
                 signed_by, signed_at, document_id, ended_by, ended_at, end_reason, version)

struct DraftContract {
    Id<Deal> deal_id;
    std::int64_t version{};
    Money deposit;
    Date pay_by;
    Date deliver_on;
    std::optional<IdentityNumber> buyer_identity;  // where the customer's record lacks them
    std::string buyer_address;
    std::optional<std::string> template_name;  // car_sale when not said
};
FORECOURT_STRUCT(DraftContract, deal_id, version, deposit, pay_by, deliver_on, buyer_identity, buyer_address,
                 template_name)

struct ContractDrafted {
    Id<Deal> id;
    std::string contract_number;
    std::string contents_hash;
    std::vector<std::string> missing;  // what must be filled in before it can be signed
    Money total;
    std::int64_t version{};
};
FORECOURT_STRUCT(ContractDrafted, id, contract_number, contents_hash, missing, total, version)

struct SignContract {
    Id<Deal> deal_id;
    std::int64_t version{};
    std::string contents_hash;  // of the contract the customer has read
    FilledText signed_name;
    FileHash signature;
};
FORECOURT_STRUCT(SignContract, deal_id, version, contents_hash, signed_name, signature)

struct ContractSigned {
    Id<Deal> id;
    Id<documents::ArchivedDocument> document_id;
    DealState state{};
    std::int64_t version{};
};
FORECOURT_STRUCT(ContractSigned, id, document_id, state, version)

struct AmendContract {
    Id<Deal> deal_id;
    std::int64_t version{};
    FilledText reason;
};
FORECOURT_STRUCT(AmendContract, deal_id, version, reason)

struct CancelContract {
    Id<Deal> deal_id;
    std::int64_t version{};
    FilledText reason;
    Money kept;  // of the deposit, when the buyer gives up; the rest is refunded
};
FORECOURT_STRUCT(CancelContract, deal_id, version, reason, kept)

inline constexpr Refusal car_not_chosen{"car_not_chosen"};
using contract_templates::template_not_found;
inline constexpr Refusal deposit_not_positive{"deposit_not_positive", RefusalKind::unprocessable};
/// The civil code allows a fifth of the contract's value; the detail `limit` says how much that is.
inline constexpr Refusal deposit_over_limit{"deposit_over_limit"};
/// Paid after the delivery, or a day that is past.
inline constexpr Refusal contract_dates_wrong{"contract_dates_wrong", RefusalKind::unprocessable};
/// The detail `missing` names what is not filled in.
inline constexpr Refusal contract_incomplete{"contract_incomplete"};
/// What is to be signed is not what was read: the customer's or the store's data changed meanwhile.
inline constexpr Refusal contract_text_changed{"contract_text_changed"};
inline constexpr Refusal contract_not_drafted{"contract_not_drafted"};
inline constexpr Refusal contract_not_signed{"contract_not_signed"};
/// More than the deposit, or than what was paid and is not on its way back; the detail `limit` says how much.
inline constexpr Refusal kept_over_limit{"kept_over_limit"};

}  // namespace forecourt::deals
