import { PlusOutlined } from "@ant-design/icons";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { Card, EmptyState, ProblemView, useIsPhone, useView } from "@/kit";
import { Consultants } from "./Consultants";
import MyDuty from "./MyDuty";
import { NotEnded } from "./NotEnded";
import { RegisterForm } from "./RegisterForm";
import type { ShowroomAnswer, Visitor } from "./types";
import { VisitorCard } from "./VisitorCard";
import "./reception.css";

const columns = ["waiting", "assigned", "greeted"] as const;

/**
 * The showroom at this moment: who waits, who is looked after, whose turn it is, and the door's registration.
 */
export default function ShowroomNow() {
    const { t } = useTranslation();
    const { may } = useSession();
    const phone = useIsPhone();
    const view = useView("reception.showroom_now", {}, { everyMs: 60_000 });
    const data = view.data as ShowroomAnswer | undefined;
    if (!data)
        return view.error ? (
            <ProblemView problem={view.error} onRetry={() => view.refetch()} />
        ) : (
            <Skeleton active className="fc-page" />
        );
    const people = data.visitors.reduce((sum, one) => sum + one.party_size, 0);
    const of = (state: Visitor["state"]) => data.visitors.filter((one) => one.state === state);
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("view.reception.showroom_now")}</h1>
                <span className="fc-total">
                    {t("ui.reception.here", { groups: data.visitors.length, people })}
                </span>
                {phone && may("reception.arrival_write") && (
                    <div className="fc-page-actions">
                        <Link to="/reception/register">
                            <Button type="primary" icon={<PlusOutlined />}>
                                {t("reception.register_arrival")}
                            </Button>
                        </Link>
                    </div>
                )}
            </header>
            <div className="fc-showroom">
                <div className="fc-showroom-main">
                    <div className="fc-showroom-floor">
                        {data.visitors.length === 0 ? (
                            <div className="fc-sheet-box">
                                <EmptyState
                                    title={t("ui.reception.nobody_here")}
                                    text={t("ui.reception.nobody_here_text")}
                                />
                            </div>
                        ) : (
                            columns.map((state) => (
                                <section key={state} className={`fc-floor-column ${state}`}>
                                    <h2>
                                        {t(`VisitState.${state}`)}
                                        <span className="fc-count mute">{of(state).length}</span>
                                    </h2>
                                    {of(state).map((one) => (
                                        <VisitorCard
                                            key={one.id}
                                            visitor={one}
                                            consultants={data.consultants}
                                        />
                                    ))}
                                    {of(state).length === 0 && (
                                        <p className="fc-soft">{t("ui.board.empty")}</p>
                                    )}
                                </section>
                            ))
                        )}
                    </div>
                    <NotEnded data={data} />
                </div>
                <aside className="fc-showroom-side">
                    {!phone && may("reception.arrival_write") && (
                        <Card title={t("reception.register_arrival")}>
                            <RegisterForm />
                        </Card>
                    )}
                    {may("reception.duty_write") && <MyDuty />}
                    <Card title={t("ui.reception.team")} flush>
                        <Consultants data={data} />
                    </Card>
                </aside>
            </div>
        </div>
    );
}
