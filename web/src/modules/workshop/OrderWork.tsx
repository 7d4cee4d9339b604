import { CheckOutlined, CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Card, Countdown, InstantText, StateTag } from "@/kit";
import type { Check, Clock, OrderLine, OrderRecord, Rework } from "./types";

function minutesOf(clock: Clock): number {
    return Math.max(1, Math.round((Date.parse(clock.ended_at!) - Date.parse(clock.started_at)) / 60_000));
}

/** Who worked on what, from when to when; a running clock counts up. */
export function ClocksCard({ record }: { record: OrderRecord }) {
    const { t } = useTranslation();
    const clocks = record.clocks as Clock[];
    if (clocks.length === 0) return null;
    const line = (id: number) => (record.lines as OrderLine[]).find((one) => one.id === id);
    return (
        <Card title={t("ui.workshop.clocks")} count={clocks.length} flush>
            <ul className="ws-rows">
                {clocks.map((one) => (
                    <li key={one.id}>
                        {one.ended_at ? (
                            <span className="fc-state mute">{t(`ClockEnd.${one.end_reason}`)}</span>
                        ) : (
                            <span className="fc-state info">{t("ui.workshop.running")}</span>
                        )}
                        <span>
                            <b>{one.user_name}</b> {line(one.line_id)?.name}
                            {one.rework_id && <em className="ws-payer">{t("Work.rework")}</em>}
                        </span>
                        <span className="end">
                            <InstantText value={one.started_at} mode="clock" />
                            {one.ended_at ? (
                                <>
                                    {" "}
                                    – <InstantText value={one.ended_at} mode="clock" />{" "}
                                    <b>{t("ui.clock.minutes", { n: minutesOf(one) })}</b>
                                </>
                            ) : (
                                <span className="ws-running">
                                    <Countdown since={one.started_at} />
                                </span>
                            )}
                        </span>
                    </li>
                ))}
            </ul>
        </Card>
    );
}

const levels = ["self", "peer", "final"] as const;

/** The three looks at the work, round by round, and what was sent back. */
export function QualityCard({ record, onCheck }: { record: OrderRecord; onCheck: () => void }) {
    const { t } = useTranslation();
    const { order } = record;
    const checks = record.checks as Check[];
    const reworks = record.reworks as Rework[];
    if (order.state === "received" || order.state === "awaiting_consent") return null;
    const passed = (level: string) =>
        checks.find((one) => one.level === level && one.round === order.quality_round && one.passed);
    const allowed = record.allowed_actions.find(
        (one: { name: string; refused_because?: string | null }) => one.name === "workshop.record_check",
    );
    return (
        <Card
            title={t("ui.workshop.quality")}
            extra={order.quality_round > 1 && t("ui.workshop.round", { n: order.quality_round })}
        >
            <ol className="ws-quality">
                {levels.map((level) => {
                    const done = passed(level);
                    const isNext = record.next_check === level;
                    return (
                        <li key={level} className={done ? "done" : isNext ? "next" : undefined}>
                            <span className="dot">{done && <CheckOutlined />}</span>
                            <span>
                                <b>{t(`CheckLevel.${level}`)}</b>
                                <small>
                                    {done ? (
                                        <>
                                            {done.checked_by_name}{" "}
                                            <InstantText value={done.checked_at} mode="clock" />
                                        </>
                                    ) : (
                                        t(`ui.workshop.who_checks_${level}`)
                                    )}
                                </small>
                            </span>
                            {isNext && allowed && !allowed.refused_because && (
                                <Button size="small" onClick={onCheck}>
                                    {t("workshop.record_check")}
                                </Button>
                            )}
                        </li>
                    );
                })}
            </ol>
            {order.certificate_number && (
                <p className="ws-certificate">
                    {t("field.certificate_number")} {order.certificate_number}
                </p>
            )}
            {reworks.length > 0 && (
                <ul className="ws-reworks">
                    {reworks.map((one) => (
                        <li key={one.id}>
                            {one.done_at ? (
                                <CheckOutlined className="fc-yes" />
                            ) : (
                                <CloseOutlined className="late" />
                            )}
                            <span>
                                <b>{one.line_name}</b>{" "}
                                <StateTag type="ReworkCause" value={one.cause} tone="late" />
                                <small>{one.words}</small>
                            </span>
                        </li>
                    ))}
                </ul>
            )}
        </Card>
    );
}
