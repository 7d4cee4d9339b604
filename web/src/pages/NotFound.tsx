import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { EmptyState } from "@/kit/EmptyState";

/** An address nothing stands at. */
export function NotFound() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    return (
        <EmptyState
            picture="search"
            title={t("ui.not_found.title")}
            text={t("ui.not_found.text")}
            action={
                <Button type="primary" onClick={() => navigate(-1)}>
                    {t("ui.back")}
                </Button>
            }
        />
    );
}
