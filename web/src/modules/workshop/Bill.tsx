import { useTranslation } from "react-i18next";
import { MoneyText } from "@/kit";
import type { OrderLine, OrderRecord } from "./types";

const kinds = ["labour", "part", "outside"] as const;
const others = ["warranty", "insurer", "internal"] as const;

/** What the bill will be, before discount: approved lines by kind, and who else pays. */
export function Bill({ record }: { record: OrderRecord }) {
    const { t } = useTranslation();
    const approved = (record.lines as OrderLine[]).filter((line) => line.state === "approved");
    const sum = (lines: OrderLine[]) => lines.reduce((total, line) => total + line.amount, 0);
    const own = approved.filter((line) => line.payer === "customer");
    return (
        <dl className="ws-bill">
            {kinds.map((kind) => (
                <div key={kind}>
                    <dt>{t(`LineKind.${kind}`)}</dt>
                    <dd>
                        <MoneyText value={sum(own.filter((line) => line.kind === kind))} />
                    </dd>
                </div>
            ))}
            <div className="total">
                <dt>{t("ui.workshop.customer_pays")}</dt>
                <dd>
                    <MoneyText value={sum(own)} strong />
                </dd>
            </div>
            {others.map((payer) => {
                const lines = approved.filter((line) => line.payer === payer);
                return (
                    lines.length > 0 && (
                        <div key={payer}>
                            <dt>{t(`Payer.${payer}`)}</dt>
                            <dd>
                                <MoneyText value={sum(lines)} />
                            </dd>
                        </div>
                    )
                );
            })}
        </dl>
    );
}
