import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { serverNow } from "@/api/client";
import { ListPage } from "@/kit";
import { storeToday } from "@/words/format";
import { Score } from "./Score";

type Shape = "due" | "planned" | "all";

/** The calls: due today and late first; the coming ones and the made ones by a press. */
export default function CallList() {
    const { t } = useTranslation();
    const [shape, setShape] = useState<Shape>("due");
    const today = storeToday(serverNow());
    const params = {
        due: { state: "planned", due_until: today },
        planned: { state: "planned" },
        all: {},
    }[shape];
    return (
        <ListPage
            key={shape}
            view="care.call_list"
            params={params}
            sort={shape === "all" ? "-due_on" : "due_on"}
            filters={shape === "all" ? ["state", "kind"] : ["kind"]}
            rowLink={(row) => `/care/calls/${row.id}`}
            rowTone={(row) => (row.state === "planned" && row.due_on < today ? "late" : undefined)}
            columns={[
                "customer_name",
                "kind",
                "due_on",
                "state",
                "tries",
                { field: "satisfaction", show: (row) => <Score value={row.satisfaction} /> },
                { field: "words", hideOnPhone: true },
            ]}
            actions={
                <Segmented<Shape>
                    value={shape}
                    onChange={setShape}
                    aria-label={t("ui.care.which")}
                    options={(["due", "planned", "all"] as const).map((value) => ({
                        value,
                        label: t(`ui.care.shape.${value}`),
                    }))}
                />
            }
            empty={{ title: t(shape === "due" ? "ui.care.none_due" : "ui.list.empty") }}
        />
    );
}
