import i18next, { type PostProcessorModule } from "i18next";
import { initReactI18next } from "react-i18next";
import { setRequestLanguage } from "@/api/client";
import { fieldsNamed } from "@/api/contract";
import { dateText, instantText, moneyText, quantityText } from "./format";

export type Language = "zh" | "en";

const loaders: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
    zh: () => import("virtual:words/zh"),
    en: () => import("virtual:words/en"),
};

const storageKey = "forecourt.language";

/** The language this device used last; Chinese where nothing is known. */
export function rememberedLanguage(): Language {
    return localStorage.getItem(storageKey) === "en" ? "en" : "zh";
}

function formatters() {
    const add = i18next.services.formatter!.add.bind(i18next.services.formatter!);
    add("money", (value) => moneyText(value));
    add("quantity", (value) => quantityText(value));
    add("instant", (value) => instantText(value));
    add("clock", (value) => instantText(value).slice(11));
    add("date", (value) => dateText(value));
    // {{n}} {{n, of(one: fault; other: faults)}}
    add("of", (value, _language, options) => (Number(value) === 1 ? options.one : options.other));
    // {{state, enum(type: DealState)}}
    add("enum", (value, _language, options) => i18next.t(`${options.type}.${value}`, { inSentence: true }));
}

/**
 * The name of a state or a kind is in small letters where a sentence has it inside; by itself it begins with
 * a capital, as the sentence of an event does that begins with such a name.
 */
const capitals: PostProcessorModule = {
    type: "postProcessor",
    name: "capitals",
    process: (text, key, options) =>
        /^((event|alert|task)\.|[A-Z])/.test(String(key)) && !options.inSentence
            ? text.replace(/\S/, (first) => first.toUpperCase())
            : text,
};

/** Starts the words in the remembered language. Keys are flat: dots belong to the name. */
export async function startWords(language: Language = rememberedLanguage()): Promise<void> {
    await i18next
        .use(initReactI18next)
        .use(capitals)
        .init({
            lng: language,
            postProcess: [capitals.name],
            keySeparator: false,
            nsSeparator: false,
            resources: { [language]: { translation: (await loaders[language]()).default } },
            interpolation: { escapeValue: false },
            react: { useSuspense: false },
        });
    formatters();
    announce(language);
}

/** Has somebody chosen a language on this device? */
export function hasChosenLanguage(): boolean {
    return localStorage.getItem(storageKey) !== null;
}

/** Switches the language of the page and of the server's answers. */
export async function switchLanguage(language: Language, { remember = true } = {}): Promise<void> {
    if (!i18next.hasResourceBundle(language, "translation"))
        i18next.addResourceBundle(language, "translation", (await loaders[language]()).default);
    if (remember) localStorage.setItem(storageKey, language);
    await i18next.changeLanguage(language);
    announce(language);
}

function announce(language: Language) {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    setRequestLanguage(language);
}

/** The current language, outside of components. */
export function currentLanguage(): Language {
    return i18next.language === "en" ? "en" : "zh";
}

/** The text of a key, with the first key that exists; the last one is shown if none does. */
export function firstWord(keys: string[], values: Record<string, unknown> = {}): string {
    const found = keys.find((key) => i18next.exists(key));
    return i18next.t(found ?? keys[keys.length - 1]!, values);
}

/**
 * The values of an event, ready to stand in its sentence: money, times and states are worded by what fields
 * of their names hold elsewhere. A sentence that formats a value itself ({{total, money}}) gets it as it is.
 */
export function sentence(key: string, data: Record<string, unknown> = {}): string {
    const text = i18next.exists(key)
        ? String(i18next.getResource(i18next.language, "translation", key) ?? "")
        : "";
    const values: Record<string, unknown> = { ...data };
    for (const [name, value] of Object.entries(data))
        if (!new RegExp(`\\{\\{\\s*${name}\\s*,`).test(text)) values[name] = worded(name, value);
    return firstWord([key], values);
}

function worded(name: string, value: unknown): unknown {
    for (const spec of fieldsNamed(name)) {
        if (spec.kind === "enum" && spec.values?.includes(String(value)))
            return firstWord([`${spec.enum_type}.${value}`], { inSentence: true });
        if (spec.kind === "money" && typeof value === "number") return moneyText(value);
        if (spec.kind === "quantity" && typeof value === "number") return quantityText(value);
        if (spec.kind === "instant" && typeof value === "string") return instantText(value);
    }
    return value;
}

/** What stands between several things in a row: `names.join(comma())`. */
export function comma(): string {
    return currentLanguage() === "en" ? ", " : "、";
}

/** The label of a field: the action's own wording first, then the general one. */
export function fieldLabel(name: string, owner?: string): string {
    return firstWord(owner ? [`field.${owner}.${name}`, `field.${name}`] : [`field.${name}`]);
}
