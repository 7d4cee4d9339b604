import "../workshop.css";
import "../reception.css";
import "./customer.css";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation, useNavigate, useParams } from "react-router";
import { Problem } from "@/api/problem";
import { Splash } from "@/app/Splash";
import { useSession } from "@/app/session";
import { EmptyState, problemText } from "@/kit";

/** Lets the customer in by the token of her link, then shows what the link is about. */
export default function Gate() {
    const { t } = useTranslation();
    const token = useParams().token!;
    const { session, signInByLink } = useSession();
    const navigate = useNavigate();
    const { pathname } = useLocation();
    const [entered, setEntered] = useState(false);
    const [problem, setProblem] = useState<Problem>();
    const asked = useRef<string>(undefined);
    const known = session !== undefined;
    // biome-ignore lint/correctness/useExhaustiveDependencies: once for each link, when the old session is known
    useEffect(() => {
        // The answer about an older session must not come after this one's and replace its token.
        if (!known || asked.current === token) return;
        asked.current = token;
        setEntered(false);
        signInByLink(token)
            .then((link) => {
                const atHome = pathname.replace(/\/$/, "") === `/c/${token}`;
                if (atHome && link.object_type === "repair_order" && link.object_id)
                    navigate(`/c/${token}/orders/${link.object_id}`, { replace: true });
                setEntered(true);
            })
            .catch((error: unknown) => setProblem(error instanceof Problem ? error : new Problem(500, {})));
    }, [known, token]);
    if (problem)
        return (
            <EmptyState
                picture="problem"
                title={problem.status === 401 ? t("ui.my.link_over") : problemText(problem)}
                text={t("ui.my.link_over_text")}
            />
        );
    if (!entered) return <Splash />;
    return <Outlet />;
}
