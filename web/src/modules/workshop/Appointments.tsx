import "./workshop.css";
import "./reception.css";
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Dropdown, Modal } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { useSession } from "@/app/session";
import {
    ActionForm,
    DateInput,
    EmptyState,
    PlateText,
    StateTag,
    useAction,
    useIsPhone,
    useListView,
    useView,
} from "@/kit";
import { useNow } from "@/kit/now";
import { usePeople } from "@/kit/people";
import { storeTime, storeToday } from "@/words/format";
import { BookDrawer } from "./BookDrawer";
import { SlotPicker } from "./SlotPicker";
import type { Appointment } from "./types";

const minuteHeight = 1.3;

function minuteOf(at: string): number {
    const time = storeTime(at);
    return time.hour() * 60 + time.minute();
}

/** Another time for an appointment. */
function MoveModal({ one, onClose }: { one: Appointment; onClose: () => void }) {
    const { t } = useTranslation();
    const [startsAt, setStartsAt] = useState<string>(one.starts_at);
    const minutes = Math.round((Date.parse(one.ends_at) - Date.parse(one.starts_at)) / 60_000);
    const { run, running } = useAction("workshop.move_appointment", { onDone: onClose });
    return (
        <Modal
            open
            title={t("workshop.move_appointment")}
            onCancel={onClose}
            okText={t("workshop.move_appointment")}
            cancelText={t("ui.cancel")}
            confirmLoading={running}
            okButtonProps={{ disabled: startsAt === one.starts_at }}
            onOk={() => run({ appointment_id: one.id, version: one.version, starts_at: startsAt })}
        >
            <SlotPicker value={startsAt} onChange={setStartsAt} minutes={minutes} />
        </Modal>
    );
}

function Menu({ one, children }: { one: Appointment; children: React.ReactElement }) {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const { may } = useSession();
    const [open, setOpen] = useState<string>();
    const booked = one.state === "booked";
    const items = [
        ...(booked && may("workshop.order_write")
            ? [{ key: "receive", label: t("workshop.receive_car") }]
            : []),
        ...(booked && may("workshop.appointment_write")
            ? [
                  "workshop.move_appointment",
                  "workshop.mark_appointment_missed",
                  "workshop.cancel_appointment",
              ].map((key) => ({
                  key,
                  label: t(key),
                  danger: key === "workshop.cancel_appointment",
              }))
            : []),
        { key: "customer", label: t("ui.workshop.to_customer") },
    ];
    const press = (key: string) => {
        if (key === "receive") navigate(`/workshop/receive?appointment=${one.id}`);
        else if (key === "customer") navigate(`/customers/${one.customer_id}`);
        else setOpen(key);
    };
    return (
        <>
            <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => press(key) }}>
                {children}
            </Dropdown>
            {open === "workshop.move_appointment" && (
                <MoveModal one={one} onClose={() => setOpen(undefined)} />
            )}
            {open && open !== "workshop.move_appointment" && (
                <ActionForm
                    open
                    onClose={() => setOpen(undefined)}
                    action={open}
                    danger
                    fixed={{ appointment_id: one.id, version: one.version }}
                />
            )}
        </>
    );
}

function Content({ one }: { one: Appointment }) {
    const { t } = useTranslation();
    return (
        <>
            <span className="line">
                <b>{storeTime(one.starts_at).format("HH:mm")}</b>
                {one.plate && <PlateText value={one.plate} />}
                {one.state !== "booked" && <StateTag type="AppointmentState" value={one.state} />}
                {one.by_customer && <em className="ws-payer">{t("field.by_customer")}</em>}
            </span>
            <span className="who">
                {one.customer_name} · {one.model_name}
            </span>
            <small>
                {one.words} · {one.bay_name}
            </small>
        </>
    );
}

/** Side by side where two of one advisor overlap. */
function lanesOf(rows: Appointment[]): Map<number, { lane: number; lanes: number }> {
    const placed = new Map<number, { lane: number; lanes: number }>();
    const sorted = [...rows].sort((a, b) => a.starts_at.localeCompare(b.starts_at));
    let group: Appointment[] = [];
    let ends: number[] = [];
    const close = () => {
        for (const one of group) placed.get(one.id)!.lanes = ends.length;
        group = [];
        ends = [];
    };
    for (const one of sorted) {
        const start = Date.parse(one.starts_at);
        if (ends.length > 0 && Math.max(...ends) <= start) close();
        const free = ends.findIndex((end) => end <= start);
        const lane = free < 0 ? ends.length : free;
        ends[lane] = Date.parse(one.ends_at);
        placed.set(one.id, { lane, lanes: 1 });
        group.push(one);
    }
    close();
    return placed;
}

