#include <mail/webhook.h>
#include <modules/payments/qr/gateway.h>
#include <modules/payments/qr/qr.h>
#include <program/application.h>
#include <program/test_gateway.h>
#include <secrets/bytes.h>

#include <charconv>
#include <chrono>
#include <thread>

namespace forecourt::program {
namespace {

struct RefundCall {
    std::int64_t store_id{};
    std::string order_number;
    std::string refund_number;
    Money amount;
};
FORECOURT_STRUCT(RefundCall, store_id, order_number, refund_number, amount)

/// The parts of a code's address.
struct Asked {
    std::string order;
    std::string title;
    std::string notify;
    Money amount;
    Instant expires;
};

std::int64_t whole(const std::string& text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '&':
                out += "&amp;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

http::Response page(int status, const std::string& title, const std::string& body) {
    http::Response response;
    response.status = status;
    response.content_type = "text/html; charset=utf-8";
    response.body =
        "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width\"><title>" +
        title +
        "</title><style>body{font:16px system-ui;margin:0;background:#f4f3f0;color:#1c2126;text-align:center}"
        "main{max-width:360px;margin:12vh auto;padding:28px;background:#fff;border-radius:14px}"
        "b{display:block;font-size:34px;margin:14px 0}button{width:100%;padding:14px;font-size:17px;border:0;"
        "border-radius:10px;background:#1c6642;color:#fff}small{color:#61686f}</style><main><small>测试支付 "
        "· "
        "不产生真实扣款</small>" +
        body + "</main></html>";
    return response;
}

std::optional<Asked> read_asked(const http::Request& request, const std::string& secret) {
    const auto at = request.query.rfind("&sign=");
    if (at == std::string::npos) return std::nullopt;
    const auto signature = request.query.substr(at + 6);
    if (!secrets::constant_time_equal(signature,
                                      payments::pay_signature(secret, request.query.substr(0, at))))
        return std::nullopt;
    Asked asked;
    for (const auto& [name, value] : request.query_parameters()) {
        if (name == "order") asked.order = value;
        if (name == "title") asked.title = value;
        if (name == "notify") asked.notify = value;
        if (name == "amount") asked.amount = {whole(value)};
        if (name == "expires") asked.expires = {whole(value) * 1000};
    }
    return asked;
}

http::Response wrong_code() { return page(403, "无效", "<p>付款码无效</p>"); }

}  // namespace

TestGateway::TestGateway(const std::string& address, std::uint16_t port, std::string secret)
    : secret_(std::move(secret)) {
    http::Options options;
    options.address = address;
    options.port = port;
    server_ = std::make_unique<http::Server>(
        std::move(options), [this](http::Request&& request, http::Responder responder) {
            const bool is_post = request.method == http::Method::post;
            if (request.path == "/pay") return responder(is_post ? pay(request) : pay_page(request));
            if (request.path == "/refund" && is_post) return responder(refund(request));
            responder(http::problem(404, "no_such_route", ""));
        });
    server_->start();
}

TestGateway::~TestGateway() { server_->stop_gracefully(std::chrono::milliseconds(200)); }

std::string TestGateway::url() const { return "http://127.0.0.1:" + std::to_string(server_->port()); }

std::optional<TestGateway::Paid> TestGateway::paid(const std::string& order_number) const {
    const std::lock_guard guard(mutex_);
    const auto found = paid_.find(order_number);
    if (found == paid_.end()) return std::nullopt;
    return found->second;
}

http::Response TestGateway::pay_page(const http::Request& request) {
    const auto asked = read_asked(request, secret_);
    if (!asked) return wrong_code();
    const std::string head = "<p>" + escaped(asked->title) + "</p><b>¥ " + to_text(asked->amount) + "</b>";
    if (paid(asked->order)) return page(200, "已支付", head + "<p>已支付</p>");
    if (system_clock() > asked->expires)
        return page(410, "已过期", head + "<p>付款码已过期，请让收银员重新生成</p>");
    return page(200, "付款",
                head + "<form method=\"post\" action=\"/pay?" + escaped(request.query) +
                    "\"><button>确认支付</button></form>");
}

http::Response TestGateway::pay(const http::Request& request) {
    const auto asked = read_asked(request, secret_);
    if (!asked) return wrong_code();
    if (system_clock() > asked->expires) return page(410, "已过期", "<p>付款码已过期</p>");
    {
        const std::lock_guard guard(mutex_);
        auto& paid = paid_[asked->order];
        if (paid.gateway_reference.empty()) {
            paid.amount = asked->amount;
            paid.gateway_reference = "TG" + secrets::to_hex(secrets::random_bytes(8));
        }
    }
    workers_.post([this, asked] { tell(asked->order, asked->notify); });
    return page(200, "支付成功",
                "<p>" + escaped(asked->title) + "</p><b>¥ " + to_text(asked->amount) + "</b><p>支付成功</p>");
}

http::Response TestGateway::refund(const http::Request& request) {
    RefundCall call;
    if (!mail::webhook_signature_is_valid(request.header("forecourt-signature"), secret_, request.body,
                                          system_clock(), payments::notice_tolerance)) {
        return http::problem(401, "signature_wrong", "");
    }
    if (!reflect::from_json(call, request.body).empty()) return http::problem(400, "malformed", "");
    const std::lock_guard guard(mutex_);
    const auto found = paid_.find(call.order_number);
    if (found == paid_.end()) return http::problem(404, "order_not_found", "");
    auto& paid = found->second;
    const auto key = std::pair(call.store_id, call.refund_number);
    if (!refunds_.contains(key)) {
        if (call.amount > paid.amount - paid.refunded) return http::problem(409, "more_than_paid", "");
        paid.refunded += call.amount;
        refunds_[key] = call.order_number;
    }
    http::Response response;
    response.content_type = "application/json";
    response.body = "{}";
    return response;
}

void TestGateway::tell(const std::string& order_number, const std::string& notify_url) {
    for (int attempt = 0; attempt < 5; ++attempt) {
        const auto money = paid(order_number);
        const auto body = reflect::to_json(payments::NoticeBody{.order_number = order_number,
                                                                .gateway_reference = money->gateway_reference,
                                                                .amount = money->amount});
        const auto outcome = mail::post_webhook(
            {.url = notify_url, .secret = secret_, .ca_file = {}, .allow_private_addresses = true},
            {.event_id = money->gateway_reference, .body = body, .at = system_clock()});
        {
            const std::lock_guard guard(mutex_);
            ++paid_[order_number].told;
            paid_[order_number].answer = outcome.code;
        }
        if (outcome.state != mail::Outcome::State::retry_later) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(200 << attempt));
    }
}

}  // namespace forecourt::program
