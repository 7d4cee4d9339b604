import i18next from "i18next";
import { comma, currentLanguage, firstWord } from "@/words/i18n";
import type { TwoWords } from "./types";

/** A word that the data holds in both languages, in the one of the page. */
export function inWords(words: TwoWords | null | undefined): string {
    if (!words) return "";
    return currentLanguage() === "en" ? words.en || words.zh : words.zh;
}

const units = [
    ["d", 86400],
    ["h", 3600],
    ["m", 60],
    ["s", 1],
] as const;

/** A length of time as people say it, in at most two units: 2 分钟, 1 小时 30 分钟, 3 天. */
export function spanWords(seconds: number | null | undefined): string {
    if (seconds === null || seconds === undefined) return "—";
    let left = Math.abs(seconds);
    const parts: string[] = [];
    for (const [unit, size] of units) {
        const count = Math.floor(left / size);
        if (count === 0 || parts.length === 2) continue;
        left -= count * size;
        parts.push(i18next.t(`ui.span.${unit}`, { n: count }));
    }
    return parts.length > 0 ? (seconds < 0 ? "−" : "") + parts.join(" ") : i18next.t("ui.span.s", { n: 0 });
}

/** What an event is called: its own title, else what it says without the values of a single case. */
export function eventWords(event: string): string {
    const title = `ui.standards.event.${event}`;
    if (i18next.exists(title)) return i18next.t(title);
    const text = i18next.exists(`event.${event}`)
        ? i18next.t(`event.${event}`, { interpolation: { prefix: "\u0001", suffix: "\u0001" } })
        : event;
    return text
        .replace(/\{\{[^}]*\}\}/g, "…")
        .replace(/[（(][^）)]*…[^）)]*[）)]/g, "")
        .replace(/[\s，、·：:,]*(…[\s，、·：:,]*)+/g, "…")
        .replace(/^…|…$/g, "")
        .trim();
}

export function roleWords(roles: readonly string[] | undefined): string {
    return (roles ?? []).map((role) => firstWord([`Role.${role}`, role])).join(comma());
}

/** A member of an event's data that must say something. */
export function evidenceWords(member: string): string {
    return firstWord([`field.${member}`, member]);
}
