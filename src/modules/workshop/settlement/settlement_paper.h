#pragma once
#include <action/view.h>
#include <modules/workshop/order/order_views.h>
#include <modules/workshop/settlement/settlement.h>

namespace forecourt::workshop {

struct HandBackRow {
    Instant handed_at;
    Id<User> handed_by;
    std::string received_by;
    OldParts old_parts{};
    FileHash signature;
    bool explained{};
    std::optional<Date> next_service_on;
    std::optional<std::int64_t> next_service_km;
};
FORECOURT_STRUCT(HandBackRow, handed_at, handed_by, received_by, old_parts, signature, explained,
                 next_service_on, next_service_km)

/// All that stands on the papers of one order, loaded before they are drawn.
struct OrderPaperFacts {
    OrderRow order;
    vehicles::CarFacts car;
    std::optional<customers::CustomerFacts> customer;
    std::vector<LineRow> lines;
    std::optional<SettlementRow> settlement;
    std::optional<HandBackRow> hand_back;
    std::string advisor_name;
    std::string inspector_name;
    std::string cashier_name;
    std::string signature_picture;  // of the customer at the return
    Money paid;
    std::string store_name, store_address, store_phone, store_tax_number;
};
/// The list the law wants: who, which car, labour and material each on its own, payers, tax, guarantee, old
/// parts.
std::string settlement_paper(const OrderPaperFacts& facts);
/// The certificate without which a car must not be handed over.
std::string certificate_paper(const OrderPaperFacts& facts);

inline constexpr Right papers_read{"workshop.papers_read"};

extern const View<OrderInput, Download> settlement_pdf;
extern const View<OrderInput, Download> certificate_pdf;

}  // namespace forecourt::workshop
