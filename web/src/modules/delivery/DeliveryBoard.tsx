import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { Board, EmptyState, ProblemView, useListView } from "@/kit";
import { DeliveryCard } from "./DeliveryCard";
import { type DeliveryLine, stageOf } from "./types";
import "./delivery.css";

const stages = ["to_inspect", "to_prepare", "to_appoint", "ready", "accepted"] as const;
const stageTones = {
    to_inspect: "info",
    to_prepare: "due",
    to_appoint: "plum",
    ready: "ok",
    accepted: "ok",
} as const;

/** Every car that is promised to somebody, by what it still waits for. */
export default function DeliveryBoard() {
    const { t } = useTranslation();
    const { may } = useSession();
    const list = useListView(
        "delivery.delivery_list",
        { state: "preparing", limit: 100 },
        { also: ["deals", "payments"] },
    );
    const rows = list.rows as unknown as DeliveryLine[];
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.delivery")}</h1>
                <div className="fc-page-actions">
                    {may("delivery.inspection_read") && (
                        <Link to="/deliveries/inspection">
                            <Button>{t("ui.delivery.inspection_lists")}</Button>
                        </Link>
                    )}
                    <Link to="/deliveries/list">
                        <Button>{t("view.delivery.delivery_list")}</Button>
                    </Link>
                </div>
            </header>
            {list.error && rows.length === 0 && (
                <ProblemView problem={list.error} onRetry={() => list.refetch()} />
            )}
            {list.isPending && <Skeleton active />}
            {!list.isPending && !list.error && rows.length === 0 && (
                <div className="fc-sheet-box">
                    <EmptyState title={t("ui.delivery.none")} text={t("ui.delivery.none_text")} />
                </div>
            )}
            {rows.length > 0 && (
                <Board
                    columns={stages.map((key) => ({
                        key,
                        title: t(`ui.delivery.stage_${key}`),
                        tone: stageTones[key],
                    }))}
                    cards={rows}
                    columnOf={stageOf}
                    keyOf={(one) => one.id}
                    show={(one) => <DeliveryCard one={one} />}
                />
            )}
        </div>
    );
}
