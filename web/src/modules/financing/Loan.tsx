import { CheckCircleFilled, EditOutlined, ExclamationCircleOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import {
    Card,
    CaseStrip,
    Documents,
    DownloadLink,
    InstantText,
    MoneyText,
    PhotoField,
    RecordPage,
    useAction,
} from "@/kit";
import { pictureUrl, uploadsSettled } from "@/kit/uploads";
import { percentText } from "./percent";
import { CostFacts, Schedule } from "./Schedule";
import type { Coverage, LoanPlan, PaperLine } from "./types";
import "./financing.css";

interface LoanRecord {
    id: number;
    version: number;
    state: string;
    deal_id: number;
    principal: number;
    asked_principal: number;
    sheet_hash: string;
    plan: LoanPlan;
    papers: PaperLine[];
    coverage: Coverage;
    allowed_actions: { name: string; refused_because?: string }[];
}

function Papers({ loan }: { loan: LoanRecord }) {
    const { t } = useTranslation();
    const hand_in = useAction("financing.hand_in_paper");
    const may = loan.allowed_actions.some(
        (one) => one.name === "financing.hand_in_paper" && !one.refused_because,
    );
    const missing = loan.papers.filter((one) => one.wanted && one.handed_in.length === 0).length;
    return (
        <Card title={t("ui.financing.papers")} count={missing} tone={missing > 0 ? "due" : "ok"} flush>
            <ul className="fc-papers">
                {loan.papers.map((line) => (
                    <li key={line.paper}>
                        {line.handed_in.length > 0 ? (
                            <CheckCircleFilled className="fc-yes" />
                        ) : (
                            <ExclamationCircleOutlined className="fc-due-text" />
                        )}
                        <span className="fc-task-text">
                            <b>{t(`LoanPaper.${line.paper}`)}</b>
                            <small>
                                {line.handed_in.length === 0
                                    ? t("ui.financing.paper_missing")
                                    : line.handed_in.map((one) => (
                                          <InstantText key={one.file_hash} value={one.handed_in_at} />
                                      ))}
                            </small>
                        </span>
                        <span className="fc-paper-files">
                            {line.handed_in.map((one) => (
                                <a
                                    key={one.file_hash + one.handed_in_at}
                                    href={pictureUrl(one.file_hash)}
                                    target="_blank"
                                    rel="noreferrer"
                                >
                                    <img src={pictureUrl(one.file_hash)} alt={t(`LoanPaper.${line.paper}`)} />
                                </a>
                            ))}
                            {may && (
                                <PhotoField
                                    aria-label={t("financing.hand_in_paper")}
                                    onChange={async (file: string) => {
                                        await uploadsSettled();
                                        await hand_in.run({
                                            application_id: loan.id,
                                            paper: line.paper,
                                            file,
                                        });
                                    }}
                                />
                            )}
                        </span>
                    </li>
                ))}
            </ul>
        </Card>
    );
}

/** What of the deal's due is covered, and by whom: the bar, and the sums below it. */
export function CoverageCard({ coverage }: { coverage: Coverage }) {
    const { t } = useTranslation();
    if (coverage.due === 0) return null;
    const share = (part: number) => `${(100 * part) / coverage.due}%`;
    const own = coverage.paid - coverage.loan_received;
    return (
        <Card title={t("ui.financing.coverage")}>
            <div className="fc-coverage" aria-hidden="true">
                <i className="own" style={{ width: share(own) }} />
                <i className="loan" style={{ width: share(coverage.loan_received) }} />
                <i className="expected" style={{ width: share(coverage.loan_expected) }} />
            </div>
            <dl className="fc-sums">
                {(
                    [
                        ["due", coverage.due],
                        ["own", own],
                        ["loan", coverage.loan_received],
                        ["expected", coverage.loan_expected],
                    ] as const
                ).map(([name, value]) => (
                    <div key={name}>
                        <dt>
                            {name !== "due" && <i className={`fc-swatch ${name}`} />}
                            {t(`ui.financing.covered_${name}`)}
                        </dt>
                        <dd>
                            <MoneyText value={value} />
                        </dd>
                    </div>
                ))}
                <div className="total">
                    <dt>{t("ui.financing.covered_open")}</dt>
                    <dd>
                        <MoneyText value={coverage.customer_open} strong />
                    </dd>
                </div>
            </dl>
            <p className={coverage.is_covered ? "fc-yes" : "fc-soft"}>
                {t(coverage.is_covered ? "ui.financing.is_covered" : "ui.financing.not_covered")}
            </p>
        </Card>
    );
}

/** One loan: papers, what it costs, the lender's answer, the money, the mortgage. */
export default function Loan() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const navigate = useNavigate();
    return (
        <RecordPage
            view="financing.application_record"
            params={{ application_id: id }}
            head="application"
            object={{ type: "loan_application", id }}
            also={["deals", "payments"]}
            kicker={(loan) => `${t("object.loan_application")} ${loan.application.number}`}
            title={(loan) => loan.customer_name}
            beside={(loan) => (
                <span className="fc-deal-car">
                    {loan.lender_name} {loan.product_name}
                </span>
            )}
            state={(loan) => ({ type: "ApplicationState", value: loan.application.state })}
            top={() => <CaseStrip object_type="loan_application" object_id={id} />}
            actions={{
                "financing.hand_in_paper": { hidden: true },
                "financing.sign_sheet": {
                    icon: <EditOutlined />,
                    onPress: () => navigate(`/loans/${id}/sign`),
                },
                "financing.approve": { initial: { note: "" } },
                "financing.reject": { danger: true },
                "financing.withdraw": { danger: true },
            }}
            facts={[
                {
                    field: "deal_id",
                    show: (loan) => (
                        <Link to={`/deals/${loan.application.deal_id}`}>
                            {loan.deal_number} {loan.car_title}
                        </Link>
                    ),
                },
                {
                    label: t("ui.financing.loan"),
                    show: (loan) => (
                        <>
                            <MoneyText value={loan.application.principal} strong />
                            {loan.application.asked_principal !== loan.application.principal && (
                                <small className="fc-soft">
                                    {" "}
                                    {t("ui.financing.asked_for", { sum: loan.application.asked_principal })}
                                </small>
                            )}
                        </>
                    ),
                },
                {
                    label: t("ui.financing.term"),
                    show: (loan) =>
                        `${t("ui.financing.months", { n: loan.months })} · ${t(`Repayment.${loan.repayment}`)}`,
                },
                {
                    label: t("ui.financing.nominal_rate"),
                    show: (loan) => percentText(loan.annual_rate_ppm),
                },
                {
                    label: t("ui.financing.effective_rate"),
                    show: (loan) => (
                        <b>{percentText((loan.plan as unknown as LoanPlan).cost.effective_rate_ppm)}</b>
                    ),
                },
                {
                    label: t("ui.financing.sheet"),
                    show: (loan) =>
                        loan.application.sheet_signed_at ? (
                            <>
                                {loan.application.sheet_signed_name}{" "}
                                <InstantText value={loan.application.sheet_signed_at} mode="clock" />
                            </>
                        ) : (
                            <span className="fc-due-text">{t("ui.financing.not_signed")}</span>
                        ),
                },
                {
                    field: "lender_reference",
                    show: (loan) => loan.application.lender_reference || null,
                },
                {
                    field: "approval_ends_on",
                    show: (loan) => loan.application.approval_ends_on ?? null,
                },
                {
                    field: "disbursed_on",
                    show: (loan) => loan.application.disbursed_on ?? null,
                },
                {
                    label: t("ui.financing.mortgage"),
                    show: (loan) =>
                        loan.application.mortgage_registered_on
                            ? `${loan.application.mortgage_number} ${loan.application.mortgage_registered_on}${
                                  loan.application.mortgage_released_on
                                      ? ` → ${t("ui.financing.released")} ${loan.application.mortgage_released_on}`
                                      : ""
                              }`
                            : null,
                },
                {
                    field: "decision_note",
                    wide: true,
                    show: (loan) => loan.application.decision_note || null,
                },
            ]}
            side={(loan) => {
                const one = loan as unknown as LoanRecord;
                return (
                    <>
                        {loan.application.state === "rejected" && (
                            <Button
                                block
                                type="primary"
                                onClick={() =>
                                    navigate(
                                        `/loans/compare?deal_id=${one.deal_id}&principal=${one.asked_principal}&follows_id=${one.id}`,
                                    )
                                }
                            >
                                {t("ui.financing.second_lender")}
                            </Button>
                        )}
                        {!one.sheet_hash && (
                            <DownloadLink view="financing.sheet_draft_pdf" params={{ application_id: id }}>
                                {t("view.financing.sheet_draft_pdf")}
                            </DownloadLink>
                        )}
                        <CoverageCard coverage={one.coverage} />
                        <Card title={t("ui.financing.total_cost")}>
                            <CostFacts plan={one.plan} />
                        </Card>
                        <Documents object_type="deal" object_id={one.deal_id} />
                    </>
                );
            }}
        >
            {(loan) => (
                <>
                    <Papers loan={loan as unknown as LoanRecord} />
                    <Card title={t("view.financing.schedule")} flush>
                        <Schedule plan={loan.plan as unknown as LoanPlan} />
                    </Card>
                </>
            )}
        </RecordPage>
    );
}
