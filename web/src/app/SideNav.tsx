import { HomeOutlined, MenuFoldOutlined, MenuUnfoldOutlined } from "@ant-design/icons";
import { Tooltip } from "antd";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { type NavItem, navGroups } from "./module";
import { isShown, navItems } from "./registry";
import { useSession } from "./session";

export interface SideNavProps {
    /** Icons only. */
    narrow?: boolean;
    onToggle?: () => void;
}

interface ItemProps {
    to: string;
    label: string;
    icon: ReactNode;
    narrow?: boolean;
    active: boolean;
}

function Item({ to, label, icon, narrow, active }: ItemProps) {
    const place = useRef<HTMLAnchorElement>(null);
    // The list of pages is longer than most screens: where one is, is seen.
    useEffect(() => {
        if (active) place.current?.scrollIntoView?.({ block: "nearest" });
    }, [active]);
    const link = (
        <Link
            ref={place}
            to={to}
            className={active ? "fc-nav-item active" : "fc-nav-item"}
            aria-current={active ? "page" : undefined}
            aria-label={narrow ? label : undefined}
        >
            <span className="fc-nav-icon">{icon}</span>
            {!narrow && <span>{label}</span>}
        </Link>
    );
    return narrow ? (
        <Tooltip title={label} placement="right">
            {link}
        </Tooltip>
    ) : (
        link
    );
}

/** The entry the address belongs to: of "/workshop" and "/workshop/orders" the longer one that fits. */
export function activePath(pathname: string, paths: string[]): string | undefined {
    const fits = paths.filter((path) => pathname === path || pathname.startsWith(`${path}/`));
    return fits.sort((a, b) => b.length - a.length)[0];
}

/** The pages a person may open, grouped by the area of the house they belong to. */
export function SideNav({ narrow, onToggle }: SideNavProps) {
    const { t } = useTranslation();
    const { may } = useSession();
    const { pathname } = useLocation();
    const shown = navItems.filter((item) => isShown(item, may));
    const active = activePath(
        pathname,
        shown.map((item) => item.path),
    );
    const groups = navGroups
        .map((group) => ({ group, items: shown.filter((item: NavItem) => item.group === group) }))
        .filter(({ items }) => items.length > 0);
    return (
        <nav className="fc-nav" aria-label={t("ui.navigation")}>
            <div className="fc-nav-scroll">
                <Item
                    to="/"
                    active={pathname === "/"}
                    label={t("nav.today")}
                    icon={<HomeOutlined />}
                    narrow={narrow}
                />
                {groups.map(({ group, items }) => (
                    <section key={group} className="fc-nav-group">
                        {narrow ? <hr /> : <h2>{t(`nav.group.${group}`)}</h2>}
                        {items.map((item) => (
                            <Item
                                key={item.path}
                                to={item.path}
                                label={t(item.key)}
                                icon={item.icon}
                                active={item.path === active}
                                narrow={narrow}
                            />
                        ))}
                    </section>
                ))}
            </div>
            {onToggle && (
                <button
                    type="button"
                    className="fc-nav-item fc-nav-toggle"
                    onClick={onToggle}
                    aria-label={t(narrow ? "ui.nav_widen" : "ui.nav_narrow")}
                >
                    <span className="fc-nav-icon">
                        {narrow ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
                    </span>
                    {!narrow && <span>{t("ui.nav_narrow")}</span>}
                </button>
            )}
        </nav>
    );
}
