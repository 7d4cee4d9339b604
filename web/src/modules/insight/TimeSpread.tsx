import { Drawer, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card, EmptyState, ProblemView, useIsPhone, useView } from "@/kit";
import { CaseLines } from "../standards/CasesDrawer";
import { inWords, spanWords } from "../standards/wording";
import { Figure, Histogram, percent } from "./Bars";
import type { PeriodValue } from "./Period";

interface Chosen {
    from_s: number;
    until_s?: number | null;
}

/** How long one milestone took after another, with both sides of its target; a bar opens its cases. */
export function TimeSpread({
    process,
    milestone,
    period,
    title,
    about,
}: {
    process: string;
    milestone: string;
    period: PeriodValue;
    title: string;
    about: string;
}) {
    const { t } = useTranslation();
    const phone = useIsPhone();
    const [chosen, setChosen] = useState<Chosen>();
    const view = useView("standards.times", { process, milestone, ...period });
    const cases = useView(
        "standards.cases_by_time",
        { process, milestone, from_s: chosen?.from_s, until_s: chosen?.until_s, ...period },
        { enabled: !!chosen },
    );
    const data = view.data;
    const span = (from: number, until?: number | null) =>
        until ? `${spanWords(from)} – ${spanWords(until)}` : `≥ ${spanWords(from)}`;
    return (
        <Card title={title}>
            <p className="fc-soft">{about}</p>
            {view.error && !data && <ProblemView problem={view.error} />}
            {!data && !view.error && <Skeleton active />}
            {data && data.cases === 0 && <EmptyState small title={t("ui.insight.no_cases")} />}
            {data && data.cases > 0 && (
                <>
                    <div className="in-figures small">
                        <Figure
                            value={percent(data.cases - data.early - data.late, data.cases)}
                            label={t("ui.insight.within_target")}
                            tone={(data.early + data.late) / data.cases > 0.2 ? "late" : "ok"}
                        />
                        <Figure value={spanWords(data.median_s)} label={t("field.median_s")} />
                        <Figure value={spanWords(data.slow_s)} label={t("ui.insight.nine_of_ten")} />
                        {data.not_before_s && (
                            <Figure
                                value={data.early}
                                label={t("ui.insight.too_soon", { span: spanWords(data.not_before_s) })}
                                tone={data.early > 0 ? "due" : undefined}
                            />
                        )}
                        {data.within_s && (
                            <Figure
                                value={data.late}
                                label={t("ui.insight.too_late", { span: spanWords(data.within_s) })}
                                tone={data.late > 0 ? "late" : undefined}
                            />
                        )}
                    </div>
                    <Histogram
                        label={`${inWords(data.start_title)} → ${inWords(data.title)}`}
                        chosen={chosen && String(chosen.from_s)}
                        onPress={(key) => {
                            const bucket = data.buckets.find((one) => String(one.from_s) === key);
                            if (bucket) setChosen({ from_s: bucket.from_s, until_s: bucket.until_s });
                        }}
                        bars={data.buckets.map((one) => ({
                            key: String(one.from_s),
                            value: one.cases,
                            tone: one.late ? "late" : one.early ? "due" : "ok",
                            label: spanWords(
                                one.late && data.within_s === one.from_s - 1 ? data.within_s : one.from_s,
                            ),
                            spoken: span(one.from_s, one.until_s),
                        }))}
                    />
                </>
            )}
            <Drawer
                open={!!chosen}
                onClose={() => setChosen(undefined)}
                title={chosen && `${title} · ${span(chosen.from_s, chosen.until_s)}`}
                placement={phone ? "bottom" : "right"}
                size={phone ? "80%" : 420}
            >
                {!cases.data && <Skeleton active />}
                {cases.data && <CaseLines rows={cases.data.rows} since={t("ui.insight.at")} />}
            </Drawer>
        </Card>
    );
}
