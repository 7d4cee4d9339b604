export interface FeeAmount {
    title: string;
    explanation: string;
    amount: number;
    paid: "at_signing" | "with_instalments";
}

export interface LoanCost {
    first_instalment: number;
    last_instalment: number;
    balloon: number;
    total_interest: number;
    fees_at_signing: number;
    fees_in_instalments: number;
    total_cost: number;
    total_paid: number;
    annualised_rate_ppm: number;
    effective_rate_ppm: number;
}

export interface Instalment {
    number: number;
    principal: number;
    interest: number;
    fee: number;
    total: number;
    balance: number;
}

export interface LoanPlan {
    principal: number;
    cost: LoanCost;
    fees: FeeAmount[];
    instalments: Instalment[];
}

export interface PlanLine {
    term_id: number;
    lender_name: string;
    product_name: string;
    repayment: string;
    months: number;
    annual_rate_ppm: number;
    cost: LoanCost;
    fees: FeeAmount[];
    at_once: number;
    refused_because?: string;
}

export interface Comparison {
    car_price: number;
    /** What can be lent at most: the price, or what is still open of the deal. */
    most: number;
    principal: number;
    down_payment: number;
    months_offered: number[];
    plans: PlanLine[];
}

export interface Coverage {
    due: number;
    paid: number;
    loan_received: number;
    loan_expected: number;
    open: number;
    customer_open: number;
    is_covered: boolean;
}

export interface PaperLine {
    paper: string;
    wanted: boolean;
    handed_in: { file_hash: string; handed_in_at: string }[];
}
