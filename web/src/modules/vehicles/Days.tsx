import { useTranslation } from "react-i18next";

export function ageTone(days: number): "late" | "due" | "ok" {
    return days > 90 ? "late" : days > 60 ? "due" : "ok";
}

/** So many days in stock, in the colour of how much they hurt. */
export function Days({ days }: { days: number }) {
    const { t } = useTranslation();
    return <span className={`fc-age ${ageTone(days)}`}>{t("ui.vehicles.days", { n: days })}</span>;
}
