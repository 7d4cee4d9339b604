import { App, Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { postPlain } from "@/api/client";
import { Problem } from "@/api/problem";
import { Card, InstantText, Labelled, useView } from "@/kit";
import { problemText } from "@/kit/ProblemView";

const empty = { current: "", fresh: "", again: "" };

/** A new password: the present one first, the new one twice. */
export function PasswordForm({ onChanged }: { onChanged: () => void }) {
    const { t } = useTranslation();
    const [typed, setTyped] = useState(empty);
    const [running, setRunning] = useState(false);
    const [wrong, setWrong] = useState<string>();
    const differ = typed.again !== "" && typed.again !== typed.fresh;
    const change = async () => {
        setRunning(true);
        setWrong(undefined);
        try {
            await postPlain("/api/change_password", {
                current_password: typed.current,
                new_password: typed.fresh,
            });
            setTyped(empty);
            onChanged();
        } catch (error) {
            setWrong(problemText(error instanceof Problem ? error : new Problem(500, {})));
        } finally {
            setRunning(false);
        }
    };
    const field = (name: keyof typeof empty, autoComplete: string) => (
        <Labelled label={t(`ui.account.password_${name}`)}>
            {(id) => (
                <Input.Password
                    id={id}
                    autoComplete={autoComplete}
                    value={typed[name]}
                    status={name === "again" && differ ? "error" : undefined}
                    onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
                />
            )}
        </Labelled>
    );
    return (
        <form
            className="ac-password"
            onSubmit={(event) => {
                event.preventDefault();
                change();
            }}
        >
            {field("current", "current-password")}
            {field("fresh", "new-password")}
            {field("again", "new-password")}
            {(wrong ?? differ) && (
                <p role="alert" className="fc-late-text">
                    {wrong ?? t("ui.account.passwords_differ")}
                </p>
            )}
            <Button
                type="primary"
                htmlType="submit"
                loading={running}
                disabled={!typed.current || !typed.fresh || typed.again !== typed.fresh}
            >
                {t("ui.account.change_password")}
            </Button>
        </form>
    );
}

export function Password() {
    const { t } = useTranslation();
    const { message } = App.useApp();
    return (
        <Card title={t("ui.account.password")}>
            <p className="ac-why">{t("ui.account.password_why")}</p>
            <PasswordForm onChanged={() => message.success(t("ui.account.password_changed"))} />
        </Card>
    );
}

interface Line {
    created_at: string;
    last_seen_at: string;
}

/** Where I am signed in; one press ends what is not this one. */
export function MySessions() {
    const { t } = useTranslation();
    const { message } = App.useApp();
    const view = useView("access.my_sessions", {});
    const rows = (view.data as unknown as { rows: Line[] } | undefined)?.rows ?? [];
    const end = async () => {
        try {
            await postPlain("/api/end_other_sessions", {});
            message.success(t("ui.account.others_ended"));
        } catch (error) {
            message.error(problemText(error instanceof Problem ? error : new Problem(500, {})));
        }
        view.refetch();
    };
    return (
        <Card title={t("view.access.my_sessions")} count={rows.length}>
            <ul className="ac-sessions">
                {rows.map((line) => (
                    <li key={`${line.created_at}${line.last_seen_at}`}>
                        <span>
                            {t("ui.account.session_begun")}{" "}
                            <InstantText value={line.created_at} mode="clock" />
                        </span>
                        <small className="fc-soft">
                            {t("ui.account.session_seen")} <InstantText value={line.last_seen_at} />
                        </small>
                    </li>
                ))}
            </ul>
            {rows.length > 1 && <Button onClick={end}>{t("ui.account.end_others")}</Button>}
        </Card>
    );
}
