import type { AllowedAction } from "@/kit";

export interface Visitor {
    id: number;
    number: string;
    state: "waiting" | "assigned" | "greeted" | "ended";
    customer_id?: number | null;
    visitor_name: string;
    plate?: string | null;
    party_size: number;
    purpose: string;
    channel: string;
    consultant_id?: number | null;
    assigned_because?: string | null;
    arrived_at: string;
    assigned_at?: string | null;
    greeted_at?: string | null;
    help_asked_at?: string | null;
    /** What they want to see, empty when it was not said. */
    series: string;
    knows_series: boolean;
    version: number;
    allowed_actions: AllowedAction[];
}

export interface Consultant {
    user_id: number;
    name: string;
    state: "off_duty" | "free" | "with_customer" | "away";
    free_since?: string | null;
    away_since?: string | null;
    away_reason: string;
    visit_id?: number | null;
    open_visits: number;
    visits_today: number;
}

export interface ShowroomAnswer {
    now: string;
    visitors: Visitor[];
    /** Of earlier days, the latest first. */
    not_ended: Visitor[];
    consultants: Consultant[];
    next_consultant_id?: number | null;
}
