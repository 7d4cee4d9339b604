import { PlusOutlined } from "@ant-design/icons";
import { useNavigate } from "react-router";
import { useSession } from "@/app/session";
import { ActionButton, ListPage } from "@/kit";

export default function CustomerList() {
    const { may } = useSession();
    const navigate = useNavigate();
    const register = may("customers.customer_write") && (
        <ActionButton
            action="customers.register"
            strong
            icon={<PlusOutlined />}
            only={["name", "phone", "gender", "source", "email", "address"]}
            onDone={(answer: { id: number }) => navigate(`/customers/${answer.id}`)}
        />
    );
    return (
        <ListPage
            view="customers.customer_list"
            sort="-created_at"
            rowLink={(row) => `/customers/${row.id}`}
            actions={register}
            empty={{ action: register }}
            filters={["source", "company"]}
            columns={[
                "name",
                "phone_masked",
                "cars",
                { field: "source", hideOnPhone: true },
                "consultant_name",
                { field: "created_at", hideOnPhone: true },
            ]}
            also={["vehicles"]}
        />
    );
}
