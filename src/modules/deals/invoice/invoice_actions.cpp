#include <db/send.h>
#include <documents/chinese_money.h>
#include <documents/pdf.h>
#include <modules/deals/contract/contract.h>
#include <modules/deals/invoice/deals_invoice.sql.h>
#include <modules/deals/invoice/invoice_actions.h>
#include <modules/deals/quote/deal_events.h>
#include <modules/deals/quote/deal_rules.h>
#include <modules/deals/quote/deal_store.h>

#include <algorithm>

namespace forecourt::deals {
namespace {

namespace statements = sql::deals_invoice;

struct InvoiceEvent {
    std::string number;
    Money price;
    std::string text;
};
FORECOURT_STRUCT(InvoiceEvent, number, price, text)

std::vector<Invoice> invoices_of(db::Connection& db, Id<Store> store, Id<Deal> deal) {
    return db::all<Invoice>(db, statements::invoices_of_deal, {{"store_id", store}, {"deal_id", deal}});
}

std::optional<Invoice> load_invoice(db::Connection& db, Id<Store> store, Id<Invoice> id) {
    return db::first<Invoice>(db, statements::find_invoice, {{"store_id", store}, {"id", id}});
}

bool has_valid(const std::vector<Invoice>& invoices) {
    return std::any_of(invoices.begin(), invoices.end(), [](const Invoice& one) { return !one.voided_at; });
}

Result<InvoiceIssued> run_issue(Tx& tx, const IssueInvoice& in) {
    auto& db = tx.db();
    const auto store = tx.store_id();
    const auto deal = load_deal(db, store, in.deal_id);
    if (!deal) return deal_not_found;
    if (auto no = may_issue(*deal, has_valid(invoices_of(db, store, deal->id)))) return *no;
    if (auto no = check_invoice(in)) return *no;
    if (db::number(db, statements::invoice_numbered,
                   {{"store_id", store}, {"invoice_number", in.invoice_number.text}})) {
        return invoice_number_taken;
    }
    const auto vat = vat_on(tax_tables(), deal->bought_on);
    if (!vat) return vat.refused();
    const auto car = vehicles::find_car(db, store, *deal->car_id);
    const auto model = vehicles::find_model(db, store, deal->model_id);
    ensure(car && model);
    const Money price = sums_of(lines_of(db, store, deal->id)).car_price;
    const auto split = split_tax_half_up(price, vat->goods_basis_points);
    const Invoice invoice{.id = tx.new_id<Invoice>(),
                          .deal_id = deal->id,
                          .car_id = car->id,
                          .invoice_number = in.invoice_number.text,
                          .issued_on = local_date(tx.now()),
                          .vehicle_type = model->seats <= 9 ? "小型轿车" : "客车",
                          .brand_model = model->name,
                          .origin = in.origin.text,
                          .certificate_number = in.certificate_number,
                          .import_certificate = in.import_certificate,
                          .inspection_number = in.inspection_number,
                          .engine_number = in.engine_number.text,
                          .vin = car->vin.text,
                          .passengers = model->seats,
                          .price = price,
                          .net = split.net,
                          .tax = split.tax,
                          .vat_basis_points = vat->goods_basis_points,
                          .tax_office = in.tax_office.text,
                          .tax_office_code = in.tax_office_code.text,
                          .issued_by = tx.actor().user_id,
                          .issued_at = tx.now()};
    db.execute(statements::insert_invoice, db::Params::of(invoice, {{"store_id", store}}));
    emit_deal(tx, "deals.invoice_issued", *deal, InvoiceEvent{invoice.invoice_number, price, ""});
    return InvoiceIssued{invoice.id};
}

Result<Nothing> run_void(Tx& tx, const VoidInvoice& in) {
    auto invoice = load_invoice(tx.db(), tx.store_id(), in.invoice_id);
    if (!invoice) return invoice_not_found;
    if (auto no = may_void(*invoice)) return *no;
    invoice->voided_at = tx.now();
    invoice->void_reason = in.reason.text;
    invoice->version = in.version;
    db::execute_one(tx.db(), statements::void_invoice,
                    db::Params::of(*invoice, {{"store_id", tx.store_id()}}));
    const auto deal = load_deal(tx.db(), tx.store_id(), invoice->deal_id);
    emit_deal(tx, "deals.invoice_voided", *deal,
              InvoiceEvent{invoice->invoice_number, invoice->price, in.reason.text});
    return Nothing{};
}

Result<DealInvoice> run_deal_invoice(Context& context, const DealIn& in) {
    auto& db = context.db();
    const auto store = context.store_id();
    const auto deal = load_deal(db, store, in.deal_id);
    if (!deal) return deal_not_found;
    const auto vat = vat_on(tax_tables(), deal->bought_on);
    if (!vat) return vat.refused();
    const auto facts = access::store_facts(db, store);
    const auto customer = customers::find_customer(db, store, deal->customer_id);
    const Money price = sums_of(lines_of(db, store, deal->id)).car_price;
    const auto split = split_tax_half_up(price, vat->goods_basis_points);
    DealInvoice answer{.buyer_name = customer ? customer->name : "",
                       .buyer_identity = customer ? customer->identity_masked : "",
                       .seller_name = facts.legal_name,
                       .seller_tax_number = facts.tax_number,
                       .seller_address = facts.address,
                       .seller_phone = facts.phone,
                       .seller_bank = facts.bank_name + " " + facts.bank_account,
                       .price = price,
                       .net = split.net,
                       .tax = split.tax,
                       .vat_basis_points = vat->goods_basis_points,
                       .price_words = documents::chinese_money(price),
                       .invoices = {},
                       .allowed_actions = {}};
    const auto invoices = invoices_of(db, store, deal->id);
    for (const auto& one : invoices) {
        InvoiceLine line{.invoice = one, .allowed_actions = {}};
        allow(line.allowed_actions, context, void_invoice, may_void(one));
        answer.invoices.push_back(std::move(line));
    }
    allow(answer.allowed_actions, context, issue_invoice, may_issue(*deal, has_valid(invoices)));
    return answer;
}

Result<Download> run_invoice_pdf(Context& context, const InvoiceIn& in) {
    auto& db = context.db();
    const auto store = context.store_id();
    const auto invoice = load_invoice(db, store, in.invoice_id);
    if (!invoice) return invoice_not_found;
    const auto deal = load_deal(db, store, invoice->deal_id);
    ensure(deal.has_value());
    const auto facts = access::store_facts(db, store);
    documents::Document document(
        {.letterhead = {.store_name = facts.legal_name,
                        .lines = {facts.address, "电话 " + facts.phone, "纳税人识别号 " + facts.tax_number}},
         .title = "机动车销售统一发票",
         .subtitle = "开票数据（以税控系统开具的发票为准）",
         .number = invoice->invoice_number,
         .head_facts = {{"发票号码", invoice->invoice_number}, {"开票日期", to_text(invoice->issued_on)}},
         .qr_text = invoice->invoice_number,
         .footer = "每张发票只开一辆车",
         .watermark = invoice->voided_at ? "作废" : "",
         .created = invoice->issued_at});
    document.facts({
        {.label = "购买方名称", .value = customers::customer_name(db, store, deal->customer_id)},
        {.label = "身份证号/纳税人识别号",
         .value = customers::identity_number_of(db, store, deal->customer_id)},
        {.label = "车辆类型", .value = invoice->vehicle_type},
        {.label = "厂牌型号", .value = invoice->brand_model},
        {.label = "产地", .value = invoice->origin},
        {.label = "合格证号", .value = invoice->certificate_number},
        {.label = "进口证明书号", .value = invoice->import_certificate},
        {.label = "商检单号", .value = invoice->inspection_number},
        {.label = "发动机号码", .value = invoice->engine_number},
        {.label = "车辆识别代号", .value = documents::bold(invoice->vin)},
        {.label = "限乘人数", .value = std::to_string(invoice->passengers)},
        {.label = "主管税务机关及代码", .value = invoice->tax_office + " " + invoice->tax_office_code},
    });
    document.callout(documents::bold("价税合计（大写）" + documents::chinese_money(invoice->price)),
                     documents::bold("¥ " + to_text(invoice->price)));
    document.facts({
        {.label = "增值税税率", .value = std::to_string(invoice->vat_basis_points / 100) + " %"},
        {.label = "增值税税额", .value = "¥ " + to_text(invoice->tax)},
        {.label = "不含税价", .value = "¥ " + to_text(invoice->net)},
        {.label = "开户银行及账号", .value = facts.bank_name + " " + facts.bank_account},
        {.label = "开票人", .value = access::user_name(db, store, invoice->issued_by)},
    });
    if (invoice->voided_at) document.note("作废原因：" + invoice->void_reason);
    return Download{"application/pdf", invoice->invoice_number + ".pdf", document.pdf()};
}

}  // namespace

const Action<IssueInvoice, InvoiceIssued> issue_invoice{
    {.name = "deals.issue_invoice",
     .needs = invoice_write,
     .refuses = {deal_not_found, deal_is_cancelled, contract_not_signed, used_car_has_other_invoice,
                 invoice_is_there, invoice_number_wrong, certificate_missing, invoice_number_taken,
                 tax_table_not_valid},
     .run = run_issue}};
const Action<VoidInvoice, Nothing> void_invoice{{.name = "deals.void_invoice",
                                                 .needs = invoice_write,
                                                 .refuses = {invoice_not_found, invoice_is_void},
                                                 .run = run_void}};
const View<DealIn, DealInvoice> deal_invoice{{.name = "deals.deal_invoice",
                                              .needs = invoice_write,
                                              .refuses = {deal_not_found, tax_table_not_valid},
                                              .run = run_deal_invoice}};
const View<InvoiceIn, Download> invoice_pdf{{.name = "deals.invoice_pdf",
                                             .needs = invoice_write,
                                             .refuses = {invoice_not_found},
                                             .run = run_invoice_pdf}};

}  // namespace forecourt::deals
