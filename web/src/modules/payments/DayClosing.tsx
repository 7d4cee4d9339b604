import { Button, Input, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
    Card,
    Labelled,
    ListPage,
    MoneyInput,
    MoneyText,
    ProblemView,
    problemText,
    useAction,
    useView,
} from "@/kit";
import "./payments.css";

interface Preview {
    cash_expected: number;
    open_dues: number;
    takings: {
        received_cash: number;
        received_card: number;
        received_transfer: number;
        received_qr: number;
        refunded: number;
        payments: number;
    };
}

const ways = ["received_cash", "received_card", "received_transfer", "received_qr"] as const;

function Difference({ value }: { value: number }) {
    return (
        <span className={value === 0 ? "fc-soft" : "fc-late-text"}>
            <MoneyText value={value} />
        </span>
    );
}

/** What the closings of each month come to: the month's end needs no sheet of its own. */
function ByMonth() {
    const { t } = useTranslation();
    const view = useView("payments.takings_by_month", {});
    const months = view.data?.months ?? [];
    if (months.length === 0) return null;
    const columns = [...ways, "refunded"] as const;
    return (
        <Card title={t("view.payments.takings_by_month")} flush>
            <div className="fc-table-wrap">
                <table className="fc-table">
                    <thead>
                        <tr>
                            <th>{t("field.month")}</th>
                            <th className="right">{t("field.closings")}</th>
                            {columns.map((name) => (
                                <th key={name} className="right">
                                    {t(`field.${name}`)}
                                </th>
                            ))}
                            <th className="right">{t("ui.payments.in_all")}</th>
                            <th className="right">{t("field.difference")}</th>
                            <th className="right">{t("field.cash_banked")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {months.map((one) => (
                            <tr key={one.month}>
                                <th scope="row">{one.month}</th>
                                <td className="right">{one.closings}</td>
                                {columns.map((name) => (
                                    <td key={name} className="right">
                                        <MoneyText value={one[name]} />
                                    </td>
                                ))}
                                <td className="right">
                                    <b>
                                        <MoneyText
                                            value={
                                                ways.reduce((sum, name) => sum + one[name], 0) - one.refunded
                                            }
                                        />
                                    </b>
                                </td>
                                <td className="right">
                                    <Difference value={one.difference} />
                                </td>
                                <td className="right">
                                    <MoneyText value={one.cash_banked} />
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </Card>
    );
}

/** The end of the cashier's day: what the books say, what the drawer holds, and why they differ. */
export default function DayClosing() {
    const { t } = useTranslation();
    const view = useView("payments.closing_preview", {});
    const [counted, setCounted] = useState<number>();
    const [banked, setBanked] = useState<number | undefined>(0);
    const [note, setNote] = useState("");
    const close = useAction("payments.close_day", { showProblem: false });
    const preview = view.data as Preview | undefined;
    if (!preview)
        return view.error ? (
            <ProblemView problem={view.error} onRetry={() => view.refetch()} />
        ) : (
            <Skeleton active className="fc-page" />
        );
    const difference = counted === undefined ? undefined : counted - preview.cash_expected;
    const send = async () => {
        const done = await close.run({ cash_counted: counted, cash_banked: banked ?? 0, note });
        if (done) {
            setCounted(undefined);
            setBanked(0);
            setNote("");
        }
    };
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.day_closing")}</h1>
                <span className="fc-total">
                    {t("ui.payments.since_last", { n: preview.takings.payments })}
                </span>
            </header>
            <div className="fc-closing">
                <Card title={t("ui.payments.takings")}>
                    <dl className="fc-sums">
                        {ways.map((name) => (
                            <div key={name}>
                                <dt>{t(`field.${name}`)}</dt>
                                <dd>
                                    <MoneyText value={preview.takings[name]} />
                                </dd>
                            </div>
                        ))}
                        <div>
                            <dt>{t("field.refunded")}</dt>
                            <dd>
                                <MoneyText value={-preview.takings.refunded} />
                            </dd>
                        </div>
                        <div className="total">
                            <dt>{t("ui.payments.in_all")}</dt>
                            <dd>
                                <MoneyText
                                    strong
                                    value={
                                        ways.reduce((sum, name) => sum + preview.takings[name], 0) -
                                        preview.takings.refunded
                                    }
                                />
                            </dd>
                        </div>
                    </dl>
                </Card>
                <Card title={t("ui.payments.drawer")}>
                    <form
                        className="fc-receive"
                        onSubmit={(event) => {
                            event.preventDefault();
                            send();
                        }}
                    >
                        <dl className="fc-sums">
                            <div>
                                <dt>{t("field.cash_expected")}</dt>
                                <dd>
                                    <MoneyText value={preview.cash_expected} strong />
                                </dd>
                            </div>
                        </dl>
                        <Labelled label={t("field.cash_counted")}>
                            {(id) => <MoneyInput id={id} value={counted} onChange={setCounted} />}
                        </Labelled>
                        {difference !== undefined && (
                            <p className={difference === 0 ? "fc-yes" : "fc-late-text"}>
                                {difference === 0
                                    ? t("ui.payments.drawer_agrees")
                                    : t("ui.payments.drawer_differs", { difference })}
                            </p>
                        )}
                        <Labelled label={t("field.cash_banked")}>
                            {(id) => <MoneyInput id={id} value={banked} onChange={setBanked} />}
                        </Labelled>
                        <Labelled label={t("field.note")}>
                            {(id) => (
                                <Input
                                    id={id}
                                    value={note}
                                    onChange={(event) => setNote(event.target.value)}
                                />
                            )}
                        </Labelled>
                        {close.problem && (
                            <p role="alert" className="fc-late-text">
                                {problemText(close.problem)}
                            </p>
                        )}
                        <Button
                            type="primary"
                            size="large"
                            htmlType="submit"
                            block
                            loading={close.running}
                            disabled={counted === undefined || (difference !== 0 && !note.trim())}
                        >
                            {t("payments.close_day")}
                        </Button>
                    </form>
                </Card>
            </div>
            <ByMonth />
            <h2 className="fc-section-title">{t("view.payments.closing_list")}</h2>
            <ListPage
                embedded
                view="payments.closing_list"
                filters={["counted_from", "counted_until"]}
                sort="-closed_at"
                columns={[
                    "closed_on",
                    "number",
                    "received_cash",
                    "received_card",
                    "received_transfer",
                    "received_qr",
                    "refunded",
                    "cash_counted",
                    {
                        field: "difference",
                        title: t("field.difference"),
                        show: (row) => (
                            <Difference
                                value={(row.cash_counted as number) - (row.cash_expected as number)}
                            />
                        ),
                    },
                    "cash_banked",
                    "note",
                ]}
            />
        </div>
    );
}
