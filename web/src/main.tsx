import "antd/dist/reset.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/doors.css";
import "./styles/kit.css";
import "./styles/lists.css";
import "./styles/record.css";
import "./styles/forms.css";
import "./styles/car.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { giveStylesTheNonce } from "./app/nonce";
import { startWords } from "./words/i18n";

giveStylesTheNonce();
await startWords();
createRoot(document.getElementById("root")!).render(
    <StrictMode>
        <App />
    </StrictMode>,
);
