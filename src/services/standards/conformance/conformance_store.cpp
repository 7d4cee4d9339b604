#include <services/standards/conformance/conformance_store.h>

#include <services/standards/conformance/standards_conformance.sql.h>

namespace forecourt::standards {

std::vector<CasePath> paths_of(Context& context, const std::string& process, const Days& days) {
    std::vector<CasePath> paths;
    auto params = params_of(context.store_id(), days);
    params.add({"process", process});
    context.db().query(sql::standards_conformance::reached_in_period, params, [&](const db::Row& row) {
        if (paths.empty() || paths.back().case_id != row.number(0)) {
            paths.push_back({.case_id = row.number(0), .reached = {}});
        }
        paths.back().reached[std::string(row.text(1))] = Instant{row.number(2)};
    });
    return paths;
}

std::vector<MilestoneFaults> deviations_in_period(Context& context, const Whose& whose, const Days& days) {
    auto params = params_of(context.store_id(), days);
    params.add({"process", whose.process}).add({"user_id", whose.user_id});
    return db::all<MilestoneFaults>(context.db(), sql::standards_conformance::deviations_by_milestone,
                                    params);
}

}  // namespace forecourt::standards
