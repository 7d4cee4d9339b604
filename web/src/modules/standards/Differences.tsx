import { ArrowRightOutlined, MinusOutlined, PlusOutlined, SwapOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { comma, firstWord } from "@/words/i18n";
import type { Difference } from "./types";
import { eventWords, evidenceWords, inWords, spanWords } from "./wording";

type Side = Difference["before"];

function useSideWords() {
    const { t } = useTranslation();
    return (kind: string, side: Side): string => {
        if (kind === "within" || kind === "not_before")
            return side.seconds === null || side.seconds === undefined
                ? t("ui.standards.none")
                : spanWords(side.seconds);
        if (side.words.length > 0) return side.words.map(inWords).join(comma());
        if (side.names.length === 0)
            return kind === "roles" ? t("ui.standards.anyone") : t("ui.standards.none");
        return side.names
            .map((name) => {
                if (kind === "roles") return firstWord([`Role.${name}`, name]);
                if (["event", "ended_by", "lifted_by"].includes(kind)) return eventWords(name);
                if (kind === "on_miss") return t(`OnMiss.${name}`);
                if (kind === "evidence") return evidenceWords(name);
                if (kind === "optional" || kind === "ends") return t(`ui.${name}`);
                return firstWord([`checklist.${name}`, name]);
            })
            .join(comma());
    };
}

const whole: Record<string, React.ReactNode> = {
    milestone_added: <PlusOutlined />,
    milestone_removed: <MinusOutlined />,
    milestone_moved: <SwapOutlined />,
};

/** What one version says otherwise than the other, in words, milestone by milestone. */
export function Differences({ list }: { list: Difference[] }) {
    const { t } = useTranslation();
    const words = useSideWords();
    if (list.length === 0) return <p className="fc-soft">{t("ui.standards.no_differences")}</p>;
    return (
        <ul className="st-diff">
            {list.map((one) => (
                <li key={`${one.kind} ${one.milestone}`} className={one.kind}>
                    <b>{inWords(one.milestone_title) || t("ui.standards.whole_process")}</b>
                    {whole[one.kind] ? (
                        <span className="st-diff-sign">
                            {whole[one.kind]} {t(`ChangeKind.${one.kind}`)}
                        </span>
                    ) : (
                        <span>
                            {t(`ChangeKind.${one.kind}`)} <del>{words(one.kind, one.before)}</del>{" "}
                            <ArrowRightOutlined aria-label="→" /> <ins>{words(one.kind, one.after)}</ins>
                        </span>
                    )}
                </li>
            ))}
        </ul>
    );
}
