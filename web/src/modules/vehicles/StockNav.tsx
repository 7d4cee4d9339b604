import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";

const pages = [
    ["/stock", "ui.stock.nav_board"],
    ["/stock/orders", "ui.stock.nav_orders"],
    ["/stock/transfers", "ui.stock.nav_transfers"],
    ["/stock/claims", "ui.stock.nav_claims"],
    ["/stock/keys", "ui.stock.nav_keys"],
    ["/stock/counts", "ui.stock.nav_counts"],
] as const;

/** The pages of the new-car stock, beside each other. */
export function StockNav() {
    const { t } = useTranslation();
    return (
        <nav className="fc-subnav" aria-label={t("nav.stock")}>
            {pages.map(([path, word]) => (
                <NavLink key={path} to={path} end={path === "/stock"}>
                    {t(word)}
                </NavLink>
            ))}
        </nav>
    );
}
