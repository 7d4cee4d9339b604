import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { ActionButton, Card, canDraw, type PromiseLine, PromiseText, useView } from "@/kit";
import { moneyText } from "@/words/format";
import { isOver } from "./orderTime";
import type { OrderLine, OrderRecord } from "./types";

/** What the contract promised the customer of this order; the button lets the house pay for a line. */
export function OrderPromises({ record }: { record: OrderRecord }) {
    const { t } = useTranslation();
    const { may } = useSession();
    const { order } = record;
    const view = useView(
        "deals.customer_promises",
        { customer_id: order.customer_id },
        { enabled: may("deals.promise_read"), also: ["workshop"] },
    );
    const promises = ((view.data?.promises ?? []) as unknown as PromiseLine[]).filter(canDraw);
    if (promises.length === 0 || isOver(order)) return null;
    const allowed = (record.allowed_actions as PromiseLine["allowed_actions"]).find(
        (one) => one.name === "workshop.use_promise",
    );
    const lines = (record.lines as OrderLine[])
        .filter((line) => line.can_be_promised)
        .map((line) => ({ value: line.id, label: line.name, detail: moneyText(line.amount) }));
    return (
        <Card title={t("ui.workshop.promises")} count={promises.length}>
            <ul className="ws-promises">
                {promises.map((line) => (
                    <li key={line.promise.id}>
                        <PromiseText line={line} />
                        {allowed && !allowed.refused_because && (
                            <ActionButton
                                action="workshop.use_promise"
                                size="small"
                                fixed={{
                                    order_id: order.id,
                                    promise_id: line.promise.id,
                                    promise_version: line.promise.version,
                                }}
                                options={{ line_ids: lines }}
                                initial={{ line_ids: lines.length === 1 ? [lines[0]!.value] : [] }}
                                help={{ line_ids: t("ui.workshop.promise_help") }}
                            />
                        )}
                    </li>
                ))}
            </ul>
        </Card>
    );
}
