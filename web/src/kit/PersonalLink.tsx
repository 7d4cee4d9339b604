import "@/styles/work.css";
import { CopyOutlined } from "@ant-design/icons";
import { App, Button, Input } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { storeTime } from "@/words/format";
import { QrCode } from "./QrCode";

export interface PersonalLinkProps {
    /** "/c/..." */
    link: string;
    /** What a telephone shows that reads the code. */
    caption: ReactNode;
    ends_at?: string;
    /** Above the code: what the link is about. */
    children?: ReactNode;
}

/**
 * A customer's personal link: as a code for her telephone, and to send by hand. It is told once, so it stays
 * until the window is closed.
 */
export function PersonalLink({ link, caption, ends_at, children }: PersonalLinkProps) {
    const { t } = useTranslation();
    const { message } = App.useApp();
    const complete = window.location.origin + link;
    const copy = async () => {
        try {
            await navigator.clipboard.writeText(complete);
            message.success(t("ui.link.copied"));
        } catch {
            // Without a secure line the browser gives no clipboard: the text lies there marked.
            message.warning(t("ui.link.copy_by_hand"));
        }
    };
    return (
        <div className="fc-personal-link">
            {children}
            <QrCode value={link} size={200} caption={caption} />
            <div className="fc-personal-link-line">
                <Input
                    readOnly
                    value={complete}
                    aria-label={t("ui.link.label")}
                    onFocus={(event) => event.target.select()}
                />
                <Button icon={<CopyOutlined />} onClick={copy}>
                    {t("ui.link.copy")}
                </Button>
            </div>
            {ends_at && (
                <p className="fc-soft">
                    {t("ui.link.until", { day: storeTime(ends_at).format("YYYY-MM-DD") })}
                </p>
            )}
        </div>
    );
}
