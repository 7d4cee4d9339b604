import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Card, EmptyState, MoneyText, useAction } from "@/kit";
import type { Proposal } from "./types";
import "./leads.css";

export interface ProposalsProps {
    lead_id: number;
    proposals: Proposal[];
    /** With them a model can be taken as the one the customer wants. */
    choose?: { version: number; model_id?: number | null };
    customer_id?: number;
}

/** The models that fit what the customer said, with the reasons in words. */
export function Proposals({ lead_id, proposals, choose, customer_id }: ProposalsProps) {
    const { t } = useTranslation();
    const { run, running } = useAction("leads.choose_model");
    return (
        <Card title={t("ui.leads.proposals")} count={proposals.length}>
            {proposals.length === 0 ? (
                <EmptyState small title={t("ui.leads.no_proposals")} />
            ) : (
                <ol className="fc-proposals">
                    {proposals.map((one, index) => (
                        <li key={one.model_id} className={choose?.model_id === one.model_id ? "chosen" : ""}>
                            <span className="fc-proposal-rank">{index + 1}</span>
                            <div>
                                <Link to={`/models/${one.model_id}`}>{one.name}</Link>
                                <MoneyText value={one.price} />
                                <p>
                                    {one.reasons.map((reason) => (
                                        <span key={reason} className="fc-reason">
                                            {t(`ProposalReason.${reason}`)}
                                        </span>
                                    ))}
                                </p>
                            </div>
                            {choose && (
                                <span className="fc-proposal-do">
                                    {choose.model_id === one.model_id ? (
                                        <span className="fc-state ok">{t("ui.leads.chosen")}</span>
                                    ) : (
                                        <Button
                                            size="small"
                                            loading={running}
                                            onClick={() =>
                                                run({
                                                    lead_id,
                                                    model_id: one.model_id,
                                                    version: choose.version,
                                                })
                                            }
                                        >
                                            {t("leads.choose_model")}
                                        </Button>
                                    )}
                                    {customer_id && (
                                        <Link
                                            to={`/deals/new?customer_id=${customer_id}&lead_id=${lead_id}&model_id=${one.model_id}`}
                                        >
                                            <Button size="small">{t("deals.start_quote")}</Button>
                                        </Link>
                                    )}
                                </span>
                            )}
                        </li>
                    ))}
                </ol>
            )}
        </Card>
    );
}
