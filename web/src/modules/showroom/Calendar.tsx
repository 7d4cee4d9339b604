import { LeftOutlined, PlusOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Segmented, Skeleton } from "antd";
import dayjs from "dayjs";
import { type MouseEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { useSession } from "@/app/session";
import { DateInput, EmptyState, PlateText, ProblemView, useIsPhone, useView } from "@/kit";
import { useNow } from "@/kit/now";
import { storeTime, storeToday } from "@/words/format";
import DrivesOfDay from "./DrivesOfDay";
import type { DayPlan, Drive } from "./types";
import "./showroom.css";

const stepMinutes = 15;

function minuteOf(at: string): number {
    const time = storeTime(at);
    return time.hour() * 60 + time.minute();
}

function hourText(minute: number): string {
    return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

interface LaneProps {
    plan: DayPlan;
    drives: Drive[];
    onFree?: (minute: number) => void;
    label: string;
}

/** One row of the day: the drives as bars; a press on free time books there. */
function Lane({ plan, drives, onFree, label }: LaneProps) {
    const { t } = useTranslation();
    const now = useNow(30);
    const span = plan.closes_minute - plan.opens_minute;
    const place = (minute: number) => `${((minute - plan.opens_minute) / span) * 100}%`;
    const press = (event: MouseEvent<HTMLElement>) => {
        if (!onFree || (event.target as HTMLElement).closest("a")) return;
        const box = event.currentTarget.getBoundingClientRect();
        const minute = plan.opens_minute + ((event.clientX - box.left) / box.width) * span;
        onFree(Math.floor(minute / stepMinutes) * stepMinutes);
    };
    const nowMinute = storeToday(now) === plan.date ? minuteOf(new Date(now).toISOString()) : undefined;
    const hours = [];
    for (let minute = plan.opens_minute; minute < plan.closes_minute; minute += 60) hours.push(minute);
    return (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the book button is the way by keyboard
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        <div className={onFree ? "fc-lane free" : "fc-lane"} onClick={press} title={onFree && label}>
            {hours.map((minute) => (
                <i key={minute} style={{ left: place(minute) }} />
            ))}
            {nowMinute !== undefined && nowMinute > plan.opens_minute && nowMinute < plan.closes_minute && (
                <em style={{ left: place(nowMinute) }} />
            )}
            {drives.map((one) => {
                const from = Math.max(minuteOf(one.starts_at), plan.opens_minute);
                const until = Math.min(minuteOf(one.ends_at), plan.closes_minute);
                return (
                    <Link
                        key={one.id}
                        to={`/test_drives/${one.id}`}
                        className={`fc-bar ${one.state}`}
                        style={{ left: place(from), width: `${((until - from) / span) * 100}%` }}
                        title={`${one.customer_name} ${t(`TestDriveState.${one.state}`)}`}
                    >
                        <b>{one.customer_name}</b>
                        <small>
                            {storeTime(one.starts_at).format("HH:mm")} {one.consultant_name}
                        </small>
                    </Link>
                );
            })}
        </div>
    );
}

function DayBoard({ plan, by }: { plan: DayPlan; by: string }) {
    const { t } = useTranslation();
    const { may } = useSession();
    const navigate = useNavigate();
    const span = plan.closes_minute - plan.opens_minute;
    const hours: number[] = [];
    for (let minute = plan.opens_minute; minute < plan.closes_minute; minute += 60) hours.push(minute);
    const shown = plan.drives.filter((one) => one.state !== "cancelled");
    const book = (car_id: number) => (minute: number) =>
        navigate(`/showroom/book?car_id=${car_id}&date=${plan.date}&minute=${minute}`);
    return (
        <div className="fc-day fc-sheet-box">
            <div className="fc-day-head">
                <span />
                <div>
                    {hours.map((minute) => (
                        <span
                            key={minute}
                            style={{ left: `${((minute - plan.opens_minute) / span) * 100}%` }}
                        >
                            {hourText(minute)}
                        </span>
                    ))}
                </div>
            </div>
            {by === "cars" &&
                plan.cars.map((car) => (
                    <div key={car.id} className="fc-day-row">
                        <span>
                            <Link to={`/cars/${car.id}`}>{car.title}</Link>
                            <small>
                                <PlateText value={car.plate} /> {t(`Gearbox.${car.gearbox}`)}
                            </small>
                        </span>
                        <Lane
                            plan={plan}
                            drives={shown.filter((one) => one.car_id === car.id)}
                            onFree={may("showroom.test_drive_book") ? book(car.id) : undefined}
                            label={t("ui.showroom.press_to_book")}
                        />
                    </div>
                ))}
            {by === "consultants" &&
                plan.consultants.map((person) => (
                    <div key={person.id} className="fc-day-row">
                        <span>{person.name}</span>
                        <Lane
                            plan={plan}
                            drives={shown.filter((one) => one.consultant_id === person.id)}
                            label=""
                        />
                    </div>
                ))}
            {by === "cars" && plan.cars.length === 0 && (
                <EmptyState title={t("ui.showroom.no_demo_cars")} text={t("ui.showroom.no_demo_cars_text")} />
            )}
        </div>
    );
}

/** The day of the demo cars: who drives what when, and where there is room. */
export default function Calendar() {
    const { t } = useTranslation();
    const { may } = useSession();
    const phone = useIsPhone();
    const [search, setSearch] = useSearchParams();
    const [by, setBy] = useState("cars");
    const date = search.get("date") ?? storeToday();
    const view = useView("showroom.test_drive_calendar", { date });
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
