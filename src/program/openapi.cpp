#include <program/openapi.h>

#include <program/problem.h>
#include <program/words.h>

#include <map>
#include <set>

namespace forecourt::program {
namespace {

using reflect::Kind;
using reflect::Type;

std::string quoted(std::string_view text) {
    std::string out;
    reflect::append_json_string(out, text);
    return out;
}

std::string after_dot(std::string_view name) { return std::string(name.substr(name.find('.') + 1)); }
std::string before_dot(std::string_view name) { return std::string(name.substr(0, name.find('.'))); }

class Describer {
  public:
    explicit Describer(const Modules& modules) : modules_(modules) {}

    std::string document() {
        std::string paths;
        for (const auto* module : modules_.all()) {
            for (const auto* action : module->actions)
                add_path(paths, action->name, "post", of_action(*action));
            for (const auto* view : module->views) add_path(paths, view->name, "get", of_view(*view));
        }
        std::string schemas = problem_schema();
        for (const auto& [name, schema] : schemas_) schemas += ",\n" + quoted(name) + ":" + schema;
        std::string tags;
        for (const auto* module : modules_.all()) {
            if (!tags.empty()) tags += ",";
            tags += "{\"name\":" + quoted(module->name) +
                    ",\"description\":" + quoted(word(Language::en, "module." + std::string(module->name))) +
                    "}";
        }
        return R"({"openapi":"3.1.0","info":{"title":"Forecourt","version":"0.1.0","description":)"
               R"("The API of a dealership. Every action and view of the program; money in fen, )"
               R"(quantities in thousandths, times in UTC.","license":{"name":"MIT","identifier":"MIT"},)"
               R"("contact":{"name":"Forecourt"}},"servers":[{"url":"/"}],)"
               R"("security":[{"session":[]},{"token":[]}],"tags":[)" +
               tags + "],\n\"paths\":{" + paths +
               "\n},\"components\":{\"securitySchemes\":{"
               R"("session":{"type":"apiKey","in":"cookie","name":"forecourt_session"},)"
               R"("token":{"type":"http","scheme":"bearer"}},)" +
               "\"responses\":{\"Problem\":{\"description\":\"Why not, in the person's "
               "language.\",\"content\":"
               "{\"application/problem+json\":{\"schema\":{\"$ref\":\"#/components/schemas/Problem\"}}}}},\n"
               "\"schemas\":{" +
               schemas + "}}}\n";
    }

  private:
    void add_path(std::string& paths, std::string_view name, const char* method,
                  const std::string& operation) {
        paths += (paths.empty() ? "\n" : ",\n") + quoted("/api/" + before_dot(name) + "/" + after_dot(name)) +
                 ":{" + quoted(method) + ":" + operation + "}";
    }

    static std::string problem_schema() {
        return R"("Problem":{"type":"object","properties":{"type":{"type":"string"},)"
               R"("title":{"type":"string"},"status":{"type":"integer"},)"
               R"("detail":{"type":"string"},"code":{"type":"string"},)"
               R"("errors":{"type":"array","items":{"type":"object","properties":{"path":{"type":"string"},)"
               R"("code":{"type":"string"},"message":{"type":"string"}},)"
               R"("required":["path","code","message"]}}},)"
               R"("required":["type","title","status","detail","code","errors"]})";
    }

    std::string head(std::string_view name, const Right& needs, const std::vector<Refusal>& refuses,
                     const std::string& word_key) {
        std::string list;
        for (const auto& refusal : refuses) {
            if (!list.empty()) list += ",";
            list += quoted(refusal.name);
        }
        std::string id = before_dot(name) + "_" + after_dot(name);
        return "{\"operationId\":" + quoted(id) + ",\"tags\":[" + quoted(before_dot(name)) +
               "],\"summary\":" + quoted(word(Language::en, word_key)) +
               ",\"x-forecourt\":{\"needs\":" + quoted(needs.name) + ",\"refuses\":[" + list + "]}";
    }

    static std::string answers(const std::string& ok, const Right& needs, bool has_body, bool counts) {
        std::string out = ",\"responses\":{\"200\":" + ok;
        const auto problem = [&](const char* status) {
            out += std::string(",\"") + status + "\":{\"$ref\":\"#/components/responses/Problem\"}";
        };
        problem("400");
        if (needs.name != everyone.name) problem("401"), problem("403");
        for (const char* status : {"404", "409"}) problem(status);
        if (has_body) problem("413"), problem("415");
        problem("422");
        if (needs.name == everyone.name || counts) problem("429");
        problem("503");
        return out + "}" + (needs.name == everyone.name ? ",\"security\":[]}" : "}");
    }

    std::string of_action(const ActionBase& action) {
        const std::string key{"Idempotency-Key"};
        return head(action.name, action.needs, action.refuses, std::string(action.name)) +
               ",\"parameters\":[{\"in\":\"header\",\"name\":\"" + key +
               "\",\"required\":false,\"description\":\"The same key gives the same answer and no second "
               "effect.\","
               "\"schema\":{\"type\":\"string\",\"maxLength\":100}}],\"requestBody\":{\"required\":true,"
               "\"content\":"
               "{\"application/json\":{\"schema\":" +
               schema(action.input(), before_dot(action.name), true) + "}}}" +
               answers(
                   "{\"description\":\"Done, and on the "
                   "disk.\",\"content\":{\"application/json\":{\"schema\":" +
                       schema(action.output(), before_dot(action.name), false) + "}}}",
                   action.needs, true, action.reveals);
    }

