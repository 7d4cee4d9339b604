import { Button } from "antd";
import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { Problem } from "@/api/problem";
import { EmptyState } from "./EmptyState";

/** One sentence for a problem: the server's, which is already in the person's language, else our own. */
export function problemText(problem: Problem): string {
    if (problem.detail || problem.title) return problem.detail || problem.title;
    if (problem.code && i18next.exists(`refusal.${problem.code}`))
        return i18next.t(`refusal.${problem.code}`);
    if (problem.status === 0) return i18next.t("ui.problem.no_connection");
    if (problem.status === 403) return i18next.t("ui.problem.not_allowed");
    if (problem.status === 404) return i18next.t("ui.problem.not_found");
    if (problem.status === 503) return i18next.t("ui.problem.busy");
    return i18next.t("ui.problem.unexpected");
}

export interface ProblemViewProps {
    problem: unknown;
    /** Offer to try again. */
    onRetry?: () => void;
}

/** What stands where content could not be shown: what happened, in a sentence, and the way on. */
export function ProblemView({ problem, onRetry }: ProblemViewProps) {
    const { t } = useTranslation();
    const known = problem instanceof Problem ? problem : new Problem(500, {});
    return (
        <div role="alert">
            <EmptyState
                picture="problem"
                title={problemText(known)}
                text={known.incident ? t("ui.problem.incident", { incident: known.incident }) : undefined}
                action={onRetry && <Button onClick={onRetry}>{t("ui.retry")}</Button>}
            />
        </div>
    );
}
