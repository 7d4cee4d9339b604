import { MenuOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Drawer } from "antd";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, Outlet, useLocation, useNavigationType } from "react-router";
import { ProblemView } from "@/kit/ProblemView";
import { startUploads } from "@/kit/uploads";
import { useIsPhone } from "@/kit/useWidth";
import { AlertBell } from "./AlertBell";
import { ConnectionNote } from "./ConnectionNote";
import { GlobalSearch } from "./GlobalSearch";
import { startLive } from "./live";
import { Brand, Mark } from "./Mark";
import { SideNav } from "./SideNav";
import { Splash } from "./Splash";
import { useSession, useSignedIn } from "./session";
import { UserMenu } from "./UserMenu";

const OwnPassword = lazy(() => import("@/modules/access/OwnPassword"));

const narrowKey = "forecourt.nav_narrow";

/** The frame of every page of the staff: navigation, top bar, content. */
export default function Shell() {
    const { session, problem } = useSession();
    const location = useLocation();
    if (problem && session === undefined)
        return <ProblemView problem={problem} onRetry={() => window.location.reload()} />;
    if (session === undefined) return <Splash />;
    if (session === null || session.customer) {
        const from = location.pathname + location.search;
        return (
            <Navigate to={from === "/" ? "/sign_in" : `/sign_in?to=${encodeURIComponent(from)}`} replace />
        );
    }
    if (session.must_change_password) {
        return (
            <Suspense fallback={<Splash />}>
                <OwnPassword />
            </Suspense>
        );
    }
    return <SignedInShell />;
}

function useLive() {
    const client = useQueryClient();
    const { user, roles } = useSignedIn();
    const who = useRef({ user, roles });
    who.current = { user, roles };
    useEffect(
        () =>
            startLive(client, ({ user_id, role }) =>
                user_id ? user_id === who.current.user.id : !!role && who.current.roles.includes(role),
            ),
        [client],
    );
    useEffect(() => startUploads(), []);
}

function SignedInShell() {
    useLive();
    const { t } = useTranslation();
    const phone = useIsPhone();
    const [narrow, setNarrow] = useState(() => localStorage.getItem(narrowKey) === "1");
    const [menuOpen, setMenuOpen] = useState(false);
    const { pathname } = useLocation();
    const back = useNavigationType() === "POP";
    // biome-ignore lint/correctness/useExhaustiveDependencies: both follow the address
    useEffect(() => {
        setMenuOpen(false);
        // A page opens at its head; going back, the browser knows where one was.
        if (!back) window.scrollTo(0, 0);
    }, [pathname]);
    const toggle = () => {
        localStorage.setItem(narrowKey, narrow ? "0" : "1");
        setNarrow(!narrow);
    };
    return (
        <div className={`fc-shell${narrow && !phone ? " narrow" : ""}`}>
            <a className="fc-skip" href="#content">
                {t("ui.skip_to_content")}
            </a>
            {!phone && (
                <aside className="fc-side">
                    <div className="fc-side-head">{narrow ? <Mark /> : <Brand />}</div>
                    <SideNav narrow={narrow} onToggle={toggle} />
                </aside>
            )}
            <header className="fc-top">
                {phone && (
                    <button
                        type="button"
                        className="fc-icon-button"
                        aria-label={t("ui.menu")}
                        onClick={() => setMenuOpen(true)}
                    >
                        <MenuOutlined />
                    </button>
                )}
                <GlobalSearch />
                <div className="fc-top-right">
                    <ConnectionNote />
                    <AlertBell />
                    <UserMenu />
                </div>
            </header>
            <main className="fc-content" id="content" tabIndex={-1}>
                <Outlet />
            </main>
            {phone && (
                <Drawer
                    open={menuOpen}
                    onClose={() => setMenuOpen(false)}
                    placement="left"
                    size={280}
                    title={<Brand />}
                    className="fc-nav-drawer"
                >
                    <SideNav />
                </Drawer>
            )}
        </div>
    );
}
