import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { storeTime } from "@/words/format";
import { useNow } from "./now";

export interface InstantTextProps {
    /** ISO instant; nothing is shown for null. */
    value: string | null | undefined;
    /** relative (default): "5 分钟前", with the full time on hover; clock: "09:30" today, else date and time. */
    mode?: "relative" | "clock" | "full";
}

/** A point in time the way people say it. */
export function InstantText({ value, mode = "relative" }: InstantTextProps) {
    const { t } = useTranslation();
    const now = useNow(30);
    if (!value) return null;
    const at = storeTime(value);
    const full = at.format("YYYY-MM-DD HH:mm");
    const sameDay = at.format("YYYY-MM-DD") === storeTime(now).format("YYYY-MM-DD");
    const sameYear = at.year() === storeTime(now).year();
    const clock = sameDay ? at.format("HH:mm") : at.format(sameYear ? "MM-DD HH:mm" : "YYYY-MM-DD HH:mm");
    const relative = () => {
        const minutes = Math.round((now - at.valueOf()) / 60_000);
        const size = Math.abs(minutes);
        if (size < 1) return t("ui.time.now");
        const way = minutes > 0 ? "ago" : "in";
        if (size < 60) return t(`ui.time.minutes_${way}`, { n: size });
        if (size < 60 * 24) return t(`ui.time.hours_${way}`, { n: Math.round(size / 60) });
        if (size < 60 * 24 * 7) return t(`ui.time.days_${way}`, { n: Math.round(size / 60 / 24) });
        return clock;
    };
    const shown = mode === "full" ? full : mode === "clock" ? clock : relative();
    return (
        <Tooltip title={shown === full ? undefined : full}>
            <time className="fc-time" dateTime={value}>
                {shown}
            </time>
        </Tooltip>
    );
}
