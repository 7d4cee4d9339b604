import { moneyText } from "@/words/format";

export interface MoneyTextProps {
    /** Whole fen. */
    value: number | null | undefined;
    /** Show + before amounts above zero. */
    sign?: boolean;
    /** Larger and bolder, for totals. */
    strong?: boolean;
}

/** An amount, aligned by its decimals; negative ones in the colour of a debt. */
export function MoneyText({ value, sign, strong }: MoneyTextProps) {
    if (value === null || value === undefined) return null;
    return (
        <span className={`fc-money${value < 0 ? " negative" : ""}${strong ? " strong" : ""}`}>
            {moneyText(value, { sign })}
        </span>
    );
}
