import { CopyOutlined } from "@ant-design/icons";
import { App, Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import { MoneyText, QrCode } from "@/kit";

/** The customer's personal link: as a code for her phone, and to send by hand. */
export function ConsentLink({ link, amount, lines }: { link: string; amount: number; lines: number }) {
    const { t } = useTranslation();
    const { message } = App.useApp();
    const complete = window.location.origin + link;
    const copy = async () => {
        await navigator.clipboard?.writeText(complete).catch(() => undefined);
        message.success(t("ui.workshop.copied"));
    };
    return (
        <div className="ws-link">
            <p>
                {t("ui.workshop.asked_text", { n: lines })} <MoneyText value={amount} strong />
            </p>
            {link && (
                <>
                    <QrCode value={link} size={200} caption={t("ui.workshop.scan")} />
                    <div className="ws-link-line">
                        <Input readOnly value={complete} aria-label={t("ui.workshop.link")} />
                        <Button icon={<CopyOutlined />} onClick={copy}>
                            {t("ui.workshop.copy")}
                        </Button>
                    </div>
                    <p className="fc-soft">{t("ui.workshop.link_sent")}</p>
                </>
            )}
        </div>
    );
}
