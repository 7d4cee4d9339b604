import { FilePdfOutlined, LoadingOutlined, SafetyCertificateOutlined } from "@ant-design/icons";
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
    ready: boolean;
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
                        <PaperLine paper={one} />
                    </li>
                ))}
            </ul>
        </Card>
    );
}

/** One paper to open; while it is being made it says so, and the live stream brings it. */
function PaperLine({ paper }: { paper: ArchivedFacts }) {
    const { t } = useTranslation();
    const text = (
        <span className="fc-task-text">
            <span>{paper.title}</span>
            <small>
                {paper.number} <InstantText value={paper.created_at} mode="clock" />
            </small>
        </span>
    );
    if (!paper.ready) {
        return (
            <span className="fc-task" aria-busy="true">
                <LoadingOutlined />
                {text}
                <span className="fc-state">{t("ui.documents.being_made")}</span>
            </span>
        );
    }
    return (
        <a
            className="fc-task"
            href={pdfUrl("documents.pdf", { document_id: paper.id })}
            target="_blank"
            rel="noreferrer"
        >
            <FilePdfOutlined />
            {text}
            {paper.sealed && (
                <span className="fc-state ok">
                    <SafetyCertificateOutlined /> {t("ui.documents.sealed")}
                </span>
            )}
        </a>
    );
}
