import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useSignedIn } from "@/app/session";
import { Card, ClockBadge, EmptyState, StateTag, useView } from "@/kit";
import { GradeBar } from "./GradeBar";

interface Row {
    id: number;
    customer_name: string;
    grade: string;
    model_name: string;
    next_contact_at: string;
    next_contact_plan: string;
    next_contact_channel?: string | null;
}

/** Whom to speak to next: my leads by the time of the next contact; a manager sees the whole team's. */
export default function MyLeads() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const { user, roles } = useSignedIn();
    const consultant_id = roles.includes("sales") ? user.id : undefined;
    const view = useView("leads.lead_list", {
        consultant_id,
        state: "open",
        sort: "next_contact_at",
        limit: 6,
    });
    const rows = (view.data as { rows: Row[] } | undefined)?.rows;
    if (!rows) return null;
    return (
        <Card title={t("ui.leads.next_contacts")} extra={<Link to="/leads">{t("nav.leads")}</Link>} flush>
            <div className="fc-pad">
                <GradeBar
                    onChoose={(grade) => navigate(`/leads?grade=${grade}`)}
                    consultant_id={consultant_id}
                />
            </div>
            {rows.length === 0 ? (
                <EmptyState small title={t("ui.leads.none")} />
            ) : (
                <ul className="fc-tasks">
                    {rows.map((one) => (
                        <li key={one.id}>
                            <Link className="fc-task" to={`/leads/${one.id}`}>
                                <StateTag type="LeadGrade" value={one.grade} />
                                <span className="fc-task-text">
                                    <span>{one.customer_name}</span>
                                    <small>
                                        {[
                                            one.next_contact_channel &&
                                                t(`ContactChannel.${one.next_contact_channel}`),
                                            one.next_contact_plan || one.model_name,
                                        ]
                                            .filter(Boolean)
                                            .join(" · ")}
                                    </small>
                                </span>
                                <ClockBadge due_at={one.next_contact_at} compact />
                            </Link>
                        </li>
                    ))}
                </ul>
            )}
        </Card>
    );
}
