import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { Card, MoneyText, ProblemView, SigningPage, useAction, useView } from "@/kit";
import { uploadsSettled } from "@/kit/uploads";
import "./deals.css";

interface DealMenu {
    lines: { offer: string; title: string; explanation: string; price: number; accepted?: boolean }[];
    signed_name: string;
    allowed_actions: { name: string; refused_because?: string }[];
}

/** On the deal: what was offered beside the car and what was said to it. */
export function MenuCard({ deal_id }: { deal_id: number }) {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const view = useView("deals.deal_menu", { deal_id });
    const data = view.data as unknown as DealMenu | undefined;
    if (!data) return null;
    const may = data.allowed_actions.some((one) => !one.refused_because);
    if (!data.signed_name && !may) return null;
    return (
        <Card title={t("view.deals.deal_menu")}>
            {data.signed_name ? (
                <ul className="fc-extras">
                    {data.lines.map((line) => (
                        <li key={line.offer}>
                            <span className="fc-task-text">{line.title}</span>
                            <span className={line.accepted ? "fc-state ok" : "fc-state mute"}>
                                {t(line.accepted ? "ui.deals.menu_yes" : "ui.deals.menu_no")}
                            </span>
                        </li>
                    ))}
                </ul>
            ) : (
                <Button block onClick={() => navigate(`/deals/${deal_id}/menu`)}>
                    {t("deals.answer_menu")}
                </Button>
            )}
        </Card>
    );
}

/** The menu as the customer answers it: each offer yes or no, then the signature. */
export default function Menu() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const navigate = useNavigate();
    const view = useView("deals.deal_menu", { deal_id: id });
    const deal = useView("deals.deal_record", { deal_id: id });
    const [said, setSaid] = useState<Record<string, boolean>>({});
    const sign = useAction("deals.answer_menu", { showProblem: false });
    if (view.error) return <ProblemView problem={view.error} onRetry={() => view.refetch()} />;
    if (!view.data || !deal.data) return null;
    const menu = view.data as unknown as DealMenu;
    const record = deal.data as unknown as {
        deal: { version: number; car_title: string };
        customer_name: string;
    };
    const left = menu.lines.filter((line) => said[line.offer] === undefined).length;
    const sum = menu.lines.reduce((all, line) => all + (said[line.offer] ? line.price : 0), 0);
    if (menu.signed_name) return <Link to={`/deals/${id}`}>{t("refusal.menu_is_answered")}</Link>;
    return (
        <SigningPage
            title={t("view.deals.deal_menu")}
            subtitle={record.deal.car_title}
            clauses={[{ title: "", text: t("ui.deals.menu_statement"), conspicuous: true }]}
            before={
                <ul className="fc-menu-offers">
                    {menu.lines.map((line) => (
                        <li key={line.offer}>
                            <span className="fc-task-text">
                                <b>
                                    {line.title} <MoneyText value={line.price} />
                                </b>
                                <small>{line.explanation}</small>
                            </span>
                            <Segmented
                                value={said[line.offer] === undefined ? "" : said[line.offer] ? "yes" : "no"}
                                onChange={(value) => setSaid({ ...said, [line.offer]: value === "yes" })}
                                options={[
                                    { value: "yes", label: t("ui.deals.menu_yes") },
                                    { value: "no", label: t("ui.deals.menu_no") },
                                ]}
                            />
                        </li>
                    ))}
                    <li className="total">
                        <span className="fc-task-text">{t("ui.deals.menu_sum")}</span>
                        <MoneyText value={sum} strong />
                    </li>
                </ul>
            }
            name={record.customer_name}
            running={sign.running}
            problem={sign.problem}
            refused={left > 0 ? t("ui.deals.menu_left", { n: left }) : undefined}
            submitLabel={t("deals.answer_menu")}
            onBack={() => navigate(`/deals/${id}`)}
            onSign={async (signed) => {
                await uploadsSettled();
                const done = await sign.run({
                    deal_id: id,
                    version: record.deal.version,
                    answers: menu.lines.map((line) => ({ offer: line.offer, accepted: !!said[line.offer] })),
                    ...signed,
                });
                if (done) navigate(`/deals/${id}`);
            }}
        />
    );
}
