import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ActionButton, Card, Documents, InstantText, MoneyText, RecordPage } from "@/kit";
import { moneyText } from "@/words/format";
import { monthText, percentText, scoreText } from "./figures";
import { Scroll } from "./parts";
import type { AllowedAction } from "./types";
import "./people.css";
import "./rules.css";

interface DisputeShown {
    id: number;
    reason: string;
    raised_at: string;
    answered_at?: string | null;
    answered_by?: string | null;
    accepted?: boolean | null;
    answer: string;
}

interface Line {
    id: number;
    line_no: number;
    kind: string;
    deal_id?: number | null;
    deal_number: string;
    model_name: string;
    basis: number;
    rate: number;
    rule_from: number;
    amount: number;
    words: string;
    dispute?: DisputeShown | null;
}

interface Statement {
    id: number;
    number: string;
    month: string;
    state: string;
    cars: number;
    total: number;
    score_hundredths?: number | null;
    confirm_by: string;
    confirmed_at?: string | null;
    issued_at?: string | null;
    issued_by?: string | null;
    version: number;
    name: string;
    rules_number: number;
    tier_reach: string;
    lines: Line[];
    allowed_actions: AllowedAction[];
}

/** Which rule made the line, and out of what. */
function Origin({ line }: { line: Line }) {
    const { t } = useTranslation();
    switch (line.kind) {
        case "per_car":
            return (
                <>
                    {t("ui.people.from_car", { from: line.rule_from })} · {line.basis} ×{" "}
                    {moneyText(line.rate)}
                </>
            );
        case "model_bonus":
        case "loan_bonus":
            return (
                <>
                    {line.basis} × {moneyText(line.rate)}
                </>
            );
        case "quality_factor":
            return (
                <>
                    {t("ui.people.from_score", { score: scoreText(line.rule_from) })} ·{" "}
                    {moneyText(line.basis)} × {percentText(line.rate)} − {moneyText(line.basis)}
                </>
            );
        case "correction":
            return <>{line.words}</>;
        default:
            return (
                <>
                    {moneyText(line.basis)} × {percentText(line.rate)}
                </>
            );
    }
}

function DisputeBox({
    dispute,
    line,
    statement,
}: {
    dispute: DisputeShown;
    line: Line;
    statement: Statement;
}) {
    const { t } = useTranslation();
    const may_answer = statement.allowed_actions.some((one) => one.name === "people.answer_dispute");
    return (
        <tr className="fc-dispute-row">
            <td />
            <td colSpan={4}>
                <span
                    className={`fc-state ${!dispute.answered_at ? "late" : dispute.accepted ? "ok" : "mute"}`}
                >
                    {!dispute.answered_at
                        ? t("ui.people.disputed")
                        : t(dispute.accepted ? "ui.people.accepted" : "ui.people.not_accepted")}
                </span>{" "}
                {dispute.reason} <InstantText value={dispute.raised_at} mode="clock" />
                {dispute.answered_at && (
                    <p>
                        {dispute.answered_by}：{dispute.answer}
                    </p>
                )}
                {!dispute.answered_at && may_answer && (
                    <ActionButton
                        action="people.answer_dispute"
                        size="small"
                        strong
                        fixed={{
                            statement_id: statement.id,
                            dispute_id: dispute.id,
                            version: statement.version,
                        }}
                        only={["accepted", "correction", "words"]}
                        initial={{ accepted: false }}
                        help={{ correction: t("ui.people.correction_help", { no: line.line_no }) }}
                    />
                )}
            </td>
        </tr>
    );
}

function Lines({ statement }: { statement: Statement }) {
    const { t } = useTranslation();
    const dispute = statement.allowed_actions.find((one) => one.name === "people.dispute_line");
    return (
        <Scroll>
            <table className="fc-table fc-statement-table">
                <thead>
                    <tr>
                        <th>{t("field.line_no")}</th>
                        <th>{t("ui.people.item")}</th>
                        <th>{t("ui.people.origin")}</th>
                        <th className="right">{t("field.amount")}</th>
                        <th />
                    </tr>
                </thead>
                <tbody>
                    {statement.lines.flatMap((line) => [
                        <tr key={line.id}>
                            <td>{line.line_no}</td>
                            <td>
                                {t(`LineKind.${line.kind}`)}
                                <small>
                                    {line.deal_id ? (
                                        <Link to={`/deals/${line.deal_id}`}>{line.deal_number}</Link>
                                    ) : null}{" "}
                                    {line.model_name}
                                </small>
                            </td>
                            <td className="text">
                                <Origin line={line} />
                            </td>
                            <td className="right">
                                <MoneyText value={line.amount} />
                            </td>
                            <td className="right">
                                {dispute &&
                                    !dispute.refused_because &&
                                    !line.dispute &&
                                    line.kind !== "correction" && (
                                        <ActionButton
                                            action="people.dispute_line"
                                            size="small"
                                            type="link"
                                            label={t("ui.people.dispute")}
                                            fixed={{
                                                statement_id: statement.id,
                                                line_id: line.id,
                                                version: statement.version,
                                            }}
                                            only={["reason"]}
                                        />
                                    )}
                            </td>
                        </tr>,
                        line.dispute ? (
                            <DisputeBox
                                key={`${line.id}d`}
                                dispute={line.dispute}
                                line={line}
                                statement={statement}
                            />
                        ) : null,
                    ])}
                    <tr className="fc-team-sum">
                        <td />
                        <th scope="row" colSpan={2}>
                            {t("field.whole")}
                        </th>
                        <td className="right">
                            <MoneyText value={statement.total} strong />
                        </td>
                        <td />
                    </tr>
                </tbody>
            </table>
        </Scroll>
    );
}

/**
 * A month's commission: every line with its deal, rule and sum; what is doubted, what was answered, the
 * sealed paper.
 */
export default function StatementPage() {
    const { t } = useTranslation();
    const id = Number(useParams().id);
    return (
        <RecordPage
            view="people.statement_record"
            params={{ statement_id: id }}
            object={{ type: "commission_statement", id }}
            head="statement"
            kicker={() => t("object.commission_statement")}
            title={(record) => {
                const one = record as unknown as Statement;
                return `${one.name} · ${monthText(one.month)}`;
            }}
            facts={[
                "number",
                { field: "total", show: (one) => <MoneyText value={one.total} strong /> },
                { field: "cars", label: t("Measure.cars_delivered") },
                {
                    field: "score_hundredths",
                    show: (one) => scoreText(one.score_hundredths as number | null),
                },
                {
                    field: "rules_number",
                    show: (one) => (
                        <Link to="/team/rules?kind=commission">
                            {t("ui.people.version", { number: (one as unknown as Statement).rules_number })}
                        </Link>
                    ),
                },
                {
                    field: "tier_reach",
                    show: (one) => t(`TierReach.${(one as unknown as Statement).tier_reach}`),
                },
                "confirm_by",
                { field: "confirmed_at", whenSet: true },
                { field: "issued_at", whenSet: true },
                { field: "issued_by", whenSet: true },
            ]}
            actions={{
                "people.dispute_line": { hidden: true },
                "people.answer_dispute": { hidden: true },
                "people.confirm_statement": { confirm: t("ui.people.confirm_note") },
                "people.issue_statement": { confirm: t("ui.people.issue_note") },
            }}
            side={() => <Documents object_type="commission_statement" object_id={id} />}
        >
            {(record) => (
                <Card title={t("ui.people.lines")} flush>
                    <Lines statement={record as unknown as Statement} />
                    <p className="fc-soft fc-pad">{t("ui.people.rounding_note")}</p>
                </Card>
            )}
        </RecordPage>
    );
}
