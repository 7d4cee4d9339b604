import "./workshop.css";
import "./reception.css";
import { Alert, Button, Checkbox, Input, InputNumber, Slider } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { serverNow } from "@/api/client";
import {
    BigChoice,
    Card,
    type CarMark,
    CarOutline,
    InstantInput,
    PhotoField,
    PlateText,
    problemText,
    SignaturePad,
    useAction,
    useEnumOptions,
    useView,
    VinText,
} from "@/kit";
import { uploadsSettled } from "@/kit/uploads";
import { instantOfStoreTime, phoneText, storeTime } from "@/words/format";
import { comma } from "@/words/i18n";
import { Arriving } from "./ArrivingToday";
import { type CarAndCustomer, FindCar } from "./FindCar";
import { History } from "./History";
import type { Appointment } from "./types";

interface Draft {
    mileage_km?: number;
    fuel_percent: number;
    words: string;
    belongings: string;
    sent_in_by: string;
    wants_old_parts: boolean;
    repair_class: string;
    promised_at?: string;
    photos: string[];
    marks: CarMark[];
    signature?: string;
}

const empty: Draft = {
    fuel_percent: 50,
    words: "",
    belongings: "",
    sent_in_by: "",
    wants_old_parts: false,
    repair_class: "minor_repair",
    photos: [],
    marks: [],
};

const classes = ["minor_repair", "first_service", "second_service", "special_repair"] as const;
const wordKeys = ["service", "noise", "brake", "light", "air", "tyre", "battery", "accident"] as const;

/** Times that are promised often, on the store's clock: in two hours, this evening, tomorrow. */
function promises(now: number): { key: string; at: string }[] {
    const local = storeTime(now);
    const inTwo = local
        .add(2, "hour")
        .minute(local.minute() < 30 ? 30 : 0)
        .add(local.minute() < 30 ? 0 : 1, "hour");
    const at = (day: number, clock: string) =>
        instantOfStoreTime(`${local.add(day, "day").format("YYYY-MM-DD")} ${clock}`);
    return [
        // Nobody is promised a car after closing.
        ...(inTwo.hour() < 18
            ? [{ key: "in_two", at: instantOfStoreTime(inTwo.format("YYYY-MM-DD HH:mm")) }]
            : []),
        ...(local.hour() < 16 ? [{ key: "today", at: at(0, "17:30") }] : []),
        { key: "tomorrow_noon", at: at(1, "12:00") },
        { key: "tomorrow", at: at(1, "17:30") },
    ];
}

function Row({ label, hint, children }: { label: string; hint?: ReactNode; children: ReactNode }) {
    return (
        <div className="ws-field">
            <span className="ws-label">
                {label} {hint && <small>{hint}</small>}
            </span>
            {children}
        </div>
    );
}

interface WhoProps {
    one: CarAndCustomer;
    /** What she booked: the order answers it. */
    booked?: Appointment;
    onChange: () => void;
}

function Who({ one, booked, onChange }: WhoProps) {
    const { t } = useTranslation();
    return (
        <div className="ws-who">
            <div>
                {one.plate && <PlateText value={one.plate} />} <b>{one.model_name}</b>{" "}
                <VinText value={one.vin} />
            </div>
            <div>
                <Link to={`/customers/${one.customer_id}`}>{one.customer_name}</Link>{" "}
                <span className="fc-soft">{phoneText(one.phone_masked)}</span>{" "}
                {booked && (
                    <span className="fc-state info">
                        {t("ui.workshop.booked_for", {
                            at: storeTime(booked.starts_at).format("MM-DD HH:mm"),
                        })}
                    </span>
                )}
            </div>
            <Button size="small" onClick={onChange}>
                {t("ui.workshop.other_car")}
            </Button>
        </div>
    );
}