function DayGrid({ rows, day }: { rows: Appointment[]; day: string }) {
    const { t } = useTranslation();
    const now = useNow(60);
    const { data: bays } = useView("workshop.bay_list", {});
    const known = usePeople("advisor");
    const opens = Math.floor((bays?.capacity.opens_minute ?? 510) / 60) * 60;
    const closes = Math.ceil((bays?.capacity.closes_minute ?? 1050) / 60) * 60;
    const others = rows.filter((one) => !known.some((person) => person.id === one.advisor_id));
    const advisors = [
        ...known,
        ...new Map(
            others.map((one) => [one.advisor_id, { id: one.advisor_id, name: one.advisor_name }]),
        ).values(),
    ];
    const hours = Array.from({ length: (closes - opens) / 60 }, (_, at) => opens / 60 + at);
    const nowMinute = storeToday(now) === day ? minuteOf(new Date(now).toISOString()) : -1;
    return (
        <div className="ws-calendar-wrap">
            <div
                className="ws-calendar"
                style={{
                    gridTemplateColumns: `52px repeat(${Math.max(1, advisors.length)}, minmax(180px, 1fr))`,
                }}
            >
                <span className="corner" />
                {advisors.map((one) => (
                    <header key={one.id}>
                        <b>{one.name}</b>
                        <span className="fc-count mute">
                            {rows.filter((row) => row.advisor_id === one.id).length}
                        </span>
                    </header>
                ))}
                <div className="hours">
                    {hours.map((hour) => (
                        <span key={hour} style={{ height: `${60 * minuteHeight}px` }}>
                            {hour}:00
                        </span>
                    ))}
                </div>
                {advisors.map((person) => {
                    const own = rows.filter((row) => row.advisor_id === person.id);
                    const lanes = lanesOf(own);
                    return (
                        <section
                            key={person.id}
                            className="column"
                            aria-label={person.name}
                            style={{
                                height: `${(closes - opens) * minuteHeight}px`,
                                backgroundSize: `100% ${60 * minuteHeight}px`,
                            }}
                        >
                            {own.map((one) => {
                                const { lane, lanes: all } = lanes.get(one.id)!;
                                const length = (Date.parse(one.ends_at) - Date.parse(one.starts_at)) / 60_000;
                                return (
                                    <Menu key={one.id} one={one}>
                                        <button
                                            type="button"
                                            className={`ws-booked ${one.state}`}
                                            style={{
                                                top: `${(minuteOf(one.starts_at) - opens) * minuteHeight}px`,
                                                height: `${Math.max(length, 40) * minuteHeight - 3}px`,
                                                left: `calc(${(lane / all) * 100}% + 3px)`,
                                                width: `calc(${100 / all}% - 6px)`,
                                            }}
                                        >
                                            <Content one={one} />
                                        </button>
                                    </Menu>
                                );
                            })}
                            {nowMinute >= opens && nowMinute <= closes && (
                                <i
                                    className="now"
                                    style={{ top: `${(nowMinute - opens) * minuteHeight}px` }}
                                />
                            )}
                        </section>
                    );
                })}
            </div>
            {rows.length === 0 && <p className="ws-none">{t("ui.workshop.no_appointments")}</p>}
        </div>
    );
}

function DayList({ rows }: { rows: Appointment[] }) {
    const { t } = useTranslation();
    if (rows.length === 0) return <EmptyState title={t("ui.workshop.no_appointments")} />;
    return (
        <ul className="ws-day-list">
            {rows.map((one) => (
                <li key={one.id}>
                    <Menu one={one}>
                        <button type="button" className={`ws-booked ${one.state}`}>
                            <Content one={one} />
                            <small>{one.advisor_name}</small>
                        </button>
                    </Menu>
                </li>
            ))}
        </ul>
    );
}

/** The day of the advisors: who comes when, and to whom. */
export default function Appointments() {
    const { t, i18n } = useTranslation();
    const { may } = useSession();
    const phone = useIsPhone();
    const [search, setSearch] = useSearchParams();
    const [booking, setBooking] = useState(false);
    const day = search.get("day") ?? storeToday();
    const setDay = (next: string | undefined) => setSearch(next ? { day: next } : {}, { replace: true });
    const { rows: all } = useListView("workshop.appointment_list", { day, sort: "starts_at", limit: 200 });
    const rows = (all as Appointment[]).filter((one) => one.state !== "cancelled");
    const move = (days: number) => setDay(dayjs(day).add(days, "day").format("YYYY-MM-DD"));
    const language = i18n.language === "en" ? "en" : "zh-cn";
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.workshop_appointments")}</h1>
                <span className="fc-total">
                    {dayjs(day).locale(language).format(t("ui.today.date_format"))} ·{" "}
                    {t("ui.list.total", { n: rows.length })}
                </span>
                <div className="fc-page-actions">
                    <span className="ws-day">
                        <Button
                            icon={<LeftOutlined />}
                            aria-label={t("ui.workshop.day_before")}
                            onClick={() => move(-1)}
                        />
                        <Button onClick={() => setDay(undefined)}>{t("ui.time.today")}</Button>
                        <Button
                            icon={<RightOutlined />}
                            aria-label={t("ui.workshop.day_after")}
                            onClick={() => move(1)}
                        />
                        <DateInput value={day} onChange={setDay} aria-label={t("field.day")} />
                    </span>
                    {may("workshop.appointment_write") && (
                        <Button type="primary" onClick={() => setBooking(true)}>
                            {t("workshop.book_appointment")}
                        </Button>
                    )}
                </div>
            </header>
            {phone ? <DayList rows={rows} /> : <DayGrid rows={rows} day={day} />}
            <BookDrawer open={booking} onClose={() => setBooking(false)} />
        </div>
    );
}
