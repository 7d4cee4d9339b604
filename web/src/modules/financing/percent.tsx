import { Input } from "antd";
import { useState } from "react";

/** Parts per million as a percentage: 55370 is 5.537 %. */
export function percentText(ppm: number): string {
    const percent = ppm / 10_000;
    return `${percent.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 4 })} %`;
}

export interface PercentInputProps {
    id?: string;
    /** How many of the kept units are one per cent: 10,000 for parts per million, 100 for basis points. */
    unit: number;
    value?: number;
    onChange: (value: number | undefined) => void;
}

/** A percentage as people write it, kept as a whole number. */
export function PercentInput({ id, unit, value, onChange }: PercentInputProps) {
    const [typed, setTyped] = useState<string>();
    const parse = (text: string) => {
        const number = Number(text.replace("%", "").trim());
        return text.trim() === "" || Number.isNaN(number) ? undefined : Math.round(number * unit);
    };
    return (
        <Input
            id={id}
            inputMode="decimal"
            autoComplete="off"
            suffix="%"
            value={typed ?? (value === undefined ? "" : String(value / unit))}
            status={typed && parse(typed) === undefined ? "error" : undefined}
            onChange={(event) => {
                setTyped(event.target.value);
                onChange(parse(event.target.value));
            }}
            onBlur={() => setTyped(undefined)}
        />
    );
}
