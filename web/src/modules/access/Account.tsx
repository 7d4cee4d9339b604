import { Button, Input, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession, useSignedIn } from "@/app/session";
import {
    ActionButton,
    type AllowedAction,
    Card,
    InstantText,
    Labelled,
    ProblemView,
    QrCode,
    useAction,
    useView,
} from "@/kit";
import { problemText } from "@/kit/ProblemView";
import { MySessions, Password } from "./Password";
import { MakeAnew, makeRecoveryCodes, RecoveryCodes } from "./Recovery";
import "./account.css";

interface Mine {
    on: boolean;
    since?: string | null;
    seed?: string | null;
    address?: string | null;
    recovery_codes_left: number;
    allowed_actions: AllowedAction[];
}

interface Person {
    user_id: number;
    name: string;
    login: string;
    confirmed_at?: string | null;
}

/** A seed in groups of four, as a person types it. */
const inFours = (seed: string) => seed.replace(/(.{4})/g, "$1 ").trim();

/** Scan, type the first code, and it is on. */
function SetUp({ mine, onCodes }: { mine: Mine; onCodes: (codes: string[]) => void }) {
    const { t } = useTranslation();
    const [code, setCode] = useState("");
    const confirm = useAction("access.confirm_second_factor", {
        showProblem: false,
        onDone: async () => onCodes(await makeRecoveryCodes().catch(() => [])),
    });
    return (
        <ol className="ac-steps">
            <li>
                <p>{t("ui.account.scan")}</p>
                <QrCode value={mine.address ?? ""} size={180} />
                <p className="fc-soft">
                    {t("ui.account.or_type")} <code>{inFours(mine.seed ?? "")}</code>
                </p>
            </li>
            <li>
                <form
                    onSubmit={(event) => {
                        event.preventDefault();
                        confirm.run({ code: code.replace(/\s/g, "") });
                    }}
                >
                    <Labelled label={t("ui.account.first_code")}>
                        {(id) => (
                            <Input
                                id={id}
                                size="large"
                                className="ac-code"
                                inputMode="numeric"
                                autoComplete="one-time-code"
                                maxLength={7}
                                value={code}
                                onChange={(event) => setCode(event.target.value)}
                            />
                        )}
                    </Labelled>
                    {confirm.problem && (
                        <p role="alert" className="fc-late-text">
                            {problemText(confirm.problem)}
                        </p>
                    )}
                    <Button
                        type="primary"
                        htmlType="submit"
                        loading={confirm.running}
                        disabled={code.replace(/\s/g, "").length !== 6}
                    >
                        {t("access.confirm_second_factor")}
                    </Button>
                </form>
            </li>
        </ol>
    );
}

function MyCode() {
    const { t } = useTranslation();
    const view = useView("access.my_second_factor", {});
    const mine = view.data as unknown as Mine | undefined;
    const [codes, setCodes] = useState<string[]>([]);
    const show = (made: string[]) => {
        setCodes(made);
        view.refetch();
    };
    return (
        <Card
            title={t("view.access.my_second_factor")}
            extra={
                mine && (
                    <span className={mine.on ? "fc-state ok" : "fc-state mute"}>
                        {t(mine.on ? "ui.account.on" : "ui.account.off")}
                    </span>
                )
            }
        >
            {view.error && <ProblemView problem={view.error} onRetry={() => view.refetch()} />}
            {!mine && !view.error && <Skeleton active />}
            {mine && <p className="ac-why">{t(mine.on ? "ui.account.is_on" : "ui.account.why")}</p>}
            {mine?.on && (
                <p className="fc-soft">
                    {t("ui.account.since")} <InstantText value={mine.since} mode="clock" />
                </p>
            )}
            {mine && !mine.on && !mine.seed && <ActionButton action="access.begin_second_factor" strong />}
            {mine?.seed && <SetUp mine={mine} onCodes={show} />}
            {codes.length > 0 && <RecoveryCodes codes={codes} onKept={() => setCodes([])} />}
            {mine?.on && codes.length === 0 && <MakeAnew left={mine.recovery_codes_left} onMade={show} />}
        </Card>
    );
}

/** Who signs in with a code, for those who can take one off. */
function Everybody() {
    const { t } = useTranslation();
    const me = useSignedIn().user.id;
    const view = useView("access.second_factors", {});
    const rows = (view.data as unknown as { rows: Person[] } | undefined)?.rows ?? [];
    const on = rows.filter((one) => one.confirmed_at).length;
    return (
        <Card
            title={t("view.access.second_factors")}
            flush
            extra={<span className="fc-soft">{t("ui.account.how_many", { on, all: rows.length })}</span>}
        >
            <ul className="ac-people">
                {rows.map((one) => (
                    <li key={one.user_id}>
                        <b>{one.name}</b>
                        <small className="fc-soft">{one.login}</small>
                        {one.confirmed_at ? (
                            <span className="fc-state ok">
                                <InstantText value={one.confirmed_at} />
                            </span>
                        ) : (
                            <span className="fc-state mute">{t("ui.account.off")}</span>
                        )}
                        {one.confirmed_at && one.user_id !== me && (
                            <ActionButton
                                action="access.reset_second_factor"
                                size="small"
                                fixed={{ user_id: one.user_id }}
                                title={`${t("access.reset_second_factor")} · ${one.name}`}
                            />
                        )}
                    </li>
                ))}
            </ul>
        </Card>
    );
}

/** My account: how I sign in. */
export default function Account() {
    const { t } = useTranslation();
    const { may } = useSession();
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("ui.account.title")}</h1>
            </header>
            <div className="ac-cards">
                <Password />
                <MyCode />
                <MySessions />
                {may("access.second_factor_reset") && <Everybody />}
            </div>
        </div>
    );
}
