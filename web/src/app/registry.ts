import { gallery } from "virtual:gallery";
import type { ComponentType } from "react";
import type { NavItem, Picker, TodayCard, Tone, WebModule } from "./module";

const found = import.meta.glob<WebModule>("../modules/*/index.tsx", { eager: true });
/** Every module that ships pages. */
export const modules: WebModule[] = [...Object.values(found), ...gallery];

const byOrder = <T extends { order?: number }>(a: T, b: T) => (a.order ?? 100) - (b.order ?? 100);

export const navItems: NavItem[] = modules.flatMap((one) => one.nav ?? []).sort(byOrder);
export const todayCards: TodayCard[] = modules.flatMap((one) => one.todayCards ?? []).sort(byOrder);
const links = Object.assign({}, ...modules.map((one) => one.searchLinks)) as Record<
    string,
    (id: number) => string
>;
const pickers = Object.assign({}, ...modules.map((one) => one.pickers)) as Record<string, Picker>;
export const tones = Object.assign({}, ...modules.map((one) => one.tones)) as Record<string, Tone>;

export const approvalFacts = Object.assign({}, ...modules.map((one) => one.approvalFacts)) as Record<
    string,
    ComponentType<{ object_id: number }>
>;

/** The record page of an object, if a module has one. */
export function linkOf(objectType: string, id: number): string | undefined {
    return links[objectType]?.(id);
}

/** How to choose an object of this type. */
export function pickerOf(objectType: string): Picker | undefined {
    return pickers[objectType];
}

/** May a person with these rights see it? */
export function isShown(item: { needs?: string | string[] }, may: (right: string) => boolean): boolean {
    if (!item.needs) return true;
    return Array.isArray(item.needs) ? item.needs.some(may) : may(item.needs);
}
