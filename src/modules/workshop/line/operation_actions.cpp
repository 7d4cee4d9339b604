#include <db/send.h>
#include <modules/workshop/line/line_actions.h>
#include <modules/workshop/line/order_line.sql.h>

namespace forecourt::workshop {
namespace {

namespace q = sql::order_line;

struct OperationSaid {
    std::string code;
    std::string name;
    Quantity hours;
    Money hourly_price;
};
FORECOURT_STRUCT(OperationSaid, code, name, hours, hourly_price)

Result<OperationAdded> run_add_operation(Tx& tx, const AddOperation& in) {
    if (in.hours <= Quantity{0}) return operation_hours_not_positive;
    if (in.hourly_price < Money{0}) return line_price_negative;
    if (db::first<OperationRow>(tx.db(), q::find_operation_by_code,
                                {{"store_id", tx.store_id()}, {"code", in.code}})) {
        return operation_code_taken;
    }
    const auto id = tx.new_id<Operation>();
    db::send(tx.db(), q::insert_operation,
             db::Params::of(
                 in, {{"store_id", tx.store_id()}, {"id", id}, {"category", in.category.value_or("")}}));
    tx.emit("workshop.operation_added", {{"operation", id}},
            OperationSaid{in.code.text, in.name.text, in.hours, in.hourly_price});
    return OperationAdded{id};
}

Result<Nothing> run_change_operation(Tx& tx, const ChangeOperation& in) {
    auto operation = db::first<OperationRow>(tx.db(), q::find_operation,
                                             {{"store_id", tx.store_id()}, {"id", in.operation_id}});
    if (!operation) return operation_not_found;
    if (in.hours && *in.hours <= Quantity{0}) return operation_hours_not_positive;
    if (in.hourly_price && *in.hourly_price < Money{0}) return line_price_negative;
    if (in.name) operation->name = in.name->text;
    if (in.hours) operation->hours = *in.hours;
    if (in.hourly_price) operation->hourly_price = *in.hourly_price;
    if (in.withdrawn && *in.withdrawn && !operation->withdrawn_at) operation->withdrawn_at = tx.now();
    if (in.withdrawn && !*in.withdrawn) operation->withdrawn_at.reset();
    operation->version = in.version;
    db::execute_one(tx.db(), q::update_operation, db::Params::of(*operation, {{"store_id", tx.store_id()}}));
    tx.emit("workshop.operation_changed", {{"operation", operation->id}},
            OperationSaid{operation->code, operation->name, operation->hours, operation->hourly_price});
    return Nothing{};
}

}  // namespace

const Action<AddOperation, OperationAdded> add_operation{
    {.name = "workshop.add_operation",
     .needs = operation_write,
     .refuses = {operation_hours_not_positive, line_price_negative, operation_code_taken},
     .run = run_add_operation}};
const Action<ChangeOperation, Nothing> change_operation{
    {.name = "workshop.change_operation",
     .needs = operation_write,
     .refuses = {operation_not_found, operation_hours_not_positive, line_price_negative,
                 changed_by_someone_else},
     .run = run_change_operation}};

}  // namespace forecourt::workshop
