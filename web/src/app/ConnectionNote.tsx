import { CloudUploadOutlined, DisconnectOutlined } from "@ant-design/icons";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { uploadState } from "@/kit/uploads";
import { liveState } from "./live";

/** Says, without getting in the way, that the line is down or that photos still wait to be sent. */
export function ConnectionNote() {
    const { t } = useTranslation();
    const connected = useSyncExternalStore(liveState.subscribe, liveState.get);
    const waiting = useSyncExternalStore(uploadState.subscribe, uploadState.get);
    return (
        <span role="status" className="fc-connection">
            {!connected && (
                <span className="fc-note due">
                    <DisconnectOutlined /> {t("ui.offline")}
                </span>
            )}
            {waiting > 0 && (
                <span className="fc-note info">
                    <CloudUploadOutlined /> {t("ui.uploads_waiting", { n: waiting })}
                </span>
            )}
        </span>
    );
}
