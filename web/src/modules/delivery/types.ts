export interface DeliveryLine {
    id: number;
    number: string;
    state: string;
    customer_name: string;
    vin: string;
    created_at: string;
    inspected_at?: string | null;
    prepared_at?: string | null;
    appointed_at?: string | null;
    accepted_at?: string | null;
    delivered_at?: string | null;
}

export interface Fault {
    id: number;
    checklist: string;
    item: string;
    words: string;
    found_at: string;
    mended_at?: string | null;
    how: string;
    order_id?: number | null;
}

/** A repair order of the store's own that mends faults. */
export interface FaultOrder {
    order_id: number;
    number: string;
    state: string;
}

/** Where a delivery stands, for the board. */
export function stageOf(one: DeliveryLine): string {
    if (one.delivered_at) return "delivered";
    if (!one.inspected_at) return "to_inspect";
    if (!one.prepared_at) return "to_prepare";
    if (!one.appointed_at) return "to_appoint";
    if (!one.accepted_at) return "ready";
    return "accepted";
}
