import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { getView } from "@/api/client";
import type { Picker } from "@/app/module";
import { pickerOf } from "@/app/registry";
import type { Option } from "./choices";

/** Where the choices of a field come from: a fixed list, a function, or a list view. */
export type OptionSource = Option[] | ((text: string) => Promise<Option[]>) | Picker;

export interface ObjectPickerProps {
    /** Object type of the id ("customer"): its module's picker, else the global search, finds it. */
    object?: string;
    source?: OptionSource;
    value?: number | string | (number | string)[] | null;
    onChange?: (value: number | string | (number | string)[] | undefined) => void;
    multiple?: boolean;
    id?: string;
    disabled?: boolean;
    optional?: boolean;
    placeholder?: string;
    "aria-label"?: string;
}

interface Found {
    rows: { id: number }[];
}
interface Hits {
    hits: { object_type: string; object_id: number; title: string; subtitle?: string }[];
}

async function askPicker(picker: Picker, text: string): Promise<Option[]> {
    const params = picker.search ? { ...picker.params, [picker.search]: text } : { ...picker.params };
    const { rows } = await getView<Found>(picker.view, params);
    const options = rows.map((row) => ({
        value: row.id,
        label: picker.label(row),
        detail: picker.detail?.(row),
    }));
    if (picker.search || text === "") return options;
    return options.filter((one) =>
        `${one.label} ${one.detail ?? ""}`.toLowerCase().includes(text.toLowerCase()),
    );
}

async function askSearch(object: string, text: string): Promise<Option[]> {
    if (text.length < 2) return [];
    const { hits } = await getView<Hits>("search.find", { q: text, object_type: object });
    return hits
        .filter((hit) => hit.object_type === object)
        .map((hit) => ({ value: hit.object_id, label: hit.title, detail: hit.subtitle }));
}

async function ask(
    source: OptionSource | undefined,
    object: string | undefined,
    text: string,
): Promise<Option[]> {
    if (typeof source === "function") return source(text);
    if (Array.isArray(source)) return source;
    if (source) return askPicker(source, text);
    return object ? askSearch(object, text) : [];
}

/** Chooses one record (or several) by typing any part of what it is known by. */
export function ObjectPicker(props: ObjectPickerProps) {
    const { object, source, value, onChange, multiple, optional, placeholder, ...rest } = props;
    const { t } = useTranslation();
    const [typed, setTyped] = useState("");
    const [text, setText] = useState("");
    const [known, setKnown] = useState<Option[]>([]);
    const from = source ?? (object ? pickerOf(object) : undefined);
    const local = Array.isArray(from);
    useEffect(() => {
        const timer = setTimeout(() => setText(typed.trim()), 180);
        return () => clearTimeout(timer);
    }, [typed]);
    const sourceKey = local || typeof from === "function" ? "given" : (from?.view ?? "search");
    const query = useQuery({
        queryKey: ["options", sourceKey, object, local ? "" : text, rest.id],
        queryFn: () => ask(from, object, text),
        enabled: !local,
        staleTime: 5000,
        // The choices do not vanish under the pointer while others are looked up.
        placeholderData: keepPreviousData,
    });
    const looking = !local && (query.isFetching || typed.trim() !== text);
    const found: Option[] = local ? from : (query.data ?? []);
    // What was chosen before keeps its name while other choices are searched.
    const chosen = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
    const kept = known.filter(
        (one) => chosen.includes(one.value) && !found.some((two) => two.value === one.value),
    );
    return (
        <Select
            {...rest}
            className="fc-wide"
            mode={multiple ? "multiple" : undefined}
            value={value ?? undefined}
            allowClear={optional}
            loading={looking}
            placeholder={placeholder ?? t(local ? "ui.form.choose" : "ui.form.type_to_find")}
            showSearch={{
                filterOption: local
                    ? (input, option) =>
                          `${option?.label} ${option?.detail}`.toLowerCase().includes(input.toLowerCase())
                    : false,
                onSearch: setTyped,
            }}
            notFoundContent={looking ? t("ui.loading") : t("ui.form.nothing_found")}
            options={[...kept, ...found].map((one) => ({ ...one }))}
            optionRender={(option) => (
                <span className="fc-option">
                    <span>{option.label}</span>
                    {option.data.detail && <small>{option.data.detail}</small>}
                </span>
            )}
            onChange={(next) => {
                setKnown((before) => [...found, ...before].slice(0, 200));
                onChange?.(next ?? undefined);
            }}
        />
    );
}
