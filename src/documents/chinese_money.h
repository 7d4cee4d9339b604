#pragma once
#include <core/money.h>

#include <string>

namespace forecourt::documents {

/// An amount in the capital characters of vouchers: 226,000.00 is 贰拾贰万陆仟元整, 100.05 is 壹佰元零伍分.
/// 整 follows when the amount ends with yuan. Negative amounts begin with 负.
std::string chinese_money(Money amount);

}  // namespace forecourt::documents
