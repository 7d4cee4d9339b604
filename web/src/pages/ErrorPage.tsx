import { Button } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { isRouteErrorResponse, useRouteError } from "react-router";
import { EmptyState } from "@/kit/EmptyState";
import { NotFound } from "./NotFound";

const reloadKey = "forecourt.reloaded_for";

/** A new version was installed while the page was open: its old chunks are gone, loading anew helps. */
function isOldChunk(error: unknown): boolean {
    return (
        error instanceof Error && /dynamically imported module|Importing a module script/i.test(error.message)
    );
}

/** Where a page ends that broke: say so, and offer the way on. The rest of the shell stays usable. */
export function ErrorPage() {
    const error = useRouteError();
    const { t } = useTranslation();
    useEffect(() => {
        if (!isOldChunk(error) || sessionStorage.getItem(reloadKey) === window.location.href) return;
        sessionStorage.setItem(reloadKey, window.location.href);
        window.location.reload();
    }, [error]);
    if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
    return (
        <div role="alert">
            <EmptyState
                picture="problem"
                title={t("ui.broken.title")}
                text={error instanceof Error ? error.message : t("ui.broken.text")}
                action={
                    <Button type="primary" onClick={() => window.location.reload()}>
                        {t("ui.reload")}
                    </Button>
                }
            />
        </div>
    );
}
