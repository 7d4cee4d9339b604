import type { ComponentType, ReactNode } from "react";
import type { RouteObject } from "react-router";

/** Where in the day's work a page belongs; the order is the order of the navigation. */
export const navGroups = ["showroom", "sales", "service", "parts", "customers", "money", "store"] as const;
export type NavGroup = (typeof navGroups)[number];

export interface NavItem {
    /** Word key, "nav.reception". */
    key: string;
    path: string;
    group: NavGroup;
    icon: ReactNode;
    /** Shown only to people with this right (any of them for a list); without it to everybody. */
    needs?: string | string[];
    order?: number;
}

export interface TodayCard {
    /** Unique, "reception.waiting". */
    name: string;
    /** Shown only to people with this right, or with one of these roles. */
    needs?: string;
    roles?: string[];
    order?: number;
    /** side: narrow column; main (default): beside each other in the wide column; full: its whole width. */
    place?: "main" | "side" | "full";
    Card: ComponentType;
}

/** How an id field finds its object when no `options` are given: a list view and what to show of a row. */
export interface Picker {
    view: string;
    // biome-ignore lint/suspicious/noExplicitAny: rows differ by view
    label: (row: any) => string;
    // biome-ignore lint/suspicious/noExplicitAny: rows differ by view
    detail?: (row: any) => string | undefined;
    params?: Record<string, unknown>;
    /** The view filters by this parameter; without it the page filters the rows it got. */
    search?: string;
}

export type Tone = "ok" | "due" | "late" | "info" | "plum" | "mute";

/** What src/modules/<module>/index.tsx may export. Everything is optional. */
export interface WebModule {
    nav?: NavItem[];
    /** Pages inside the shell; paths relative to "/". */
    routes?: RouteObject[];
    /** Pages for the customer's phone, relative to "/c". */
    customerRoutes?: RouteObject[];
    todayCards?: TodayCard[];
    /** object type -> address of its record page. */
    searchLinks?: Record<string, (id: number) => string>;
    pickers?: Record<string, Picker>;
    /** kind of approval -> what whoever decides needs to see of the record beside the question. */
    approvalFacts?: Record<string, ComponentType<{ object_id: number }>>;
    /** "DealState.open" -> tone, where the general guess is wrong. */
    tones?: Record<string, Tone>;
}

/** A lazily loaded page for a route: `{ path: "leads", lazy: page(() => import("./LeadList")) }`. */
export function page(load: () => Promise<{ default: ComponentType }>) {
    return async () => ({ Component: (await load()).default });
}
