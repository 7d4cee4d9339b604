#include <documents/chinese_money.h>
#include <documents/pdf.h>
#include <modules/payments/payment/payment_views.h>

namespace forecourt::payments {
namespace {

const char* text_of(PaymentMeans means) {
    switch (means) {
        case PaymentMeans::cash:
            return "现金";
        case PaymentMeans::card:
            return "银行卡";
        case PaymentMeans::transfer:
            return "银行转账";
        case PaymentMeans::qr:
            return "扫码支付";
    }
    return "";
}

const char* text_of(PaymentKind kind) {
    switch (kind) {
        case PaymentKind::deposit:
            return "定金";
        case PaymentKind::balance:
            return "车款";
        case PaymentKind::settlement:
            return "结算款";
    }
    return "";
}

}  // namespace

std::string receipt_pdf_of(const ReceiptPaper& paper) {
    const auto& payment = paper.payment;
    const std::string amount = "¥ " + to_text(payment.amount);
    documents::Document document(
        {.letterhead = {.store_name = paper.store_name, .lines = paper.store_lines},
         .title = "收款收据",
         .number = payment.number,
         .head_facts = {{"收据编号", payment.number}, {"收款时间", local_text(payment.received_at)}},
         .qr_text = payment.number,
         .footer = "本收据不是发票",
         .created = payment.received_at});
    document.facts({{.label = "交款人", .value = paper.customer_name},
                    {.label = "收款方式", .value = text_of(payment.means)},
                    {.label = "收款事由", .value = paper.title + "　" + text_of(payment.kind), .wide = true},
                    {.label = "参考号", .value = payment.reference},
                    {.label = "收款人", .value = paper.received_by_name}});
    document.callout(documents::bold("人民币（大写）" + documents::chinese_money(payment.amount)),
                     documents::bold(amount));
    if (paper.open > Money{0}) document.note("截至打印时尚未付清 ¥ " + to_text(paper.open));
    if (payment.refunded > Money{0}) document.note("其中已退款 ¥ " + to_text(payment.refunded));
    document.signatures({{.role = "收款单位（盖章）",
                          .name = paper.store_name,
                          .line_label = "经办：",
                          .date = to_text(local_date(payment.received_at)),
                          .date_label = "日期："}});
    return document.pdf();
}

}  // namespace forecourt::payments
