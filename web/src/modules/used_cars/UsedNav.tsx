import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import "../vehicles/stock.css";

/** The two pages of the used cars. */
export function UsedNav() {
    const { t } = useTranslation();
    return (
        <nav className="fc-subnav" aria-label={t("nav.used_cars")}>
            <NavLink to="/used-cars" end>
                {t("ui.used.board")}
            </NavLink>
            <NavLink to="/used-cars/all">{t("ui.used.all")}</NavLink>
        </nav>
    );
}
