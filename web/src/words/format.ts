import dayjs, { type Dayjs } from "dayjs";
import utc from "dayjs/plugin/utc";

dayjs.extend(utc);

/** The stores' clock. China has one time zone and no summer time, so a fixed offset is exact. */
const storeOffsetMinutes = 8 * 60;

/** An instant on the store's clock, whatever zone the device is set to. */
export function storeTime(instant: string | number): Dayjs {
    return dayjs.utc(instant).utcOffset(storeOffsetMinutes);
}

/** Today on the store's clock, as YYYY-MM-DD. */
export function storeToday(now: number = Date.now()): string {
    return storeTime(now).format("YYYY-MM-DD");
}

/** A wall-clock text of the store ("2026-11-22 09:30") as an ISO instant. */
export function instantOfStoreTime(wallClock: string): string {
    return new Date(`${wallClock.replace(" ", "T")}:00+08:00`).toISOString();
}

function isWhole(value: unknown): value is number {
    return typeof value === "number" && Number.isSafeInteger(value);
}

function groups(digits: string): string {
    return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Fen as yuan: 1234560 -> "¥12,345.60". Exact: no floating point is involved. */
export function moneyText(fen: unknown, options: { sign?: boolean; symbol?: boolean } = {}): string {
    if (!isWhole(fen)) return "";
    const { sign = false, symbol = true } = options;
    const digits = String(Math.abs(fen)).padStart(3, "0");
    const text = `${groups(digits.slice(0, -2))}.${digits.slice(-2)}`;
    const before = fen < 0 ? "−" : sign && fen > 0 ? "+" : "";
    return `${before}${symbol ? "¥" : ""}${text}`;
}

/** Yuan as typed ("12,345.6", "12.5万") to fen; undefined if it is not an amount of at most two decimals. */
export function parseMoney(text: string): number | undefined {
    const match = /^([-−]?)(\d+)(?:\.(\d*))?(万?)$/.exec(text.replace(/[,，\s¥￥元]/g, ""));
    if (!match) return undefined;
    const shift = match[4] ? 6 : 2;
    const decimals = match[3] ?? "";
    if (decimals.length > shift) return undefined;
    const fen = Number(match[2]! + decimals.padEnd(shift, "0"));
    if (!Number.isSafeInteger(fen)) return undefined;
    return match[1] && fen !== 0 ? -fen : fen;
}

/** Thousandths as a number: 1500 -> "1.5", 2000 -> "2". */
export function quantityText(thousandths: unknown): string {
    if (!isWhole(thousandths)) return "";
    const digits = String(Math.abs(thousandths)).padStart(4, "0");
    const decimals = digits.slice(-3).replace(/0+$/, "");
    const text = groups(digits.slice(0, -3)) + (decimals ? `.${decimals}` : "");
    return thousandths < 0 ? `−${text}` : text;
}

/** A number as typed to thousandths; undefined if it has more than three decimals. */
export function parseQuantity(text: string): number | undefined {
    const match = /^([-−]?)(\d+)(?:\.(\d{0,3}))?$/.exec(text.replace(/[,，\s]/g, ""));
    if (!match) return undefined;
    const value = Number(match[2]! + (match[3] ?? "").padEnd(3, "0"));
    if (!Number.isSafeInteger(value)) return undefined;
    return match[1] && value !== 0 ? -value : value;
}

/** An instant in full: "2026-11-22 09:30". */
export function instantText(instant: unknown): string {
    return typeof instant === "string" || typeof instant === "number"
        ? storeTime(instant).format("YYYY-MM-DD HH:mm")
        : "";
}

/** A date as it is stored. */
export function dateText(date: unknown): string {
    return typeof date === "string" ? date : "";
}

/** A phone number in the groups people read it in: 138 0013 8000. Masked numbers keep their stars. */
export function phoneText(phone: string): string {
    return /^1[\d*]{10}$/.test(phone) ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` : phone;
}

/** A plate with the middle dot it carries on the car: 京A·12345. */
export function plateText(plate: string): string {
    return /^[\u4e00-\u9fff][A-Z][A-Z0-9\u4e00-\u9fff]{5,6}$/.test(plate)
        ? `${plate.slice(0, 2)}·${plate.slice(2)}`
        : plate;
}

/** A running time: 65 s -> "1:05", 3700 s -> "1:01:40", beyond two days in days. */
export function spanText(milliseconds: number): string {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const two = (value: number) => String(value).padStart(2, "0");
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor((seconds % 3600) / 60);
    if (hours >= 48) return `${Math.floor(hours / 24)}d ${hours % 24}h`;
    if (hours > 0) return `${hours}:${two(minutes)}:${two(seconds % 60)}`;
    return `${minutes}:${two(seconds % 60)}`;
}
