import { useParams } from "react-router";
import { CashierDesk } from "./Cashier";

export default function Due() {
    return <CashierDesk due_id={Number(useParams().id)} />;
}
