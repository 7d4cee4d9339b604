#include <core/checked_text.h>
#include <services/messages/message.h>

#include <array>

namespace forecourt::messages {

std::optional<Duration> wait_after(std::int64_t attempts) {
    // A network that is gone for a minute and one that is gone for a day are both overcome.
    static constexpr std::array waits{minutes(1), minutes(5), minutes(15), hours(1),
                                      hours(3),   hours(12),  hours(24)};
    ensure(attempts >= 1);
    const auto at = static_cast<std::size_t>(attempts - 1);
    return at < waits.size() ? std::optional(waits[at]) : std::nullopt;
}

std::string hint_of(Channel channel, const std::string& recipient) {
    switch (channel) {
        case Channel::sms:
            return Phone{recipient}.masked();
        case Channel::email: {
            const auto at = recipient.find('@');
            return at == std::string::npos || at == 0 ? "***"
                                                      : recipient.substr(0, 1) + "***" + recipient.substr(at);
        }
        case Channel::in_app:
            break;
    }
    return {};
}

}  // namespace forecourt::messages
