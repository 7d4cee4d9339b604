import { CheckCircleFilled, ClockCircleOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import {
    ActionButton,
    type AllowedAction,
    AllowedActions,
    Card,
    MoneyText,
    StateTag,
    useAction,
    useView,
} from "@/kit";
import "./deals.css";

interface Quote {
    id: number;
    insurer: string;
    coverage: string;
    premium: number;
    valid_until: string;
    chosen_at?: string;
}

export interface CaseLine {
    agency_case: {
        id: number;
        kind: string;
        state: string;
        collected: number;
        expected_on: string;
        note: string;
        paid: number;
        receipt_number: string;
        result: string;
        version: number;
    };
    owner_name: string;
    rest: number;
    papers: { name: string; text: { zh: string; en: string }; is_there: boolean }[];
    quotes: Quote[];
    policies: { id: number; insurer: string; policy_number: string; ends_on: string }[];
    allowed_actions: AllowedAction[];
}

/** The papers of a case: what is there, and a press for what came in. */
function Papers({ line }: { line: CaseLine }) {
    const { t, i18n } = useTranslation();
    const receive = useAction("deals.receive_case_paper");
    const may = line.allowed_actions.some(
        (one) => one.name === "deals.receive_case_paper" && !one.refused_because,
    );
    return (
        <ul className="fc-case-papers">
            {line.papers.map((paper) => {
                const text = i18n.language.startsWith("en") ? paper.text.en : paper.text.zh;
                return (
                    <li key={paper.name}>
                        {paper.is_there || !may ? (
                            <span className={paper.is_there ? "fc-yes" : "fc-soft"}>
                                {paper.is_there ? <CheckCircleFilled /> : <ClockCircleOutlined />} {text}
                            </span>
                        ) : (
                            <button
                                type="button"
                                title={t("deals.receive_case_paper")}
                                onClick={() =>
                                    receive.run({ case_id: line.agency_case.id, paper: paper.name })
                                }
                            >
                                <ClockCircleOutlined /> {text}
                            </button>
                        )}
                    </li>
                );
            })}
        </ul>
    );
}

function Quotes({ line }: { line: CaseLine }) {
    const { t } = useTranslation();
    const may = line.allowed_actions.some(
        (one) => one.name === "deals.choose_insurance" && !one.refused_because,
    );
    if (line.quotes.length === 0) return null;
    return (
        <ul className="fc-case-quotes">
            {line.quotes.map((quote) => (
                <li key={quote.id} className={quote.chosen_at ? "chosen" : undefined}>
                    <span>
                        <b>{quote.insurer}</b> <MoneyText value={quote.premium} />
                        <small>{quote.coverage}</small>
                    </span>
                    {quote.chosen_at ? (
                        <span className="fc-state ok">{t("ui.deals.chosen")}</span>
                    ) : (
                        may && (
                            <ActionButton
                                action="deals.choose_insurance"
                                size="small"
                                fixed={{ quote_id: quote.id }}
                            />
                        )
                    )}
                </li>
            ))}
        </ul>
    );
}

function CaseItem({ line }: { line: CaseLine }) {
    const { t } = useTranslation();
    const one = line.agency_case;
    const insurance = one.kind === "insurance";
    return (
        <li className="fc-case">
            <header>
                <b>{t(`CaseKind.${one.kind}`)}</b>
                <StateTag type="CaseState" value={one.state} />
                <span className="fc-soft">
                    {one.state === "done"
                        ? `${one.receipt_number} ${one.result}`
                        : t("ui.deals.expected", { day: one.expected_on, owner: line.owner_name })}
                </span>
                <span className="fc-case-sum">
                    <MoneyText value={one.state === "done" ? one.paid : one.collected} />
                    {line.rest > 0 && <small>{t("ui.deals.rest", { sum: line.rest })}</small>}
                </span>
            </header>
            {one.note && <p className="fc-soft">{one.note}</p>}
            {one.state === "collecting" && <Papers line={line} />}
            {insurance && <Quotes line={line} />}
            {line.policies.map((policy) => (
                <p key={policy.id} className="fc-soft">
                    {policy.insurer} {policy.policy_number} ·{" "}
                    {t("ui.deals.policy_until", { day: policy.ends_on })}
                </p>
            ))}
            <AllowedActions
                calm
                besides={3}
                object={{ type: "agency_case", id: one.id }}
                version={one.version}
                actions={line.allowed_actions.filter(
                    (action) =>
                        !["deals.receive_case_paper", "deals.choose_insurance"].includes(action.name) &&
                        (!action.refused_because || action.name === "deals.send_case") &&
                        !(action.name === "deals.send_case" && one.state !== "collecting"),
                )}
                config={{
                    "deals.plan_case": {
                        size: "small",
                        initial: { expected_on: one.expected_on, note: one.note },
                        hide: ["owner_id"],
                    },
                    "deals.finish_case": {
                        size: "small",
                        initial: { paid: one.collected },
                        // Of an insurance the policy's number is the result.
                        fixed: insurance ? { result: "" } : {},
                        hide: insurance ? ["result"] : ["policy_number", "starts_on"],
                    },
                    "deals.send_case": { size: "small" },
                    "deals.return_rest": { size: "small" },
                    "deals.quote_insurance": { size: "small" },
                }}
            />
        </li>
    );
}

/** Insurance, tax and plates of a deal: who sees to it, what is missing, when it is expected. */
export function Cases({ deal_id }: { deal_id: number }) {
    const { t } = useTranslation();
    const view = useView("deals.cases_of_deal", { deal_id });
    const cases = (view.data as unknown as { cases: CaseLine[] } | undefined)?.cases ?? [];
    if (cases.length === 0) return null;
    const open = cases.filter((one) => ["collecting", "with_authority"].includes(one.agency_case.state));
    return (
        <Card
            title={t("view.deals.cases_of_deal")}
            count={open.length}
            tone={open.length > 0 ? "due" : "ok"}
            flush
        >
            <ul className="fc-cases">
                {cases.map((line) => (
                    <CaseItem key={line.agency_case.id} line={line} />
                ))}
            </ul>
        </Card>
    );
}
