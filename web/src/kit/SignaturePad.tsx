import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import Pad from "signature_pad";
import { serverNow } from "@/api/client";
import { storeTime } from "@/words/format";
import { pictureUrl, queueUpload } from "./uploads";

export interface SignaturePadProps {
    /** The hash of the PNG. */
    value?: string | null;
    onChange?: (value: string | undefined) => void;
    /** Who signs: written under the line with the time. */
    name?: string;
    id?: string;
    "aria-label"?: string;
}

/** A line to sign on with finger, pen or mouse. The stroke becomes a PNG, kept and sent like a photo. */
export function SignaturePad({ value, onChange, name, id, ...rest }: SignaturePadProps) {
    const { t } = useTranslation();
    const canvas = useRef<HTMLCanvasElement>(null);
    const pad = useRef<Pad>(undefined);
    const give = useRef(onChange);
    give.current = onChange;
    const [signedAt, setSignedAt] = useState<number>();
    const [empty, setEmpty] = useState(!value);

    useEffect(() => {
        const element = canvas.current;
        const context = element?.getContext("2d");
        if (!element || !context) return;
        // Ink is always dark on white: the picture ends up on paper.
        const made = new Pad(element, {
            penColor: "#14202b",
            backgroundColor: "#ffffff",
            minWidth: 0.8,
            maxWidth: 2.6,
        });
        pad.current = made;
        const resize = () => {
            const ratio = Math.max(window.devicePixelRatio || 1, 1);
            const strokes = made.toData();
            element.width = element.offsetWidth * ratio;
            element.height = element.offsetHeight * ratio;
            context.scale(ratio, ratio);
            made.clear();
            made.fromData(strokes);
        };
        resize();
        const sizes = new ResizeObserver(resize);
        sizes.observe(element);
        made.addEventListener("beginStroke", () => setEmpty(false));
        made.addEventListener("endStroke", () => {
            setSignedAt(serverNow());
            element.toBlob(async (blob) => {
                if (blob) give.current?.(await queueUpload(blob));
            }, "image/png");
        });
        return () => {
            sizes.disconnect();
            made.off();
        };
    }, []);

    const clear = () => {
        pad.current?.clear();
        setEmpty(true);
        setSignedAt(undefined);
        onChange?.(undefined);
    };
    const time = signedAt ? storeTime(signedAt).format("YYYY-MM-DD HH:mm:ss") : "";
    return (
        <div className="fc-signature">
            <canvas
                ref={canvas}
                id={id}
                aria-label={rest["aria-label"] ?? t("ui.signature.label")}
                role="img"
            />
            {empty && <span className="fc-signature-hint">{t("ui.signature.hint")}</span>}
            {value && !signedAt && <img src={pictureUrl(value)} alt={t("ui.signature.label")} />}
            <div className="fc-signature-foot">
                <span>{[name, time].filter(Boolean).join(" · ")}</span>
                <Button size="small" type="text" disabled={empty} onClick={clear}>
                    {t("ui.signature.again")}
                </Button>
            </div>
        </div>
    );
}
