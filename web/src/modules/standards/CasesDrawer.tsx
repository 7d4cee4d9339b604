import { Drawer, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { linkOf } from "@/app/registry";
import { EmptyState, InstantText, ProblemView, useIsPhone, useView } from "@/kit";
import type { MapStep } from "./types";
import { inWords } from "./wording";

interface CaseLine {
    id: number;
    object_type: string;
    object_id: number;
    title: string;
    started_at: string;
    since?: string | null;
    actor_name: string;
}

/** Cases in a list, each leading to its record. */
export function CaseLines({ rows, since }: { rows: CaseLine[]; since: string }) {
    const { t } = useTranslation();
    return (
        <ul className="st-cases">
            {rows.map((one) => (
                <li key={one.id}>
                    <Link to={linkOf(one.object_type, one.object_id) ?? "#"}>
                        <b>{one.title || `${t(`object.${one.object_type}`)} ${one.object_id}`}</b>
                        <small>
                            {one.actor_name && `${one.actor_name} · `}
                            {since} <InstantText value={one.since ?? one.started_at} />
                        </small>
                    </Link>
                </li>
            ))}
        </ul>
    );
}

/** Who stands at a milestone, and who should have passed it. */
export function CasesDrawer({
    process,
    step,
    onClose,
}: {
    process: string;
    step: MapStep | undefined;
    onClose: () => void;
}) {
    const { t } = useTranslation();
    const phone = useIsPhone();
    const [chosen, setChosen] = useState<string>();
    const late = (chosen ?? (step && step.late > 0 ? "late" : "standing")) === "late";
    const view = useView(
        "standards.cases_at_milestone",
        { process, milestone: step?.milestone, late },
        { enabled: !!step },
    );
    return (
        <Drawer
            open={!!step}
            onClose={() => {
                setChosen(undefined);
                onClose();
            }}
            title={step && inWords(step.title)}
            placement={phone ? "bottom" : "right"}
            size={phone ? "80%" : 420}
        >
            <Segmented
                block
                value={late ? "late" : "standing"}
                onChange={(value) => setChosen(value)}
                options={[
                    { value: "standing", label: `${t("ui.standards.standing")} ${step?.standing ?? 0}` },
                    { value: "late", label: `${t("ui.standards.late")} ${step?.late ?? 0}` },
                ]}
            />
            {view.error && <ProblemView problem={view.error} />}
            {!view.data && !view.error && <Skeleton active />}
            {view.data && view.data.rows.length === 0 && (
                <EmptyState small title={t(late ? "ui.standards.nobody_late" : "ui.standards.nobody")} />
            )}
            {view.data && (
                <CaseLines
                    rows={view.data.rows}
                    since={t(late ? "ui.standards.due" : "ui.standards.since")}
                />
            )}
        </Drawer>
    );
}
