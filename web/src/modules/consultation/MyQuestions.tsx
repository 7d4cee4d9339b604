import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSignedIn } from "@/app/session";
import { Card, ClockBadge, EmptyState, useView } from "@/kit";
import "./consultation.css";

interface Row {
    id: number;
    words: string;
    asker_name: string;
    channel: string;
    topic: string;
    respond_by: string;
}

/** The questions that wait for my answer, the most urgent first. */
export default function MyQuestions() {
    const { t } = useTranslation();
    const { user } = useSignedIn();
    const { data } = useView("consultation.question_list", {
        state: "open",
        owner_id: user.id,
        sort: "respond_by",
        limit: 6,
    });
    const rows = ((data as { rows?: Row[] } | undefined)?.rows ?? []) as Row[];
    return (
        <Card
            title={t("ui.consultation.my_questions")}
            count={rows.length}
            tone="due"
            flush
            extra={<Link to="/questions">{t("nav.questions")}</Link>}
        >
            {rows.length === 0 ? (
                <EmptyState small title={t("ui.consultation.nothing_waits")} />
            ) : (
                <ul className="fc-tasks">
                    {rows.map((one) => (
                        <li key={one.id}>
                            <Link className="fc-task" to={`/questions/${one.id}`}>
                                <span className="fc-task-text">
                                    <span className="cn-words">{one.words}</span>
                                    <small>
                                        {[
                                            one.asker_name,
                                            t(`QuestionChannel.${one.channel}`),
                                            t(`Topic.${one.topic}`),
                                        ]
                                            .filter(Boolean)
                                            .join(" · ")}
                                    </small>
                                </span>
                                <ClockBadge due_at={one.respond_by} compact />
                            </Link>
                        </li>
                    ))}
                </ul>
            )}
        </Card>
    );
}
