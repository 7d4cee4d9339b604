import { Drawer, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { linkOf } from "@/app/registry";
import { EmptyState, InstantText, MoneyText, useIsPhone, useListView } from "@/kit";
import { isMoney, monthText } from "./figures";

export interface CasesOf {
    measure: string;
    month: string;
    user_id?: number;
    name?: string;
}

interface Row {
    id: number;
    at: string;
    name: string;
    model_name: string;
    measure: string;
    amount: number;
    object_type: string;
    object_id: number;
    customer_name: string;
    number: string;
}

/** The cases behind a figure, each with its way to the record. */
export function Cases({ of, onClose }: { of: CasesOf | undefined; onClose: () => void }) {
    const { t } = useTranslation();
    const phone = useIsPhone();
    return (
        <Drawer
            open={!!of}
            onClose={onClose}
            placement={phone ? "bottom" : "right"}
            size={phone ? "85%" : 560}
            title={
                of && [t(`Measure.${of.measure}`), of.name, monthText(of.month)].filter(Boolean).join(" · ")
            }
        >
            {of && <CaseList of={of} />}
        </Drawer>
    );
}

function CaseList({ of }: { of: CasesOf }) {
    const { t } = useTranslation();
    const list = useListView("people.case_list", {
        measure: of.measure,
        month: of.month,
        user_id: of.user_id,
        limit: 50,
    });
    const rows = list.rows as Row[];
    if (list.isPending) return <Skeleton active />;
    if (rows.length === 0) return <EmptyState small title={t("ui.people.no_cases")} />;
    return (
        <>
            <ul className="fc-case-rows">
                {rows.map((row) => (
                    <CaseItem key={row.id} row={row} with_name={!of.user_id} />
                ))}
            </ul>
            {list.hasMore && (
                <button type="button" className="fc-toggle" onClick={() => list.loadMore()}>
                    {t("ui.people.more")}
                </button>
            )}
        </>
    );
}

function CaseItem({ row, with_name }: { row: Row; with_name: boolean }) {
    const link = linkOf(row.object_type, row.object_id);
    const title = row.customer_name || row.number;
    return (
        <li className={row.amount < 0 ? "taken-back" : undefined}>
            <span>
                {link ? <Link to={link}>{title}</Link> : title}
                <small>
                    {[row.number, row.model_name, with_name && row.name].filter(Boolean).join(" · ")}
                </small>
            </span>
            <span>
                {isMoney(row.measure) ? (
                    <MoneyText value={row.amount} />
                ) : (
                    <b>{row.amount > 0 ? `+${row.amount}` : row.amount}</b>
                )}
                <InstantText value={row.at} mode="clock" />
            </span>
        </li>
    );
}
