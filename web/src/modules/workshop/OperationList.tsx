import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActionButton, ActionForm, ListPage } from "@/kit";

interface Operation {
    id: number;
    version: number;
    name: string;
    hours: number;
    hourly_price: number;
}

/** The store's labour operations: standard hours and prices. */
export default function OperationList() {
    const { t } = useTranslation();
    const [chosen, setChosen] = useState<Operation>();
    return (
        <>
            <ListPage
                view="workshop.operation_list"
                sort="code"
                filters={["category", "offered"]}
                columns={[
                    "name",
                    "code",
                    "category",
                    "hours",
                    "hourly_price",
                    { field: "withdrawn_at", hideOnPhone: true },
                ]}
                onRow={(row) => setChosen(row as unknown as Operation)}
                actions={<ActionButton action="workshop.add_operation" strong />}
                empty={{ title: t("ui.workshop.no_operations") }}
            />
            {chosen && (
                <ActionForm
                    open
                    onClose={() => setChosen(undefined)}
                    action="workshop.change_operation"
                    title={chosen.name}
                    fixed={{ operation_id: chosen.id, version: chosen.version }}
                    initial={{ name: chosen.name, hours: chosen.hours, hourly_price: chosen.hourly_price }}
                />
            )}
        </>
    );
}
