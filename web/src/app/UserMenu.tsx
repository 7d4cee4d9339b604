import {
    GlobalOutlined,
    LogoutOutlined,
    MoonOutlined,
    SafetyOutlined,
    ShopOutlined,
    SunOutlined,
} from "@ant-design/icons";
import { Dropdown, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { postAction } from "@/api/client";
import { Avatar } from "@/kit/Avatar";
import { useIsPhone } from "@/kit/useWidth";
import { type Language, switchLanguage } from "@/words/i18n";
import { inTopBar } from "./inTopBar";
import { useSession, useSignedIn } from "./session";
import { useTheme } from "./theme";

/** Store, language, theme and the person. */
export function UserMenu() {
    const { t, i18n } = useTranslation();
    const phone = useIsPhone();
    const { shown, choose } = useTheme();
    const { signOut } = useSession();
    const session = useSignedIn();
    const navigate = useNavigate();
    const items = [
        {
            key: "who",
            type: "group" as const,
            label: (
                <span className="fc-user-head">
                    <strong>{session.user.name}</strong>
                    <span>{session.roles.map((role) => t(`Role.${role}`)).join(" · ")}</span>
                    <span>
                        <ShopOutlined /> {session.store.name}
                    </span>
                </span>
            ),
        },
        { type: "divider" as const },
        // The top bar of a phone has no room for these two.
        ...(phone
            ? [
                  { key: "language", icon: <GlobalOutlined />, label: t("ui.language") },
                  {
                      key: "theme",
                      icon: shown === "dark" ? <SunOutlined /> : <MoonOutlined />,
                      label: t(shown === "dark" ? "ui.theme_to_light" : "ui.theme_to_dark"),
                  },
              ]
            : []),
        { key: "account", icon: <SafetyOutlined />, label: t("ui.account.title") },
        { key: "sign_out", icon: <LogoutOutlined />, label: t("ui.sign_out") },
    ];
    const onClick = async ({ key }: { key: string }) => {
        if (key === "language") return chooseLanguage(i18n.language === "zh" ? "en" : "zh", true);
        if (key === "theme") return choose(shown === "dark" ? "light" : "dark");
        if (key === "account") return navigate("/account");
        await signOut();
        navigate("/sign_in");
    };
    return (
        <>
            <span className="fc-store" title={session.store.name}>
                {session.store.name}
            </span>
            {!phone && <LanguageButton />}
            {!phone && <ThemeButton />}
            <Dropdown
                menu={{ items, onClick }}
                trigger={["click"]}
                placement="bottomRight"
                getPopupContainer={inTopBar}
            >
                <button
                    type="button"
                    className="fc-user"
                    aria-label={t("ui.user_menu", { name: session.user.name })}
                >
                    <Avatar name={session.user.name} />
                    <span className="fc-user-name">{session.user.name}</span>
                </button>
            </Dropdown>
        </>
    );
}

/** Switches the page and, for a person of the staff, what the next sign-in starts with. */
async function chooseLanguage(language: Language, keep: boolean) {
    await switchLanguage(language);
    // The page is in the new language already; if it cannot be kept, nothing is lost.
    if (keep) await postAction("access.set_language", { language }).catch(() => {});
}

/** Chinese or English, in one press. */
export function LanguageButton() {
    const { t, i18n } = useTranslation();
    const { session } = useSession();
    const next = i18n.language === "zh" ? "en" : "zh";
    return (
        <Tooltip title={t("ui.language")}>
            <button
                type="button"
                className="fc-icon-button fc-language"
                aria-label={`${next === "en" ? "EN" : "中"} ${t("ui.language")}`}
                onClick={() => chooseLanguage(next, !!session && !session.customer)}
            >
                <GlobalOutlined />
                <span>{next === "en" ? "EN" : "中"}</span>
            </button>
        </Tooltip>
    );
}

/** Light or dark, in one press. */
export function ThemeButton() {
    const { t } = useTranslation();
    const { shown, choose } = useTheme();
    const label = t(shown === "dark" ? "ui.theme_to_light" : "ui.theme_to_dark");
    return (
        <Tooltip title={label}>
            <button
                type="button"
                className="fc-icon-button"
                aria-label={label}
                onClick={() => choose(shown === "dark" ? "light" : "dark")}
            >
                {shown === "dark" ? <SunOutlined /> : <MoonOutlined />}
            </button>
        </Tooltip>
    );
}
