import { CheckOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";

const steps = ["received", "approved", "in_work", "quality_check", "ready", "handed_back"] as const;

/**
 * Where the state stands on the way as its owner thinks of it: the question and the bill are no steps of the
 * car.
 */
const stepOf: Record<string, number> = {
    received: 0,
    awaiting_consent: 0,
    approved: 1,
    in_work: 2,
    quality_check: 3,
    ready: 4,
    settled: 4,
    handed_back: 5,
};

/** The car's way through the workshop as a line of dots. */
export function Way({ state }: { state: string }) {
    const { t } = useTranslation();
    const at = stepOf[state] ?? -1;
    return (
        <ol className="my-way" aria-label={t("ui.my.progress")}>
            {steps.map((step, index) => (
                <li
                    key={step}
                    className={
                        index < at || state === "handed_back" ? "done" : index === at ? "now" : undefined
                    }
                    aria-current={index === at ? "step" : undefined}
                >
                    <span className="dot">
                        {(index < at || state === "handed_back") && <CheckOutlined />}
                    </span>
                    <small>{t(`ui.my.step.${step}`)}</small>
                </li>
            ))}
        </ol>
    );
}
