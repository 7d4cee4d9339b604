#include <core/ensure.h>
#include <documents/pdf.h>
#include <modules/showroom/test_drive/test_drive_paper.h>
#include <services/files/api.h>
#include <templates/contract_template.h>

namespace forecourt::showroom {
namespace {

templates::TemplateVersion agreement_in_use(const AgreementPaper& paper) {
    if (paper.words) return *paper.words;
    const auto* contract = templates::find_template("test_drive_agreement");
    ensure(contract != nullptr);
    const auto* version = templates::version_on(*contract, paper.day);
    // Before the first version there is only the first one.
    return version != nullptr ? *version : contract->versions.front();
}

std::vector<templates::Clause> filled(const AgreementPaper& paper) {
    return templates::filled_clauses(agreement_in_use(paper), {{"store_name", paper.store_name},
                                                               {"customer_name", paper.customer_name},
                                                               {"phone", paper.phone_masked},
                                                               {"licence_class", paper.licence_class},
                                                               {"car_title", paper.car_title},
                                                               {"vin", paper.vin},
                                                               {"plate", paper.plate},
                                                               {"time", paper.time},
                                                               {"route", paper.route},
                                                               {"consultant_name", paper.consultant_name}});
}

std::string draw_agreement(const AgreementPaper& paper) {
    documents::Document document(
        {.letterhead = {.store_name = paper.store_name, .lines = {paper.store_phone}},
         .title = agreement_in_use(paper).title,
         .number = paper.number,
         .head_facts = {{"协议编号", paper.number}, {"签署时间", paper.signed_at}},
         .qr_text = paper.number,
         .created = paper.created});
    int number = 0;
    for (const auto& clause : filled(paper)) {
        const std::string label = std::to_string(++number) + ".";
        document.clause(label, documents::bold(clause.title));
        const bool stands_out = clause.conspicuous.value_or(false);
        document.paragraph(stands_out ? documents::bold(clause.text) : documents::Text(clause.text),
                           {.indent_first = true});
        if (clause.text_en) document.paragraph(documents::quiet(*clause.text_en), {.size = 8.5});
    }
    document.signatures({{.role = "试驾人",
                          .name = paper.signed_name,
                          .picture = files::file_bytes(*paper.signature),
                          .line_label = "签字：",
                          .date = paper.signed_at,
                          .date_label = "时间："},
                         {.role = "陪同人员",
                          .name = paper.consultant_name,
                          .line_label = "签字：",
                          .date = {},
                          .date_label = "日期："}});
    return document.pdf();
}

}  // namespace

std::vector<AgreementClause> agreement_clauses(const AgreementPaper& paper) {
    std::vector<AgreementClause> clauses;
    for (auto& clause : filled(paper)) {
        clauses.push_back(
            {clause.title, clause.text, clause.conspicuous.value_or(false), clause.title_en, clause.text_en});
    }
    return clauses;
}

const Paper<AgreementPaper> agreement{{.name = "showroom.agreement", .sealed = true, .draw = draw_agreement}};

}  // namespace forecourt::showroom
