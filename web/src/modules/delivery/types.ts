import type { AllowedAction } from "@/kit";

export interface DeliveryLine {
    id: number;
    number: string;
    state: string;
    customer_name: string;
    car_title: string;
    vin_tail: string;
    consultant_name: string;
    promised_on?: string | null;
    inspected_at?: string | null;
    prepared_at?: string | null;
    appointed_at?: string | null;
    accepted_at?: string | null;
    delivered_at?: string | null;
    open_faults: number;
    open: number;
}

export interface FaultLine {
    fault: {
        id: number;
        found_in: string;
        words: string;
        photos: unknown;
        found_at: string;
        mended_words?: string | null;
        mended_at?: string | null;
    };
    found_by_name: string;
    mended_by_name: string;
    allowed_actions: AllowedAction[];
}

/** Photos come as a list, or as the text of one. */
export function photosOf(photos: unknown): string[] {
    if (Array.isArray(photos)) return photos as string[];
    if (typeof photos !== "string" || photos === "") return [];
    try {
        return JSON.parse(photos) as string[];
    } catch {
        return [];
    }
}

/** Where a delivery stands, for the board. */
export function stageOf(one: DeliveryLine): string {
    if (one.delivered_at) return "delivered";
    if (!one.inspected_at) return "to_inspect";
    if (one.open_faults > 0) return "faults";
    if (!one.prepared_at) return "to_prepare";
    if (!one.appointed_at) return "to_appoint";
    return "ready";
}
