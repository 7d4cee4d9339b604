#include <gtest/gtest.h>
#include <modules/deals/invoice/invoice.h>

namespace forecourt::deals {
namespace {

std::string name_or_ok(const MaybeRefused& refused) { return refused ? std::string(refused->name()) : "ok"; }

TEST(Invoice, is_issued_once_for_a_signed_contract) {
    struct Row {
        DealState state;
        bool is_there;
        const char* wanted;
    };
    const Row rows[] = {
        {DealState::contract_signed, false, "ok"},
        {DealState::delivered, false, "ok"},
        {DealState::contract_signed, true, "invoice_is_there"},
        {DealState::draft, false, "contract_not_signed"},
        {DealState::contract_drafted, false, "contract_not_signed"},
        {DealState::cancelled, false, "deal_is_cancelled"},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(name_or_ok(may_issue({.state = row.state}, row.is_there)), row.wanted)
            << name_of(row.state);
    }
    EXPECT_EQ(name_or_ok(may_issue({.state = DealState::delivered, .used = true}, false)),
              "used_car_has_other_invoice");
    EXPECT_EQ(name_or_ok(may_void({})), "ok");
    EXPECT_EQ(name_or_ok(may_void({.voided_at = Instant{1}})), "invoice_is_void");
}

TEST(Invoice, has_its_number_and_a_certificate) {
    struct Row {
        const char *number, *certificate, *imported, *inspection, *wanted;
    };
    const Row rows[] = {
        {"24312000000012345678", "WAB1", "", "", "ok"},
        {"24312000000012345678", "", "H1", "S1", "ok"},
        {"24312000000012345678", "", "H1", "", "certificate_missing"},
        {"24312000000012345678", " ", "", "", "certificate_missing"},
        {"2431200000001234567", "WAB1", "", "", "invoice_number_wrong"},
        {"243120000000123456789", "WAB1", "", "", "invoice_number_wrong"},
        {"2431200000001234567X", "WAB1", "", "", "invoice_number_wrong"},
    };
    for (const auto& row : rows) {
        const IssueInvoice in{.invoice_number = {row.number},
                              .certificate_number = row.certificate,
                              .import_certificate = row.imported,
                              .inspection_number = row.inspection};
        EXPECT_EQ(name_or_ok(check_invoice(in)), row.wanted) << row.number;
    }
}

}  // namespace
}  // namespace forecourt::deals
