import { Button, Modal, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card, InstantText, useView } from "@/kit";
import { Differences } from "./Differences";
import type { ProcessRecord } from "./types";

function Compared({ process, before, after }: { process: string; before: number; after: number }) {
    const view = useView("standards.compare_versions", { process, before, after });
    return view.data ? <Differences list={view.data.differences} /> : <Skeleton active />;
}

/** Every version there was: since when, why, by whom, and how many cases run or ran by it. */
export function History({ process, versions }: { process: string; versions: ProcessRecord["versions"] }) {
    const { t } = useTranslation();
    const [compared, setCompared] = useState<number>();
    return (
        <Card title={t("ui.standards.history")} count={versions.length}>
            <ol className="st-history">
                {versions.map((one) => (
                    <li key={one.number} className={one.in_force ? "in-force" : undefined}>
                        <b>
                            {t("ui.standards.version", { number: one.number })}
                            {one.in_force && (
                                <span className="fc-state ok">{t("ui.standards.in_force")}</span>
                            )}
                        </b>
                        <span>{one.reason || t("ui.standards.shipped")}</span>
                        <small>
                            {one.published_by && (
                                <>
                                    {one.published_by} · <InstantText value={one.valid_from} mode="clock" />{" "}
                                    {t("ui.standards.begins")} ·{" "}
                                </>
                            )}
                            {t("ui.standards.cases", { n: one.cases })}
                        </small>
                        {one.number > 1 && (
                            <Button type="link" size="small" onClick={() => setCompared(one.number)}>
                                {t("ui.standards.compare_with", { number: one.number - 1 })}
                            </Button>
                        )}
                    </li>
                ))}
            </ol>
            <Modal
                open={compared !== undefined}
                onCancel={() => setCompared(undefined)}
                footer={null}
                width={640}
                title={
                    compared !== undefined &&
                    t("ui.standards.compared", { before: compared - 1, after: compared })
                }
            >
                {compared !== undefined && (
                    <Compared process={process} before={compared - 1} after={compared} />
                )}
            </Modal>
        </Card>
    );
}
