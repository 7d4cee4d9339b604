import { useTranslation } from "react-i18next";
import { Outlet } from "react-router";
import { Mark } from "@/app/Mark";
import { useSession } from "@/app/session";
import { LanguageButton } from "@/app/UserMenu";

/** The frame of the customer's own pages: phone first, no navigation, nothing of the staff's side. */
export function CustomerLayout() {
    const { t } = useTranslation();
    const { session } = useSession();
    return (
        <div className="fc-customer">
            <header className="fc-customer-top">
                <Mark size={26} />
                <span id="customer-store" className="fc-customer-store">
                    {session?.customer ? session.store.name : t("ui.customer.title")}
                </span>
                <LanguageButton />
            </header>
            <main className="fc-customer-main">
                <Outlet />
            </main>
            {session?.customer && <footer className="fc-customer-foot">{t("ui.customer.foot")}</footer>}
        </div>
    );
}
