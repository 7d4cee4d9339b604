import { useTranslation } from "react-i18next";
import { inDays } from "./days";

/** How long something took, in the colour of whether that was too long. */
export function Took({ minutes, late }: { minutes: number; late?: boolean }) {
    const { t } = useTranslation();
    const { key, n } = inDays(minutes);
    return (
        <span className={`fc-age ${late ? "late" : ""}`}>
            {t(key === "hours" ? "ui.used.hours" : "ui.used.days", { n })}
        </span>
    );
}
