interface Clocked {
    opened_at: string;
    answer_due_at: string;
    plan_due_at: string;
    reviewed_at?: string | null;
    proposed_at?: string | null;
    closed_at?: string | null;
}

/**
 * What a complaint waits for now and until when: the first answer, then a plan; nothing once there is one.
 */
export function clockOf(one: Clocked): { key: "answer" | "plan"; due_at: string } | undefined {
    if (one.closed_at) return undefined;
    if (!one.reviewed_at) return { key: "answer", due_at: one.answer_due_at };
    if (!one.proposed_at) return { key: "plan", due_at: one.plan_due_at };
    return undefined;
}
