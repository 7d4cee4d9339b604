import type { ViewAnswer } from "@/api/typed";

export type DeviationKind = ViewAnswer<"standards.conformance">["kinds"][number]["kind"];

/** The colour of each way to depart from a standard. */
export const kindTones = {
    missing: "late",
    out_of_order: "plum",
    wrong_role: "plum",
    without_evidence: "due",
    too_early: "info",
    too_late: "late",
} as const satisfies Record<DeviationKind, string>;
