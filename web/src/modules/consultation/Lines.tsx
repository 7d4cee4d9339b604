import { RobotOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { InstantText } from "@/kit";
import "./consultation.css";

export interface Line {
    speaker: string;
    words: string;
    article_title: string;
    said_at: string;
    said_by: string;
}

/** What was said, as a conversation: the customer on one side, the store on the other. */
export function Lines({ lines, mine }: { lines: Line[]; mine: "customer" | "store" }) {
    const { t } = useTranslation();
    return (
        <ol className="cn-lines">
            {lines.map((one) => {
                const own = (one.speaker === "customer") === (mine === "customer");
                return (
                    <li
                        key={`${one.said_at} ${one.speaker} ${one.words}`}
                        className={own ? `own ${one.speaker}` : one.speaker}
                    >
                        <p>
                            {one.speaker === "assistant" && !one.words
                                ? t("ui.consultation.unsure")
                                : one.words}
                        </p>
                        {one.article_title && (
                            <span className="cn-cite">
                                {t("ui.consultation.from_article", { title: one.article_title })}
                            </span>
                        )}
                        <small>
                            {one.speaker === "assistant" && <RobotOutlined />}{" "}
                            {one.said_by || t(`Speaker.${one.speaker}`)}{" "}
                            <InstantText value={one.said_at} mode="clock" />
                        </small>
                    </li>
                );
            })}
        </ol>
    );
}
