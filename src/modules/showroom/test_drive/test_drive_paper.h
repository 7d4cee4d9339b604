#pragma once
#include <action/paper.h>
#include <modules/showroom/test_drive/test_drive.h>

#include <string>

namespace forecourt::showroom {

/// What the agreement says about one drive; all of it as it is printed.
struct AgreementPaper {
    Date day;         // of the drive: it says which version of the agreement is used
    Instant created;  // written into the PDF
    std::string number;
    std::string store_name;
    std::string store_phone;
    std::string customer_name;
    std::string phone_masked;
    std::string licence_class;
    std::string car_title;
    std::string vin;
    std::string plate;
    std::string time;
    std::string route;
    std::string consultant_name;
    std::string signed_name;
    std::string signed_at;
    std::optional<FileHash> signature;  // a picture
};
FORECOURT_STRUCT(AgreementPaper, day, created, number, store_name, store_phone, customer_name, phone_masked,
                 licence_class, car_title, vin, plate, time, route, consultant_name, signed_name, signed_at,
                 signature)

/// One clause of the agreement as the customer reads it.
struct AgreementClause {
    std::string title;
    std::string text;
    bool conspicuous{};
};
FORECOURT_STRUCT(AgreementClause, title, text, conspicuous)

/// The clauses out of standards/contract_templates/test_drive_agreement.json, filled in.
std::vector<AgreementClause> agreement_clauses(const AgreementPaper& paper);
/// The signed agreement, for the archive.
extern const Paper<AgreementPaper> agreement;

}  // namespace forecourt::showroom
