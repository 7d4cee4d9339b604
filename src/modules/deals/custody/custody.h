#pragma once
#include <modules/deals/contract/contract.h>
#include <modules/deals/quote/deal.h>

namespace forecourt::deals {

struct Custody;

enum class CustodyState { shelved, lent, destroyed };
FORECOURT_ENUM(CustodyState, shelved, lent, destroyed)
enum class CustodyMove { filed, lent, returned, destroyed };
FORECOURT_ENUM(CustodyMove, filed, lent, returned, destroyed)

/// The paper of a signed contract: where it lies, who has it, until when it is kept.
struct Custody {
    Id<Custody> id;
    Id<Deal> deal_id;
    std::string contract_number;
    std::int64_t revision{};
    std::string contents_hash;  // the paper can be compared with what was signed
    CustodyState state{};
    std::string location;
    Date retain_until;
    std::string borrower;
    std::string reason;
    std::optional<Date> back_by;
    Id<User> filed_by;
    Instant filed_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(Custody, id, deal_id, contract_number, revision, contents_hash, state, location,
                 retain_until, borrower, reason, back_by, filed_by, filed_at, version)

struct FileContract {
    Id<Deal> deal_id;
    FilledText location;
};
FORECOURT_STRUCT(FileContract, deal_id, location)

struct LendContract {
    Id<Custody> custody_id;
    std::int64_t version{};
    FilledText borrower;
    FilledText reason;
    Date back_by;
};
FORECOURT_STRUCT(LendContract, custody_id, version, borrower, reason, back_by)

struct ReturnContract {
    Id<Custody> custody_id;
    std::int64_t version{};
    FilledText location;
};
FORECOURT_STRUCT(ReturnContract, custody_id, version, location)

struct DestroyContract {
    Id<Custody> custody_id;
    std::int64_t version{};
    FilledText reason;
};
FORECOURT_STRUCT(DestroyContract, custody_id, version, reason)

struct CustodyChanged {
    Id<Custody> id;
    CustodyState state{};
    std::int64_t version{};
};
FORECOURT_STRUCT(CustodyChanged, id, state, version)

inline constexpr Refusal custody_not_found{"custody_not_found", RefusalKind::not_found};
inline constexpr Refusal contract_is_filed{"contract_is_filed"};
inline constexpr Refusal contract_is_lent{"contract_is_lent"};
inline constexpr Refusal contract_not_lent{"contract_not_lent"};
inline constexpr Refusal contract_is_destroyed{"contract_is_destroyed"};
inline constexpr Refusal back_by_past{"back_by_past", RefusalKind::unprocessable};
/// The files of a car's sale are kept ten years; the detail `until` says to which day.
inline constexpr Refusal contract_is_retained{"contract_is_retained"};

/// Ten years from the signing (car sales administration rules: the files of sale and buyer).
Date retain_until(Instant signed_at);
MaybeRefused may_lend(const Custody& custody);
MaybeRefused check_lend(const Custody& custody, const LendContract& in, Date today);
MaybeRefused may_return(const Custody& custody);
MaybeRefused may_destroy(const Custody& custody, Date today);

}  // namespace forecourt::deals
