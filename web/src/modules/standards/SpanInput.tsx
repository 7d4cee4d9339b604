import { InputNumber, Select, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

const units = [
    ["s", 1],
    ["m", 60],
    ["h", 3600],
    ["d", 86400],
] as const;

function unitOf(seconds: number | null | undefined): number {
    if (!seconds) return 60;
    return [...units].reverse().find(([, size]) => seconds % size === 0)![1];
}

/** A length of time as a number and its unit, kept in seconds. */
export function SpanInput({
    value,
    onChange,
    label,
}: {
    value: number | null | undefined;
    onChange: (seconds: number | null) => void;
    label: string;
}) {
    const { t } = useTranslation();
    const [unit, setUnit] = useState(unitOf(value));
    return (
        <Space.Compact className="st-span">
            <InputNumber
                aria-label={label}
                min={0}
                precision={0}
                controls={false}
                placeholder="—"
                value={value ? value / unit : null}
                onChange={(count) => onChange(count ? Math.round(Number(count) * unit) : null)}
            />
            <Select
                aria-label={`${label} ${t("ui.span.unit")}`}
                value={unit}
                popupMatchSelectWidth={false}
                options={units.map(([name, size]) => ({ value: size, label: t(`ui.span.unit_${name}`) }))}
                onChange={(next) => {
                    setUnit(next);
                    if (value) onChange(Math.round((value / unit) * next));
                }}
            />
        </Space.Compact>
    );
}
