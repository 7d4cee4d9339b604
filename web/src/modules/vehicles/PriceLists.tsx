import { InboxOutlined } from "@ant-design/icons";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { uploadFile } from "@/api/client";
import { Problem } from "@/api/problem";
import { ListPage, problemText, useAction } from "@/kit";
import "@/modules/customers/customers.css";

const kinds: Record<string, string> = {
    csv: "text/csv",
    txt: "text/csv",
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The maker's price list: looked at first, taken in by a second step, and taken back if it was wrong. */
export default function PriceLists() {
    const { t } = useTranslation();
    const { message } = App.useApp();
    const navigate = useNavigate();
    const [busy, setBusy] = useState(false);
    const check = useAction("vehicles.check_price_list", { showDone: false });
    const take = async (file: File | undefined) => {
        if (!file || busy) return;
        setBusy(true);
        try {
            const kind = kinds[file.name.split(".").pop()?.toLowerCase() ?? ""] ?? file.type;
            const hash = await uploadFile(new Blob([file], { type: kind || "application/octet-stream" }));
            const answer = (await check.run({ file: hash, file_name: file.name })) as
                | { import_id: number }
                | undefined;
            if (answer) navigate(`/models/prices/${answer.import_id}`);
        } catch (error) {
            message.error(problemText(error instanceof Problem ? error : new Problem(500, {})));
        } finally {
            setBusy(false);
        }
    };
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("view.vehicles.price_list")}</h1>
            </header>
            <div className="fc-drop">
                <label aria-busy={busy}>
                    <InboxOutlined />
                    <b>{t("ui.catalogue.drop_prices")}</b>
                    <span>{t("ui.catalogue.drop_hint")}</span>
                    <input
                        type="file"
                        accept=".csv,.txt,.xlsx"
                        disabled={busy}
                        onChange={(event) => {
                            take(event.target.files?.[0]);
                            event.target.value = "";
                        }}
                    />
                </label>
                <a
                    href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${t("ui.catalogue.sample")}`)}`}
                    download="prices.csv"
                >
                    {t("ui.customers.import_template")}
                </a>
            </div>
            <h2 className="fc-section-title">{t("view.vehicles.price_lists")}</h2>
            <ListPage
                view="vehicles.price_lists"
                embedded
                sort="-checked_at"
                filters={[]}
                rowLink={(row) => `/models/prices/${row.id}`}
                columns={[
                    "file_name",
                    "state",
                    "rows",
                    "bad_rows",
                    "changed_prices",
                    { field: "same_prices", hideOnPhone: true },
                    { field: "checked_by", hideOnPhone: true },
                    "checked_at",
                ]}
            />
        </div>
    );
}
