import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card, InstantText, MoneyInput, MoneyText, problemText, StateTag, useAction } from "@/kit";
import { allows, type DealRecord } from "./types";
import "./deals.css";

/** How far reductions and gifts go: mine, what was granted, and what somebody else must say yes to. */
export function DiscountCard({ deal }: { deal: DealRecord }) {
    const { t } = useTranslation();
    const [amount, setAmount] = useState<number | undefined>(deal.discount || undefined);
    const [reason, setReason] = useState(deal.discount_reason);
    const set = useAction("deals.set_discount", { showProblem: false });
    const withdraw = useAction("deals.withdraw_discount");
    const limit = Math.max(deal.my_limit, deal.concession_granted);
    const wanted = (amount ?? 0) + deal.sums.gifts;
    const beyond = wanted > limit;
    const may = allows(deal, "deals.set_discount");
    const fixed = { deal_id: deal.id, version: deal.version };
    const share = limit > 0 ? Math.min(100, (wanted / limit) * 100) : wanted > 0 ? 100 : 0;
    return (
        <Card title={t("ui.deals.discount")}>
            {deal.state === "awaiting_approval" && (
                <p className="fc-waiting">
                    {t("ui.deals.discount_waits")}
                    {allows(deal, "deals.withdraw_discount") && (
                        <Button size="small" loading={withdraw.running} onClick={() => withdraw.run(fixed)}>
                            {t("deals.withdraw_discount")}
                        </Button>
                    )}
                </p>
            )}
            {may && (
                <form
                    className="fc-discount"
                    onSubmit={(event) => {
                        event.preventDefault();
                        set.run({ ...fixed, amount: amount ?? 0, reason });
                    }}
                >
                    <MoneyInput value={amount} onChange={setAmount} aria-label={t("DealLineKind.discount")} />
                    <Input
                        value={reason}
                        placeholder={t("ui.deals.discount_reason")}
                        aria-label={t("ui.deals.discount_reason")}
                        onChange={(event) => setReason(event.target.value)}
                    />
                    <Button
                        htmlType="submit"
                        type={beyond ? "primary" : "default"}
                        loading={set.running}
                        disabled={!reason.trim() || (amount ?? 0) === deal.discount}
                    >
                        {t(beyond ? "ui.deals.ask_approval" : "deals.set_discount")}
                    </Button>
                </form>
            )}
            {set.problem && (
                <p role="alert" className="fc-late-text">
                    {problemText(set.problem)}
                </p>
            )}
            <div className={beyond ? "fc-limit beyond" : "fc-limit"}>
                <div>
                    <span style={{ width: `${share}%` }} />
                </div>
                <small>
                    {t("ui.deals.limit", { used: wanted, limit })}
                    {deal.sums.gifts > 0 && ` ${t("ui.deals.with_gifts", { gifts: deal.sums.gifts })}`}
                </small>
            </div>
            {deal.discounts.length > 0 && (
                <ul className="fc-discounts">
                    {deal.discounts.map((one) => (
                        <li key={one.id}>
                            <MoneyText value={one.amount} />
                            <span>
                                {one.reason}
                                <small>
                                    <InstantText value={one.set_at} mode="clock" />
                                    {one.decided_by_name && ` · ${one.decided_by_name}`}
                                    {one.decided_note && `：${one.decided_note}`}
                                </small>
                            </span>
                            <StateTag type="DiscountState" value={one.state} />
                        </li>
                    ))}
                </ul>
            )}
        </Card>
    );
}
