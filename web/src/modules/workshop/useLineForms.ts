import { useTranslation } from "react-i18next";
import type { AllowedActionConfig } from "@/kit";
import type { Finding, OrderLine, OrderRecord } from "./types";

/** The forms that add a line, with the order's own findings and jobs to choose from. */
export function useLineForms(record: OrderRecord | undefined): Record<string, AllowedActionConfig> {
    const { t } = useTranslation();
    const findings = (record?.findings ?? []) as Finding[];
    const lines = (record?.lines ?? []) as OrderLine[];
    const jobs = lines.filter((line) => line.kind === "labour" && line.state !== "declined");
    const options = {
        finding_id: findings.map((one) => ({ value: one.id, label: one.part_of_car, detail: one.words })),
        job_line_id: jobs.map((line) => ({ value: line.id, label: line.name })),
    };
    const about = findings.length > 0 ? ["finding_id"] : [];
    const initial = { payer: "customer" };
    return {
        "workshop.add_labour": {
            only: ["operation_id", "hours", "payer", ...about],
            options,
            initial,
            help: { hours: t("ui.workshop.hours_help") },
        },
        "workshop.add_part_line": {
            only: [
                "part_id",
                "quantity",
                "unit_price",
                "payer",
                ...(jobs.length > 0 ? ["job_line_id"] : []),
                ...about,
                "customer_supplied",
            ],
            options,
            initial: { ...initial, quantity: 1000, job_line_id: jobs.length === 1 ? jobs[0]!.id : undefined },
            help: { unit_price: t("ui.workshop.price_help") },
        },
        "workshop.add_outside_work": { only: ["name", "price", "payer", ...about], options, initial },
    };
}
