#include <simulator/life.h>

#include <algorithm>
#include <stdexcept>

namespace forecourt::simulator {
namespace {

using Roles = std::vector<std::string>;

// Who does what in the dealership, action by action.
const std::map<std::string, Roles>& table() {
    static const Roles sellers{"sales", "sales_manager", "gm"};
    static const Roles case_workers{"sales", "sales_manager", "gm", "delivery", "finance"};
    static const Roles reconditioners{"gm", "sales_manager", "delivery", "foreman", "technician"};
    static const Roles hosts{"gm", "sales_manager", "sales", "host"};
    static const Roles stock{"gm", "sales_manager", "delivery"};
    static const Roles key_keepers{"gm", "sales_manager", "sales", "host", "delivery", "advisor"};
    static const Roles archivists{"finance", "sales_manager", "gm"};
    static const Roles callers{"care", "gm"};
    static const Roles complaint_owners{"care", "gm", "sales_manager", "advisor"};
    static const std::map<std::string, Roles> roles{
        {"customers.register", {"gm", "sales_manager", "sales", "host", "delivery", "advisor", "care"}},
        {"vehicles.order_car", stock},
        {"vehicles.accept_arrival", stock},
        {"vehicles.move_car", stock},
        {"vehicles.make_demo_car", stock},
        {"vehicles.end_demo_use", stock},
        {"vehicles.request_car", {"gm", "sales_manager"}},
        {"vehicles.give_car", {"gm", "sales_manager"}},
        {"vehicles.send_car", stock},
        {"vehicles.withdraw_transfer", {"gm", "sales_manager"}},
        {"workshop.book_appointment", {"gm", "advisor", "care", "host", "customer"}},
        {"workshop.move_appointment", {"gm", "advisor", "care", "host", "customer"}},
        {"workshop.cancel_appointment", {"gm", "advisor", "care", "host", "customer"}},
        {"workshop.mark_appointment_missed", {"gm", "advisor"}},
        {"showroom.check_licence", hosts},
        {"showroom.book_test_drive", {"gm", "sales_manager", "sales", "host", "customer"}},
        {"showroom.move_test_drive", hosts},
        {"showroom.cancel_test_drive", {"gm", "sales_manager", "sales", "host", "customer"}},
        {"showroom.sign_agreement", hosts},
        {"showroom.start_drive", hosts},
        {"showroom.finish_drive", hosts},
        {"showroom.record_feedback", hosts},
        {"showroom.report_incident", hosts},
        {"reception.register_arrival", hosts},
        {"reception.assign_consultant", hosts},
        {"reception.greet_visitor", sellers},
        {"reception.ask_for_help", hosts},
        {"reception.identify_visitor", hosts},
        {"reception.end_visit", hosts},
        {"reception.plan_day", {"gm", "sales_manager"}},
        {"reception.copy_week", {"gm", "sales_manager"}},
        {"reception.set_knowledge", {"gm", "sales_manager"}},
        {"reception.check_etiquette", {"gm", "sales_manager"}},
        {"reception.start_duty", {"sales", "sales_manager"}},
        {"reception.leave_desk", {"sales", "sales_manager"}},
        {"reception.return_to_desk", {"sales", "sales_manager"}},
        {"reception.end_duty", {"sales", "sales_manager"}},
        {"leads.open_lead", sellers},
        {"leads.register_lead", {"gm", "sales_manager", "sales", "host", "care"}},
        {"leads.merge_leads", {"gm", "sales_manager"}},
        {"leads.record_needs", sellers},
        {"leads.choose_model", sellers},
        {"leads.plan_contact", sellers},
        {"leads.record_contact", sellers},
        {"leads.lose_lead", sellers},
        {"leads.revive_lead", {"gm", "sales_manager"}},
        {"leads.reassign_lead", {"gm", "sales_manager"}},
        {"vehicles.start_count", stock},
        {"vehicles.scan_car", stock},
        {"vehicles.explain_differences", stock},
        {"vehicles.close_count", stock},
        {"vehicles.record_mileage", {"gm", "sales_manager", "sales", "delivery", "advisor", "foreman"}},
        {"vehicles.register_items", key_keepers},
        {"vehicles.issue_item", key_keepers},
        {"vehicles.return_item", key_keepers},
        {"deals.file_contract", archivists},
        {"deals.lend_contract", archivists},
        {"deals.return_contract", archivists},
        {"deals.destroy_contract", archivists},
        {"deals.start_quote", sellers},
        {"deals.add_line", sellers},
        {"deals.remove_line", sellers},
        {"deals.choose_car", sellers},
        {"deals.set_bought_on", sellers},
        {"deals.set_discount", sellers},
        {"deals.withdraw_discount", sellers},
        {"deals.offer_quote", sellers},
        {"deals.cancel_deal", sellers},
        {"deals.draft_contract", sellers},
        {"deals.withdraw_contract_draft", sellers},
        {"deals.sign_contract", {"sales", "sales_manager", "gm", "customer"}},
        {"deals.amend_contract", {"sales_manager", "gm"}},
        {"deals.cancel_contract", {"sales_manager", "gm"}},
        {"deals.finish_fitting", {"delivery", "foreman", "technician", "parts", "sales_manager", "gm"}},
        {"deals.receive_case_paper", case_workers},
        {"deals.quote_insurance", case_workers},
        {"deals.choose_insurance", case_workers},
        {"deals.send_case", case_workers},
        {"deals.finish_case", case_workers},
        {"care.record_call", callers},
        {"care.postpone_call", callers},
        {"care.opt_out", callers},
        {"complaints.open", complaint_owners},
        {"complaints.review", complaint_owners},
        {"complaints.propose_solution", complaint_owners},
        {"complaints.carry_out", complaint_owners},
        {"complaints.record_verdict", complaint_owners},
        {"complaints.name_cause", complaint_owners},
        {"complaints.reopen", complaint_owners},
        {"approvals.decide",
         {"gm", "sales_manager", "finance", "advisor", "foreman", "inspector", "parts", "care", "hr",
          "facility"}},
        {"payments.receive_payment", {"cashier", "finance", "gm"}},
        {"payments.request_refund", {"cashier", "finance", "sales", "sales_manager", "advisor", "gm"}},
        {"payments.pay_refund", {"cashier", "finance"}},
        {"payments.close_day", {"cashier", "finance", "gm"}},
        {"payments.request_qr", {"cashier", "finance", "gm"}},
        {"payments.close_qr", {"cashier", "finance", "gm"}},
        {"payments.take_notice", {"system"}},
        {"payments.clear_notice", {"finance", "gm"}},
        {"payments.refund_by_gateway", {"cashier", "finance"}},
        {"delivery.record_inspection", {"gm", "delivery"}},
        {"delivery.prepare", {"gm", "delivery"}},
        {"delivery.appoint", {"gm", "delivery"}},
        {"delivery.accept", {"gm", "delivery"}},
        {"delivery.deliver_car", {"gm", "delivery"}},
        {"delivery.mend_fault", {"gm", "delivery", "foreman", "technician"}},
        {"customers.add_car", {"gm", "sales_manager", "sales", "host", "delivery", "advisor", "care"}},
        {"parts.add_part", {"gm", "parts"}},
        {"parts.receive_goods", {"gm", "parts"}},
        {"parts.move_stock", {"gm", "parts"}},
        {"parts.count_stock", {"gm", "parts"}},
        {"parts.withdraw_part", {"gm", "parts"}},
        {"workshop.receive_car", {"gm", "advisor"}},
        {"workshop.cancel_order", {"gm", "advisor"}},
        {"workshop.add_labour", {"gm", "advisor"}},
        {"workshop.add_part_line", {"gm", "advisor"}},
        {"workshop.add_outside_work", {"gm", "advisor"}},
        {"workshop.set_line_discount", {"gm", "advisor"}},
        {"workshop.remove_line", {"gm", "advisor"}},
        {"workshop.request_consent", {"gm", "advisor"}},
        {"workshop.withdraw_consent", {"gm", "advisor"}},
        {"workshop.answer_consent", {"gm", "advisor", "customer"}},
        {"workshop.issue_part", {"gm", "parts"}},
        {"workshop.return_part", {"gm", "parts"}},
        {"workshop.clock_on", {"technician", "foreman"}},
        {"workshop.clock_off", {"technician", "foreman"}},
        {"workshop.finish_outside_work", {"gm", "foreman", "advisor"}},
        {"workshop.record_check", {"technician", "foreman", "inspector"}},
        {"workshop.ask_deposit", {"gm", "advisor"}},
        {"workshop.settle_order", {"gm", "advisor"}},
        {"workshop.cancel_settlement", {"gm", "advisor"}},
        {"workshop.hand_back", {"gm", "advisor"}},
        {"used_cars.buy_car", {"gm", "sales_manager"}},
        {"used_cars.receive_paper", {"gm", "sales_manager"}},
        {"used_cars.describe_car", {"gm", "sales_manager"}},
        {"used_cars.set_asking_price", {"gm", "sales_manager"}},
        {"used_cars.pay_seller", {"finance", "cashier"}},
        {"used_cars.plan_job", reconditioners},
        {"used_cars.finish_job", reconditioners},
        {"used_cars.drop_job", reconditioners},
        {"used_cars.set_photos", reconditioners},
        {"used_cars.enter_step", reconditioners},
        {"used_cars.record_transfer", reconditioners},
        {"financing.add_product", {"finance", "gm"}},
        {"financing.publish_terms", {"finance", "gm"}},
        {"financing.end_terms", {"finance", "gm"}},
        {"financing.apply", {"sales", "sales_manager", "finance", "gm"}},
        {"financing.hand_in_paper", {"sales", "sales_manager", "finance", "gm"}},
        {"financing.sign_sheet", {"sales", "sales_manager", "finance", "gm", "customer"}},
        {"financing.submit", {"sales", "sales_manager", "finance", "gm"}},
        {"financing.withdraw", {"sales", "sales_manager", "finance", "gm"}},
        {"financing.approve", {"finance", "gm"}},
        {"financing.reject", {"finance", "gm"}},
        {"financing.disburse", {"finance", "gm"}},
        {"financing.register_mortgage", {"finance", "gm"}},
        {"financing.release_mortgage", {"finance", "gm"}},
    };
    return roles;
}

}  // namespace

std::string role_of(const std::string& login) {
    const std::string role = login.substr(0, login.find_last_not_of("0123456789") + 1);
    return role == "tech" ? "technician" : role;
}

bool may(const std::string& role, const std::string& action) {
    const auto found = table().find(action);
    if (found == table().end()) throw std::logic_error("nobody is said to do " + action);
    return std::find(found->second.begin(), found->second.end(), role) != found->second.end();
}

const std::vector<std::string>& every_login() {
    static const std::vector<std::string> logins{
        "gm",      "sales_manager", "sales1",   "sales2",   "sales3",  "sales4",   "host",  "cashier",
        "finance", "delivery",      "advisor1", "advisor2", "foreman", "tech1",    "tech2", "tech3",
        "tech4",   "inspector",     "parts",    "care",     "hr",      "facility", "admin"};
    return logins;
}

}  // namespace forecourt::simulator
