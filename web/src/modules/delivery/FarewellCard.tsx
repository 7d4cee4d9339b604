import { CheckCircleFilled, PrinterOutlined } from "@ant-design/icons";
import { Button, Rate } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ActionButton, type AllowedAction, Card, DownloadLink, InstantText, useView } from "@/kit";
import "./delivery.css";

export interface Farewell {
    ceremony?: { place: string; plan: string };
    host_name: string;
    explained_at?: string;
    wanted: { name: string; title: string; pieces: number }[];
    items: { id: number; title: string; pieces: number; number: string; handed_at: string }[];
    gate_pass?: { number: string; issued_at: string; left_at?: string };
    rating?: { score: number; explained: number; words: string };
    inspection: string;
    can_be_rated: boolean;
    allowed_actions: AllowedAction[];
}

export function useFarewell(delivery_id: number) {
    return useView("delivery.farewell", { delivery_id }, { also: ["payments"] });
}

/** Ceremony, explanation, papers and keys, the gate, and what the customer said of it. */
export function FarewellCard({ delivery_id, data }: { delivery_id: number; data: Farewell }) {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const find = (name: string) => data.allowed_actions.find((one) => one.name === `delivery.${name}`);
    const may = (name: string) => find(name) !== undefined && !find(name)?.refused_because;
    const reason = find("issue_gate_pass")?.refused_because;
    return (
        <Card title={t("view.delivery.farewell")}>
            <ul className="fc-farewell">
                <li>
                    <b>{t("ui.delivery.ceremony")}</b>
                    <span>
                        {data.ceremony ? (
                            <>
                                {data.ceremony.place} · {data.host_name}
                                <small>{data.ceremony.plan}</small>
                            </>
                        ) : (
                            <span className="fc-soft">{t("ui.delivery.no_ceremony")}</span>
                        )}
                    </span>
                    {may("plan_ceremony") && (
                        <ActionButton
                            action="delivery.plan_ceremony"
                            size="small"
                            fixed={{ delivery_id }}
                            hide={["host_id"]}
                            initial={{ plan: data.ceremony?.plan ?? "", place: data.ceremony?.place }}
                        />
                    )}
                </li>
                <li>
                    <b>{t("ui.delivery.explanation")}</b>
                    {data.explained_at ? (
                        <span className="fc-yes">
                            <CheckCircleFilled /> {t("ui.delivery.explained_and_signed")}{" "}
                            <InstantText value={data.explained_at} mode="clock" />
                        </span>
                    ) : (
                        <span className="fc-soft">{t("ui.delivery.explanation_text")}</span>
                    )}
                    {may("explain") && (
                        <Button size="small" onClick={() => navigate(`/deliveries/${delivery_id}/explain`)}>
                            {t("delivery.explain")}
                        </Button>
                    )}
                </li>
                <li>
                    <b>{t("ui.delivery.items")}</b>
                    <span>
                        {data.items.length > 0 ? (
                            <span className="fc-yes">
                                <CheckCircleFilled />{" "}
                                {t("ui.delivery.items_handed", { n: data.items.length })}
                            </span>
                        ) : (
                            <span className="fc-soft">
                                {t("ui.delivery.items_wait", { n: data.wanted.length })}
                            </span>
                        )}
                    </span>
                    {may("hand_over_items") && (
                        <Button size="small" onClick={() => navigate(`/deliveries/${delivery_id}/items`)}>
                            {t("delivery.hand_over_items")}
                        </Button>
                    )}
                </li>
                <li>
                    <b>{t("ui.delivery.gate")}</b>
                    <span>
                        {data.gate_pass ? (
                            <>
                                {data.gate_pass.number}
                                <small>
                                    {data.gate_pass.left_at ? (
                                        <>
                                            {t("ui.delivery.left")}{" "}
                                            <InstantText value={data.gate_pass.left_at} mode="clock" />
                                        </>
                                    ) : (
                                        t("ui.delivery.not_left")
                                    )}
                                </small>
                            </>
                        ) : (
                            <span className="fc-soft">
                                {reason ? t(`refusal.${reason}`, { open: "" }) : t("ui.delivery.gate_ready")}
                            </span>
                        )}
                    </span>
                    {may("issue_gate_pass") && (
                        <ActionButton
                            action="delivery.issue_gate_pass"
                            size="small"
                            fixed={{ delivery_id }}
                        />
                    )}
                    {data.gate_pass && (
                        <DownloadLink
                            view="delivery.gate_pass_pdf"
                            params={{ delivery_id }}
                            size="small"
                            icon={<PrinterOutlined />}
                        >
                            {t("view.delivery.gate_pass_pdf")}
                        </DownloadLink>
                    )}
                </li>
                {data.rating && (
                    <li>
                        <b>{t("ui.delivery.rating")}</b>
                        <span>
                            <Rate disabled value={data.rating.score} /> <small>{data.rating.words}</small>
                        </span>
                    </li>
                )}
            </ul>
        </Card>
    );
}
