import { CheckOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { FieldSpec } from "@/api/contract";
import { linkOf } from "@/app/registry";
import { dateText, phoneText, plateText, quantityText } from "@/words/format";
import { InstantText } from "./InstantText";
import { MoneyText } from "./MoneyText";
import { StateTag, toneOf } from "./StateTag";
import { pictureUrl } from "./uploads";

/** A plate as it looks on the car: blue, or green for new-energy cars. */
export function PlateText({ value }: { value: string | null | undefined }) {
    if (!value) return null;
    return <span className={`fc-plate ${value.length === 8 ? "green" : "blue"}`}>{plateText(value)}</span>;
}

/** A VIN with the last six, which people say and search by, set apart. */
export function VinText({ value }: { value: string | null | undefined }) {
    if (!value) return null;
    return (
        <span className="fc-vin">
            {value.slice(0, -6)}
            <b>{value.slice(-6)}</b>
        </span>
    );
}

function EnumText({ type, value }: { type: string; value: string }) {
    const { t } = useTranslation();
    if (/(State|Status|Result|Verdict|Grade|Level|Severity)$/.test(type))
        return <StateTag type={type} value={value} tone={toneOf(type, value)} />;
    return <>{t(`${type}.${value}`)}</>;
}

export interface FieldTextProps {
    spec: FieldSpec;
    value: unknown;
    /** The record it stands in: an id is shown by the name beside it (owner_id by owner_name). */
    record?: Record<string, unknown>;
}

function idText(spec: FieldSpec, value: number, record?: Record<string, unknown>): ReactNode {
    const stem = spec.name.replace(/_id$/, "");
    const name = record?.[`${stem}_name`] ?? record?.[`${stem}_number`] ?? `#${value}`;
    const link = spec.object ? linkOf(spec.object, value) : undefined;
    return link ? <Link to={link}>{String(name)}</Link> : String(name);
}

/** Shows a value by what it holds. */
export function FieldText({ spec, value, record }: FieldTextProps): ReactNode {
    if (value === null || value === undefined || value === "") return <span className="fc-none">—</span>;
    switch (spec.kind) {
        case "money":
            return <MoneyText value={value as number} />;
        case "quantity":
            return quantityText(value);
        case "instant":
            return <InstantText value={value as string} />;
        case "date":
            return dateText(value);
        case "plate":
            return <PlateText value={value as string} />;
        case "vin":
            return <VinText value={value as string} />;
        case "phone":
            return <span className="fc-nowrap">{phoneText(value as string)}</span>;
        case "enum":
            return <EnumText type={spec.enum_type!} value={value as string} />;
        case "flag":
            return value ? <CheckOutlined className="fc-yes" /> : <span className="fc-none">—</span>;
        case "id":
            return idText(spec, value as number, record);
        case "file":
            return <img className="fc-thumb" src={pictureUrl(value as string)} alt="" />;
        case "integer":
        case "number":
            if (spec.name === "basis_points") return `${Number(value) / 100}%`;
            return Number(value).toLocaleString("en-US");
        case "list":
            if (spec.item && ["integer", "text"].includes(spec.item.kind))
                return (value as unknown[]).join(" · ") || <span className="fc-none">—</span>;
            return (value as unknown[]).length.toString();
        default:
            return String(value);
    }
}
