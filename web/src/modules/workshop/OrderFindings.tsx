import { Button, Image } from "antd";
import { useTranslation } from "react-i18next";
import { Card, type CarMark, CarOutline, InstantText, MoneyText, StateTag, useView } from "@/kit";
import { pictureUrl } from "@/kit/uploads";
import { type Consent, type Finding, listOf, type OrderRecord } from "./types";

/** Photos as small pictures that open large. */
export function Photos({ hashes, size = 72 }: { hashes: string[]; size?: number }) {
    const { t } = useTranslation();
    if (hashes.length === 0) return null;
    return (
        <div className="fc-photos">
            <Image.PreviewGroup>
                {hashes.map((hash) => (
                    <Image
                        key={hash}
                        src={pictureUrl(hash)}
                        alt={t("ui.photo.alt")}
                        width={size}
                        height={size}
                        className="ws-photo"
                    />
                ))}
            </Image.PreviewGroup>
        </div>
    );
}

/** What diagnosis found, the dangerous first. */
export function Findings({ findings }: { findings: Finding[] }) {
    const { t } = useTranslation();
    if (findings.length === 0) return null;
    const rank = ["safety", "soon", "watch"];
    const sorted = [...findings].sort((a, b) => rank.indexOf(a.urgency) - rank.indexOf(b.urgency));
    return (
        <Card title={t("ui.workshop.findings")} count={findings.length} flush>
            <ul className="ws-findings">
                {sorted.map((one) => (
                    <li key={one.id} className={one.urgency}>
                        <div>
                            <h3>
                                {one.part_of_car} <StateTag type="Urgency" value={one.urgency} />
                                {one.additional && <em className="ws-payer">{t("field.additional")}</em>}
                            </h3>
                            <p>
                                {one.words}
                                {one.reading && <b> {one.reading}</b>}
                            </p>
                            <small className="fc-soft">
                                {one.found_by_name} · <InstantText value={one.found_at} mode="clock" />
                            </small>
                        </div>
                        <Photos hashes={one.photos} />
                    </li>
                ))}
            </ul>
        </Card>
    );
}

/** When the customer was asked, by which way the answer came, and to how much. */
export function Consents({ consents }: { consents: Consent[] }) {
    const { t } = useTranslation();
    if (consents.length === 0) return null;
    return (
        <Card title={t("ui.workshop.consents")} count={consents.length} flush>
            <ul className="ws-rows">
                {consents.map((one) => (
                    <li key={one.id}>
                        <StateTag type="ConsentState" value={one.state} />
                        <span>
                            {t("ui.workshop.asked_by", { name: one.asked_by_name })}{" "}
                            <InstantText value={one.asked_at} mode="clock" />
                            {one.answered_at && (
                                <>
                                    {" → "}
                                    {t(`ConsentChannel.${one.channel}`)} {one.answered_by}{" "}
                                    <InstantText value={one.answered_at} mode="clock" />
                                </>
                            )}
                        </span>
                        <span className="end">
                            {one.state === "answered" && (
                                <>
                                    <MoneyText value={one.approved_amount} /> /{" "}
                                </>
                            )}
                            <MoneyText value={one.asked_amount} />
                        </span>
                    </li>
                ))}
            </ul>
        </Card>
    );
}

/** The car as it came: marks, photos, belongings, signature, and the walk-round's list. */
export function CarAtArrival({
    order,
    onWalkRound,
}: {
    order: OrderRecord["order"];
    onWalkRound: () => void;
}) {
    const { t } = useTranslation();
    const { data } = useView("checklists.of", { object_type: "repair_order", object_id: order.id });
    const walked = (data as { rows?: { checklist: string }[] } | undefined)?.rows?.some(
        (one) => one.checklist === "walk_round",
    );
    const marks = listOf<CarMark>(order.marks);
    return (
        <Card
            title={t("ui.workshop.at_arrival")}
            extra={
                walked ? (
                    <span className="fc-state ok">{t("ui.workshop.walked")}</span>
                ) : (
                    order.state === "received" && (
                        <Button size="small" onClick={onWalkRound}>
                            {t("workshop.record_walk_round")}
                        </Button>
                    )
                )
            }
        >
            <div className="ws-arrival">
                <CarOutline marks={marks} />
                <Photos hashes={listOf<string>(order.photos)} size={88} />
                <dl className="fc-facts">
                    <div>
                        <dt>{t("field.belongings")}</dt>
                        <dd>{order.belongings || t("ui.workshop.no_belongings")}</dd>
                    </div>
                    <div>
                        <dt>{t("field.sent_in_by")}</dt>
                        <dd>{order.sent_in_by || t("ui.workshop.the_owner")}</dd>
                    </div>
                    <div>
                        <dt>{t("field.wants_old_parts")}</dt>
                        <dd>{t(order.wants_old_parts ? "ui.yes" : "ui.no")}</dd>
                    </div>
                    {order.signature && (
                        <div>
                            <dt>{t("field.signature")}</dt>
                            <dd>
                                <img
                                    className="ws-signature"
                                    src={pictureUrl(order.signature)}
                                    alt={t("ui.signature.label")}
                                />
                            </dd>
                        </div>
                    )}
                </dl>
            </div>
        </Card>
    );
}
