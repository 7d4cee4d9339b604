import { PlusOutlined } from "@ant-design/icons";
import { useNavigate } from "react-router";
import { ActionButton, ListPage } from "@/kit";

export default function Customers() {
    const navigate = useNavigate();
    const create = (
        <ActionButton
            action="customers.register"
            strong
            icon={<PlusOutlined />}
            onDone={(answer: { id: number }) => navigate(`/kit/customers/${answer.id}`)}
        />
    );
    return (
        <ListPage
            view="customers.list"
            sort="-opened_at"
            rowLink={(row) => `/kit/customers/${row.id}`}
            actions={create}
            columns={[
                "name",
                "grade",
                "phone",
                "plate",
                "cars",
                "spent",
                "owner_name",
                "last_contact_at",
                "opened_at",
            ]}
            empty={{ action: create }}
        />
    );
}