function Wishes({ draft, set, last }: { draft: Draft; set: (change: Partial<Draft>) => void; last: number }) {
    const { t } = useTranslation();
    const below = draft.mileage_km !== undefined && draft.mileage_km < last;
    const add = (text: string) =>
        set({ words: draft.words.trim() ? `${draft.words.trim()}，${text}` : text });
    return (
        <Card title={t("ui.workshop.part_wishes")}>
            <div className="ws-fields">
                <Row label={t("field.words")}>
                    <Input.TextArea
                        className="fc-grow"
                        rows={2}
                        value={draft.words}
                        placeholder={t("ui.workshop.words_hint")}
                        aria-label={t("field.words")}
                        onChange={(event) => set({ words: event.target.value })}
                    />
                    <div className="ws-chips">
                        {wordKeys.map((key) => (
                            <button key={key} type="button" onClick={() => add(t(`ui.workshop.wish.${key}`))}>
                                {t(`ui.workshop.wish.${key}`)}
                            </button>
                        ))}
                    </div>
                </Row>
                <div className="ws-two">
                    <Row
                        label={t("field.mileage_km")}
                        hint={last > 0 && t("ui.workshop.last_mileage", { n: last.toLocaleString("en-US") })}
                    >
                        <InputNumber
                            className="fc-wide"
                            min={0}
                            precision={0}
                            suffix="km"
                            status={below ? "warning" : undefined}
                            value={draft.mileage_km}
                            aria-label={t("field.mileage_km")}
                            onChange={(value) => set({ mileage_km: value ?? undefined })}
                        />
                        {below && <small className="ws-warn">{t("ui.workshop.mileage_below")}</small>}
                    </Row>
                    <Row label={t("field.fuel_percent")} hint={`${draft.fuel_percent}%`}>
                        <Slider
                            min={0}
                            max={100}
                            step={5}
                            value={draft.fuel_percent}
                            ariaLabelForHandle={t("field.fuel_percent")}
                            marks={{ 0: "E", 25: "¼", 50: "½", 75: "¾", 100: "F" }}
                            onChange={(value) => set({ fuel_percent: value })}
                        />
                    </Row>
                </div>
                <BigChoice
                    label={t("field.repair_class")}
                    options={useEnumOptions("RepairClass", classes)}
                    value={draft.repair_class}
                    onChange={(value) => set({ repair_class: value })}
                />
            </div>
        </Card>
    );
}

function WalkRound({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
    const { t } = useTranslation();
    return (
        <Card title={t("ui.workshop.part_car")} count={draft.marks.length} tone="due">
            <div className="ws-fields">
                <CarOutline marks={draft.marks} onChange={(marks) => set({ marks })} />
                <Row label={t("field.photos")}>
                    <PhotoField
                        multiple
                        value={draft.photos}
                        onChange={(photos: string[]) => set({ photos })}
                    />
                </Row>
                <div className="ws-two">
                    <Row label={t("field.belongings")}>
                        <Input
                            value={draft.belongings}
                            placeholder={t("ui.workshop.belongings_hint")}
                            aria-label={t("field.belongings")}
                            onChange={(event) => set({ belongings: event.target.value })}
                        />
                    </Row>
                    <Row label={t("field.sent_in_by")}>
                        <Input
                            value={draft.sent_in_by}
                            placeholder={t("ui.workshop.sent_in_hint")}
                            aria-label={t("field.sent_in_by")}
                            onChange={(event) => set({ sent_in_by: event.target.value })}
                        />
                    </Row>
                </div>
                <Checkbox
                    checked={draft.wants_old_parts}
                    onChange={(event) => set({ wants_old_parts: event.target.checked })}
                >
                    {t("field.wants_old_parts")}
                </Checkbox>
            </div>
        </Card>
    );
}

function PromiseCard({
    draft,
    set,
    name,
}: {
    draft: Draft;
    set: (change: Partial<Draft>) => void;
    name: string;
}) {
    const { t } = useTranslation();
    const [offered] = useState(() => promises(serverNow()));
    return (
        <Card title={t("ui.workshop.part_promise")}>
            <div className="ws-fields">
                <Row label={t("field.promised_at")}>
                    <div className="ws-chips large">
                        {offered.map((one) => (
                            <button
                                key={one.key}
                                type="button"
                                aria-pressed={draft.promised_at === one.at}
                                onClick={() => set({ promised_at: one.at })}
                            >
                                {t(`ui.workshop.promise.${one.key}`)}
                                <small>{storeTime(one.at).format("M/D HH:mm")}</small>
                            </button>
                        ))}
                    </div>
                    <InstantInput
                        value={draft.promised_at}
                        onChange={(promised_at) => set({ promised_at })}
                        aria-label={t("field.promised_at")}
                    />
                </Row>
                <Row label={t("field.signature")}>
                    <SignaturePad
                        value={draft.signature}
                        name={draft.sent_in_by || name}
                        onChange={(signature) => set({ signature })}
                    />
                </Row>
            </div>
        </Card>
    );
}

/** The car's reception on one page: who, what, how the car stands there, and by when. */
export default function Receive() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const [search, setSearch] = useSearchParams();
    const [car, setCar] = useState<CarAndCustomer>();
    const [draft, setDraft] = useState<Draft>(empty);
    const [waiting, setWaiting] = useState(false);
    const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
    const wanted = Number(search.get("appointment")) || undefined;
    const chosen = useAppointment(wanted);
    const booked = useBooked(car, wanted);
    const appointmentId = wanted ?? booked?.id;
    useEffect(() => {
        if (booked) setDraft((before) => ({ ...before, words: before.words || booked.words }));
    }, [booked]);
    useEffect(() => {
        if (!chosen) return;
        setCar(chosen.car);
        setDraft((before) => ({ ...before, words: before.words || chosen.words }));
    }, [chosen]);
    const { run, running, problem } = useAction("workshop.receive_car", { showProblem: false });
    const missing = [
        !car && t("ui.workshop.part_who"),
        !draft.words.trim() && t("field.words"),
        draft.mileage_km === undefined && t("field.mileage_km"),
        !draft.promised_at && t("field.promised_at"),
    ].filter(Boolean);
    const send = async () => {
        setWaiting(true);
        await uploadsSettled();
        setWaiting(false);
        const answer = await run({
            ...draft,
            customer_id: car?.customer_id,
            car_id: car?.car_id,
            appointment_id: appointmentId,
            belongings: draft.belongings.trim() || undefined,
            sent_in_by: draft.sent_in_by.trim() || undefined,
            words: draft.words.trim(),
        });
        if (answer) navigate(`/workshop/orders/${answer.order_id}`);
    };
    const takeAppointment = (one: Appointment) =>
        setSearch({ appointment: String(one.id) }, { replace: true });
    const other = () => {
        setCar(undefined);
        setSearch({}, { replace: true });
    };
    return (
        <div className="fc-page ws-receive">
            <header className="fc-page-head">
                <h1>{t("workshop.receive_car")}</h1>
            </header>
            <div className="fc-record-body">
                <div className="fc-record-main">
                    <Card title={t("ui.workshop.part_who")}>
                        {car ? (
                            <Who one={car} booked={booked} onChange={other} />
                        ) : (
                            <FindCar onFound={setCar} />
                        )}
                    </Card>
                    {car && (
                        <>
                            <Wishes draft={draft} set={set} last={car.mileage_km} />
                            <WalkRound draft={draft} set={set} />
                            <PromiseCard draft={draft} set={set} name={car.customer_name} />
                            {problem && (
                                <Alert type="warning" showIcon role="alert" title={problemText(problem)} />
                            )}
                            <footer className="ws-send">
                                <span className="fc-soft">
                                    {missing.length > 0 &&
                                        t("ui.workshop.still", { what: missing.join(comma()) })}
                                </span>
                                <Button
                                    type="primary"
                                    size="large"
                                    loading={running || waiting}
                                    disabled={missing.length > 0}
                                    onClick={send}
                                >
                                    {t("ui.workshop.open_order")}
                                </Button>
                            </footer>
                        </>
                    )}
                </div>
                <div className="fc-record-side">
                    {car ? <History carId={car.car_id} /> : <Arriving onPick={takeAppointment} />}
                </div>
            </div>
        </div>
    );
}

