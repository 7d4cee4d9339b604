import type { AllowedAction } from "@/kit";

export interface DueLine {
    id: number;
    object_type: string;
    object_id: number;
    customer_id: number;
    customer_name: string;
    kind: string;
    title: string;
    amount: number;
    paid: number;
    open: number;
    overpaid: number;
    set_at: string;
}

export interface Refund {
    id: number;
    number: string;
    state: string;
    amount: number;
    reason: string;
    asked_at: string;
    decided_by_name?: string | null;
    decided_note?: string | null;
    paid_at?: string | null;
    version: number;
}

export interface PaymentLine {
    payment: {
        id: number;
        number: string;
        kind: string;
        means: string;
        amount: number;
        refunded: number;
        reference: string;
        payer: string;
        received_at: string;
        version: number;
    };
    received_by_name: string;
    refundable: number;
    refunds: { refund: Refund; by_gateway?: { state: string } | null; allowed_actions: AllowedAction[] }[];
    allowed_actions: AllowedAction[];
}

export const means = ["qr", "card", "transfer", "cash"] as const;
