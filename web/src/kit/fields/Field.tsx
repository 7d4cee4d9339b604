import { Checkbox, Input, InputNumber, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FieldSpec } from "@/api/contract";
import { CarOutline } from "../CarOutline";
import { PhotoField } from "../PhotoField";
import { SignaturePad } from "../SignaturePad";
import { MoneyInput, PercentInput, QuantityInput } from "./amounts";
import { Choice } from "./choices";
import { PhoneInput, PlateInput, VinInput } from "./codes";
import { DateInput, InstantInput } from "./dates";
import { ObjectPicker, type OptionSource } from "./ObjectPicker";

/** What a field's own input gets from the form; `render` overrides receive the same. */
export interface FieldInputProps {
    spec: FieldSpec;
    id?: string;
    // biome-ignore lint/suspicious/noExplicitAny: the form holds every kind of value
    value?: any;
    // biome-ignore lint/suspicious/noExplicitAny: see above
    onChange?: (value: any) => void;
    source?: OptionSource;
    autoFocus?: boolean;
    "aria-label"?: string;
    /** The label is not beside it: a checkbox shows its own. */
    label?: ReactNode;
    /** In a line of a list: long texts start with one line. */
    compact?: boolean;
}

const longText =
    /(^|_)(note|notes|remark|comment|reason|description|content|words|detail|details|body|cause|finding|result|answer|text)$/;

const oneLine = /(^|_)(name|login|title|number|code|reference)$/;

/** Is it a text of several lines? Decides the input and the width it takes. */
export function isLongText(spec: FieldSpec): boolean {
    if (spec.kind !== "text" || oneLine.test(spec.name)) return false;
    return longText.test(spec.name) || (spec.max_length ?? 0) > 200;
}

function isMarks(spec: FieldSpec): boolean {
    const names = new Set(spec.item?.fields?.map((one) => one.name));
    return ["view", "x", "y", "kind"].every((name) => names.has(name));
}

/** Takes the whole width of a two-column form. */
export function isWide(spec: FieldSpec): boolean {
    return isLongText(spec) || spec.kind === "list" || spec.kind === "object" || spec.kind === "file";
}

function ListOfPlain({ spec, ...rest }: FieldInputProps) {
    const { t } = useTranslation();
    const item = spec.item!;
    if (item.kind === "file") return <PhotoField {...rest} multiple />;
    if (isMarks(spec)) return <CarOutline marks={rest.value ?? []} onChange={rest.onChange} />;
    if (item.kind === "enum")
        return (
            <Checkbox.Group
                value={rest.value}
                onChange={rest.onChange}
                options={
                    Array.isArray(rest.source)
                        ? rest.source
                        : item.values!.map((value) => ({ value, label: t(`${item.enum_type}.${value}`) }))
                }
            />
        );
    if (item.kind === "id" || rest.source)
        return <ObjectPicker {...rest} object={item.object} multiple optional />;
    return (
        <Select {...rest} mode="tags" className="fc-wide" tokenSeparators={[",", "，", " "]} open={false} />
    );
}

/** The input for one field of an action, chosen by what the field holds. */
export function FieldInput({ spec, source, label, compact, ...rest }: FieldInputProps) {
    const { t } = useTranslation();
    const optional = !spec.required;
    if (spec.name.endsWith("password")) return <Input.Password {...rest} autoComplete="new-password" />;
    if (spec.kind === "list") return <ListOfPlain spec={spec} source={source} {...rest} />;
    if (spec.kind === "flag")
        return (
            <Checkbox
                id={rest.id}
                checked={!!rest.value}
                onChange={(event) => rest.onChange?.(event.target.checked)}
            >
                {label}
            </Checkbox>
        );
    if (Array.isArray(source) && source.length <= 5 && spec.kind !== "id")
        return <Choice {...rest} options={source} optional={optional} />;
    if (source || spec.kind === "id")
        return <ObjectPicker {...rest} source={source} object={spec.object} optional={optional} />;
    if (spec.kind === "enum") {
        const options = spec.values!.map((value) => ({ value, label: t(`${spec.enum_type}.${value}`) }));
        return <Choice {...rest} options={options} optional={optional} />;
    }
    if (spec.kind === "money") return <MoneyInput {...rest} />;
    if (spec.kind === "quantity") return <QuantityInput {...rest} />;
    if (spec.name === "basis_points") return <PercentInput {...rest} unit={100} />;
    if (spec.kind === "plate") return <PlateInput {...rest} />;
    if (spec.kind === "vin") return <VinInput {...rest} />;
    if (spec.kind === "phone") return <PhoneInput {...rest} />;
    if (spec.kind === "date") return <DateInput {...rest} />;
    if (spec.kind === "instant") return <InstantInput {...rest} />;
    if (spec.kind === "file")
        return spec.name.includes("signature") ? <SignaturePad {...rest} /> : <PhotoField {...rest} />;
    if (spec.kind === "integer" || spec.kind === "number")
        return (
            <InputNumber
                {...rest}
                className="fc-wide"
                min={spec.min}
                max={spec.max}
                precision={spec.kind === "integer" ? 0 : undefined}
                controls={spec.max !== undefined && spec.max <= 100}
                onChange={(value) => rest.onChange?.(value ?? undefined)}
            />
        );
    if (isLongText(spec))
        return (
            <Input.TextArea
                {...rest}
                rows={compact ? 1 : 2}
                className="fc-grow"
                maxLength={spec.max_length}
            />
        );
    return <Input {...rest} autoComplete="off" maxLength={spec.max_length} />;
}
