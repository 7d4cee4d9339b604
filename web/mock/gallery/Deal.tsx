import { findView } from "@/api/contract";
import { Card, CaseStrip, DataTable, MoneyText, RecordPage, SignaturePad } from "@/kit";

export default function Deal() {
    const lines = findView("deals.record")?.fields.find((one) => one.name === "lines")?.item?.fields ?? [];
    return (
        <RecordPage
            view="deals.record"
            params={{ id: 7 }}
            object={{ type: "deal", id: 7 }}
            kicker={(record) => `新车订单 · ${record.number}`}
            title={(record) => record.customer_name ?? ""}
            top={() => <CaseStrip object_type="deal" object_id={7} />}
            actions={{
                "deals.sign": { render: { signature: (props) => <SignaturePad {...props} name="陈思远" /> } },
                "deals.cancel": { danger: true },
                "deals.add_lines": { width: 720 },
            }}
            facts={[
                "model_name",
                "colour",
                "vin",
                "list_price",
                "discount",
                "total",
                "paid",
                "promised_on",
                "consultant_name",
                "opened_at",
            ]}
        >
            {(record) => (
                <Card title="购车计划" count={record.lines?.length ?? 0} flush>
                    <DataTable
                        rows={record.lines ?? []}
                        fields={lines}
                        rowKey={(row) => row.description}
                        columns={["description", "quantity", "price"]}
                        foot={
                            <tr>
                                <td colSpan={2}>合计</td>
                                <td className="right">
                                    <MoneyText value={record.total} strong />
                                </td>
                            </tr>
                        }
                    />
                </Card>
            )}
        </RecordPage>
    );
}
