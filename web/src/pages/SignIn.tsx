import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Dropdown, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useNavigate, useSearchParams } from "react-router";
import { Problem } from "@/api/problem";
import { Brand } from "@/app/Mark";
import { useSession } from "@/app/session";
import { LanguageButton, ThemeButton } from "@/app/UserMenu";
import { Avatar } from "@/kit/Avatar";
import { problemText } from "@/kit/ProblemView";
import { Forecourt } from "./Forecourt";

interface Person {
    login: string;
    name: string;
    role: string;
}

interface Options {
    demo: boolean;
    store_name: string;
    people?: Person[];
}

const demoPassword = "demo";

/** Only addresses of this page: a link to elsewhere must not ride on a sign-in. */
function safeTarget(target: string | null): string {
    return target?.startsWith("/") && !target.startsWith("//") && !target.startsWith("/\\") ? target : "/";
}

/** One press on a role signs its first person in; the number beside it opens the colleagues. */
function DemoPeople({
    people = [],
    busy,
    onPick,
}: {
    people: Options["people"];
    busy?: string;
    onPick: (login: string) => void;
}) {
    const { t } = useTranslation();
    const roles = [...new Set(people.map((person) => person.role))];
    return (
        <section className="fc-demo" aria-label={t("ui.sign_in.demo")}>
            <h2>{t("ui.sign_in.demo")}</h2>
            <p>{t("ui.sign_in.demo_text")}</p>
            <div className="fc-demo-people">
                {roles.map((role) => {
                    const [first, ...colleagues] = people.filter((person) => person.role === role);
                    return (
                        <div key={role} className="fc-demo-role">
                            <button
                                type="button"
                                className="fc-demo-person"
                                disabled={busy !== undefined}
                                aria-busy={busy === first.login}
                                onClick={() => onPick(first.login)}
                            >
                                <Avatar name={first.name} />
                                <span>
                                    <strong>{t(`Role.${role}`)}</strong>
                                    <small>{first.name}</small>
                                </span>
                            </button>
                            {colleagues.length > 0 && (
                                <Dropdown
                                    trigger={["click"]}
                                    placement="bottomRight"
                                    disabled={busy !== undefined}
                                    menu={{
                                        items: colleagues.map(({ login, name }) => ({
                                            key: login,
                                            label: name,
                                        })),
                                        onClick: ({ key }) => onPick(key),
                                    }}
                                >
                                    <button
                                        type="button"
                                        className="fc-demo-more"
                                        aria-label={t("ui.sign_in.colleagues", {
                                            role: t(`Role.${role}`),
                                            count: colleagues.length,
                                        })}
                                    >
                                        +{colleagues.length}
                                    </button>
                                </Dropdown>
                            )}
                        </div>
                    );
                })}
            </div>
        </section>
    );
}

/** Sign in by name and password; in the demonstration by a press on a role. */
export default function SignIn() {
    const { t } = useTranslation();
    const { session, signIn } = useSession();
    const [search] = useSearchParams();
    const navigate = useNavigate();
    const [busy, setBusy] = useState<string>();
    const [problem, setProblem] = useState<Problem | null>(null);
    // The person has set up a code: it is asked for from the first answer on that says so.
    const [asksCode, setAsksCode] = useState(false);
    const [form] = Form.useForm();
    const { data: options } = useQuery<Options>({
        queryKey: ["sign_in_options"],
        queryFn: async () => (await fetch("/api/sign_in_options")).json(),
    });
    const target = safeTarget(search.get("to"));
    if (session && !session.customer && !busy) return <Navigate to={target} replace />;
    const enter = async (login: string, password: string, code?: string) => {
        setBusy(login);
        setProblem(null);
        try {
            await signIn(login, password, code?.replace(/\s/g, ""));
            navigate(target, { replace: true });
        } catch (error) {
            const met = error instanceof Problem ? error : new Problem(500, {});
            const asks = met.code === "second_factor_needed";
            if (asks || met.code === "second_factor_wrong") setAsksCode(true);
            form.setFieldsValue({ login, password, code: undefined });
            setProblem(asks ? null : met);
        } finally {
            setBusy(undefined);
        }
    };
    return (
        <div className="fc-sign-in">
            <div className="fc-sign-in-picture">
                <Brand size={34} />
                <div className="fc-sign-in-say">
                    <p className="fc-sign-in-line">{t("ui.sign_in.line")}</p>
                    <p>{t("ui.sign_in.line_more")}</p>
                </div>
                <Forecourt />
            </div>
            <main className="fc-sign-in-main">
                <div className="fc-sign-in-tools">
                    <LanguageButton />
                    <ThemeButton />
                </div>
                <div className="fc-sign-in-form">
                    <h1>{options?.store_name ?? "\u00a0"}</h1>
                    <p className="fc-sign-in-sub">{t("ui.sign_in.title")}</p>
                    {problem && <Alert type="error" showIcon title={problemText(problem)} role="alert" />}
                    <Form
                        form={form}
                        layout="vertical"
                        size="large"
                        onFinish={(values: { login: string; password: string; code?: string }) =>
                            enter(values.login, values.password, values.code)
                        }
                    >
                        <Form.Item
                            name="login"
                            label={t("ui.sign_in.login")}
                            rules={[{ required: true, message: t("ui.sign_in.login_missing") }]}
                        >
                            <Input autoComplete="username" autoFocus />
                        </Form.Item>
                        <Form.Item
                            name="password"
                            label={t("ui.sign_in.password")}
                            rules={[{ required: true, message: t("ui.sign_in.password_missing") }]}
                        >
                            <Input.Password autoComplete="current-password" />
                        </Form.Item>
                        {asksCode && (
                            <Form.Item
                                name="code"
                                label={t("ui.sign_in.code")}
                                extra={t("ui.sign_in.code_or_recovery")}
                                rules={[{ required: true, message: t("ui.sign_in.code_missing") }]}
                            >
                                <Input autoComplete="one-time-code" autoFocus />
                            </Form.Item>
                        )}
                        <Button type="primary" htmlType="submit" block loading={busy !== undefined}>
                            {t("ui.sign_in.enter")}
                        </Button>
                    </Form>
                    {options?.demo && (
                        <DemoPeople
                            people={options.people}
                            busy={busy}
                            onPick={(login) => enter(login, demoPassword)}
                        />
                    )}
                </div>
            </main>
        </div>
    );
}
