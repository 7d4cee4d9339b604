import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { useSession } from "@/app/session";
import { ActionButton, type AllowedAction, CaseStrip, RecordPage, useView } from "@/kit";
import type { ShowroomAnswer } from "./types";
import { visitActions } from "./VisitorCard";

/**
 * Somebody looks after them, greets them, learns who they are, sees them off. Who came on another day is
 * given to nobody any more: only the outcome is left to be said.
 */
function nextOf(visit: {
    state: string;
    customer_id?: number | null;
    allowed_actions?: AllowedAction[];
}): string | undefined {
    if (visit.state === "ended") return undefined;
    if (!visit.allowed_actions?.some(({ name }) => name === "reception.assign_consultant"))
        return "reception.end_visit";
    if (visit.state === "waiting") return "reception.assign_consultant";
    if (visit.state === "assigned") return "reception.greet_visitor";
    return visit.customer_id ? "reception.end_visit" : "reception.identify_visitor";
}

/** What is begun from here once the visitor has a name. */
function NextSteps({ visit_id, customer_id }: { visit_id: number; customer_id: number }) {
    const { t } = useTranslation();
    const navigate = useNavigate();
    return (
        <div className="fc-next-steps">
            <ActionButton
                action="leads.open_lead"
                strong
                label={t("ui.reception.ask_needs")}
                fixed={{ visit_id }}
                only={[]}
                onDone={(answer: { lead_id: number }) => navigate(`/leads/${answer.lead_id}/needs`)}
            />
            <Link to={`/showroom/book?customer_id=${customer_id}`}>
                <Button>{t("showroom.book_test_drive")}</Button>
            </Link>
            <Link to={`/deals/new?customer_id=${customer_id}`}>
                <Button>{t("deals.start_quote")}</Button>
            </Link>
        </div>
    );
}

export default function Visit() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const { may } = useSession();
    const { data } = useView("reception.showroom_now", {});
    const consultants = (data as ShowroomAnswer | undefined)?.consultants ?? [];
    const mayAsk = (visit: { state: string; customer_id?: number | null }) =>
        visit.state !== "ended" && !!visit.customer_id && may("leads.lead_write");
    return (
        <RecordPage
            view="reception.visit_record"
            params={{ visit_id: id }}
            head="visit"
            object={{ type: "visit", id }}
            kicker={(visit) => `${t("object.visit")} ${visit.number}`}
            title={(visit) => visit.visitor_name || t("ui.reception.unnamed")}
            top={(visit) => (
                <>
                    <CaseStrip object_type="visit" object_id={id} />
                    {mayAsk(visit) && <NextSteps visit_id={id} customer_id={visit.customer_id!} />}
                </>
            )}
            // Who is known is asked what she needs before she is seen off.
            calm={mayAsk}
            next={nextOf}
            actions={visitActions(consultants)}
            facts={[
                "party_size",
                {
                    field: "purpose",
                    label: t("ui.reception.purpose"),
                    show: (visit) => t(`VisitPurpose.${visit.purpose}`),
                },
                "channel",
                {
                    field: "customer_id",
                    show: (visit) =>
                        visit.customer_id ? (
                            <Link to={`/customers/${visit.customer_id}`}>
                                {visit.visitor_name} {visit.phone_masked}
                            </Link>
                        ) : (
                            <span className="fc-none">{t("ui.reception.not_identified")}</span>
                        ),
                },
                { field: "plate", whenSet: true },
                { field: "consultant_id", show: (visit) => visit.consultant_name || "—" },
                "arrived_at",
                "greeted_at",
                { field: "help_asked_at", whenSet: true },
                { field: "ended_at", whenSet: true },
                { field: "outcome", whenSet: true },
                { field: "next_step", wide: true, whenSet: true },
                { field: "note", wide: true, whenSet: true },
            ]}
        />
    );
}
