import { DatePicker, Select } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import type { FieldSpec } from "@/api/contract";
import { fieldLabel } from "@/words/i18n";
import { ObjectPicker } from "./fields/ObjectPicker";

export interface FilterInputProps {
    spec: FieldSpec;
    view: string;
    /** As in the address: always texts. */
    values: string[];
    onChange: (value: unknown) => void;
    /** What a text may be; a text without choices is no filter. */
    choices?: string[];
}

/** One filter of a list; its name is its placeholder, so that the bar stays one line. */
export function FilterInput({ spec, view, values, onChange, choices }: FilterInputProps) {
    const { t } = useTranslation();
    const label = fieldLabel(spec.name, view);
    const value = values[0];
    if (spec.kind === "flag")
        return (
            <button
                type="button"
                className={value ? "fc-toggle on" : "fc-toggle"}
                aria-pressed={!!value}
                onClick={() => onChange(value ? undefined : "true")}
            >
                {label}
            </button>
        );
    if (spec.kind === "date")
        return (
            <DatePicker
                className="fc-filter"
                placeholder={label}
                aria-label={label}
                value={value ? dayjs(value) : null}
                onChange={(date) => onChange(date?.format("YYYY-MM-DD"))}
            />
        );
    if (spec.kind === "text" && choices)
        return (
            <Select
                className="fc-filter"
                showSearch
                allowClear
                placeholder={label}
                aria-label={label}
                popupMatchSelectWidth={false}
                value={value}
                onChange={onChange}
                options={choices.map((one) => ({ value: one, label: one }))}
            />
        );
    if (spec.kind === "id")
        return (
            <span className="fc-filter">
                <ObjectPicker
                    object={spec.object}
                    optional
                    placeholder={label}
                    aria-label={label}
                    value={value ? Number(value) : undefined}
                    onChange={onChange}
                />
            </span>
        );
    const item = spec.kind === "list" ? spec.item! : spec;
    if (item.kind !== "enum") return null;
    const multiple = spec.kind === "list";
    return (
        <Select
            className="fc-filter"
            mode={multiple ? "multiple" : undefined}
            allowClear
            placeholder={label}
            aria-label={label}
            maxTagCount="responsive"
            popupMatchSelectWidth={false}
            value={multiple ? values : value}
            onChange={onChange}
            options={item.values!.map((one) => ({ value: one, label: t(`${item.enum_type}.${one}`) }))}
        />
    );
}
