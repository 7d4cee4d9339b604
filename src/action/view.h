#pragma once
#include <action/context.h>
#include <action/named_customers.h>

#include <string>
#include <string_view>
#include <vector>

namespace forecourt {

/// A view's answer that is a file and not JSON: a PDF, a photo.
struct Download {
    std::string content_type;
    std::string file_name;
    std::string body;
};

/// One page of a list. `next` is what to give as `after` for the rows behind it; nothing at the end.
template <class Row>
struct Page {
    std::vector<Row> rows;
    std::optional<std::string> next;
};

template <class Row>
const reflect::Type* reflect_type(const Page<Row>*) {
    static constexpr reflect::Field fields[] = {
        {"rows", offsetof(Page<Row>, rows), &reflect::type_of<std::vector<Row>>},
        {"next", offsetof(Page<Row>, next), &reflect::type_of<std::optional<std::string>>}};
    static constexpr reflect::Type type{.kind = reflect::Kind::record, .name = "Page", .fields = fields};
    return &type;
}

/// A view without its types.
struct ViewBase {
    std::string_view name;  // "workshop.order_list"
    Right needs;
    std::vector<Refusal> refuses;

    struct Done {
        reflect::FieldErrors errors;
        MaybeRefused refused;
        std::string output;                // JSON
        std::optional<Download> download;  // instead of it
        // Named in the question or the answer, each as often as it is named.
        std::vector<std::int64_t> customers = {};
    };
    virtual const reflect::Type& input() const = 0;
    /// Null for a download.
    virtual const reflect::Type* output() const = 0;
    /// Whether its questions or answers have a place for a customer's id: who reads it is counted.
    virtual bool names_customers() const = 0;
    virtual Done run_query(Context& context,
                           const std::vector<std::pair<std::string, std::string>>& parameters) const = 0;

  protected:
    ViewBase(std::string_view name, Right needs, std::vector<Refusal> refuses)
        : name(name), needs(needs), refuses(std::move(refuses)) {}
    ~ViewBase() = default;
};

/// What a screen reads: one struct of parameters in, one struct out, no change.
template <class In, class Out>
struct View final : ViewBase {
    struct Declared {
        std::string_view name;
        Right needs;
        std::vector<Refusal> refuses;
        Result<Out> (*run)(Context&, const In&);
    };
    View(Declared declared)  // NOLINT
        : ViewBase(declared.name, declared.needs, std::move(declared.refuses)), run(declared.run) {}

    Result<Out> (*run)(Context&, const In&);

    const reflect::Type& input() const override { return *reflect::type_of<In>(); }
    const reflect::Type* output() const override {
        if constexpr (std::is_same_v<Out, Download>) {
            return nullptr;
        } else {
            return reflect::type_of<Out>();
        }
    }
    Done run_query(Context& context,
                   const std::vector<std::pair<std::string, std::string>>& parameters) const override {
        In in{};
        if (auto errors = reflect::read_query(input(), &in, parameters); !errors.empty()) {
            return {.errors = std::move(errors)};
        }
        auto result = run(context, in);
        if (!result) return {.refused = result.refused()};
        Done done;
        asked_for().add(&in, done.customers);
        if constexpr (std::is_same_v<Out, Download>) {
            done.download = std::move(*result);
        } else {
            shown().add(&*result, done.customers);
            done.output = reflect::to_json(*result);
        }
        return done;
    }
    bool names_customers() const override {
        if constexpr (std::is_same_v<Out, Download>) {
            return !asked_for().none();
        } else {
            return !asked_for().none() || !shown().none();
        }
    }

  private:
    static const NamedCustomers& asked_for() {
        static const NamedCustomers in(*reflect::type_of<In>());
        return in;
    }
    static const NamedCustomers& shown() {
        static const NamedCustomers out(*reflect::type_of<Out>());
        return out;
    }
};

/// What a list's parameters ask for, read from its input struct: members `limit`, `after` and `sort`, all
/// optional.
struct ListRequest {
    db::Params params;
    std::string sort;  // "opened_at_desc"
    std::size_t limit{};
};

namespace detail {
MaybeRefused prepare_list(const Context& context, const reflect::Type& input, const void* in,
                          std::string_view default_sort, const reflect::Type& row, ListRequest& request);
std::string cursor_of(const reflect::Type& row_type, const void* row, std::string_view sort);
}  // namespace detail

inline constexpr Refusal cursor_not_understood{"cursor_not_understood", RefusalKind::unprocessable};
inline constexpr Refusal sort_not_offered{"sort_not_offered", RefusalKind::unprocessable};

/// Runs a list statement. Every member of `in` is a parameter, and switches on the lines marked with its
/// name; `sort=-opened_at` switches on `sort_opened_at_desc`, and `after` on `after_opened_at_desc` with
/// :after_value and :after_id. The row's members must hold the sort's field and `id`. One row more than the
/// limit is asked for, so that the last page is known as such. The statement must use :store_id and :limit.
template <class Row, class In>
Result<Page<Row>> list_page(Context& context, const db::Sql& sql, const In& in, std::string_view default_sort,
                            std::initializer_list<db::Param> more = {}) {
    ListRequest request{.params = db::Params::of(in, more), .sort = {}, .limit = 0};
    const auto& row_type = *reflect::type_of<Row>();
    if (auto no =
            detail::prepare_list(context, *reflect::type_of<In>(), &in, default_sort, row_type, request)) {
        return *no;
    }
    if (sql.text.find("--? sort_" + request.sort) == std::string_view::npos) return sort_not_offered;
    Page<Row> page{.rows = db::all<Row>(context.db(), sql, request.params), .next = {}};
    if (page.rows.size() > request.limit) {
        page.rows.resize(request.limit);
        page.next = detail::cursor_of(row_type, &page.rows.back(), request.sort);
    }
    return page;
}

}  // namespace forecourt
