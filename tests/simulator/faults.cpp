#include <simulator/faults.h>

#include <algorithm>
#include <memory>

namespace forecourt::simulator {
namespace {

using program::Answer;
using program::Ending;

// Falsifies the first answer it may.
void falsify_once(Settings& settings, std::function<bool(const Attempt&, Answer&)> falsify) {
    settings.falsify = [falsify = std::move(falsify), done = std::make_shared<bool>(false)](
                           const Attempt& attempt, Answer& answer) {
        if (!*done) *done = falsify(attempt, answer);
    };
}

// Replaces one text of an answer that was done by another.
void say_instead(Settings& settings, const std::string& action, const std::string& what,
                 const std::string& instead) {
    falsify_once(settings, [=](const Attempt& attempt, Answer& answer) {
        const auto at = answer.output.find(what);
        if (attempt.action != action || attempt.who == "again" || answer.ending != Ending::done) return false;
        if (at == std::string::npos) return false;
        answer.output.replace(at, what.size(), instead);
        return true;
    });
}

void refuse_as(Settings& settings, const Refusal& refusal, bool when_done) {
    falsify_once(settings, [=](const Attempt& attempt, Answer& answer) {
        if (attempt.who == "again" || (answer.ending == Ending::done) != when_done) return false;
        if (!when_done && answer.ending != Ending::refused) return false;
        answer.ending = Ending::refused;
        answer.refused = Refused(refusal);
        return true;
    });
}

// Once so much was done that there is something to change, rows change behind the program's back: again and
// again, for what is rare.
void tamper(Settings& settings, const std::string& statement) {
    settings.before = [statement](Life& life, std::int64_t number) {
        if (number >= 500 && number % 50 == 0) life.program.tamper(statement);
    };
}

void mistake(Settings& settings, std::function<void(StoreModel&)> change) {
    settings.before = [change = std::move(change)](Life& life, std::int64_t number) {
        if (number == 500) change(life.at(0));
    };
}

void let_happen(Settings& settings) {
    falsify_once(settings, [](const Attempt& attempt, Answer& answer) {
        if (attempt.who == "again" || answer.ending != Ending::refused) return false;
        answer.ending = Ending::done;
        answer.output = "{}";
        return true;
    });
}

void answer_otherwise_again(Settings& settings) {
    falsify_once(settings, [](const Attempt& attempt, Answer& answer) {
        if (attempt.who != "again" || answer.ending != Ending::done) return false;
        answer.output += " ";
        return true;
    });
}

constexpr Refusal unheard_of{"unheard_of"};

}  // namespace

std::vector<Fault> every_fault() {
    return {
        {"what is refused without a reason",
         {"it was not done"},
         [](Settings& s) { refuse_as(s, unheard_of, true); }},
        {"what is refused for another reason",
         {"it was refused for another reason"},
         [](Settings& s) { refuse_as(s, unheard_of, false); }},
        {"what is done though it must not be", {"it was not refused"}, let_happen},
        {"a wrong state in an answer",
         {"state of the deal"},
         [](Settings& s) { say_instead(s, "deals.offer_quote", "offered", "draft"); }},
        {"a wrong sum in an answer",
         {"what is open"},
         [](Settings& s) { say_instead(s, "payments.receive_payment", "\"open\":", "\"open\":1"); }},
        {"a second answer under a used key",
         {"a key was used twice and the answers differ"},
         answer_otherwise_again},
        {"a refusal that leaves a trace",
         {"events in the log after nothing was done"},
         [](Settings& s) { tamper(s, "update log_head set seq = seq + 1"); }},
        {"money that comes from nowhere",
         {"sum of all accounts"},
         [](Settings& s) {
             tamper(s,
                    "update ledger_balance set balance = balance + 1 where account = 'cash' "
                    "and customer_id = 0");
         }},
        {"money on the wrong account",
         {"account "},
         [](Settings& s) { mistake(s, [](StoreModel& m) {
                               m.post({{"cash", 100}, {"bank", -100}});
                           }); }},
        {"a customer's account that is wrong",
         {"customer"},
         [](Settings& s) {
             tamper(s, "update ledger_balance set balance = balance + 1 where customer_id <> 0");
         }},
        {"a deal that another price stands in",
         {"deal"},
         [](Settings& s) { tamper(s, "update deals_deal set total = total + 1"); }},
        {"a car that two contracts hold",
         {"car"},
         [](Settings& s) {
             tamper(s,
                    "update vehicles_car set deal_id = null, state = 'in_stock' where "
                    "state = 'locked'");
         }},
        {"a sum that was paid and is gone",
         {"paid", "what is open", "refundable", "deposit_is_kept", "refused: nothing_is_due"},
         [](Settings& s) { tamper(s, "update payments_due set paid = paid - 1 where paid > 0"); }},
        {"a part that is gone",
         {"part ", "value of the difference"},
         [](Settings& s) {
             tamper(s,
                    "update parts_stock set on_hand = on_hand - 1, value = value - 1 where "
                    "on_hand > reserved");
         }},
        {"a code that was paid for another sum",
         {"of the notice"},
         [](Settings& s) {
             tamper(s, "update payments_qr_order set amount = amount + 1 where payment_id is null");
         }},
        {"an insurance that another sum is collected for",
         {"its insurance", "agency_payable", "paid_over_collected"},
         [](Settings& s) {
             tamper(s, "update deals_case set collected = collected + 1 where kind = 'insurance'");
         }},
        {"a fault that mended itself",
         {"open faults", "refused: faults_are_open", "refused: fault_is_mended"},
         [](Settings& s) {
             tamper(s, "update delivery_fault set mended_at = found_at where mended_at is null");
         }},
        {"a used car that cost less",
         {"used car "},
         [](Settings& s) { tamper(s, "update used_cars_car set price = price - 1"); }},
        {"a car that came without being accepted",
         {"transfer of a car ", "list of transfers that are sent", "refused: transfer_is_settled"},
         [](Settings& s) {
             tamper(s, "update vehicles_transfer set state = 'arrived' where state = 'sent'");
         }},
        {"a car that nobody scanned",
         {"count of cars ", "refused: count_line_is_no_difference", "refused: count_has_differences"},
         [](Settings& s) {
             tamper(s, "update vehicles_count_line set result = 'found' where result = 'missing'");
         }},
        {"an appointment that is half an hour later",
         {"appointments on ", "the appointment's ", "refused: slot_is_full",
          "refused: appointment_not_missed_yet", "refused: car_has_appointment"},
         [](Settings& s) {
             tamper(s,
                    "update workshop_appointment set starts_at = starts_at + 1800000, ends_at = ends_at + "
                    "1800000 where state = 'booked'");
         }},
        {"a drive that takes longer",
         {"test drive ", "is due", "refused: car_already_booked", "refused: customer_already_booked",
          "refused: consultant_already_booked"},
         [](Settings& s) {
             tamper(s, "update showroom_test_drive set ends_at = ends_at + 900000 where state <> 'finished'");
         }},
        {"a visitor who is said to have come another day",
         {"refused: visitor_came_another_day", "on the floor: ", "refused: duty_not_started"},
         [](Settings& s) {
             tamper(s,
                    "update reception_visit set arrived_at = arrived_at - 86400000 where ended_at is null");
         }},
        {"a visitor who is somebody else's",
         {"visit of the showroom ", "on the floor: ", "the visitor's consultant"},
         [](Settings& s) {
             tamper(s, "update reception_visit set consultant_id = 1 where consultant_id is not null");
         }},
        {"a contact that was put off",
         {"page of the lead ", "the contact was late"},
         [](Settings& s) {
             tamper(
                 s,
                 "update leads_lead set next_contact_at = next_contact_at + 86400000 where state = 'open'");
         }},
        {"a lead that fell in grade",
         {"page of the lead ", "known already: its grade", "next contact of the lead",
          "refused: contact_too_late"},
         [](Settings& s) { tamper(s, "update leads_lead set grade = 'C' where grade in ('H', 'A', 'B')"); }},
        {"needs that were scored better",
         {"page of the lead "},
         [](Settings& s) {
             tamper(s, "update leads_lead set score = score + 1 where score between 1 and 99");
         }},
        {"a score that is another in the answer",
         {"score of the needs"},
         [](Settings& s) { say_instead(s, "leads.record_needs", "\"score\":", "\"score\":1"); }},
        {"a proposal that costs more",
         {"proposals for the needs"},
         [](Settings& s) { say_instead(s, "leads.record_needs", "\"price\":", "\"price\":1"); }},
        {"a caller whose car nobody knows any more",
         {"known already: ", "refused: lead_exists_already", "refused: customer_known_by_car"},
         [](Settings& s) { tamper(s, "update leads_lead set plate = null, vin = null"); }},
        {"a lead that went into another and stands alone again",
         {"page of the lead ", "refused: lead_merged_already"},
         [](Settings& s) {
             tamper(s, "update leads_lead set merged_into = null where merged_into is not null");
         }},
        {"a turn that goes to who had the last",
         {"whose the lead is", "why the lead is theirs"},
         [](Settings& s) {
             tamper(s, "update leads_owner set since = 4000000000000 - since where since < 2000000000000");
         }},
        {"a duty that ended by itself",
         {"on the floor: ", "the visitor's consultant", "refused: duty_not_started",
          "refused: consultant_not_present", "refused: no_consultant_free"},
         [](Settings& s) {
             tamper(s, "update reception_duty set ended_at = started_at where ended_at is null");
         }},
        {"a week that was copied with more shifts",
         {"shifts of the copied week"},
         [](Settings& s) { say_instead(s, "reception.copy_week", "\"shifts\":", "\"shifts\":1"); }},
        {"an appearance with more faults",
         {"faults of the appearance"},
         [](Settings& s) { say_instead(s, "reception.start_duty", "\"faults\":", "\"faults\":1"); }},
        {"a look at somebody that saw more faults",
         {"faults of the look at somebody"},
         [](Settings& s) { say_instead(s, "reception.check_etiquette", "\"faults\":", "\"faults\":1"); }},
        {"a day off that nobody planned",
         {"on the floor: ", "the visitor's consultant", "whose the lead is",
          "refused: consultant_not_present", "refused: no_consultant_free"},
         [](Settings& s) { tamper(s, "update reception_shift set kind = 'off'"); }},
        {"a consultant who forgot a series",
         {"the visitor's consultant", "why the lead is theirs", "whose the lead is",
          "chosen for knowing the series"},
         [](Settings& s) { tamper(s, "delete from reception_knowledge"); }},
        {"a key that lies in the box again by itself",
         {"keys and papers", "key log of ", "refused: item_is_out", "refused: item_is_here"},
         [](Settings& s) {
             tamper(s, "update vehicles_item set state = 'here', holder = '' where state = 'out'");
         }},
        {"a certificate that left the bank by itself",
         {"keys and papers", "key log of ", "refused: item_is_at_bank", "refused: item_is_here",
          "refused: certificate_with_bank"},
         [](Settings& s) { tamper(s, "update vehicles_item set state = 'here' where state = 'at_bank'"); }},
        {"a key that may be brought back a day later",
         {"is due", "those that are late"},
         [](Settings& s) {
             tamper(s, "update vehicles_item set due_at = due_at + 86400000 where state = 'out'");
         }},
        {"a move of a key that nobody wrote down",
         {"key log of "},
         [](Settings& s) { tamper(s, "delete from vehicles_item_move where state = 'out'"); }},
        {"a contract's paper that nobody brought back",
         {"papers of deal ", "papers: ", "refused: contract_is_lent", "refused: contract_not_lent"},
         [](Settings& s) {
             tamper(s,
                    "update deals_custody set state = 'shelved', borrower = '', back_by = null "
                    "where state = 'lent'");
         }},
        {"a contract's paper that is kept too short",
         {"kept until", "refused: contract_is_retained"},
         [](Settings& s) { tamper(s, "update deals_custody set retain_until = '2026-01-01'"); }},
        {"a used car that stood longer",
         {"cost of the capital"},
         [](Settings& s) { tamper(s, "update used_cars_car set taken_at = taken_at - 8640000000"); }},
        {"a used car with another price on the windscreen",
         {"total of the quote"},
         [](Settings& s) {
             tamper(s, "update vehicles_car set asking_price = asking_price + 100 where asking_price > 0");
         }},
        {"a used car that is sold to nobody",
         {"used car ", "refused: used_car_is_sold"},
         [](Settings& s) {
             tamper(s,
                    "update used_cars_car set step = 'sold', sold_at = step_since where step = 'for_sale'");
         }},
        {"a loan that shrank",
         {"loan ", "what is lent"},
         [](Settings& s) { tamper(s, "update financing_application set principal = principal - 1"); }},
        {"an order's line that was changed",
         {"order ", "planned total", "what is asked"},
         [](Settings& s) { tamper(s, "update workshop_line set amount = amount + 1"); }},
        {"a call that somebody tried once more",
         {"call ", "state of the call"},
         [](Settings& s) { tamper(s, "update care_call set tries = tries + 1 where state = 'planned'"); }},
        {"a solution that costs more",
         {"complaint "},
         [](Settings& s) {
             tamper(s, "update complaints_complaint set cost = cost + 1 where state = 'agreed'");
         }},
        {"a task that is open again",
         {"tasks: "},
         [](Settings& s) {
             tamper(s,
                    "update tasks_task set closed_at = null, closed_by = null, closed_by_name = null "
                    "where object_type in ('complaint', 'care_call')");
         }},
        {"an event that was changed",
         {"verify: "},
         [](Settings& s) { tamper(s, "update log_event set data = '{}' where seq = 40"); }},
        {"a number that is left out",
         {"have a gap"},
         [](Settings& s) { tamper(s, "update numbering_counter set last = last + 1"); }},
    };
}

std::string missed(const Fault& fault) {
    // One life need not come to what was tampered with: of a used car's price it takes some four.
    constexpr std::uint64_t most_lives = 12;
    for (std::uint64_t seed = 7; seed < 7 + most_lives; ++seed) {
        Settings settings{.seed = seed, .actions = 4000, .verify_every = 100'000};
        fault.plant(settings);
        const auto outcome = simulate(settings);
        if (outcome.failure.empty()) continue;
        const auto says = [&](const std::string& part) {
            return outcome.failure.find(part) != std::string::npos;
        };
        if (std::none_of(fault.noticed_as.begin(), fault.noticed_as.end(), says))
            return "it was noticed otherwise: " + outcome.failure;
        return "";
    }
    return "it was not noticed";
}

}  // namespace forecourt::simulator
