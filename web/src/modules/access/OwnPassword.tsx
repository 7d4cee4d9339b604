import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Brand } from "@/app/Mark";
import { useReloadSession, useSession } from "@/app/session";
import { PasswordForm } from "./Password";
import "./account.css";

/** Somebody else chose the password: nothing else opens before its owner has taken another. */
export default function OwnPassword() {
    const { t } = useTranslation();
    const { signOut } = useSession();
    const reload = useReloadSession();
    return (
        <main className="ac-own">
            <Brand size={34} />
            <h1>{t("ui.account.given_title")}</h1>
            <p className="ac-why">{t("ui.account.given_why")}</p>
            <PasswordForm onChanged={reload} />
            <Button type="link" onClick={signOut}>
                {t("ui.sign_out")}
            </Button>
        </main>
    );
}
