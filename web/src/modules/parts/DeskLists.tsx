import "./parts.css";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ViewAnswer } from "@/api/typed";
import { linkOf } from "@/app/registry";
import { ActionButton, Card, EmptyState, InstantText } from "@/kit";
import { quantityText } from "@/words/format";

export type DeskAnswer = ViewAnswer<"parts.desk">;
type Pick = DeskAnswer["to_pick"][number];
type Shortage = DeskAnswer["shortages"][number];

/** What lies ready for a job and must be handed out, one order's parts together. */
export function ToPick({ rows }: { rows: Pick[] }) {
    const { t } = useTranslation();
    const orders = [...new Map(rows.map((one) => [one.order_id, one])).values()];
    return (
        <Card title={t("ui.parts.to_pick")} count={rows.length} tone="due" flush>
            {rows.length === 0 && <EmptyState small title={t("ui.parts.nothing_to_pick")} />}
            {orders.map((order) => (
                <section key={order.order_id} className="pt-order">
                    <header>
                        <Link to={linkOf(order.order_type, order.order_id) ?? "#"}>
                            {order.note || t(`object.${order.order_type}`)}
                        </Link>
                        <InstantText value={order.wanted_at} />
                    </header>
                    <ul>
                        {rows
                            .filter((one) => one.order_id === order.order_id)
                            .map((one) => (
                                <li key={one.id}>
                                    <span className="pt-bin">{one.bin}</span>
                                    <span className="pt-name">
                                        <Link to={`/parts/${one.part_id}`}>{one.name}</Link>
                                        <small>{one.number}</small>
                                    </span>
                                    <b>
                                        {quantityText(one.reserved)} {one.unit}
                                    </b>
                                    <ActionButton
                                        action="workshop.issue_part"
                                        size="small"
                                        type="primary"
                                        only={[]}
                                        fixed={{ line_id: one.line_id, quantity: one.reserved }}
                                    />
                                </li>
                            ))}
                    </ul>
                </section>
            ))}
        </Card>
    );
}

/** What is wanted and not there: to be bought. */
export function Shortages({ rows }: { rows: Shortage[] }) {
    const { t } = useTranslation();
    return (
        <Card title={t("ui.parts.shortages")} count={rows.length} tone="late" flush>
            {rows.length === 0 && <EmptyState small title={t("ui.parts.no_shortages")} />}
            <ul className="ws-rows">
                {rows.map((one) => (
                    <li key={one.id}>
                        <b className="pt-missing">
                            {quantityText(one.missing)} {one.unit}
                        </b>
                        <span>
                            <Link to={`/parts/${one.part_id}`}>{one.name}</Link>{" "}
                            <small className="fc-soft">{one.number}</small>
                        </span>
                        <span className="end">
                            <Link to={linkOf(one.order_type, one.order_id) ?? "#"}>{one.note}</Link>{" "}
                            <small className="fc-soft">
                                <InstantText value={one.wanted_at} />
                            </small>
                        </span>
                    </li>
                ))}
            </ul>
        </Card>
    );
}
