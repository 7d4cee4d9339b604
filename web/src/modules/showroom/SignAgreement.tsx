import { Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { type Clause, DateInput, Labelled, ProblemView, SigningPage, useAction, useView } from "@/kit";
import { uploadsSettled } from "@/kit/uploads";

interface DriveAnswer {
    test_drive: { version: number; number: string };
    customer_name: string;
    car_title: string;
    licence?: unknown;
    licence_refused_because?: string | null;
    companion_needed: boolean;
}

/** The agreement before the drive: read on the screen, signed on the screen. */
export default function SignAgreement() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const navigate = useNavigate();
    const drive = useView("showroom.test_drive_record", { test_drive_id: id });
    const text = useView("showroom.agreement_text", { test_drive_id: id });
    const [companion, setCompanion] = useState<string>();
    const sign = useAction("showroom.sign_agreement", { showProblem: false });
    const problem = drive.error ?? text.error;
    if (problem) return <ProblemView problem={problem} onRetry={() => drive.refetch()} />;
    if (!drive.data || !text.data) return <Skeleton active className="fc-page" />;
    const record = drive.data as unknown as DriveAnswer;
    const refused = !record.licence ? "licence_not_checked" : record.licence_refused_because;
    return (
        <SigningPage
            title={t("ui.showroom.agreement")}
            subtitle={`${record.test_drive.number} · ${record.car_title}`}
            clauses={(text.data as unknown as { clauses: Clause[] }).clauses}
            name={record.customer_name}
            running={sign.running}
            problem={sign.problem}
            refused={refused ? t(`refusal.${refused}`) : undefined}
            submitLabel={t("showroom.sign_agreement")}
            fields={
                record.companion_needed && (
                    <Labelled label={t("field.companion_licensed_on")} className="fc-sign-name">
                        {(id) => <DateInput id={id} value={companion} onChange={setCompanion} />}
                    </Labelled>
                )
            }
            onBack={() => navigate(`/test_drives/${id}`)}
            onSign={async (signed) => {
                await uploadsSettled();
                const done = await sign.run({
                    test_drive_id: id,
                    version: record.test_drive.version,
                    companion_licensed_on: companion,
                    ...signed,
                });
                if (done) navigate(`/test_drives/${id}`);
            }}
        />
    );
}
