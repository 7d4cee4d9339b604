#include <modules/workshop/settlement/settlement_paper.h>

#include <gtest/gtest.h>

namespace forecourt::workshop {
namespace {

LineRow line_of(LineKind kind, const char* name, Quantity quantity, Money unit_price, Payer payer) {
    LineRow line;
    line.kind = kind;
    line.name = name;
    line.code = kind == LineKind::part ? "ZD10-0001" : "";
    line.brand = kind == LineKind::part ? "星驰原厂" : "";
    line.origin = kind == LineKind::part ? "original" : "";
    line.unit = kind == LineKind::part ? "套" : "h";
    line.quantity = quantity;
    line.unit_price = unit_price;
    line.amount = price_of_half_up(unit_price, quantity);
    line.payer = payer;
    line.state = LineState::approved;
    return line;
}

OrderPaperFacts facts_of_a_visit() {
    OrderPaperFacts facts;
    facts.order.number = "RO260303-0001";
    facts.order.opened_at = local_instant(date_of({2026, 3, 3}), 10);
    facts.order.passed_at = local_instant(date_of({2026, 3, 3}), 13);
    facts.order.certificate_number = "QC260303-0001";
    facts.order.mileage_km = 31'000;
    facts.car.vin.text = "LSVAA4182E2184847";
    facts.car.plate = Plate{"浙A12345"};
    facts.car.model_name = "星驰 A5 2026款 1.5T 双离合舒适版";
    facts.customer = customers::CustomerFacts{.name = "王建国", .phone = "13857166588"};
    facts.lines = {line_of(LineKind::labour, "更换前制动片", {900}, {19'800}, Payer::customer),
                   line_of(LineKind::part, "前制动片组（星驰 A5）", pieces(1), {42'800}, Payer::customer),
                   line_of(LineKind::outside, "制动盘车削", pieces(1), {12'000}, Payer::warranty)};
    facts.settlement = SettlementRow{.number = "SL260303-0001",
                                     .settled_at = local_instant(date_of({2026, 3, 3}), 14),
                                     .labour_total = {17'820},
                                     .parts_total = {42'800},
                                     .outside_total = {12'000},
                                     .discount = {820},
                                     .discount_reason = "等待补偿",
                                     .tax = {8'260},
                                     .customer_total = {59'800},
                                     .warranty_total = {12'000},
                                     .guarantee_km = 2'000,
                                     .guarantee_days = 10};
    facts.store_name = "杭州前庭汽车销售服务有限公司";
    facts.store_address = "浙江省杭州市滨江区江陵路1868号";
    facts.store_phone = "0571-86881868";
    facts.store_tax_number = "91330108MA27XL0Q5T";
    facts.inspector_name = "罗平";
    facts.cashier_name = "张伟";
    return facts;
}

TEST(workshop_paper, settlement_list_is_the_same_each_time_and_shows_what_is_stored) {
    const auto facts = facts_of_a_visit();
    const auto paper = settlement_paper(facts);
    EXPECT_TRUE(paper.starts_with("%PDF"));
    EXPECT_EQ(paper, settlement_paper(facts));
    auto other = facts;
    other.settlement->discount = {821};
    EXPECT_NE(paper, settlement_paper(other));
}

TEST(workshop_paper, is_not_drawn_before_its_time) {
    auto facts = facts_of_a_visit();
    EXPECT_TRUE(certificate_paper(facts).starts_with("%PDF"));
    facts.order.passed_at.reset();
    EXPECT_THROW(certificate_paper(facts), BrokenInvariant);
    facts.settlement.reset();
    EXPECT_THROW(settlement_paper(facts), BrokenInvariant);
}

}  // namespace
}  // namespace forecourt::workshop
