import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Card, useAction } from "@/kit";
import { ArticleForm } from "./ArticleForm";

export default function NewArticle() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const write = useAction("consultation.write_article", { showProblem: false });
    return (
        <div className="fc-page cn-narrow">
            <header className="fc-page-head">
                <h1>{t("consultation.write_article")}</h1>
            </header>
            <Card title={t("object.article")}>
                <ArticleForm
                    start={{ title: "", body: "", asked_as: "", topic: "service" }}
                    running={write.running}
                    problem={write.problem}
                    onCancel={() => navigate("/knowledge")}
                    onSave={async (values) => {
                        const done = (await write.run({ ...values })) as { article_id: number } | undefined;
                        if (done) navigate(`/knowledge/${done.article_id}`);
                    }}
                />
            </Card>
        </div>
    );
}
