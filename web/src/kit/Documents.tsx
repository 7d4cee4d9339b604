import { FilePdfOutlined, SafetyCertificateOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { pathOf, queryString } from "@/api/client";
import { Card } from "./Card";
import { InstantText } from "./InstantText";
import { useView } from "./useView";

interface ArchivedFacts {
    id: number;
    number: string;
    title: string;
    sealed: boolean;
    created_at: string;
}

/** Where a view that is a file is opened: `pdfUrl("deals.plan_pdf", { deal_id })`. */
export function pdfUrl(view: string, params: Record<string, unknown>): string {
    return pathOf(view) + queryString(params);
}

/** The archived papers about a record; nothing is drawn while there are none. */
export function Documents({ object_type, object_id }: { object_type: string; object_id: number }) {
    const { t } = useTranslation();
    const { data } = useView("documents.of", { object_type, object_id });
    const rows = (data as { rows?: ArchivedFacts[] } | undefined)?.rows ?? [];
    if (rows.length === 0) return null;
    return (
        <Card title={t("ui.documents")} count={rows.length} flush>
            <ul className="fc-tasks">
                {rows.map((one) => (
                    <li key={one.id}>
                        <a
                            className="fc-task"
                            href={pdfUrl("documents.pdf", { document_id: one.id })}
                            target="_blank"
                            rel="noreferrer"
                        >
                            <FilePdfOutlined />
                            <span className="fc-task-text">
                                <span>{one.title}</span>
                                <small>
                                    {one.number} <InstantText value={one.created_at} mode="clock" />
                                </small>
                            </span>
                            {one.sealed && (
                                <span className="fc-state ok">
                                    <SafetyCertificateOutlined /> {t("ui.documents.sealed")}
                                </span>
                            )}
                        </a>
                    </li>
                ))}
            </ul>
        </Card>
    );
}
