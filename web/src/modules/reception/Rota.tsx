import { ArrowUpOutlined, LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Select, Skeleton } from "antd";
import dayjs from "dayjs";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useSession } from "@/app/session";
import { ActionButton, Card, useAction, useView } from "@/kit";
import { dateText, storeToday } from "@/words/format";
import { comma } from "@/words/i18n";
import "./rota.css";

const kinds = ["whole", "early", "late", "off"] as const;
type Kind = (typeof kinds)[number];

interface Shift {
    user_id: number;
    on_date: string;
    kind: Kind;
    position: number;
}
interface RotaAnswer {
    monday: string;
    people: { user_id: number; name: string; series: string[] }[];
    shifts: Shift[];
    series_offered: string[];
}

/** Which series somebody knows by heart: visitors who want to see one go to them first. */
function Knowledge({ person, offered }: { person: RotaAnswer["people"][number]; offered: string[] }) {
    const { t } = useTranslation();
    const { may } = useSession();
    const set = useAction("reception.set_knowledge");
    if (!may("reception.rota_write"))
        return <small className="fc-soft">{person.series.join(comma()) || "—"}</small>;
    return (
        <Select
            mode="multiple"
            size="small"
            className="fc-wide"
            loading={set.running}
            value={person.series}
            placeholder={t("ui.reception.knows")}
            aria-label={t("ui.reception.knows_of", { name: person.name })}
            options={offered.map((one) => ({ value: one, label: one }))}
            onChange={(series: string[]) => set.run({ user_id: person.user_id, series })}
        />
    );
}

interface DayProps {
    day: string;
    data: RotaAnswer;
}

/** One day: everybody in the order in which visitors are shared out. */
function Day({ day, data }: DayProps) {
    const { t } = useTranslation();
    const { may } = useSession();
    const save = useAction("reception.plan_day");
    const past = day < storeToday();
    const stored = data.shifts.filter((one) => one.on_date === day);
    const missing = data.people.filter((one) => !stored.some((shift) => shift.user_id === one.user_id));
    const [order, setOrder] = useState<{ user_id: number; kind?: Kind }[]>([]);
    const key = JSON.stringify(stored);
    // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored has changed
    useEffect(() => {
        setOrder([...stored, ...missing.map((one) => ({ user_id: one.user_id }))]);
    }, [key, data.people.length]);
    const editable = may("reception.rota_write") && !past;
    const put = (next: { user_id: number; kind?: Kind }[]) => {
        setOrder(next);
        save.run({
            on_date: day,
            shifts: next.flatMap((one) => (one.kind ? [{ user_id: one.user_id, kind: one.kind }] : [])),
        });
    };
    return (
        <section className={day === storeToday() ? "rt-day today" : past ? "rt-day past" : "rt-day"}>
            <h2>
                {t(`ui.reception.weekday.${dayjs(day).day()}`)} <small>{dateText(day).slice(-5)}</small>
            </h2>
            <ol>
                {order.map((one, index) => (
                    <li key={one.user_id} className={one.kind ?? "open"}>
                        <span>
                            {one.kind && one.kind !== "off" && <i>{index + 1}</i>}
                            {data.people.find((person) => person.user_id === one.user_id)?.name}
                        </span>
                        {editable ? (
                            <span className="rt-tools">
                                <Select
                                    size="small"
                                    value={one.kind}
                                    placeholder="—"
                                    aria-label={t("reception.plan_day")}
                                    popupMatchSelectWidth={false}
                                    options={kinds.map((kind) => ({
                                        value: kind,
                                        label: t(`ShiftKind.${kind}`),
                                    }))}
                                    onChange={(kind) =>
                                        put(
                                            order.map((each, at) =>
                                                at === index ? { ...each, kind } : each,
                                            ),
                                        )
                                    }
                                />
                                <Button
                                    size="small"
                                    type="text"
                                    icon={<ArrowUpOutlined />}
                                    disabled={index === 0}
                                    aria-label={t("ui.leads.up")}
                                    onClick={() => {
                                        const next = [...order];
                                        const [taken] = next.splice(index, 1);
                                        next.splice(index - 1, 0, taken!);
                                        put(next);
                                    }}
                                />
                            </span>
                        ) : (
                            <small>{one.kind ? t(`ShiftKind.${one.kind}`) : "—"}</small>
                        )}
                    </li>
                ))}
            </ol>
        </section>
    );
}

/** The week on the floor: who is there, in which order, and who knows which series. */
export default function Rota() {
    const { t } = useTranslation();
    const { may } = useSession();
    const [search, setSearch] = useSearchParams();
    const asked = search.get("monday") ?? undefined;
    const { data } = useView("reception.rota", { monday: asked });
    const rota = data as unknown as RotaAnswer | undefined;
    if (!rota) return <Skeleton active className="fc-page" />;
    const monday = dayjs(rota.monday);
    const go = (weeks: number) =>
        setSearch({ monday: monday.add(weeks * 7, "day").format("YYYY-MM-DD") }, { replace: true });
    const days = Array.from({ length: 7 }, (_, at) => monday.add(at, "day").format("YYYY-MM-DD"));
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("view.reception.rota")}</h1>
                <div className="rt-turn">
                    <Button
                        icon={<LeftOutlined />}
                        aria-label={t("ui.reception.week_before")}
                        onClick={() => go(-1)}
                    />
                    <b>
                        {dateText(days[0])} – {dateText(days[6])}
                    </b>
                    <Button
                        icon={<RightOutlined />}
                        aria-label={t("ui.reception.week_after")}
                        onClick={() => go(1)}
                    />
                </div>
                {may("reception.rota_write") && (
                    <div className="fc-page-actions">
                        <ActionButton
                            action="reception.copy_week"
                            label={t("ui.reception.copy_to_next")}
                            only={[]}
                            fixed={{
                                from_monday: rota.monday,
                                to_monday: monday.add(7, "day").format("YYYY-MM-DD"),
                            }}
                            onDone={() => go(1)}
                        />
                    </div>
                )}
            </header>
            <div className="rt-week">
                {days.map((day) => (
                    <Day key={day} day={day} data={rota} />
                ))}
            </div>
            <Card title={t("ui.reception.knows")}>
                <ul className="rt-knowledge">
                    {rota.people.map((one) => (
                        <li key={one.user_id}>
                            <b>{one.name}</b>
                            <Knowledge person={one} offered={rota.series_offered} />
                        </li>
                    ))}
                </ul>
                <p className="fc-soft">{t("ui.reception.rule")}</p>
            </Card>
        </div>
    );
}
