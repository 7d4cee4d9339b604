import { Button, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useSession } from "@/app/session";
import { ActionButton, Card, EmptyState, InstantText, ProblemView, StateTag, useView } from "@/kit";
import { BookLines } from "./BookLines";
import type { Book, BookKind, BooksAnswer } from "./books";
import { FormulaEditor } from "./FormulaEditor";
import { addMonths, monthText, thisMonth } from "./figures";
import { RulesEditor } from "./RulesEditor";
import { Trial } from "./Trial";
import "./people.css";
import "./rules.css";

function BookHead({ book }: { book: Book }) {
    const { t } = useTranslation();
    return (
        <span className="fc-book-head">
            {t("ui.people.version", { number: book.number })}
            {book.in_force ? (
                <span className="fc-state ok">{t("field.in_force")}</span>
            ) : (
                <StateTag type="BookState" value={book.state} />
            )}
            {book.start_month && (
                <small>{t("ui.people.from_month", { month: monthText(book.start_month) })}</small>
            )}
        </span>
    );
}

function Foot({ book }: { book: Book }) {
    const { t } = useTranslation();
    return (
        <p className="fc-soft fc-pad">
            {book.reason && <>{book.reason} · </>}
            {book.published_at ? (
                <>
                    {t("field.published_by")} {book.published_by}{" "}
                    <InstantText value={book.published_at} mode="clock" />
                </>
            ) : (
                <>
                    {t("field.drafted_by")} {book.drafted_by}{" "}
                    <InstantText value={book.drafted_at} mode="clock" />
                </>
            )}
        </p>
    );
}

function Draft({
    draft,
    current,
    answer,
    kind,
    edit,
}: {
    draft: Book;
    current: Book | undefined;
    answer: BooksAnswer;
    kind: BookKind;
    edit: () => void;
}) {
    const { t } = useTranslation();
    const fixed = { rule_book_id: draft.rule_book_id, version: draft.version };
    return (
        <Card
            title={<BookHead book={draft} />}
            extra={
                <span className="fc-row-actions">
                    <ActionButton
                        action="people.drop_draft"
                        size="small"
                        fixed={fixed}
                        confirm={t("ui.people.drop_note")}
                    />
                    <Button size="small" onClick={edit}>
                        {t("ui.people.change")}
                    </Button>
                    <ActionButton
                        action="people.publish_book"
                        size="small"
                        strong
                        fixed={fixed}
                        only={["start_month", "reason"]}
                        initial={{ start_month: current ? addMonths(thisMonth(), 1) : thisMonth() }}
                    />
                </span>
            }
            flush
        >
            <BookLines book={draft} before={current} models={answer.models} />
            <Trial book={draft} kind={kind} />
            <Foot book={draft} />
        </Card>
    );
}

/**
 * The formula and the commission rules: what is in force, what was, and the draft beside it with what it
 * would change.
 */
export default function Rules() {
    const { t } = useTranslation();
    const { may } = useSession();
    const [search, setSearch] = useSearchParams();
    const [editing, setEditing] = useState(false);
    const kind: BookKind = search.get("kind") === "commission" ? "commission" : "evaluation";
    const { data, error, refetch } = useView("people.books", { kind });
    const answer = data as BooksAnswer | undefined;
    if (error && !answer) return <ProblemView problem={error} onRetry={() => refetch()} />;
    if (!answer) return <Skeleton active className="fc-page" />;
    const draft = answer.books.find((one) => one.state === "draft");
    const current = answer.books.find((one) => one.in_force);
    const others = answer.books.filter((one) => one !== draft && one !== current);
    const edited = draft ?? current;
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.team_rules")}</h1>
                <Segmented
                    value={kind}
                    onChange={(value) => {
                        setEditing(false);
                        setSearch(value === "commission" ? { kind: value } : {}, { replace: true });
                    }}
                    options={(["evaluation", "commission"] as const).map((value) => ({
                        value,
                        label: t(`BookKind.${value}`),
                    }))}
                />
                <div className="fc-page-actions">
                    {may("people.rules_write") && !draft && !editing && (
                        <Button type="primary" onClick={() => setEditing(true)}>
                            {t("ui.people.new_draft")}
                        </Button>
                    )}
                </div>
            </header>
            <div className="fc-books">
                {editing &&
                    (kind === "evaluation" ? (
                        <FormulaEditor
                            start={edited?.lines}
                            version={draft?.version}
                            onDone={() => setEditing(false)}
                        />
                    ) : (
                        <RulesEditor
                            start={edited}
                            version={draft?.version}
                            models={answer.models}
                            onDone={() => setEditing(false)}
                        />
                    ))}
                {draft && !editing && may("people.rules_write") && (
                    <Draft
                        draft={draft}
                        current={current}
                        answer={answer}
                        kind={kind}
                        edit={() => setEditing(true)}
                    />
                )}
                {current ? (
                    <Card title={<BookHead book={current} />} flush>
                        <BookLines book={current} models={answer.models} />
                        <p className="fc-soft fc-pad">
                            {t(kind === "evaluation" ? "ui.people.formula_note" : "ui.people.rules_note")}
                        </p>
                        <Foot book={current} />
                    </Card>
                ) : (
                    !editing && !draft && <EmptyState title={t("ui.people.no_version")} />
                )}
                {others.map((book) => (
                    <Card key={book.rule_book_id} title={<BookHead book={book} />} flush>
                        <BookLines book={book} models={answer.models} />
                        <Foot book={book} />
                    </Card>
                ))}
            </div>
        </div>
    );
}
