import { DatePicker } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { storeToday } from "@/words/format";

export interface Span {
    from_date: string;
    to_date: string;
}

/** The thirty days up to today. */
export function lastThirtyDays(): Span {
    const today = storeToday();
    return { from_date: dayjs(today).subtract(29, "day").format("YYYY-MM-DD"), to_date: today };
}

/** From one day to another, with the spans people ask for most. */
export function PeriodInput({ value, onChange }: { value: Span; onChange: (span: Span) => void }) {
    const { t } = useTranslation();
    const today = dayjs(storeToday());
    return (
        <DatePicker.RangePicker
            aria-label={t("ui.leads.period")}
            allowClear={false}
            value={[dayjs(value.from_date), dayjs(value.to_date)]}
            presets={[
                { label: t("ui.leads.last_7"), value: [today.subtract(6, "day"), today] },
                { label: t("ui.leads.last_30"), value: [today.subtract(29, "day"), today] },
                { label: t("ui.leads.this_month"), value: [today.startOf("month"), today] },
                {
                    label: t("ui.leads.last_month"),
                    value: [
                        today.subtract(1, "month").startOf("month"),
                        today.subtract(1, "month").endOf("month"),
                    ],
                },
            ]}
            onChange={(days) => {
                if (days?.[0] && days[1])
                    onChange({
                        from_date: days[0].format("YYYY-MM-DD"),
                        to_date: days[1].format("YYYY-MM-DD"),
                    });
            }}
        />
    );
}
