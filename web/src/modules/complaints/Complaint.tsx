import "./complaints.css";
import { CheckOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { ViewAnswer } from "@/api/typed";
import { linkOf } from "@/app/registry";
import {
    Card,
    CaseStrip,
    ClockBadge,
    Facts,
    InstantText,
    MoneyText,
    RecordPage,
    StateTag,
    useView,
} from "@/kit";
import { clockOf } from "./clock";

type ComplaintRecord = ViewAnswer<"complaints.complaint_record">;

/** What comes next; refused ones in between say why in the menu. */
const nextOf: Record<string, string> = {
    received: "complaints.review",
    reviewed: "complaints.propose_solution",
    agreed: "complaints.carry_out",
    carried_out: "complaints.record_verdict",
};

interface Step {
    key: string;
    at?: string | null;
    text?: React.ReactNode;
}

/** The case as steps: what was found, proposed, done, said, and learned. */
function Steps({ record }: { record: ComplaintRecord }) {
    const { t } = useTranslation();
    const one = record.complaint;
    const steps: Step[] = [
        { key: "received", at: one.opened_at, text: <q>{one.words}</q> },
        { key: "reviewed", at: one.reviewed_at },
        {
            key: "proposed",
            at: one.proposed_at,
            text: one.solution && (
                <>
                    {one.solution}
                    {one.cost > 0 && (
                        <>
                            {" "}
                            · {t("field.cost")} <MoneyText value={one.cost} />
                        </>
                    )}
                </>
            ),
        },
        { key: "done", at: one.done_at, text: one.done },
        { key: "closed", at: one.closed_at, text: one.verdict },
    ];
    return (
        <ol className="cp-steps">
            {steps.map((step) => (
                <li key={step.key} className={step.at ? "done" : undefined}>
                    <span className="dot">{step.at && <CheckOutlined />}</span>
                    <div>
                        <b>{t(`ui.complaints.step.${step.key}`)}</b>
                        {step.at && (
                            <small>
                                <InstantText value={step.at} mode="clock" />
                            </small>
                        )}
                        {step.text && <p>{step.text}</p>}
                    </div>
                </li>
            ))}
        </ol>
    );
}

/** One complaint from the customer's words to the customer's verdict. */
export default function Complaint() {
    const { t } = useTranslation();
    const id = Number(useParams().id);
    const { data } = useView("complaints.complaint_record", { complaint_id: id }, { also: ["approvals"] });
    const known = data?.complaint;
    return (
        <RecordPage
            view="complaints.complaint_record"
            params={{ complaint_id: id }}
            head="complaint"
            also={["approvals"]}
            object={{ type: "complaint", id }}
            title={(one: ComplaintRecord) => one.customer_name}
            kicker={(one: ComplaintRecord) => `${t("object.complaint")} ${one.complaint.number}`}
            beside={(one: ComplaintRecord) => {
                const clock = clockOf(one.complaint);
                return (
                    <>
                        <StateTag type="Severity" value={one.complaint.severity} />
                        {clock && (
                            <ClockBadge
                                due_at={clock.due_at}
                                started_at={one.complaint.opened_at}
                                compact
                                label={t(`ui.complaints.wait.${clock.key}`)}
                            />
                        )}
                    </>
                );
            }}
            next={(one: ComplaintRecord) => nextOf[one.complaint.state]}
            facts={[]}
            actions={{
                "complaints.review": {
                    initial: { valid: true, category: known?.category, severity: known?.severity },
                },
                "complaints.propose_solution": {
                    initial: { solution: known?.solution || undefined, cost: known?.cost ?? 0 },
                },
                "complaints.record_verdict": { initial: { satisfied: true } },
                "complaints.name_cause": {
                    initial: { cause: known?.cause || undefined, prevention: known?.prevention || undefined },
                },
            }}
            top={() => <CaseStrip object_type="complaint" object_id={id} />}
        >
            {(one: ComplaintRecord) => (
                <>
                    <Card title={t("ui.complaints.case")}>
                        <Steps record={one} />
                    </Card>
                    <Card title={t("ui.record.facts")}>
                        <Facts
                            record={one}
                            fields={[]}
                            facts={[
                                {
                                    label: t("field.customer_id"),
                                    show: () => (
                                        <Link to={linkOf("customer", one.complaint.customer_id) ?? "#"}>
                                            {one.customer_name}
                                        </Link>
                                    ),
                                },
                                {
                                    label: t("field.category"),
                                    show: () => t(`ComplaintCategory.${one.complaint.category}`),
                                },
                                {
                                    label: t("field.channel"),
                                    show: () => t(`ComplaintChannel.${one.complaint.channel}`),
                                },
                                { label: t("field.owner_id"), show: () => one.owner_name || "—" },
                                ...(one.complaint.about_id &&
                                linkOf(one.complaint.about_type, one.complaint.about_id)
                                    ? [
                                          {
                                              label: t("field.about_id"),
                                              show: () => (
                                                  <Link
                                                      to={
                                                          linkOf(
                                                              one.complaint.about_type,
                                                              one.complaint.about_id,
                                                          )!
                                                      }
                                                  >
                                                      {t(`object.${one.complaint.about_type}`)}
                                                  </Link>
                                              ),
                                          },
                                      ]
                                    : []),
                                ...(one.complaint.times_reopened > 0
                                    ? [
                                          {
                                              label: t("field.times_reopened"),
                                              show: () => one.complaint.times_reopened,
                                          },
                                      ]
                                    : []),
                            ]}
                        />
                    </Card>
                    {one.complaint.cause && (
                        <Card title={t("ui.complaints.learned")}>
                            <Facts
                                record={one}
                                fields={[]}
                                facts={[
                                    { label: t("field.cause"), wide: true, show: () => one.complaint.cause },
                                    {
                                        label: t("field.prevention"),
                                        wide: true,
                                        show: () => one.complaint.prevention,
                                    },
                                ]}
                            />
                        </Card>
                    )}
                </>
            )}
        </RecordPage>
    );
}
