import { useTranslation } from "react-i18next";
import { InstantText, MoneyText } from "@/kit";
import { moneyText } from "@/words/format";
import { spanWords } from "../standards/wording";

/** A difference against what was first promised, in words: +¥300.00, 晚 2 小时. */
export function useDifferenceWords() {
    const { t } = useTranslation();
    return (kind: string, value: number | null | undefined): string => {
        if (value === null || value === undefined) return "—";
        if (value === 0) return t("ui.insight.as_promised");
        if (kind === "price") return moneyText(value, { sign: true });
        return t(value > 0 ? "ui.insight.later" : "ui.insight.earlier", {
            span: spanWords(Math.abs(value) * 60),
        });
    };
}

/** What was promised or became, as money or as a point in time. */
export function PromiseValue({
    kind,
    amount,
    time,
}: {
    kind: string;
    amount?: number | null;
    time?: string | null;
}) {
    if (kind === "time") return time ? <InstantText value={time} mode="clock" /> : <>—</>;
    return amount !== null && amount !== undefined ? <MoneyText value={amount} /> : <>—</>;
}

/** The edge of a bar in few signs. */
export function edgeWords(kind: string, value: number): string {
    if (kind === "price")
        return value === 1 ? ">0" : moneyText(value, { symbol: false }).replace(/\.00$/, "");
    if (value === 1) return ">0";
    return spanWords(value * 60);
}
