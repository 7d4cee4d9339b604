#pragma once
#include <action/view.h>
#include <modules/deals/custody/custody.h>
#include <modules/deals/quote/deal_views.h>

namespace forecourt::deals {

inline constexpr Right custody_write{"deals.custody_write"};

/// As long as a signed paper of the deal is not on the shelf, finance has one task to put it there.
void ask_to_file(Tx& tx, const Deal& deal);

extern const Action<FileContract, CustodyChanged> file_contract;
extern const Action<LendContract, CustodyChanged> lend_contract;
extern const Action<ReturnContract, CustodyChanged> return_contract;
extern const Action<DestroyContract, CustodyChanged> destroy_contract;

struct MoveRow {
    CustodyMove what{};
    std::string words;
    Instant moved_at;
    Id<User> moved_by;
};
FORECOURT_STRUCT(MoveRow, what, words, moved_at, moved_by)
struct CustodyLine {
    Custody custody;
    bool is_late{};  // lent and not back in time
    std::vector<MoveRow> moves;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(CustodyLine, custody, is_late, moves, allowed_actions)
struct DealCustody {
    std::vector<CustodyLine> papers;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(DealCustody, papers, allowed_actions)

struct CustodyListIn {
    std::optional<CustodyState> state;
    std::optional<std::string> contract_number;
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;  // -filed_at
};
FORECOURT_STRUCT(CustodyListIn, state, contract_number, limit, after, sort)
struct CustodyListRow {
    Id<Custody> id;
    Id<Deal> deal_id;
    std::string deal_number;
    std::string contract_number;
    std::int64_t revision{};
    CustodyState state{};
    std::string location;
    Date retain_until;
    std::string borrower;
    std::optional<Date> back_by;
    Instant filed_at;
    std::int64_t version{};
};
FORECOURT_STRUCT(CustodyListRow, id, deal_id, deal_number, contract_number, revision, state, location,
                 retain_until, borrower, back_by, filed_at, version)

extern const View<DealIn, DealCustody> deal_custody;
extern const View<CustodyListIn, Page<CustodyListRow>> custody_list;

}  // namespace forecourt::deals
