#include <modules/showroom/licence/licence_actions.h>
#include <modules/showroom/licence/licence_rules.h>
#include <modules/showroom/licence/licence_store.h>
#include <services/files/api.h>

namespace forecourt::showroom {
namespace {

struct LicenceEvent {
    LicenceClass licence_class{};
    std::optional<Date> valid_until;
};
FORECOURT_STRUCT(LicenceEvent, licence_class, valid_until)

Result<LicenceChecked> run_check_licence(Tx& tx, const CheckLicence& in) {
    const auto customer = customers::find_customer(tx.db(), tx.store_id(), in.customer_id);
    if (!customer) return customers::customer_not_found;
    if (auto no = check_dates(in, local_date(tx.now()))) return *no;
    if (!files::file_exists(tx.db(), tx.store_id(), in.photo)) return files::file_not_found;
    const Licence licence{.id = tx.new_id<Licence>(),
                          .customer_id = customer->id,
                          .licence_class = in.licence_class,
                          .issued_on = in.issued_on,
                          .valid_until = in.valid_until,
                          .photo = in.photo,
                          .checked_by = tx.actor().user_id,
                          .checked_at = tx.now()};
    insert_licence(tx, licence);
    tx.emit("showroom.licence_checked", {{"customer", customer->id}},
            LicenceEvent{in.licence_class, in.valid_until});
    return LicenceChecked{licence.id};
}

}  // namespace

const Action<CheckLicence, LicenceChecked> check_licence{
    {.name = "showroom.check_licence",
     .needs = test_drive_write,
     .refuses = {customers::customer_not_found, licence_dates_wrong, licence_expired, files::file_not_found},
     .run = run_check_licence}};

}  // namespace forecourt::showroom