/** The car and the words of an appointment, once they are known. */
function useAppointment(id: number | undefined) {
    const [known, setKnown] = useState<{ car: CarAndCustomer; words: string }>();
    const today = storeTime(serverNow()).format("YYYY-MM-DD");
    const { data } = useView(
        "workshop.appointment_list",
        { day: today, limit: 200 },
        { enabled: id !== undefined },
    );
    const row =
        id === undefined
            ? undefined
            : (data?.rows as Appointment[] | undefined)?.find((one) => one.id === id);
    const customer = useView(
        "customers.customer_record",
        { customer_id: row?.customer_id },
        { enabled: row !== undefined },
    );
    const record = customer.data;
    useEffect(() => {
        if (!row || !record || record.customer.id !== row.customer_id) return;
        const car = record.cars.find((one: { id: number }) => one.id === row.car_id);
        setKnown({
            words: row.words,
            car: {
                car_id: row.car_id,
                customer_id: row.customer_id,
                plate: row.plate,
                vin: car?.vin ?? "",
                model_name: row.model_name,
                mileage_km: car?.mileage_km ?? 0,
                customer_name: row.customer_name,
                phone_masked: record.customer.phone_masked,
            },
        });
    }, [row, record]);
    return known;
}

/** The car was found by its plate, not in the list of the day: what is booked for it until tomorrow. */
function useBooked(car: CarAndCustomer | undefined, wanted: number | undefined): Appointment | undefined {
    const { data } = useView(
        "workshop.appointment_list",
        { customer_id: car?.customer_id, state: "booked", sort: "starts_at", limit: 20 },
        { enabled: car !== undefined && wanted === undefined },
    );
    if (!car || wanted !== undefined) return undefined;
    const tomorrow = storeTime(serverNow()).add(1, "day").format("YYYY-MM-DD");
    return ((data?.rows ?? []) as Appointment[]).find(
        (one) => one.car_id === car.car_id && storeTime(one.starts_at).format("YYYY-MM-DD") <= tomorrow,
    );
}
