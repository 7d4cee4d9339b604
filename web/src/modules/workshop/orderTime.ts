const over = new Set(["handed_back", "cancelled", "settled", "ready"]);

/** Nothing more has to be done on the car: its promise is no longer a running clock. */
export function isOver(order: { state: string }): boolean {
    return over.has(order.state);
}
