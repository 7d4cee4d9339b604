import { Button } from "antd";
import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type FieldProblem, namePath, Problem } from "@/api/problem";
import { currentLanguage, fieldLabel } from "@/words/i18n";
import { EmptyState } from "./EmptyState";

/** One sentence for a problem: the server's, which is already in the person's language, else our own. */
export function problemTitle(problem: Problem): string {
    if (problem.detail || problem.title) return problem.detail || problem.title;
    if (problem.code && i18next.exists(`refusal.${problem.code}`))
        return i18next.t(`refusal.${problem.code}`);
    if (problem.status === 0) return i18next.t("ui.problem.no_connection");
    if (problem.status === 403) return i18next.t("ui.problem.not_allowed");
    if (problem.status === 404) return i18next.t("ui.problem.not_found");
    if (problem.status === 503) return i18next.t("ui.problem.busy");
    return i18next.t("ui.problem.unexpected");
}

/** What is wrong with each of these fields, named: "电话: 电话号码不正确". */
export function fieldSentences(wrong: FieldProblem[]): string {
    const separator = currentLanguage() === "en" ? "; " : "；";
    return wrong
        .map(({ path, message }) => {
            const name = namePath(path).findLast((part) => typeof part === "string");
            return name ? `${fieldLabel(String(name))}: ${message}` : message;
        })
        .join(separator);
}

/** All there is to say about a problem where no form of the kit puts the wrong fields' sentences in place. */
export function problemText(problem: Problem): string {
    return problem.errors.length > 0 ? fieldSentences(problem.errors) : problemTitle(problem);
}

export interface ProblemViewProps {
    problem: unknown;
    /** Offer to try again. */
    onRetry?: () => void;
}

/**
 * What stands where content could not be shown: what happened, in a sentence, and the way on. To try again
 * does not help who may not see it; the way on is then back to the own day.
 */
export function ProblemView({ problem, onRetry }: ProblemViewProps) {
    const { t } = useTranslation();
    const known = problem instanceof Problem ? problem : new Problem(500, {});
    if (known.status === 403)
        return (
            <div role="alert">
                <EmptyState
                    picture="problem"
                    title={problemText(known)}
                    text={t("ui.problem.who_may")}
                    action={
                        <Link to="/">
                            <Button type="primary">{t("ui.problem.to_today")}</Button>
                        </Link>
                    }
                />
            </div>
        );
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
