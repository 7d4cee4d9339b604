import type { AllowedAction } from "./types";

export type BookKind = "evaluation" | "commission";

export interface FormulaLine {
    figure: string;
    weight: number;
    cap_percent: number;
    source: "own_target" | "fixed" | "team_average";
    fixed_target: number;
}

export interface Rule {
    kind:
        | "per_car"
        | "model_bonus"
        | "accessories_share"
        | "services_share"
        | "insurance_share"
        | "insurance_commission_share"
        | "loan_bonus"
        | "quality_factor";
    model_id?: number | null;
    from: number;
    amount: number;
    basis_points: number;
}

export interface Book {
    rule_book_id: number;
    number: number;
    state: "draft" | "published";
    in_force: boolean;
    start_month?: string | null;
    reason: string;
    drafted_by: string;
    drafted_at: string;
    published_by?: string | null;
    published_at?: string | null;
    lines: FormulaLine[];
    tier_reach?: "every_car" | "cars_beyond" | null;
    rules: Rule[];
    version: number;
    allowed_actions: AllowedAction[];
}

export interface BooksAnswer {
    books: Book[];
    models: { model_id: number; model_name: string }[];
    allowed_actions: AllowedAction[];
}

export const figures = [
    "orders",
    "cars_delivered",
    "revenue",
    "accessories",
    "insurance",
    "insurance_commission",
    "services",
    "loans",
    "leads_opened",
    "contacts_made",
    "needs_asked",
    "test_drives",
    "quotes",
    "visitors_greeted",
    "order_rate",
    "test_drive_rate",
    "satisfaction",
    "late_contact_share",
    "lost_lead_share",
    "complaints",
];

const without_target = new Set([
    "order_rate",
    "test_drive_rate",
    "satisfaction",
    "late_contact_share",
    "lost_lead_share",
    "complaints",
]);

/** Whether somebody can have a personal target of it. */
export function hasOwnTarget(figure: string): boolean {
    return !without_target.has(figure);
}

/** One line of either kind, said in a way that two versions can be compared by. */
export function lineKey(line: FormulaLine | Rule): string {
    return "figure" in line ? line.figure : `${line.kind}/${line.model_id ?? 0}/${line.from}`;
}
