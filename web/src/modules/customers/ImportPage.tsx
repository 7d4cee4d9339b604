import { InboxOutlined } from "@ant-design/icons";
import { App } from "antd";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { uploadFile } from "@/api/client";
import { Problem } from "@/api/problem";
import { ListPage, problemText, useAction } from "@/kit";
import "./customers.css";

const kinds: Record<string, string> = {
    csv: "text/csv",
    txt: "text/csv",
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Drop a list of customers here: it is only looked at; taking it in is a second step. */
export default function ImportPage() {
    const { t } = useTranslation();
    const { message } = App.useApp();
    const navigate = useNavigate();
    const input = useRef<HTMLInputElement>(null);
    const [busy, setBusy] = useState(false);
    const [over, setOver] = useState(false);
    const check = useAction("customers.import_dry_run", { showDone: false });
    const take = async (file: File | undefined) => {
        if (!file || busy) return;
        setBusy(true);
        try {
            const kind = kinds[file.name.split(".").pop()?.toLowerCase() ?? ""] ?? file.type;
            const hash = await uploadFile(new Blob([file], { type: kind || "application/octet-stream" }));
            const answer = (await check.run({ file: hash, file_name: file.name })) as
                | { import_id: number }
                | undefined;
            if (answer) navigate(`/customers/import/${answer.import_id}`);
        } catch (error) {
            message.error(problemText(error instanceof Problem ? error : new Problem(500, {})));
        } finally {
            setBusy(false);
            if (input.current) input.current.value = "";
        }
    };
    const drop = (event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
    };
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.customer_import")}</h1>
            </header>
            {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra, the label is the way */}
            <div
                className={over ? "fc-drop over" : "fc-drop"}
                onDragOver={(event) => {
                    event.preventDefault();
                    setOver(true);
                }}
                onDragLeave={() => setOver(false)}
                onDrop={drop}
            >
                <label aria-busy={busy}>
                    <InboxOutlined />
                    <b>{t(busy ? "ui.customers.import_busy" : "ui.customers.import_drop")}</b>
                    <span>{t("ui.customers.import_hint")}</span>
                    <input
                        ref={input}
                        type="file"
                        accept=".csv,.txt,.xlsx"
                        disabled={busy}
                        onChange={(event) => take(event.target.files?.[0])}
                    />
                </label>
                <a
                    href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${t("ui.customers.import_sample")}`)}`}
                    download="customers.csv"
                >
                    {t("ui.customers.import_template")}
                </a>
            </div>
            <h2 className="fc-section-title">{t("ui.customers.imports")}</h2>
            <ListPage
                view="customers.import_list"
                embedded
                sort="-checked_at"
                filters={[]}
                rowLink={(row) => `/customers/import/${row.id}`}
                columns={[
                    "file_name",
                    "state",
                    "rows",
                    "bad_rows",
                    { field: "new_customers", hideOnPhone: true },
                    { field: "known_customers", hideOnPhone: true },
                    { field: "cars", hideOnPhone: true, title: t("ui.customers.cars") },
                    "checked_at",
                    { field: "checked_by", hideOnPhone: true },
                ]}
            />
        </div>
    );
}
