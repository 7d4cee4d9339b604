/** What `showroom.display_plan` answers. */
export interface Fault {
    id: number;
    position_id: number;
    item: string;
    note: string;
    photos: unknown;
    raised_at: string;
    raised_by: string;
    version: number;
}

export interface Place {
    id: number;
    name: string;
    /** Thousandths of the plan's width and height, from the upper left corner. */
    x: number;
    y: number;
    car: {
        id: number;
        title: string;
        colour: string;
        vin_tail: string;
        list_price: number | null;
    } | null;
    car_since: string | null;
    checked_at: string | null;
    checked_today: boolean;
    faults: Fault[];
    version: number;
    allowed_actions: { name: string; refused_because?: string | null }[];
}

export interface Plan {
    positions: Place[];
    checked: number;
    to_check: number;
    open_faults: number;
}

/** Of the plan's thousand: fine enough for a showroom, and places line up by themselves. */
export const step = 10;

/**
 * The nearest middle of a place, on the grid, at which the place stands on the plan from edge to edge. Both
 * sizes in pixels, of one direction; without them only the middle is kept on the plan.
 */
export function withinPlan(middle: number, size = 0, plan = 0): number {
    const half = plan > size ? (size * 500) / plan : 0;
    const first = Math.ceil(half / step) * step;
    return Math.min(1000 - first, Math.max(first, Math.round(middle / step) * step));
}
