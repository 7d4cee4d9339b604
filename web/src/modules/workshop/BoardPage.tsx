import "./workshop.css";
import "./reception.css";
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Segmented, Skeleton } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Tone } from "@/app/module";
import { useSession } from "@/app/session";
import { Board, ProblemView, useView } from "@/kit";
import { storeToday } from "@/words/format";
import { BayPlan } from "./BayPlan";
import { OrderCard } from "./OrderCard";
import type { BoardOrder } from "./types";

const columns: { key: string; tone: Tone }[] = [
    { key: "received", tone: "due" },
    { key: "awaiting_consent", tone: "plum" },
    { key: "approved", tone: "info" },
    { key: "in_work", tone: "info" },
    { key: "quality_check", tone: "due" },
    // Billed or not, the car can go: the card itself says what is still to be paid or signed.
    { key: "ready", tone: "ok" },
];

type Shape = "states" | "bays";

/** The workshop now: every car by its state, or the day of every bay. */
export default function BoardPage() {
    const { t } = useTranslation();
    const { may } = useSession();
    const [shape, setShape] = useState<Shape>("states");
    const [day, setDay] = useState(storeToday());
    const { data, error, refetch } = useView(
        "workshop.board",
        { day: shape === "bays" ? day : undefined },
        { everyMs: 60_000 },
    );
    const move = (days: number) => setDay(dayjs(day).add(days, "day").format("YYYY-MM-DD"));
    const forecast = (id: number) => data?.forecasts.find((one: { order_id: number }) => one.order_id === id);
    const late = (order: BoardOrder) => (forecast(order.id)?.late ? ("late" as const) : undefined);
    const lateCount = (data?.forecasts ?? []).filter((one: { late: boolean }) => one.late).length;
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.workshop_board")}</h1>
                {data && (
                    <span className="fc-total">
                        {t("ui.workshop.in_house", { n: data.orders.length })}
                        {lateCount > 0 && (
                            <span className="fc-count late">{t("ui.workshop.late", { n: lateCount })}</span>
                        )}
                    </span>
                )}
                <div className="fc-page-actions">
                    {shape === "bays" && (
                        <span className="ws-day">
                            <Button
                                icon={<LeftOutlined />}
                                aria-label={t("ui.workshop.day_before")}
                                onClick={() => move(-1)}
                            />
                            <Button onClick={() => setDay(storeToday())}>
                                {day === storeToday() ? t("ui.time.today") : day}
                            </Button>
                            <Button
                                icon={<RightOutlined />}
                                aria-label={t("ui.workshop.day_after")}
                                onClick={() => move(1)}
                            />
                        </span>
                    )}
                    <Segmented<Shape>
                        value={shape}
                        onChange={setShape}
                        aria-label={t("ui.workshop.shape")}
                        options={[
                            { value: "states", label: t("ui.workshop.by_state") },
                            { value: "bays", label: t("ui.workshop.by_bay") },
                        ]}
                    />
                    {may("workshop.order_write") && (
                        <Link to="/workshop/receive">
                            <Button type="primary">{t("workshop.receive_car")}</Button>
                        </Link>
                    )}
                </div>
            </header>
            {error && !data && <ProblemView problem={error} onRetry={() => refetch()} />}
            {!data && !error && <Skeleton active />}
            {data && shape === "states" && (
                <div className="ws-board">
                    <Board<BoardOrder>
                        columns={columns.map((one) => ({ ...one, title: t(`OrderState.${one.key}`) }))}
                        cards={data.orders}
                        columnOf={(order) => (order.state === "settled" ? "ready" : order.state)}
                        keyOf={(order) => order.id}
                        tone={late}
                        show={(order) => <OrderCard order={order} forecast={forecast(order.id)} />}
                    />
                </div>
            )}
            {data && shape === "bays" && <BayPlan board={data} />}
        </div>
    );
}
