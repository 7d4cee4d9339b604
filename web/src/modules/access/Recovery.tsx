import { App, Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { postPlain } from "@/api/client";
import { Problem } from "@/api/problem";
import { useSignedIn } from "@/app/session";
import { Labelled } from "@/kit";
import { problemText } from "@/kit/ProblemView";

export const makeRecoveryCodes = async (current_password?: string) =>
    (await postPlain<{ codes: string[] }>("/api/recovery_codes", { current_password })).codes;

/** The ten of them, told this once. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
    const { t } = useTranslation();
    const { message } = App.useApp();
    const { login } = useSignedIn().user;
    const copy = async () => {
        try {
            await navigator.clipboard.writeText(codes.join("\n"));
            message.success(t("ui.link.copied"));
        } catch {
            // Without a secure line the browser gives no clipboard.
            message.warning(t("ui.link.copy_by_hand"));
        }
    };
    return (
        <div className="ac-recovery">
            <p role="status">{t("ui.account.recovery_shown_once")}</p>
            <p className="ac-recovery-whose">Forecourt · {login}</p>
            <ol>
                {codes.map((code) => (
                    <li key={code}>
                        <code>{code}</code>
                    </li>
                ))}
            </ol>
            <div className="ac-recovery-do">
                <Button onClick={() => window.print()}>{t("ui.account.recovery_print")}</Button>
                <Button onClick={copy}>{t("ui.link.copy")}</Button>
                <Button type="primary" onClick={onKept}>
                    {t("ui.account.recovery_kept")}
                </Button>
            </div>
        </div>
    );
}

/** New ones need the password: a session that was left open is not enough. */
export function MakeAnew({ left, onMade }: { left: number; onMade: (codes: string[]) => void }) {
    const { t } = useTranslation();
    const [password, setPassword] = useState<string>();
    const [wrong, setWrong] = useState<string>();
    const [running, setRunning] = useState(false);
    const make = async () => {
        setRunning(true);
        setWrong(undefined);
        try {
            onMade(await makeRecoveryCodes(password));
        } catch (error) {
            setWrong(problemText(error instanceof Problem ? error : new Problem(500, {})));
        } finally {
            setRunning(false);
        }
    };
    return (
        <section className="ac-recovery">
            <h3>
                {t("ui.account.recovery")}{" "}
                <span className={left > 2 ? "fc-soft" : "fc-late-text"}>
                    {t("ui.account.recovery_left", { left })}
                </span>
            </h3>
            <p className="ac-why">{t("ui.account.recovery_why")}</p>
            {password === undefined ? (
                <Button onClick={() => setPassword("")}>{t("ui.account.recovery_anew")}</Button>
            ) : (
                <form
                    className="ac-password"
                    onSubmit={(event) => {
                        event.preventDefault();
                        make();
                    }}
                >
                    <p className="fc-soft">{t("ui.account.recovery_old_end")}</p>
                    <Labelled label={t("ui.account.recovery_password")}>
                        {(id) => (
                            <Input.Password
                                id={id}
                                autoFocus
                                autoComplete="current-password"
                                value={password}
                                onChange={(event) => setPassword(event.target.value)}
                            />
                        )}
                    </Labelled>
                    {wrong && (
                        <p role="alert" className="fc-late-text">
                            {wrong}
                        </p>
                    )}
                    <Button type="primary" htmlType="submit" loading={running} disabled={!password}>
                        {t("ui.account.recovery_make")}
                    </Button>
                </form>
            )}
        </section>
    );
}
