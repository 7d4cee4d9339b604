import type { AllowedAction } from "@/kit";

export interface DealLine {
    id: number;
    kind: string;
    title: string;
    explanation: string;
    amount: number;
    worth: number;
    option_id?: number | null;
}

export interface Discount {
    id: number;
    state: string;
    amount: number;
    concession: number;
    reason: string;
    set_at: string;
    decided_by_name?: string | null;
    decided_note?: string | null;
}

export interface Contract {
    id: number;
    number: string;
    revision: number;
    total: number;
    deposit: number;
    pay_by: string;
    deliver_on: string;
    signed_at?: string | null;
    signed_name?: string | null;
    document_id?: number | null;
    ended_at?: string | null;
    end_reason?: string | null;
}

/** The car that the maker builds for this deal. */
export interface FactoryOrder {
    ordered_car_id: number;
    order_id: number;
    number: string;
    colour: string;
    expected_on: string;
    state: string;
    car_id?: number | null;
}

/** The deal's record with the fields of its head beside the answer's own. */
export interface DealRecord {
    id: number;
    version: number;
    number: string;
    state: string;
    customer_id: number;
    customer_name: string;
    phone_masked: string;
    lead_id?: number | null;
    model_id: number;
    car_id?: number | null;
    used: boolean;
    factory_order?: FactoryOrder | null;
    car_title: string;
    bought_on: string;
    list_price: number;
    discount: number;
    discount_reason: string;
    concession_granted: number;
    total: number;
    valid_until?: string | null;
    cancel_reason?: string | null;
    lines: DealLine[];
    sums: {
        total: number;
        car_price: number;
        accessories: number;
        fees: number;
        passed_on: number;
        trade_in: number;
        gifts: number;
        concession: number;
    };
    my_limit: number;
    discounts: Discount[];
    contract?: Contract | null;
    contracts: Contract[];
    missing: string[];
    car?: { id: number; vin: string; colour: string; state: string; location: string } | null;
    due?: { amount: number; paid: number; open?: number } | null;
    allowed_actions: AllowedAction[];
}

/** May this be done with the deal now? */
export function allows(deal: DealRecord, action: string): boolean {
    return deal.allowed_actions.some((one) => one.name === action && !one.refused_because);
}

/** Cars to choose from: the order they came in, those with open damage at the end. */
export function soundFirst<One extends { open_claims: number }>(cars: One[]): One[] {
    return cars.toSorted((a, b) => Number(a.open_claims > 0) - Number(b.open_claims > 0));
}
