#include <demo/people.h>

#include <secrets/password.h>
#include <services/access/api.h>

namespace forecourt::demo {
namespace {

struct Listed {
    const char* login;
    const char* name;
    Role role;
};

// In the order of the sign-in page: who leads, who sells, who serves, who keeps the house.
constexpr Listed people[] = {
    {"gm", "陈志远", Role::gm},
    {"sales_manager", "周建国", Role::sales_manager},
    {"sales1", "李婷", Role::sales},
    {"sales2", "王浩", Role::sales},
    {"sales3", "赵雪梅", Role::sales},
    {"sales4", "孙磊", Role::sales},
    {"sales5", "梁晓彤", Role::sales},
    {"sales6", "郭子豪", Role::sales},
    {"sales7", "叶青", Role::sales},
    {"sales8", "潘俊杰", Role::sales},
    {"host", "林小雨", Role::host},
    {"host2", "方圆", Role::host},
    {"cashier", "吴敏", Role::cashier},
    {"cashier2", "蔡文静", Role::cashier},
    {"finance", "郑慧", Role::finance},
    {"finance2", "谭雅", Role::finance},
    {"delivery", "马骏", Role::delivery},
    {"delivery2", "余婉清", Role::delivery},
    {"advisor1", "张伟", Role::advisor},
    {"advisor2", "何静", Role::advisor},
    {"advisor3", "苏明哲", Role::advisor},
    {"advisor4", "戴丽", Role::advisor},
    {"foreman", "徐大勇", Role::foreman},
    {"tech1", "刘强", Role::technician},
    {"tech2", "黄文斌", Role::technician},
    {"tech3", "曾凡", Role::technician},
    {"tech4", "邓超群", Role::technician},
    {"tech5", "谢建华", Role::technician},
    {"tech6", "韩冬", Role::technician},
    {"tech7", "程志鹏", Role::technician},
    {"tech8", "袁野", Role::technician},
    {"inspector", "罗平", Role::inspector},
    {"inspector2", "高卫民", Role::inspector},
    {"parts", "宋佳", Role::parts},
    {"parts2", "姜海燕", Role::parts},
    {"care", "唐悦", Role::care},
    {"care2", "卢思思", Role::care},
    {"hr", "冯丽娜", Role::hr},
    {"facility", "曹国庆", Role::facility},
    {"admin", "董明", Role::admin},
};

std::string surname_elsewhere(int number) {
    static constexpr const char* surnames[] = {"金", "石", "贺", "龙", "段", "雷", "钱"};
    return surnames[static_cast<std::size_t>(number) % std::size(surnames)];
}

access::StoreFacts facts_of(int number) {
    return {.id = {},
            .name = number == 1 ? "前庭汽车·滨江店" : "前庭汽车·" + std::to_string(number) + "号店",
            .legal_name = "杭州前庭汽车销售服务有限公司",
            .address = "浙江省杭州市滨江区江陵路1868号",
            .phone = "0571-86881868",
            .tax_number = "91330108MA27XL0Q5T",
            .bank_name = "中国工商银行杭州滨江支行",
            .bank_account = "1202 0208 0990 0186 868",
            .licence_number = "浙交运管许可字330108000186号",
            .is_demo = true};
}

}  // namespace

DemoStore make_store(Tx& tx, const secrets::Key& password_pepper, int number) {
    DemoStore made;
    made.store_id = access::add_store(tx, facts_of(number));
    // One hash for all: they have the same password, and hashing is slow on purpose.
    const std::string hash = secrets::hash_password("demo", password_pepper);
    for (const auto& person : people) {
        const std::string login = person.login + (number == 1 ? std::string() : "_" + std::to_string(number));
        // Who works elsewhere is somebody else.
        const std::string name =
            number == 1 ? person.name : surname_elsewhere(number) + std::string(person.name).substr(3);
        const auto id = access::add_user(
            tx, made.store_id, {.login = login, .name = name, .password_hash = hash, .roles = {person.role}});
        made.people.push_back({.login = login, .user_id = id, .name = name, .roles = {person.role}});
    }
    return made;
}

}  // namespace forecourt::demo
