import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Card } from "@/kit";
import { RegisterForm } from "./RegisterForm";
import "./reception.css";

/** The registration alone on a page: for the phone at the door. */
export default function RegisterPage() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    return (
        <div className="fc-page fc-narrow-page">
            <Card title={t("reception.register_arrival")}>
                <RegisterForm onDone={() => navigate("/reception")} />
            </Card>
        </div>
    );
}
