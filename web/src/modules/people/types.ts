import type { Tone } from "@/app/module";

export type Pace = "no_target" | "reached" | "on_track" | "close_behind" | "behind";

/** One figure with what it should be. */
export interface Cell {
    measure: string;
    actual: number;
    target?: number | null;
    forecast: number;
    needed_per_day_thousandths?: number | null;
    pace: Pace;
}

export interface MonthDays {
    gone: number;
    left: number;
    total: number;
}

export interface AllowedAction {
    name: string;
    refused_because?: string | null;
}

export interface BoardPerson {
    user_id: number;
    name: string;
    team_id?: number | null;
    cells: Cell[];
    score_hundredths?: number | null;
    rank?: number | null;
}

export interface BoardTeam {
    team_id: number;
    name: string;
    cells: Cell[];
}

export interface TeamBoardAnswer {
    month: string;
    closed: boolean;
    closed_by?: string | null;
    closed_at?: string | null;
    days: MonthDays;
    store: Cell[];
    teams: BoardTeam[];
    people: BoardPerson[];
    formula_number?: number | null;
    allowed_actions: AllowedAction[];
}

export interface ScoredLine {
    figure: string;
    weight: number;
    cap_percent: number;
    source: "own_target" | "fixed" | "team_average";
    target?: number | null;
    actual?: number | null;
    achievement_basis_points: number;
    points_hundredths: number;
}

export interface PersonMonthAnswer {
    month: string;
    closed: boolean;
    days: MonthDays;
    user_id: number;
    name: string;
    cells: Cell[];
    counts: { measure: string; amount: number }[];
    models: { model_id: number; model_name: string; cells: Cell[] }[];
    by_day: { day: string; measure: string; amount: number }[];
    evaluation: ScoredLine[];
    score_hundredths?: number | null;
    rank?: number | null;
    ranked: number;
    formula_number?: number | null;
    commission: number;
    has_rules: boolean;
    statement_id?: number | null;
}

export const paceTone: Record<Pace, Tone> = {
    no_target: "mute",
    reached: "ok",
    on_track: "ok",
    close_behind: "due",
    behind: "late",
};

/** What stands on the board: results first, then the work that leads to them. */
export const results = ["orders", "cars_delivered", "revenue", "accessories", "insurance"];
export const work = ["leads_opened", "contacts_made", "test_drives", "quotes"];
