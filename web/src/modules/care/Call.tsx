import "./care.css";
import { PhoneOutlined } from "@ant-design/icons";
import { Alert, Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { ViewAnswer } from "@/api/typed";
import { linkOf } from "@/app/registry";
import {
    ActionButton,
    BigChoice,
    Card,
    Facts,
    InstantText,
    problemText,
    RecordPage,
    useAction,
    useEnumOptions,
} from "@/kit";
import { phoneText } from "@/words/format";
import { Score } from "./Score";

type CallRecord = ViewAnswer<"care.call_record">;

const results = ["reached", "not_reached", "refused"] as const;
const scores = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The call itself: reached or not, how content from 1 to 10, and the customer's own words. */
function MakeCall({ record }: { record: CallRecord }) {
    const { t } = useTranslation();
    const { call } = record;
    const [result, setResult] = useState<(typeof results)[number]>();
    const [satisfaction, setSatisfaction] = useState<number>();
    const [words, setWords] = useState("");
    const { run, running, problem } = useAction("care.record_call", { showProblem: false });
    const reached = result === "reached";
    const low = reached && satisfaction !== undefined && satisfaction <= 6;
    const ready =
        result !== undefined && (!reached || satisfaction !== undefined) && (!low || words.trim() !== "");
    const send = () =>
        run({
            call_id: call.id,
            result,
            satisfaction: reached ? satisfaction : undefined,
            words: words.trim(),
            version: call.version,
        });
    return (
        <Card title={t("ui.care.the_call")}>
            <div className="cr-call">
                <p className="cr-phone">
                    <PhoneOutlined /> <b>{phoneText(record.phone_masked)}</b>
                    <ActionButton
                        action="customers.reveal_phone"
                        size="small"
                        fixed={{ customer_id: call.customer_id }}
                        label={t("ui.care.reveal")}
                        initial={{ reason: t("ui.care.reveal_reason") }}
                    />
                </p>
                <BigChoice
                    label={t("field.result")}
                    options={useEnumOptions("CallResult", results)}
                    value={result}
                    onChange={setResult}
                    columns={3}
                />
                {reached && (
                    <fieldset className="cr-scores">
                        <legend>{t("ui.care.how_content")}</legend>
                        <div>
                            {scores.map((score) => (
                                <button
                                    key={score}
                                    type="button"
                                    className={score <= 6 ? "late" : score >= 9 ? "ok" : "due"}
                                    aria-pressed={score === satisfaction}
                                    onClick={() => setSatisfaction(score)}
                                >
                                    {score}
                                </button>
                            ))}
                        </div>
                    </fieldset>
                )}
                {result && (
                    <Input.TextArea
                        className="fc-grow"
                        rows={2}
                        value={words}
                        placeholder={t(low ? "ui.care.words_low" : "ui.care.words")}
                        aria-label={t("field.words")}
                        onChange={(event) => setWords(event.target.value)}
                    />
                )}
                {low && <Alert type="warning" showIcon title={t("ui.care.opens_complaint")} />}
                {problem && <Alert type="warning" showIcon role="alert" title={problemText(problem)} />}
                <Button type="primary" size="large" loading={running} disabled={!ready} onClick={send}>
                    {t("care.record_call")}
                </Button>
            </div>
        </Card>
    );
}

/** One call that care owes a customer. */
export default function Call() {
    const { t } = useTranslation();
    const id = Number(useParams().id);
    return (
        <RecordPage
            view="care.call_record"
            params={{ call_id: id }}
            head="call"
            also={["complaints"]}
            object={{ type: "care_call", id }}
            title={(one: CallRecord) => one.customer_name}
            kicker={(one: CallRecord) => t(`CallKind.${one.call.kind}`)}
            facts={[]}
            actions={{ "care.record_call": { hidden: true }, "care.opt_out": { danger: true } }}
            next={() => "care.postpone_call"}
            calm={() => true}
        >
            {(one: CallRecord) => {
                const about = one.call.about_id ? linkOf(one.call.about_type, one.call.about_id) : undefined;
                return (
                    <>
                        {one.call.state === "planned" && <MakeCall key={one.call.version} record={one} />}
                        <Card title={t("ui.record.facts")}>
                            <Facts
                                record={one}
                                fields={[]}
                                facts={[
                                    {
                                        label: t("field.customer_id"),
                                        show: () => (
                                            <Link to={linkOf("customer", one.call.customer_id) ?? "#"}>
                                                {one.customer_name}
                                            </Link>
                                        ),
                                    },
                                    { label: t("field.due_on"), show: () => one.call.due_on },
                                    { label: t("field.tries"), show: () => one.call.tries },
                                    ...(about
                                        ? [
                                              {
                                                  label: t("ui.care.about"),
                                                  show: () => (
                                                      <Link to={about}>
                                                          {t(`object.${one.call.about_type}`)}
                                                      </Link>
                                                  ),
                                              },
                                          ]
                                        : []),
                                    ...(one.call.done_at
                                        ? [
                                              {
                                                  label: t("field.done_by_name"),
                                                  show: () => (
                                                      <>
                                                          {one.done_by_name}{" "}
                                                          <InstantText
                                                              value={one.call.done_at!}
                                                              mode="clock"
                                                          />
                                                      </>
                                                  ),
                                              },
                                              {
                                                  label: t("field.satisfaction"),
                                                  show: () => <Score value={one.call.satisfaction} />,
                                              },
                                              {
                                                  label: t("field.words"),
                                                  wide: true,
                                                  show: () => <q>{one.call.words}</q>,
                                              },
                                          ]
                                        : []),
                                    ...(one.call.complaint_id
                                        ? [
                                              {
                                                  label: t("object.complaint"),
                                                  show: () => (
                                                      <Link to={`/complaints/${one.call.complaint_id}`}>
                                                          {t("ui.care.to_complaint")}
                                                      </Link>
                                                  ),
                                              },
                                          ]
                                        : []),
                                ]}
                            />
                        </Card>
                    </>
                );
            }}
        </RecordPage>
    );
}
