import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { ActionButton, InstantText, ListPage, MonthSums, useView } from "@/kit";

/** Policies we sold, those that end first on top: whom to renew, and what the insurers still owe. */
export default function PolicyList() {
    const { t } = useTranslation();
    const { may } = useSession();
    const months = useView("deals.policies_by_month", {}, { also: ["deals"] }).data?.months ?? [];
    const commission = (row: Record<string, unknown>) => {
        if (row.commission_received_at)
            return <InstantText value={row.commission_received_at as string} mode="clock" />;
        if (!row.commission || !may("deals.case_pay")) return "—";
        return (
            // biome-ignore lint/a11y/noStaticElementInteractions: keeps the press off the row
            // biome-ignore lint/a11y/useKeyWithClickEvents: keeps the press off the row
            <span onClick={(event) => event.stopPropagation()}>
                <ActionButton
                    action="deals.receive_commission"
                    size="small"
                    fixed={{ policy_id: row.id as number }}
                />
            </span>
        );
    };
    return (
        <ListPage
            view="deals.policy_list"
            top={
                <MonthSums
                    title={t("view.deals.policies_by_month")}
                    months={months}
                    who={{ title: t("field.insurer"), of: (one) => one.insurer }}
                    columns={[
                        { name: "policies", title: t("field.policies"), counts: true },
                        { name: "premium", title: t("field.premium") },
                        { name: "commission", title: t("field.commission") },
                        { name: "still_owed", title: t("field.still_owed") },
                    ]}
                />
            }
            sort="ends_on"
            choices={{ insurer: [...new Set(months.map((one) => one.insurer))] }}
            filters={["insurer", "starts_from", "starts_until", "ends_until", "commission_open"]}
            rowLink={(row) => `/customers/${row.customer_id}`}
            columns={[
                "ends_on",
                "customer_name",
                "insurer",
                "policy_number",
                "coverage",
                "premium",
                "commission",
                { field: "commission_received_at", show: commission },
                "car_title",
            ]}
        />
    );
}
