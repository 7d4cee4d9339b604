import { FullscreenOutlined, TeamOutlined } from "@ant-design/icons";
import { Button, Skeleton } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ClockBadge, PlateText, useView } from "@/kit";
import { useNow } from "@/kit/now";
import { storeTime } from "@/words/format";
import { currentLanguage } from "@/words/i18n";
import type { ShowroomAnswer, Visitor } from "./types";
import { Since } from "./VisitorCard";
import "./wall.css";

interface Milestone {
    name: string;
    title: { zh: string; en: string };
    due_at?: string | null;
    reached_at?: string | null;
}
interface StripAnswer {
    cases: { process: string; ended_at?: string | null; milestones: Milestone[] }[];
}

/** What the standard waits for next, and by when. */
function NextTarget({ visitor }: { visitor: Visitor }) {
    const { data } = useView("standards.strip", { object_type: "visit", object_id: visitor.id });
    const open = (data as unknown as StripAnswer | undefined)?.cases.find((one) => !one.ended_at);
    const next = open?.milestones.find((one) => one.due_at && !one.reached_at);
    if (!next?.due_at) return <span className="wl-none">—</span>;
    return (
        <span className="wl-target">
            <span>{next.title[currentLanguage()] || next.title.zh}</span>
            <ClockBadge due_at={next.due_at} started_at={visitor.arrived_at} />
        </span>
    );
}

/**
 * The showroom on a large screen: who is here, since when, with whom, and what is due next; whose turn it is.
 */
export default function Wall() {
    const { t } = useTranslation();
    const now = useNow(1);
    const page = useRef<HTMLDivElement>(null);
    const { data } = useView("reception.showroom_now", {}, { everyMs: 20_000, also: ["leads", "showroom"] });
    const floor = data as unknown as ShowroomAnswer | undefined;
    if (!floor) return <Skeleton active />;
    const waiting = floor.visitors.filter((one) => one.state === "waiting").length;
    const people = floor.visitors.reduce((sum, one) => sum + one.party_size, 0);
    const team = floor.consultants
        .filter((one) => one.state !== "off_duty")
        .toSorted(
            (a, b) =>
                Number(b.user_id === floor.next_consultant_id) -
                    Number(a.user_id === floor.next_consultant_id) ||
                Number(b.state === "free") - Number(a.state === "free") ||
                (a.free_since ?? "").localeCompare(b.free_since ?? ""),
        );
    return (
        <div className="fc-page wl-page" ref={page}>
            <header className="wl-head">
                <h1>
                    <Link to="/reception">{t("view.reception.showroom_now")}</Link>
                </h1>
                <span>{t("ui.reception.here", { groups: floor.visitors.length, people })}</span>
                {waiting > 0 && <em>{t("ui.reception.waiting_n", { n: waiting })}</em>}
                <time>{storeTime(now).format("HH:mm")}</time>
                <Button
                    className="wl-full"
                    icon={<FullscreenOutlined />}
                    aria-label={t("ui.reception.full_screen")}
                    onClick={() => page.current?.requestFullscreen()}
                />
            </header>
            <div className="wl-grid">
                <section className="wl-visitors" aria-label={t("view.reception.showroom_now")}>
                    {floor.visitors.length === 0 && (
                        <p className="wl-empty">{t("ui.reception.nobody_here")}</p>
                    )}
                    {floor.visitors.map((one) => (
                        <article key={one.id} className={one.state}>
                            <Link to={`/visits/${one.id}`} className="wl-name">
                                {one.visitor_name || t("ui.reception.unnamed")}
                                <small>
                                    <TeamOutlined /> {one.party_size}
                                </small>
                            </Link>
                            <span className="wl-what">
                                {t(`VisitPurpose.${one.purpose}`)}
                                {one.series && ` · ${one.series}`} <PlateText value={one.plate} />
                            </span>
                            <span className="wl-since">
                                <Since at={one.arrived_at} />
                                <small>{t("ui.reception.since_arrival")}</small>
                            </span>
                            <span className="wl-with">
                                {floor.consultants.find((each) => each.user_id === one.consultant_id)
                                    ?.name ?? <em>{t("ui.reception.nobody_yet")}</em>}
                                <small>{t(`VisitState.${one.state}`)}</small>
                            </span>
                            <NextTarget visitor={one} />
                        </article>
                    ))}
                </section>
                <section className="wl-team" aria-label={t("ui.reception.team")}>
                    <h2>{t("ui.reception.team")}</h2>
                    {team.map((one, index) => (
                        <div key={one.user_id} className={one.state}>
                            <b>
                                {one.state === "free" && <i>{index + 1}</i>}
                                {one.name}
                            </b>
                            <span>
                                {one.user_id === floor.next_consultant_id
                                    ? t("ui.reception.next")
                                    : t(`ConsultantState.${one.state}`)}
                            </span>
                            <small>{t("ui.reception.groups", { n: one.visits_today })}</small>
                        </div>
                    ))}
                </section>
            </div>
        </div>
    );
}
