#pragma once
#include <action/paper.h>
#include <modules/showroom/test_drive/test_drive.h>
#include <templates/contract_template.h>

#include <string>

namespace forecourt::showroom {

/// What the agreement says about one drive; all of it as it is printed.
struct AgreementPaper {
    Date day;         // of the drive
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
    std::optional<templates::TemplateVersion>
        words;  // papers ordered before the store wrote its own lack them
};
FORECOURT_STRUCT(AgreementPaper, day, created, number, store_name, store_phone, customer_name, phone_masked,
                 licence_class, car_title, vin, plate, time, route, consultant_name, signed_name, signed_at,
                 signature, words)

/// One clause of the agreement as the customer reads it.
struct AgreementClause {
    std::string title;
    std::string text;
    bool conspicuous{};
    std::optional<std::string> title_en;
    std::optional<std::string> text_en;
};
FORECOURT_STRUCT(AgreementClause, title, text, conspicuous, title_en, text_en)

/// The clauses of the store's agreement, filled in.
std::vector<AgreementClause> agreement_clauses(const AgreementPaper& paper);
/// The signed agreement, for the archive.
extern const Paper<AgreementPaper> agreement;

}  // namespace forecourt::showroom
