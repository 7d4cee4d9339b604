import { useParams } from "react-router";
import { findView } from "@/api/contract";
import { Card, DataTable, RecordPage, StateTag } from "@/kit";

export default function Customer() {
    const id = Number(useParams().id);
    const cars = findView("customers.record")?.fields.find((one) => one.name === "cars")?.item?.fields ?? [];
    return (
        <RecordPage
            view="customers.record"
            params={{ id }}
            object={{ type: "customer", id }}
            kicker={() => `客户 · 编号 ${id}`}
            title={(record) => record.name}
            beside={(record) => <StateTag type="Grade" value={record.grade} large />}
            facts={[
                "phone",
                "kind",
                "birthday",
                "channel",
                "owner_name",
                "spent",
                "points",
                "opened_at",
                { field: "address", wide: true },
            ]}
        >
            {(record) => (
                <Card title="车辆" count={record.cars?.length ?? 0} flush>
                    <DataTable
                        rows={record.cars ?? []}
                        fields={cars}
                        columns={["plate", "model_name", "vin", "mileage_km"]}
                    />
                </Card>
            )}
        </RecordPage>
    );
}
