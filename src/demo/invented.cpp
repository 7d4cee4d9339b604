#include <demo/invented.h>

#include <core/checked_text.h>

namespace forecourt::demo {
namespace {

const std::vector<std::string> surnames{"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐",
                                        "孙", "马", "朱", "胡", "郭", "何", "林", "罗", "高", "郑", "梁",
                                        "谢", "宋", "唐", "许", "邓", "冯", "韩", "曹", "曾", "彭", "萧",
                                        "蔡", "潘", "田", "董", "袁", "于", "余", "叶", "蒋", "杜", "苏",
                                        "魏", "程", "吕", "丁", "沈", "任", "姚", "卢"};
const std::vector<std::string> men{"伟",   "强",   "磊",   "军",   "洋",   "勇",   "杰",   "涛",
                                   "明",   "超",   "建国", "志强", "海涛", "文博", "俊杰", "浩然",
                                   "子轩", "宇航", "晓东", "国栋", "家豪", "思远", "立新"};
const std::vector<std::string> women{"芳",   "娜",   "敏",   "静",   "丽",   "艳",   "娟",   "霞",
                                     "秀英", "雨桐", "欣怡", "梓涵", "思琪", "佳宜", "雅婷", "晓燕",
                                     "美玲", "诗涵", "婉清", "若曦", "玉兰", "春梅"};
const std::vector<std::string> roads{"江南大道", "滨盛路", "网商路",   "长河路",
                                     "西兴路",   "春晓路", "火炬大道", "江晖路"};

}  // namespace

Invented invent_person(Player& player) {
    Invented person;
    person.woman = player.chance(45);
    person.name = player.one_of(surnames) + player.one_of(person.woman ? women : men);
    const std::vector<std::string> heads{"138", "139", "136", "135", "158", "188", "186", "177"};
    person.phone = player.one_of(heads) + std::to_string(player.between(10'000'000, 99'999'999));
    std::string number = "330108" + std::to_string(player.between(1962, 2001));
    const int month = player.between(1, 12), day = player.between(1, 28), serial = player.between(0, 499) * 2;
    number += (month < 10 ? "0" : "") + std::to_string(month) + (day < 10 ? "0" : "") + std::to_string(day);
    const std::string tail = std::to_string(1000 + serial + (person.woman ? 0 : 1)).substr(1);
    number += tail;
    constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; ++i) sum += (number[i] - '0') * weights[i];
    person.identity_number = number + "10X98765432"[sum % 11];
    person.address = "杭州市滨江区" + player.one_of(roads) + std::to_string(player.between(8, 1880)) + "号";
    return person;
}

std::string invent_plate(Player& player) {
    constexpr std::string_view letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    std::string plate = "浙A";
    plate += letters[static_cast<std::size_t>(player.between(0, static_cast<int>(letters.size()) - 1))];
    return plate + std::to_string(player.between(1000, 9999));
}

std::string vin_with(std::string_view head_eleven, int serial) {
    std::string vin = std::string(head_eleven) + std::to_string(1'000'000 + serial).substr(1);
    vin[8] = '0';
    vin[8] = vin_check_digit(vin);
    return vin;
}

}  // namespace forecourt::demo
