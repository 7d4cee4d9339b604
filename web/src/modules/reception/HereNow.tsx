import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession, useSignedIn } from "@/app/session";
import { Card, EmptyState, useView } from "@/kit";
import type { ShowroomAnswer } from "./types";
import { VisitorCard } from "./VisitorCard";
import "./reception.css";

/** Who is in the house, for Today: my own visitors first, then those nobody looks after. */
export default function HereNow() {
    const { t } = useTranslation();
    const { user } = useSignedIn();
    const { may } = useSession();
    const view = useView("reception.showroom_now", {}, { everyMs: 60_000 });
    const data = view.data as ShowroomAnswer | undefined;
    if (!data) return null;
    const rank = { waiting: 0, assigned: 1, greeted: 2, ended: 3 };
    const shown = data.visitors
        .toSorted(
            (a, b) =>
                Number(b.consultant_id === user.id) - Number(a.consultant_id === user.id) ||
                rank[a.state] - rank[b.state],
        )
        .slice(0, 6);
    return (
        <Card
            title={t("ui.today.here_now")}
            count={data.visitors.length}
            tone="info"
            extra={
                <span className="fc-extra-row">
                    {may("reception.arrival_write") && (
                        <Link to="/reception/register">
                            <Button size="small" type="primary" icon={<PlusOutlined />}>
                                {t("reception.register_arrival")}
                            </Button>
                        </Link>
                    )}
                    <Link to="/reception">{t("view.reception.showroom_now")}</Link>
                </span>
            }
        >
            {shown.length === 0 ? (
                <EmptyState small title={t("ui.reception.nobody_here")} />
            ) : (
                <div className="fc-visitors">
                    {shown.map((one) => (
                        <VisitorCard key={one.id} visitor={one} consultants={data.consultants} />
                    ))}
                </div>
            )}
            {data.not_ended.length > 0 && may("reception.arrival_write") && (
                <p className="fc-here-before">
                    <Link to="/reception">{t("ui.reception.not_ended_n", { n: data.not_ended.length })}</Link>
                </p>
            )}
        </Card>
    );
}
