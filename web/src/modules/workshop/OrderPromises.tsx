import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { ActionButton, Card, Dots, useView } from "@/kit";
import { moneyText } from "@/words/format";
import { isOver } from "./orderTime";
import type { OrderLine, OrderRecord } from "./types";

interface PromiseLine {
    promise: { id: number; title: string; times: number; used: number; version: number };
    left: number;
    ends_on?: string;
    allowed_actions: { name: string; refused_because?: string | null }[];
}

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
    const promises = ((view.data?.promises ?? []) as unknown as PromiseLine[]).filter((one) =>
        one.allowed_actions.some((each) => each.name === "deals.draw_promise" && !each.refused_because),
    );
    if (promises.length === 0 || isOver(order)) return null;
    const allowed = (record.allowed_actions as PromiseLine["allowed_actions"]).find(
        (one) => one.name === "workshop.use_promise",
    );
    const lines = (record.lines as OrderLine[])
        .filter((line) => line.payer === "customer" && ["planned", "approved"].includes(line.state))
        .map((line) => ({ value: line.id, label: line.name, detail: moneyText(line.amount) }));
    return (
        <Card title={t("ui.workshop.promises")} count={promises.length}>
            <ul className="ws-promises">
                {promises.map(({ promise, left, ends_on }) => (
                    <li key={promise.id}>
                        <span className="fc-task-text">
                            <b>{promise.title}</b>
                            <small>
                                {t("ui.deals.promise_left", { left, times: promise.times })}
                                {ends_on && ` · ${t("ui.deals.policy_until", { day: ends_on })}`}
                            </small>
                            <Dots times={promise.times} used={promise.used} />
                        </span>
                        {allowed && !allowed.refused_because && (
                            <ActionButton
                                action="workshop.use_promise"
                                size="small"
                                fixed={{
                                    order_id: order.id,
                                    promise_id: promise.id,
                                    promise_version: promise.version,
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
