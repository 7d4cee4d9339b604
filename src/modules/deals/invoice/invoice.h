#pragma once
#include <modules/deals/quote/deal.h>

namespace forecourt::deals {

struct Invoice;

/// The data of a motor vehicle sales invoice (机动车销售统一发票). One car, one invoice in force.
struct Invoice {
    Id<Invoice> id;
    Id<Deal> deal_id;
    Id<vehicles::Car> car_id;
    std::string
        invoice_number;  // twenty digits: a digital invoice's number, or code and number of a paper one
    Date issued_on;
    std::string vehicle_type;
    std::string brand_model;
    std::string origin;
    std::string certificate_number;  // of a car made in the country
    std::string import_certificate;  // of an imported one, with the inspection list's number
    std::string inspection_number;
    std::string engine_number;
    std::string vin;
    std::int64_t passengers{};
    Money price;  // with VAT
    Money net;
    Money tax;
    std::int64_t vat_basis_points{};
    std::string tax_office;
    std::string tax_office_code;
    Id<User> issued_by;
    Instant issued_at;
    std::optional<Instant> voided_at;
    std::string void_reason;
    std::int64_t version{};
};
FORECOURT_STRUCT(Invoice, id, deal_id, car_id, invoice_number, issued_on, vehicle_type, brand_model, origin,
                 certificate_number, import_certificate, inspection_number, engine_number, vin, passengers,
                 price, net, tax, vat_basis_points, tax_office, tax_office_code, issued_by, issued_at,
                 voided_at, void_reason, version)

struct IssueInvoice {
    Id<Deal> deal_id;
    FilledText invoice_number;
    std::string certificate_number;
    std::string import_certificate;
    std::string inspection_number;
    FilledText engine_number;
    FilledText origin;
    FilledText tax_office;
    FilledText tax_office_code;
};
FORECOURT_STRUCT(IssueInvoice, deal_id, invoice_number, certificate_number, import_certificate,
                 inspection_number, engine_number, origin, tax_office, tax_office_code)

struct InvoiceIssued {
    Id<Invoice> id;
};
FORECOURT_STRUCT(InvoiceIssued, id)

struct VoidInvoice {
    Id<Invoice> invoice_id;
    std::int64_t version{};
    FilledText reason;
};
FORECOURT_STRUCT(VoidInvoice, invoice_id, version, reason)

inline constexpr Refusal invoice_not_found{"invoice_not_found", RefusalKind::not_found};
/// Twenty digits.
inline constexpr Refusal invoice_number_wrong{"invoice_number_wrong", RefusalKind::unprocessable};
inline constexpr Refusal invoice_number_taken{"invoice_number_taken"};
inline constexpr Refusal invoice_is_there{"invoice_is_there"};
inline constexpr Refusal invoice_is_void{"invoice_is_void"};
/// A used car is sold with a used car's invoice (二手车销售统一发票).
inline constexpr Refusal used_car_has_other_invoice{"used_car_has_other_invoice"};
/// A certificate of conformity, or for an imported car the import certificate and the inspection list.
inline constexpr Refusal certificate_missing{"certificate_missing", RefusalKind::unprocessable};

MaybeRefused may_issue(const Deal& deal, bool is_there);
MaybeRefused check_invoice(const IssueInvoice& in);
MaybeRefused may_void(const Invoice& invoice);

}  // namespace forecourt::deals
