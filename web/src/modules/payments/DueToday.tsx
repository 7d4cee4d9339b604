import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Card, EmptyState, useListView } from "@/kit";
import { DueRows } from "./DueRows";
import type { DueLine } from "./types";

/** Who waits at the desk, for Today. */
export default function DueToday() {
    const { t } = useTranslation();
    const list = useListView(
        "payments.due_list",
        { standing: "open", limit: 8 },
        { also: ["deals", "workshop"] },
    );
    const rows = list.rows as unknown as DueLine[];
    if (list.isPending) return null;
    return (
        <Card
            title={t("ui.payments.waiting")}
            count={rows.length}
            tone="due"
            extra={<Link to="/cashier">{t("nav.cashier")}</Link>}
            flush
        >
            {rows.length === 0 ? (
                <EmptyState small title={t("ui.payments.nobody_waits")} />
            ) : (
                <DueRows rows={rows} />
            )}
        </Card>
    );
}
