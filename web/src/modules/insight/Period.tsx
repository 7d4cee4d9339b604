import { DatePicker } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { storeToday } from "@/words/format";

export interface PeriodValue {
    from_day: string;
    until_day: string;
}

/** The last thirty days, until somebody chooses others. */
export function usePeriod(days = 30) {
    const today = storeToday();
    return useState<PeriodValue>({
        from_day: dayjs(today)
            .subtract(days - 1, "day")
            .format("YYYY-MM-DD"),
        until_day: today,
    });
}

/** From one day to another, both included, with the usual spans at hand. */
export function Period({ value, onChange }: { value: PeriodValue; onChange: (value: PeriodValue) => void }) {
    const { t } = useTranslation();
    const today = dayjs(storeToday());
    const last = (days: number): [dayjs.Dayjs, dayjs.Dayjs] => [today.subtract(days - 1, "day"), today];
    return (
        <DatePicker.RangePicker
            aria-label={t("ui.insight.period")}
            allowClear={false}
            value={[dayjs(value.from_day), dayjs(value.until_day)]}
            format="YYYY-MM-DD"
            presets={[
                { label: t("ui.insight.last_days", { n: 7 }), value: last(7) },
                { label: t("ui.insight.last_days", { n: 30 }), value: last(30) },
                { label: t("ui.insight.last_days", { n: 90 }), value: last(90) },
            ]}
            onChange={(range) => {
                const [from, until] = range ?? [];
                if (from && until)
                    onChange({
                        from_day: from.format("YYYY-MM-DD"),
                        until_day: until.format("YYYY-MM-DD"),
                    });
            }}
        />
    );
}
