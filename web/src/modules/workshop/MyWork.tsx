import { useTranslation } from "react-i18next";
import MyJobs from "./MyJobs";

/** The technician's page at the bay. */
export default function MyWork() {
    const { t } = useTranslation();
    return (
        <div className="fc-page ws-my-work">
            <header className="fc-page-head">
                <h1>{t("nav.workshop_my_work")}</h1>
            </header>
            <MyJobs />
        </div>
    );
}
