import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { InstantText, MoneyText } from "@/kit";
import type { DueLine } from "./types";
import "./payments.css";

/** Who has something to pay, the longest waiting first; the chosen one is marked. */
export function DueRows({ rows, chosen }: { rows: DueLine[]; chosen?: number }) {
    const { t } = useTranslation();
    return (
        <ul className="fc-dues">
            {rows.map((one) => (
                <li key={one.id}>
                    <Link to={`/cashier/${one.id}`} aria-current={one.id === chosen ? "true" : undefined}>
                        <span className="fc-task-text">
                            <b>{one.customer_name}</b>
                            <small>
                                {t(`object.${one.object_type}`)} · {one.title}
                            </small>
                            <small>
                                <InstantText value={one.set_at} />
                            </small>
                        </span>
                        <span className="fc-due-sum">
                            {one.overpaid > 0 ? (
                                <span className="fc-state late">{t("DueStanding.overpaid")}</span>
                            ) : (
                                <MoneyText value={one.open} strong />
                            )}
                            {one.paid > 0 && (
                                <small>
                                    {t("ui.payments.paid_of", { paid: one.paid, amount: one.amount })}
                                </small>
                            )}
                        </span>
                    </Link>
                </li>
            ))}
        </ul>
    );
}
