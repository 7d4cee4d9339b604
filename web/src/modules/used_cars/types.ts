import type { AllowedAction } from "@/kit";

export interface WayStep {
    step: string;
    target_days: number;
    times: number;
    minutes: number;
    is_now: boolean;
    late: boolean;
    refused_because?: string | null;
}

export interface Stay {
    step: string;
    entered_at: string;
    entered_by: string;
    left_at?: string | null;
    minutes: number;
    late: boolean;
}

export interface Job {
    id: number;
    step: string;
    title: string;
    planned_cost: number;
    cost: number;
    done_by?: string | null;
    supplier: string;
    state: string;
    note: string;
    ended_at?: string | null;
    ended_by?: string | null;
    version: number;
    allowed_actions: AllowedAction[];
}

export interface UsedPhotos {
    place: string;
    needed: boolean;
    photos: string[];
}

/** The used car's record with the fields of its head beside the answer's own. */
export interface UsedCarRecord {
    id: number;
    version: number;
    car_id: number;
    step: string;
    source: string;
    promised: boolean;
    sold_at?: string | null;
    way: WayStep[];
    stays: Stay[];
    jobs: Job[];
    papers: { kind: string; number: string; file: string; received_at: string; received_by: string }[];
    photos: UsedPhotos[];
    prices: { price: number; reason: string; set_at: string; set_by: string }[];
    purchase?: {
        market_price: number;
        repair_estimate: number;
        price: number;
        paid: number;
        open: number;
        payments: { amount: number; reference: string; paid_at: string; paid_by: string }[];
    } | null;
    money?: {
        price: number;
        spent: number;
        planned: number;
        cost: number;
        capital_cost: number;
        daily_cost: number;
        net?: number | null;
        margin?: number | null;
    } | null;
    allowed_actions: AllowedAction[];
}
