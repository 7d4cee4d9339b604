import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { ActionButton, ClockBadge, ListPage } from "@/kit";
import { clockOf } from "./clock";

/** Every complaint, wherever it came from. */
export default function ComplaintList() {
    const { t } = useTranslation();
    const { may } = useSession();
    return (
        <ListPage
            view="complaints.complaint_list"
            sort="-opened_at"
            filters={["open_only", "state", "severity", "category"]}
            rowLink={(row) => `/complaints/${row.id}`}
            rowTone={(row) => {
                const clock = clockOf(row);
                return clock && Date.parse(clock.due_at) < Date.now() ? "late" : undefined;
            }}
            columns={[
                "number",
                "state",
                "customer_name",
                "words",
                "severity",
                { field: "category", hideOnPhone: true },
                { field: "owner_name", hideOnPhone: true },
                {
                    field: "answer_due_at",
                    title: t("ui.complaints.next_due"),
                    show: (row) => {
                        const clock = clockOf(row);
                        return clock ? (
                            <ClockBadge
                                due_at={clock.due_at}
                                started_at={row.opened_at}
                                compact
                                label={t(`ui.complaints.wait.${clock.key}`)}
                            />
                        ) : (
                            <span className="fc-none">—</span>
                        );
                    },
                },
                { field: "opened_at", hideOnPhone: true },
            ]}
            actions={
                may("complaints.complaint_write") && (
                    <ActionButton
                        action="complaints.open"
                        strong
                        only={["customer_id", "channel", "category", "severity", "words"]}
                    />
                )
            }
            empty={{ title: t("ui.complaints.none") }}
        />
    );
}
