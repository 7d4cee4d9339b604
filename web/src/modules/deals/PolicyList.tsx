import { useTranslation } from "react-i18next";
import type { ViewAnswer } from "@/api/typed";
import { useSession } from "@/app/session";
import { ActionButton, Card, InstantText, ListPage, MoneyText, useView } from "@/kit";

type PoliciesOfMonth = ViewAnswer<"deals.policies_by_month">["months"][number];

const sums = ["policies", "premium", "commission", "still_owed"] as const;

/** What each insurer's statement of a month should say. */
function ByMonth({ months }: { months: PoliciesOfMonth[] }) {
    const { t } = useTranslation();
    if (months.length === 0) return null;
    return (
        <Card title={t("view.deals.policies_by_month")} flush>
            <div className="fc-table-wrap">
                <table className="fc-table">
                    <thead>
                        <tr>
                            <th>{t("field.month")}</th>
                            <th>{t("field.insurer")}</th>
                            {sums.map((one) => (
                                <th key={one} className="right">
                                    {t(`field.${one}`)}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {months.map((one) => (
                            <tr key={one.month + one.insurer}>
                                <th scope="row">{one.month}</th>
                                <td>{one.insurer}</td>
                                <td className="right">{one.policies}</td>
                                {sums.slice(1).map((name) => (
                                    <td key={name} className="right">
                                        <MoneyText value={one[name]} />
                                    </td>
                                ))}
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </Card>
    );
}

/** Policies we sold, those that end first on top: whom to renew, and what the insurers still owe. */
export default function PolicyList() {
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
        <>
            <ListPage
                view="deals.policy_list"
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
            <div className="fc-page fc-below-list">
                <ByMonth months={months} />
            </div>
        </>
    );
}