    std::string of_view(const ViewBase& view) {
        std::string parameters;
        bool is_list = false;
        if (const auto* output = view.output()) is_list = output->name == "Page";
        for (const auto& field : view.input().fields) {
            const Type& type = *field.type();
            if (!parameters.empty()) parameters += ",";
            parameters +=
                "{\"in\":\"query\",\"name\":" + quoted(field.name) + ",\"required\":" +
                (type.kind == Kind::optional || type.kind == Kind::list ? "false" : "true") + ",\"schema\":" +
                schema(type.kind == Kind::optional ? *type.element() : type, before_dot(view.name), true) +
                "}";
        }
        if (is_list) {
            if (!parameters.empty()) parameters += ",";
            parameters += R"({"in":"query","name":"format","required":false,)"
                          R"("schema":{"type":"string","enum":["json","csv","xlsx"]}})";
        }
        const std::string ok =
            view.output() == nullptr
                ? R"({"description":"The file.","content":{"application/octet-stream":{"schema":)"
                  R"({"type":"string","format":"binary"}}}})"
                : "{\"description\":\"What the screen "
                  "shows.\",\"content\":{\"application/json\":{\"schema\":" +
                      schema(*view.output(), before_dot(view.name), false) + "}}}";
        return head(view.name, view.needs, view.refuses, "view." + std::string(view.name)) +
               (parameters.empty() ? "" : ",\"parameters\":[" + parameters + "]") +
               answers(ok, view.needs, false, view.names_customers());
    }

    std::string schema(const Type& type, const std::string& module, bool input) {
        switch (type.kind) {
            case Kind::boolean:
                return R"({"type":"boolean"})";
            case Kind::integer: {
                std::string out = "{\"type\":\"integer\"";
                if (!type.format.empty()) out += ",\"format\":" + quoted(type.format);
                if (!type.object.empty()) out += ",\"x-object\":" + quoted(snake_case(type.object));
                return out + "}";
            }
            case Kind::instant:
                return R"({"type":"string","format":"date-time"})";
            case Kind::date:
                return R"({"type":"string","format":"date"})";
            case Kind::text:
                return R"({"type":"string"})";
            case Kind::checked:
                if (type.format == "filled") return R"({"type":"string","minLength":1,"maxLength":500})";
                return "{\"type\":\"string\",\"format\":" + quoted(type.format) + "}";
            case Kind::json:
                return "{}";
            case Kind::enumeration:
                return enumeration(type, module);
            case Kind::optional: {
                const std::string inner = schema(*type.element(), module, input);
                return inner == "{}" ? inner : "{\"anyOf\":[" + inner + ",{\"type\":\"null\"}]}";
            }
            case Kind::list:
                return "{\"type\":\"array\",\"items\":" + schema(*type.element(), module, input) + "}";
            case Kind::record:
                return record(type, module, input);
        }
        return "{}";
    }

    std::string reference(const std::string& name) {
        return "{\"$ref\":\"#/components/schemas/" + name + "\"}";
    }

    // A name that two modules use for different types gets the module's name before it.
    std::string name_for(const Type& type, const std::string& module, const char* tail) {
        std::string name = std::string(type.name) + tail;
        for (auto found = names_.find(name); found != names_.end() && found->second != &type;
             found = names_.find(name)) {
            std::string prefix = module;
            prefix[0] = static_cast<char>(prefix[0] - 32);
            name = prefix + name;
        }
        names_[name] = &type;
        return name;
    }

    std::string enumeration(const Type& type, const std::string& module) {
        const std::string name = name_for(type, module, "");
        std::string values;
        for (const auto value : type.values) values += (values.empty() ? "" : ",") + quoted(value);
        schemas_[name] =
            "{\"type\":\"string\",\"enum\":[" + values + "],\"x-enum\":" + quoted(type.name) + "}";
        return reference(name);
    }

    std::string record(const Type& type, const std::string& module, bool input) {
        const bool named = type.name != "Page";
        std::string name;
        if (named) {
            name = name_for(type, module, input ? "Input" : "");
            if (schemas_.contains(name)) return reference(name);
            schemas_[name] = "{}";
        }
        std::string properties, required;
        for (const auto& field : type.fields) {
            const Type& of = *field.type();
            properties +=
                (properties.empty() ? "" : ",") + quoted(field.name) + ":" + schema(of, module, input);
            const bool may_lack = of.kind == Kind::optional || (input && of.kind == Kind::list);
            if (!may_lack) required += (required.empty() ? "" : ",") + quoted(field.name);
        }
        std::string out = "{\"type\":\"object\",\"properties\":{" + properties + "}";
        if (!required.empty()) out += ",\"required\":[" + required + "]";
        if (input) out += ",\"additionalProperties\":false";
        out += "}";
        if (!named) return out;
        schemas_[name] = out;
        return reference(name);
    }

    const Modules& modules_;
    std::map<std::string, std::string> schemas_;
    std::map<std::string, const Type*> names_;
};

}  // namespace

std::string snake_case(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper && !out.empty()) out += '_';
        out += upper ? static_cast<char>(c + 32) : c;
    }
    return out;
}

std::string openapi_document(const Modules& modules) { return Describer(modules).document(); }

}  // namespace forecourt::program
