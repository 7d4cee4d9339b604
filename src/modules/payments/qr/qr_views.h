#pragma once
#include <action/view.h>
#include <modules/payments/qr/qr.h>

namespace forecourt::payments {

struct QrOfDueIn {
    Id<Due> due_id;
};
FORECOURT_STRUCT(QrOfDueIn, due_id)

/// The newest code of a due, as the desk and the customer see it.
struct QrOfDue {
    bool has_gateway{};
    std::optional<QrOrder> order;
    bool is_expired{};
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(QrOfDue, has_gateway, order, is_expired, allowed_actions)

struct NoticeLine {
    Notice notice;
    std::vector<AllowedAction> allowed_actions;
};
FORECOURT_STRUCT(NoticeLine, notice, allowed_actions)
/// Money that came in and fits nothing.
struct NoticeList {
    std::vector<NoticeLine> notices;
};
FORECOURT_STRUCT(NoticeList, notices)

extern const View<QrOfDueIn, QrOfDue> qr_of_due;
extern const View<Nothing, NoticeList> notice_list;

}  // namespace forecourt::payments
