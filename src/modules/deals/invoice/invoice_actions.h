#pragma once
#include <action/view.h>
#include <modules/deals/invoice/invoice.h>
#include <modules/deals/quote/deal_views.h>
#include <services/access/api.h>

namespace forecourt::deals {

inline constexpr Right invoice_write{"deals.invoice_write"};

extern const Action<IssueInvoice, InvoiceIssued> issue_invoice;
extern const Action<VoidInvoice, Nothing> void_invoice;

struct InvoiceLine {
    Invoice invoice;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(InvoiceLine, invoice, allowed_actions)
/// All that stands on the invoice of a deal's car.
struct DealInvoice {
    std::string buyer_name;
    std::string buyer_identity;  // masked on the screen
    std::string seller_name;
    std::string seller_tax_number;
    std::string seller_address;
    std::string seller_phone;
    std::string seller_bank;
    Money price;
    Money net;
    Money tax;
    std::int64_t vat_basis_points{};
    std::string price_words;
    std::vector<InvoiceLine> invoices;  // also void ones
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(DealInvoice, buyer_name, buyer_identity, seller_name, seller_tax_number, seller_address,
                 seller_phone, seller_bank, price, net, tax, vat_basis_points, price_words, invoices,
                 allowed_actions)

struct InvoiceIn {
    Id<Invoice> invoice_id;
};
FORECOURT_STRUCT(InvoiceIn, invoice_id)

extern const View<DealIn, DealInvoice> deal_invoice;
extern const View<InvoiceIn, Download> invoice_pdf;

}  // namespace forecourt::deals
