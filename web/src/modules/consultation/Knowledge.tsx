import { PlusOutlined } from "@ant-design/icons";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { ListPage } from "@/kit";
import "./consultation.css";

const states = ["published", "draft", "retired"];

/** The knowledge base: found by any two characters, what is cited most or was changed last on top. */
export default function Knowledge() {
    const { t } = useTranslation();
    const { may } = useSession();
    const [state, setState] = useState("published");
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.knowledge")}</h1>
                <Segmented
                    value={state}
                    onChange={setState}
                    options={states.map((value) => ({ value, label: t(`ArticleState.${value}`) }))}
                />
                <div className="fc-page-actions">
                    {may("consultation.article_write") && (
                        <Link to="/knowledge/new">
                            <Button type="primary" icon={<PlusOutlined />}>
                                {t("consultation.write_article")}
                            </Button>
                        </Link>
                    )}
                </div>
            </header>
            <div className="fc-sheet-box">
                <ListPage
                    key={state}
                    embedded
                    view="consultation.article_list"
                    sort="-cited"
                    params={{ state }}
                    searchLabel={t("ui.consultation.search")}
                    filters={["topic"]}
                    rowLink={(row) => `/knowledge/${row.id}`}
                    empty={{ title: t("ui.consultation.no_articles") }}
                    columns={[
                        "title",
                        "topic",
                        { field: "cited", sortable: true },
                        { field: "latest_version_no", title: t("field.version_no"), hideOnPhone: true },
                        { field: "changed_at", hideOnPhone: true },
                        { field: "number", hideOnPhone: true },
                    ]}
                />
            </div>
        </div>
    );
}
