import { Skeleton } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { findView } from "@/api/contract";
import { ActionButton, Card, DataTable, DateInput, PlateText, peopleOf, useIsPhone, useView } from "@/kit";
import { storeToday } from "@/words/format";
import "./showroom.css";

interface Entry {
    day: string;
    car_id: number;
    user_id: number;
    user_name: string;
    fuel_percent: number | null;
    ready_at: string | null;
    note: string;
}

interface RotaData {
    from: string;
    cars: { id: number; title: string; plate: string }[];
    entries: Entry[];
}

function Rota() {
    const { t } = useTranslation();
    const today = storeToday();
    const [from, setFrom] = useState(today);
    const rota = useView("showroom.demo_rota", { from }, { keepsFormer: false }).data as RotaData | undefined;
    const days = [0, 1, 2, 3, 4, 5, 6].map((n) => dayjs(from).add(n, "day").format("YYYY-MM-DD"));
    return (
        <Card
            title={t("view.showroom.demo_rota")}
            extra={
                <DateInput
                    value={from}
                    aria-label={t("field.from")}
                    onChange={(value) => setFrom(value ?? today)}
                />
            }
            flush
        >
            {!rota && <Skeleton active title={false} />}
            <div className="fc-table-wrap">
                <table className="fc-rota">
                    <thead>
                        <tr>
                            <th />
                            {days.map((day) => (
                                <th key={day} className={day === today ? "today" : undefined}>
                                    {day.slice(5)} {t(`ui.weekday.${dayjs(day).day()}`)}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {rota?.cars.map((car) => (
                            <tr key={car.id}>
                                <th scope="row">
                                    <Link to={`/cars/${car.id}`}>{car.title}</Link>
                                    <br />
                                    <PlateText value={car.plate} />
                                </th>
                                {days.map((day) => {
                                    const entry = rota.entries.find(
                                        (one) => one.day === day && one.car_id === car.id,
                                    );
                                    return (
                                        <td key={day} className={day === today ? "today" : undefined}>
                                            {entry && <b>{entry.user_name}</b>}
                                            {entry?.ready_at && (
                                                <>
                                                    <br />
                                                    <span className="fc-state ok">
                                                        {t("ui.showroom.ready", { n: entry.fuel_percent })}
                                                    </span>
                                                </>
                                            )}
                                            {day >= today && !entry?.ready_at && (
                                                <>
                                                    {entry && <br />}
                                                    <ActionButton
                                                        action="showroom.assign_demo_car"
                                                        size="small"
                                                        type={entry ? "text" : "default"}
                                                        label={t(
                                                            entry
                                                                ? "ui.showroom.change"
                                                                : "ui.showroom.assign",
                                                        )}
                                                        fixed={{ car_id: car.id, day }}
                                                        initial={{ user_id: entry?.user_id }}
                                                        options={{ user_id: peopleOf("sales") }}
                                                    />
                                                </>
                                            )}
                                            {entry && day === today && !entry.ready_at && (
                                                <ActionButton
                                                    action="showroom.ready_demo_car"
                                                    size="small"
                                                    strong
                                                    label={t("ui.showroom.make_ready")}
                                                    fixed={{ car_id: car.id }}
                                                    initial={{ clean: true }}
                                                />
                                            )}
                                        </td>
                                    );
                                })}
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </Card>
    );
}

interface Use {
    car_id: number;
    title: string;
    plate: string;
    booked: number;
    finished: number;
    cancelled: number;
    driven_minutes: number;
    driven_km: number;
    use_percent: number;
    score_tenths: number | null;
    customers: number;
    won: number;
}

function Statistics() {
    const { t } = useTranslation();
    const phone = useIsPhone();
    const [until, setUntil] = useState<string>(storeToday());
    const [from, setFrom] = useState<string>(dayjs(storeToday()).subtract(29, "day").format("YYYY-MM-DD"));
    const rows = (useView("showroom.demo_car_use", { from, until }).data as { rows: Use[] } | undefined)
        ?.rows;
    const sum = (name: "booked" | "finished" | "customers" | "won" | "driven_km") =>
        (rows ?? []).reduce((all, one) => all + one[name], 0);
    const share = (won: number, customers: number) =>
        customers > 0 ? `${Math.round((won / customers) * 100)}%` : "—";
    return (
        <Card
            title={t("view.showroom.demo_car_use")}
            extra={
                <span className="fc-day-choose">
                    <DateInput
                        value={from}
                        aria-label={t("field.from")}
                        onChange={(one) => one && setFrom(one)}
                    />
                    <DateInput
                        value={until}
                        aria-label={t("field.until")}
                        onChange={(one) => one && setUntil(one)}
                    />
                </span>
            }
            flush
        >
            {!rows && <Skeleton active title={false} />}
            {rows && (
                <DataTable<Use>
                    label={t("view.showroom.demo_car_use")}
                    rows={rows}
                    rowKey={(one) => one.car_id}
                    fields={findView("showroom.demo_car_use")?.fields ?? []}
                    columns={[
                        {
                            field: "car",
                            show: (one) => (
                                <>
                                    <Link to={`/showroom/test_drives/list?car_id=${one.car_id}`}>
                                        {one.title}
                                    </Link>{" "}
                                    <PlateText value={one.plate} />
                                </>
                            ),
                        },
                        "booked",
                        "finished",
                        "cancelled",
                        {
                            field: "use_percent",
                            align: "left",
                            show: (one) => (
                                <span className="fc-nowrap">
                                    <span className="fc-use-bar">
                                        <i style={{ width: `${Math.min(100, one.use_percent)}%` }} />
                                    </span>
                                    {one.use_percent}%
                                </span>
                            ),
                        },
                        "driven_km",
                        {
                            field: "score_tenths",
                            title: t("ui.showroom.score"),
                            show: (one) =>
                                one.score_tenths === null ? "—" : (one.score_tenths / 10).toFixed(1),
                        },
                        "customers",
                        "won",
                        {
                            field: "conversion",
                            title: t("ui.showroom.conversion"),
                            align: "right",
                            show: (one) => <b>{share(one.won, one.customers)}</b>,
                        },
                    ]}
                    foot={
                        !phone && (
                            <tr>
                                <td>{t("ui.showroom.all_cars")}</td>
                                <td className="right">{sum("booked")}</td>
                                <td className="right">{sum("finished")}</td>
                                <td />
                                <td />
                                <td className="right">{sum("driven_km")}</td>
                                <td />
                                <td className="right">{sum("customers")}</td>
                                <td className="right">{sum("won")}</td>
                                <td className="right">
                                    <b>{share(sum("won"), sum("customers"))}</b>
                                </td>
                            </tr>
                        )
                    }
                />
            )}
        </Card>
    );
}

/** The demo cars: who makes which one ready, how much they are used and what comes of it. */
export default function DemoCars() {
    const { t } = useTranslation();
    return (
        <div className="fc-page fc-stack">
            <header className="fc-page-head">
                <h1>{t("ui.showroom.demo_cars")}</h1>
            </header>
            <Rota />
            <Statistics />
        </div>
    );
}
