import type { ViewAnswer } from "@/api/typed";

export type OrderRecord = ViewAnswer<"workshop.order">;
export type OrderLine = OrderRecord["lines"][number];
export type Finding = OrderRecord["findings"][number];
export type Consent = OrderRecord["consents"][number];
export type Clock = OrderRecord["clocks"][number];
export type Check = OrderRecord["checks"][number];
export type Rework = OrderRecord["reworks"][number];
export type BoardAnswer = ViewAnswer<"workshop.board">;
export type BoardOrder = BoardAnswer["orders"][number];
export type PlannedJob = BoardAnswer["planned"][number];
export type WorkedTime = BoardAnswer["worked"][number];
export type MyOrder = ViewAnswer<"workshop.my_order">;
export type MyLine = MyOrder["lines"][number];
export type Appointment = ViewAnswer<"workshop.appointment_list">["rows"][number];

/** The way of a repair order, in the order of the states. */
export const orderStates = [
    "received",
    "awaiting_consent",
    "approved",
    "in_work",
    "quality_check",
    "ready",
    "settled",
    "handed_back",
] as const;

/** JSON kept as text comes as JSON; an empty one may be null. */
export function listOf<One>(json: unknown): One[] {
    return Array.isArray(json) ? (json as One[]) : [];
}
