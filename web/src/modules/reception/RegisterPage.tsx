import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { RegisterForm } from "./RegisterForm";
import "./reception.css";

/** The registration alone on a page: for the phone at the door. */
export default function RegisterPage() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    return (
        <div className="fc-page fc-narrow-page">
            <header className="fc-page-head">
                <h1>{t("reception.register_arrival")}</h1>
            </header>
            <section className="fc-sheet-box fc-pad">
                <RegisterForm onDone={() => navigate("/reception")} />
            </section>
        </div>
    );
}
