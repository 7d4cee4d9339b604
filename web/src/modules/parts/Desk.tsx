import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemView, useView } from "@/kit";
import { Shortages, ToPick } from "./DeskLists";

/** The counter of the parts store: hand these out, buy those. */
export default function Desk() {
    const { t } = useTranslation();
    const { data, error, refetch } = useView("parts.desk", {}, { also: ["workshop"] });
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.parts_desk")}</h1>
                <div className="fc-page-actions">
                    <Link to="/parts/receive">
                        <Button type="primary">{t("parts.receive_goods")}</Button>
                    </Link>
                </div>
            </header>
            {error && !data && <ProblemView problem={error} onRetry={() => refetch()} />}
            {!data && !error && <Skeleton active />}
            {data && (
                <div className="pt-desk">
                    <ToPick rows={data.to_pick} />
                    <Shortages rows={data.shortages} />
                </div>
            )}
        </div>
    );
}
