import "./insight.css";
import "../standards/standards.css";
import { useTranslation } from "react-i18next";
import { Period, usePeriod } from "./Period";
import { TimeSpread } from "./TimeSpread";

/** The right warmth: nobody waits for a greeting, and nobody is pressed before there was time to look. */
export default function Warmth() {
    const { t } = useTranslation();
    const [period, setPeriod] = usePeriod();
    return (
        <div className="fc-page in-page">
            <header className="fc-page-head">
                <h1>{t("nav.warmth")}</h1>
                <div className="fc-page-actions">
                    <Period value={period} onChange={setPeriod} />
                </div>
            </header>
            <TimeSpread
                process="reception"
                milestone="greeted"
                period={period}
                title={t("ui.insight.greeting")}
                about={t("ui.insight.greeting_about")}
            />
            <TimeSpread
                process="reception"
                milestone="needs_asked"
                period={period}
                title={t("ui.insight.approach")}
                about={t("ui.insight.approach_about")}
            />
            <TimeSpread
                process="lead_follow_up"
                milestone="contacted"
                period={period}
                title={t("ui.insight.follow_up")}
                about={t("ui.insight.follow_up_about")}
            />
        </div>
    );
}
