import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import {
    ActionButton,
    Card,
    EmptyState,
    InstantText,
    MoneyText,
    StateTag,
    TableScroll,
    useIsPhone,
} from "@/kit";
import { quantityText } from "@/words/format";
import { LineMenu } from "./LineMenu";
import type { OrderLine, OrderRecord } from "./types";
import { useLineForms } from "./useLineForms";

/** How it stands with the work of a job, or with the part on the shelf. */
export function Progress({ line }: { line: OrderLine }) {
    const { t } = useTranslation();
    if (line.state === "declined") return null;
    if (line.kind === "part") {
        if (line.customer_supplied) return <small>{t("field.customer_supplied")}</small>;
        const state =
            line.issued >= line.quantity
                ? "ok"
                : line.missing > 0
                  ? "late"
                  : line.reserved > 0
                    ? "info"
                    : "mute";
        const text =
            line.issued >= line.quantity
                ? t("ui.workshop.part_issued")
                : line.missing > 0
                  ? t("ui.workshop.part_missing", { n: quantityText(line.missing) })
                  : line.reserved > 0
                    ? t("ui.workshop.part_reserved", { bin: line.bin })
                    : t("ui.workshop.part_waits");
        return <span className={`fc-state ${state}`}>{text}</span>;
    }
    return (
        <span className="ws-work">
            {(line.state === "approved" || line.work !== "waiting") && (
                <StateTag type="Work" value={line.work} />
            )}
            {line.technician_name && <small>{line.technician_name}</small>}
            {line.planned_start && line.work === "waiting" && (
                <small>
                    <InstantText value={line.planned_start} mode="clock" />
                </small>
            )}
        </span>
    );
}

function Amount({ line }: { line: OrderLine }) {
    const { t } = useTranslation();
    return (
        <span className={line.state === "declined" ? "ws-struck" : undefined}>
            <MoneyText value={line.amount} />
            {line.discount > 0 && (
                <Tooltip title={t("field.discount")}>
                    <small className="ws-less">
                        <MoneyText value={-line.discount} />
                    </small>
                </Tooltip>
            )}
        </span>
    );
}

function Name({ line, extra }: { line: OrderLine; extra?: boolean }) {
    const { t } = useTranslation();
    const about = [line.code, line.brand, line.origin && t(`PartOrigin.${line.origin}`)]
        .filter(Boolean)
        .join(" · ");
    return (
        <span className="ws-line-name">
            <b className={line.state === "declined" ? "ws-struck" : undefined}>{line.name}</b>
            <small>
                {about}
                {line.payer !== "customer" && (
                    <em className={`ws-payer ${line.payer}`}>{t(`Payer.${line.payer}`)}</em>
                )}
                {extra && <em className="ws-payer">{t("ui.workshop.extra")}</em>}
            </small>
        </span>
    );
}

const kinds = ["labour", "part", "outside"] as const;

function amountText(line: OrderLine, hours: string): string {
    return `${quantityText(line.quantity)} ${line.kind === "labour" ? hours : line.unit}`;
}

function Rows({ lines, kind }: { lines: OrderLine[]; kind: (typeof kinds)[number] }) {
    const { t } = useTranslation();
    const own = lines.filter((line) => line.kind === kind);
    if (own.length === 0) return null;
    return (
        <>
            <tr className="ws-kind">
                <th colSpan={7} scope="colgroup">
                    {t(`LineKind.${kind}`)}
                </th>
            </tr>
            {own.map((line) => (
                <tr key={line.id} className={line.state}>
                    <td>
                        <Name line={line} />
                    </td>
                    <td className="right">{amountText(line, t("ui.workshop.hours"))}</td>
                    <td className="right">
                        <MoneyText value={line.unit_price} />
                    </td>
                    <td className="right">
                        <Amount line={line} />
                    </td>
                    <td>
                        <StateTag type="LineState" value={line.state} />
                    </td>
                    <td>
                        <Progress line={line} />
                    </td>
                    <td className="right">
                        <LineMenu line={line} />
                    </td>
                </tr>
            ))}
        </>
    );
}

function Cards({ lines }: { lines: OrderLine[] }) {
    const { t } = useTranslation();
    return (
        <ul className="fc-cards">
            {kinds.flatMap((kind) =>
                lines
                    .filter((line) => line.kind === kind)
                    .map((line) => (
                        <li key={line.id}>
                            <div className="plain ws-line-card">
                                <Name line={line} />
                                <Amount line={line} />
                                <span className="fc-soft">
                                    {amountText(line, t("ui.workshop.hours"))} ×{" "}
                                    <MoneyText value={line.unit_price} />
                                </span>
                                <StateTag type="LineState" value={line.state} />
                                <Progress line={line} />
                                <LineMenu line={line} />
                            </div>
                        </li>
                    )),
            )}
        </ul>
    );
}

const adding = ["workshop.add_labour", "workshop.add_part_line"];

/** The plan, line by line: what it costs, what the customer said to it, how far it is. */
export function LinesCard({ record }: { record: OrderRecord }) {
    const { t } = useTranslation();
    const phone = useIsPhone();
    const lines = record.lines as OrderLine[];
    const mayAdd = record.allowed_actions.some((one) => adding.includes(one.name) && !one.refused_because);
    return (
        <Card
            title={t("ui.workshop.plan")}
            count={lines.length}
            flush
            extra={mayAdd && <Adders record={record} />}
        >
            {lines.length === 0 ? (
                <EmptyState small title={t("ui.workshop.no_lines")} />
            ) : phone ? (
                <Cards lines={lines} />
            ) : (
                <TableScroll>
                    <table className="fc-table ws-lines" aria-label={t("ui.workshop.plan")}>
                        <thead>
                            <tr>
                                <th scope="col">{t("field.name")}</th>
                                <th scope="col" className="right">
                                    {t("field.quantity")}
                                </th>
                                <th scope="col" className="right">
                                    {t("field.unit_price")}
                                </th>
                                <th scope="col" className="right">
                                    {t("field.amount")}
                                </th>
                                <th scope="col">{t("ui.workshop.consent")}</th>
                                <th scope="col">{t("ui.workshop.progress")}</th>
                                <th scope="col" aria-label={t("ui.more_actions")} />
                            </tr>
                        </thead>
                        <tbody>
                            {kinds.map((kind) => (
                                <Rows key={kind} lines={lines} kind={kind} />
                            ))}
                        </tbody>
                        <tfoot>
                            <tr>
                                <td colSpan={3}>{t("field.planned_total")}</td>
                                <td className="right">
                                    <MoneyText value={record.order.planned_total} />
                                </td>
                                <td colSpan={3} className="fc-soft">
                                    {t("ui.workshop.of_it_approved")}{" "}
                                    <MoneyText value={record.order.approved_total} />
                                </td>
                            </tr>
                        </tfoot>
                    </table>
                </TableScroll>
            )}
        </Card>
    );
}

function Adders({ record }: { record: OrderRecord }) {
    const { t } = useTranslation();
    const fixed = { order_id: record.order.id };
    const forms = useLineForms(record);
    return (
        <span className="ws-adders">
            <ActionButton
                action="workshop.add_labour"
                size="small"
                label={t("ui.workshop.add_labour")}
                fixed={fixed}
                {...forms["workshop.add_labour"]}
            />
            <ActionButton
                action="workshop.add_part_line"
                size="small"
                label={t("ui.workshop.add_part")}
                fixed={fixed}
                {...forms["workshop.add_part_line"]}
            />
        </span>
    );
}
