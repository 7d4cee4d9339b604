import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { ActionButton, EmptyState, InstantText, MoneyText, ProblemView, useView } from "@/kit";
import "./payments.css";

interface NoticeLine {
    notice: {
        id: number;
        order_number: string;
        gateway_reference: string;
        amount: number;
        question: string;
        received_at: string;
    };
    allowed_actions: { name: string; refused_because?: string }[];
}

/** Money that came in over the payment company and fits nothing: finance finds out whose it is. */
export default function Notices() {
    const { t } = useTranslation();
    const view = useView("payments.notice_list", {});
    const data = view.data as unknown as { notices: NoticeLine[] } | undefined;
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("view.payments.notice_list")}</h1>
            </header>
            {view.error && <ProblemView problem={view.error} onRetry={() => view.refetch()} />}
            {!data && !view.error && <Skeleton active />}
            {data && data.notices.length === 0 && (
                <EmptyState picture="done" title={t("ui.payments.no_questions")} />
            )}
            {data && data.notices.length > 0 && (
                <div className="fc-sheet-box">
                    <ul className="fc-payments">
                        {data.notices.map(({ notice }) => (
                            <li key={notice.id}>
                                <div className="fc-payment-line">
                                    <span className="fc-task-text">
                                        <b>
                                            <MoneyText value={notice.amount} />{" "}
                                            {t(`NoticeQuestion.${notice.question}`)}
                                        </b>
                                        <small>
                                            {notice.order_number} · {notice.gateway_reference} ·{" "}
                                            <InstantText value={notice.received_at} />
                                        </small>
                                    </span>
                                    <ActionButton
                                        action="payments.clear_notice"
                                        fixed={{ notice_id: notice.id }}
                                    />
                                </div>
                            </li>
                        ))}
                    </ul>
                </div>
            )}
        </div>
    );
}
