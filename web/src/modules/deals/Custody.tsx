import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import {
    ActionButton,
    type AllowedAction,
    AllowedActions,
    Card,
    InstantText,
    StateTag,
    useView,
} from "@/kit";
import "./deals.css";

interface Paper {
    custody: {
        id: number;
        contract_number: string;
        revision: number;
        state: string;
        location: string;
        retain_until: string;
        borrower: string;
        reason: string;
        back_by?: string;
        version: number;
    };
    is_late: boolean;
    moves: { what: string; words: string; moved_at: string }[];
    allowed_actions: AllowedAction[];
}

/** Where the paper of the contract lies, who has it, until when it is kept. */
export function CustodyCard({ deal_id }: { deal_id: number }) {
    const { t } = useTranslation();
    const { may } = useSession();
    const view = useView("deals.deal_custody", { deal_id }, { enabled: may("deals.custody_write") });
    const data = view.data as unknown as { papers: Paper[]; allowed_actions: AllowedAction[] } | undefined;
    if (!data) return null;
    const file = data.allowed_actions.some((one) => !one.refused_because);
    if (data.papers.length === 0 && !file) return null;
    return (
        <Card
            title={t("view.deals.deal_custody")}
            extra={file && <ActionButton action="deals.file_contract" size="small" fixed={{ deal_id }} />}
        >
            <ul className="fc-extras">
                {data.papers.map(({ custody, is_late, moves, allowed_actions }) => (
                    <li key={custody.id} className="fc-custody">
                        <span className="fc-task-text">
                            <span>
                                <b>
                                    {custody.contract_number}-{custody.revision}
                                </b>{" "}
                                <StateTag type="CustodyState" value={custody.state} />
                            </span>
                            <small>
                                {custody.state === "lent"
                                    ? `${custody.borrower} · ${custody.reason}`
                                    : custody.location}
                            </small>
                            {custody.back_by && (
                                <small className={is_late ? "fc-late-text" : undefined}>
                                    {t("ui.deals.back_by", { day: custody.back_by })}
                                </small>
                            )}
                            <small>{t("ui.deals.kept_until", { day: custody.retain_until })}</small>
                            {moves.slice(-3).map((move) => (
                                <small key={move.moved_at + move.what}>
                                    {t(`CustodyMove.${move.what}`)} {move.words}{" "}
                                    <InstantText value={move.moved_at} />
                                </small>
                            ))}
                        </span>
                        <AllowedActions
                            calm
                            object={{ type: "custody", id: custody.id }}
                            version={custody.version}
                            actions={allowed_actions.filter((one) => !one.refused_because)}
                            config={{
                                "deals.lend_contract": { size: "small" },
                                "deals.return_contract": {
                                    size: "small",
                                    initial: { location: custody.location },
                                },
                                "deals.destroy_contract": { size: "small", danger: true },
                            }}
                        />
                    </li>
                ))}
            </ul>
        </Card>
    );
}
