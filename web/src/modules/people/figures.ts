import i18next from "i18next";
import { moneyText, quantityText, storeToday } from "@/words/format";

const money = new Set(["revenue", "accessories", "services", "insurance", "insurance_commission"]);
const percentages = new Set(["order_rate", "test_drive_rate", "late_contact_share", "lost_lead_share"]);

export function isMoney(measure: string): boolean {
    return money.has(measure);
}

/** Money in yuan without fen, from a hundred thousand on in units of 万 in Chinese: what fits into a cell. */
export function shortMoney(fen: number): string {
    const yuan = Math.round(fen / 100);
    if (i18next.language !== "en" && Math.abs(yuan) >= 100_000) return `${(yuan / 10_000).toFixed(1)}万`;
    if (i18next.language === "en" && Math.abs(yuan) >= 100_000) return `¥${Math.round(yuan / 1000)}k`;
    return `¥${yuan.toLocaleString("en")}`;
}

/** A measure's amount, short. */
export function amountText(measure: string, amount: number): string {
    return isMoney(measure) ? shortMoney(amount) : amount.toLocaleString("en");
}

/** A figure of the evaluation in its unit: pieces, money, percent, points. */
export function figureText(figure: string, value: number | null | undefined): string {
    if (value === null || value === undefined) return "—";
    if (isMoney(figure)) return moneyText(value);
    if (percentages.has(figure)) return percentText(value);
    if (figure === "satisfaction") return quantityText(value * 10);
    return String(value);
}

/** Basis points as percent: 9250 -> "92.5%". */
export function percentText(basis_points: number): string {
    return `${quantityText(basis_points * 10)}%`;
}

/** A score in hundredths: 9867 -> "98.67". */
export function scoreText(hundredths: number | null | undefined): string {
    return hundredths === null || hundredths === undefined ? "—" : (hundredths / 100).toFixed(2);
}

/** The first day of this month on the store's clock. */
export function thisMonth(): string {
    return `${storeToday().slice(0, 7)}-01`;
}

export function addMonths(month: string, count: number): string {
    const whole = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
    return `${Math.floor(whole / 12)}-${String((whole % 12) + 1).padStart(2, "0")}-01`;
}

/** "2026年11月", "November 2026". */
export function monthText(month: string): string {
    if (i18next.language !== "en") return `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
    return new Date(`${month.slice(0, 7)}-15T00:00:00Z`).toLocaleString("en", {
        month: "long",
        year: "numeric",
        timeZone: "UTC",
    });
}
