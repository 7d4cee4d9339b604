import { useTranslation } from "react-i18next";
import { moneyText } from "@/words/format";
import { type Book, type FormulaLine, lineKey, type Rule } from "./books";
import { figureText, percentText, scoreText } from "./figures";
import { Scroll } from "./parts";

type Model = { model_id: number; model_name: string };
type Mark = "new" | "changed" | "gone" | undefined;

/** What became of a line since the version before. */
function markOf<Line extends FormulaLine | Rule>(line: Line, before: Line[] | undefined): Mark {
    if (!before) return undefined;
    const old = before.find((one) => lineKey(one) === lineKey(line));
    if (!old) return "new";
    return JSON.stringify(old) === JSON.stringify(line) ? undefined : "changed";
}

function MarkTag({ mark }: { mark: Mark }) {
    const { t } = useTranslation();
    if (!mark) return null;
    const tone = mark === "new" ? "ok" : mark === "gone" ? "late" : "due";
    return <span className={`fc-state ${tone}`}>{t(`ui.people.mark_${mark}`)}</span>;
}

/** The lines with those that only the version before had. */
function withGone<Line extends FormulaLine | Rule>(
    lines: Line[],
    before: Line[] | undefined,
): [Line, Mark][] {
    const gone = (before ?? []).filter((one) => !lines.some((line) => lineKey(line) === lineKey(one)));
    return [
        ...lines.map((line): [Line, Mark] => [line, markOf(line, before)]),
        ...gone.map((line): [Line, Mark] => [line, "gone"]),
    ];
}

function FormulaTable({ lines, before }: { lines: FormulaLine[]; before?: FormulaLine[] }) {
    const { t } = useTranslation();
    const sum = lines.reduce((all, line) => all + line.weight, 0);
    return (
        <table className="fc-table">
            <thead>
                <tr>
                    <th>{t("field.figure")}</th>
                    <th className="right">{t("field.weight")}</th>
                    <th>{t("ui.people.target_from")}</th>
                    <th className="right">{t("field.cap_percent")}</th>
                </tr>
            </thead>
            <tbody>
                {withGone(lines, before).map(([line, mark]) => (
                    <tr key={line.figure} className={mark === "gone" ? "fc-gone" : undefined}>
                        <td>
                            {t(`Figure.${line.figure}`)} <MarkTag mark={mark} />
                        </td>
                        <td className="right">{line.weight}%</td>
                        <td>
                            {t(`TargetSource.${line.source}`)}
                            {line.source === "fixed" && ` ${figureText(line.figure, line.fixed_target)}`}
                        </td>
                        <td className="right">{line.cap_percent}%</td>
                    </tr>
                ))}
                <tr className="fc-team-sum">
                    <th scope="row">{t("ui.people.weights_sum")}</th>
                    <td className="right">
                        <span className={`fc-state ${sum === 100 ? "ok" : "late"}`}>{sum}%</span>
                    </td>
                    <td colSpan={2} />
                </tr>
            </tbody>
        </table>
    );
}

/** A rule as a sentence's half: from where it holds. */
function RuleWhere({ rule, models }: { rule: Rule; models: Model[] }) {
    const { t } = useTranslation();
    switch (rule.kind) {
        case "per_car":
            return t("ui.people.from_car", { from: rule.from });
        case "model_bonus":
            return models.find((one) => one.model_id === rule.model_id)?.model_name ?? "";
        case "quality_factor":
            return t("ui.people.from_score", { score: scoreText(rule.from) });
        case "loan_bonus":
            return t("ui.people.of_each_loan");
        default:
            return t("ui.people.of_each_deal");
    }
}

function RulesTable({ book, before, models }: { book: Book; before?: Rule[]; models: Model[] }) {
    const { t } = useTranslation();
    return (
        <table className="fc-table">
            <thead>
                <tr>
                    <th>{t("field.rules")}</th>
                    <th>{t("ui.people.rule_where")}</th>
                    <th className="right">{t("ui.people.rule_gives")}</th>
                </tr>
            </thead>
            <tbody>
                {withGone(book.rules, before).map(([rule, mark]) => (
                    <tr key={lineKey(rule)} className={mark === "gone" ? "fc-gone" : undefined}>
                        <td>
                            {t(`RuleKind.${rule.kind}`)} <MarkTag mark={mark} />
                        </td>
                        <td className="text">
                            <RuleWhere rule={rule} models={models} />
                        </td>
                        <td className="right">
                            {rule.kind === "per_car" || rule.kind === "model_bonus"
                                ? t("ui.people.per_car", { amount: moneyText(rule.amount) })
                                : rule.kind === "loan_bonus"
                                  ? moneyText(rule.amount)
                                  : rule.kind === "quality_factor"
                                    ? `× ${percentText(rule.basis_points)}`
                                    : percentText(rule.basis_points)}
                        </td>
                    </tr>
                ))}
                {book.tier_reach && (
                    <tr className="fc-team-sum">
                        <th scope="row">{t("field.tier_reach")}</th>
                        <td colSpan={2}>{t(`TierReach.${book.tier_reach}`)}</td>
                    </tr>
                )}
            </tbody>
        </table>
    );
}

/** What a version says; beside another one, what is new, changed or gone. */
export function BookLines({ book, before, models }: { book: Book; before?: Book; models: Model[] }) {
    return (
        <Scroll>
            {book.tier_reach ? (
                <RulesTable book={book} before={before?.rules} models={models} />
            ) : (
                <FormulaTable lines={book.lines} before={before?.lines} />
            )}
        </Scroll>
    );
}
