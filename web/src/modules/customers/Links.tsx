import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { ActionButton, Card, useView } from "@/kit";

interface LiveLink {
    purpose: string;
    created_at: string;
    created_by_name: string;
    ends_at: string;
}

/** By which links somebody may act as this customer now; a press ends them all. */
export function Links({ customer_id }: { customer_id: number }) {
    const { t } = useTranslation();
    const { may } = useSession();
    const view = useView(
        "customers.customer_links",
        { customer_id },
        { enabled: may("customers.customer_link"), also: ["workshop", "delivery", "showroom"] },
    );
    const links = (view.data?.links ?? []) as LiveLink[];
    if (links.length === 0) return null;
    return (
        <Card
            title={t("view.customers.customer_links")}
            count={links.length}
            flush
            extra={
                <ActionButton
                    action="customers.revoke_links"
                    size="small"
                    danger
                    fixed={{ customer_id }}
                    help={{ reason: t("ui.customers.revoke_help") }}
                />
            }
        >
            <ul className="fc-tasks">
                {links.map((link) => (
                    <li key={link.purpose + link.created_at} className="fc-task">
                        <span className="fc-task-text">
                            <b>{t(`ui.link_purpose.${link.purpose}`)}</b>
                            <small>
                                {t("ui.customers.link_until", {
                                    by: link.created_by_name,
                                    ends_at: link.ends_at,
                                })}
                            </small>
                        </span>
                    </li>
                ))}
            </ul>
        </Card>
    );
}
