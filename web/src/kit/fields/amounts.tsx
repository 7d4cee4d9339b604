import { Input } from "antd";
import { useState } from "react";
import { moneyText, parseMoney, parseQuantity, quantityText } from "@/words/format";

export interface AmountProps {
    value?: number | null;
    onChange?: (value: number | undefined) => void;
    id?: string;
    disabled?: boolean;
    placeholder?: string;
    autoFocus?: boolean;
    suffix?: string;
    "aria-label"?: string;
}

function useTyped(
    value: number | null | undefined,
    onChange: AmountProps["onChange"],
    parse: (text: string) => number | undefined,
    show: (value: number) => string,
) {
    const [typed, setTyped] = useState<string>();
    const shown = typed ?? (value === undefined || value === null ? "" : show(value));
    return {
        value: shown,
        status: typed && parse(typed) === undefined ? ("error" as const) : undefined,
        onChange: (text: string) => {
            setTyped(text);
            onChange?.(text.trim() === "" ? undefined : parse(text));
        },
        onBlur: () => {
            // What could not be read stays, so that it can be corrected.
            if (typed !== undefined && (typed.trim() === "" || parse(typed) !== undefined))
                setTyped(undefined);
        },
    };
}

/** An amount in yuan, kept in whole fen. Takes "1,200.5", "¥1200.50" and "12.5万". */
export function MoneyInput({ value, onChange, ...rest }: AmountProps) {
    const typed = useTyped(value, onChange, parseMoney, (fen) => moneyText(fen, { symbol: false }));
    return (
        <Input
            {...rest}
            className="fc-amount"
            inputMode="decimal"
            autoComplete="off"
            prefix="¥"
            value={typed.value}
            status={typed.status}
            onChange={(event) => typed.onChange(event.target.value)}
            onBlur={typed.onBlur}
        />
    );
}

/** A quantity with up to three decimals, kept in thousandths. */
export function QuantityInput({ value, onChange, ...rest }: AmountProps) {
    const typed = useTyped(value, onChange, parseQuantity, quantityText);
    return (
        <Input
            {...rest}
            className="fc-amount"
            inputMode="decimal"
            autoComplete="off"
            value={typed.value}
            status={typed.status}
            onChange={(event) => typed.onChange(event.target.value)}
            onBlur={typed.onBlur}
        />
    );
}

export interface PercentInputProps extends AmountProps {
    /** How many of the kept units are one per cent: 10,000 for parts per million, 100 for basis points. */
    unit: number;
}

/** A percentage as people write it, kept as a whole number. */
export function PercentInput({ unit, value, onChange, ...rest }: PercentInputProps) {
    const [typed, setTyped] = useState<string>();
    const parse = (text: string) => {
        const number = Number(text.replace("%", "").trim());
        return text.trim() === "" || Number.isNaN(number) ? undefined : Math.round(number * unit);
    };
    return (
        <Input
            {...rest}
            inputMode="decimal"
            autoComplete="off"
            suffix="%"
            value={typed ?? (value === undefined || value === null ? "" : String(value / unit))}
            status={typed && parse(typed) === undefined ? "error" : undefined}
            onChange={(event) => {
                setTyped(event.target.value);
                onChange?.(parse(event.target.value));
            }}
            onBlur={() => setTyped(undefined)}
        />
    );
}
