import { LeftOutlined, PlusOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Segmented, Skeleton } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useSession } from "@/app/session";
import { DateInput, ProblemView, useIsPhone, useView } from "@/kit";
import { storeToday } from "@/words/format";
import { DayBoard } from "./DayBoard";
import DrivesOfDay from "./DrivesOfDay";
import type { DayPlan } from "./types";
import "./showroom.css";

/** The day of the demo cars: who drives what when, and where there is room. */
export default function Calendar() {
    const { t } = useTranslation();
    const { may } = useSession();
    const phone = useIsPhone();
    const [search, setSearch] = useSearchParams();
    const [by, setBy] = useState("cars");
    const date = search.get("date") ?? storeToday();
    const view = useView("showroom.test_drive_calendar", { date }, { keepsFormer: false });
    const plan = view.data as DayPlan | undefined;
    const go = (next: string | undefined) => setSearch(next ? { date: next } : {}, { replace: true });
    const move = (days: number) => go(dayjs(date).add(days, "day").format("YYYY-MM-DD"));
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.test_drives")}</h1>
                <span className="fc-day-choose">
                    <Button
                        icon={<LeftOutlined />}
                        aria-label={t("ui.showroom.day_before")}
                        onClick={() => move(-1)}
                    />
                    <DateInput value={date} onChange={go} aria-label={t("field.date")} />
                    <Button
                        icon={<RightOutlined />}
                        aria-label={t("ui.showroom.day_after")}
                        onClick={() => move(1)}
                    />
                    {date !== storeToday() && (
                        <Button onClick={() => go(undefined)}>{t("ui.time.today")}</Button>
                    )}
                </span>
                {!phone && (
                    <Segmented
                        value={by}
                        onChange={setBy}
                        options={[
                            { value: "cars", label: t("ui.showroom.by_car") },
                            { value: "consultants", label: t("ui.showroom.by_consultant") },
                        ]}
                    />
                )}
                <div className="fc-page-actions">
                    <Link to="/showroom/demo_cars">
                        <Button>{t("ui.showroom.demo_cars")}</Button>
                    </Link>
                    <Link to="/showroom/test_drives/list">
                        <Button>{t("view.showroom.test_drive_list")}</Button>
                    </Link>
                    {may("showroom.test_drive_book") && (
                        <Link to={`/showroom/book?date=${date}`}>
                            <Button type="primary" icon={<PlusOutlined />}>
                                {t("showroom.book_test_drive")}
                            </Button>
                        </Link>
                    )}
                </div>
            </header>
            {view.error && !plan && <ProblemView problem={view.error} onRetry={() => view.refetch()} />}
            {!plan && !view.error && <Skeleton active />}
            {plan && (phone ? <DrivesOfDay plan={plan} /> : <DayBoard plan={plan} by={by} />)}
        </div>
    );
}
