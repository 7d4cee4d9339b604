import { Skeleton } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { serverNow } from "@/api/client";
import { ProblemView, useView } from "@/kit";
import { storeTime, storeToday } from "@/words/format";

interface Slot {
    starts_at: string;
    free: number;
}

export interface SlotPickerProps {
    value?: string;
    onChange: (starts_at: string) => void;
    minutes?: number;
    /** How many days ahead are offered in the strip. */
    days?: number;
}

/** A day from the strip, then a free time: full ones stay in sight so that the day's shape is seen. */
export function SlotPicker({ value, onChange, minutes, days = 14 }: SlotPickerProps) {
    const { t, i18n } = useTranslation();
    const today = storeToday(serverNow());
    const [day, setDay] = useState(value ? storeTime(value).format("YYYY-MM-DD") : today);
    const { data, error, refetch } = useView("workshop.free_slots", { day, minutes });
    const slots = (data?.slots ?? []) as Slot[];
    const language = i18n.language === "en" ? "en" : "zh-cn";
    const halves = [
        { key: "morning", slots: slots.filter((one) => storeTime(one.starts_at).hour() < 12) },
        { key: "afternoon", slots: slots.filter((one) => storeTime(one.starts_at).hour() >= 12) },
    ];
    return (
        <div className="ws-slots">
            <div className="ws-days" role="group" aria-label={t("field.day")}>
                {Array.from({ length: days }, (_, at) => dayjs(today).add(at, "day")).map((one, at) => {
                    const key = one.format("YYYY-MM-DD");
                    return (
                        <button
                            key={key}
                            type="button"
                            aria-pressed={key === day}
                            onClick={() => setDay(key)}
                        >
                            <small>
                                {at === 0 ? t("ui.time.today") : one.locale(language).format("ddd")}
                            </small>
                            <b>{one.format("D")}</b>
                            <small>{one.format(t("ui.workshop.month_format"))}</small>
                        </button>
                    );
                })}
            </div>
            {error && <ProblemView problem={error} onRetry={() => refetch()} />}
            {!data && !error && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
            {data && slots.length === 0 && <p className="ws-none">{t("ui.workshop.no_slots")}</p>}
            {halves.map(
                (half) =>
                    half.slots.length > 0 && (
                        <section key={half.key}>
                            <h3>{t(`ui.workshop.${half.key}`)}</h3>
                            <div className="ws-times">
                                {half.slots.map((slot) => (
                                    <button
                                        key={slot.starts_at}
                                        type="button"
                                        disabled={slot.free === 0}
                                        aria-pressed={slot.starts_at === value}
                                        onClick={() => onChange(slot.starts_at)}
                                    >
                                        {storeTime(slot.starts_at).format("HH:mm")}
                                        <small>
                                            {slot.free === 0
                                                ? t("ui.workshop.full")
                                                : t("ui.workshop.free", { n: slot.free })}
                                        </small>
                                    </button>
                                ))}
                            </div>
                        </section>
                    ),
            )}
        </div>
    );
}
