import { useState } from "react";
import { Problem } from "@/api/problem";
import {
    ActionButton,
    Card,
    ClockBadge,
    Countdown,
    EmptyState,
    InlineActionForm,
    MoneyText,
    PhotoField,
    PlateText,
    ProblemView,
    QrCode,
    SignaturePad,
    StateTag,
    VinText,
} from "@/kit";

const ahead = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const states = ["quoted", "awaiting_approval", "approved", "signed", "delivered", "cancelled"];

export default function Gallery() {
    const [photos, setPhotos] = useState<string[]>([]);
    const [signature, setSignature] = useState<string>();
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>组件</h1>
                <div className="fc-page-actions">
                    <ActionButton action="customers.register" />
                    <ActionButton action="reception.register_arrival" strong />
                </div>
            </header>
            <div className="fc-today-cards">
                <Card title="状态与时钟">
                    <p style={{ display: "flex", flexWrap: "wrap", gap: 8 }}>
                        {states.map((state) => (
                            <StateTag key={state} type="DealState" value={state} />
                        ))}
                    </p>
                    <p style={{ display: "flex", flexWrap: "wrap", gap: 8, margin: "12px 0" }}>
                        <ClockBadge started_at={ahead(-1)} due_at={ahead(9)} />
                        <ClockBadge started_at={ahead(-9)} due_at={ahead(1)} />
                        <ClockBadge started_at={ahead(-9)} due_at={ahead(-1.2)} />
                        <ClockBadge due_at={ahead(600)} compact />
                        <ClockBadge due_at={ahead(-5)} ended_at={ahead(-7)} />
                    </p>
                    <Countdown to={ahead(4)} /> <Countdown to={ahead(-2)} />
                    <p>
                        <PlateText value="浙A88K61" /> <PlateText value="浙AD51207" />{" "}
                        <VinText value="LSGJA52U0EH123456" />
                    </p>
                    <p>
                        <MoneyText value={25_318_420} strong /> <MoneyText value={-1_250_000} />
                    </p>
                </Card>
                <Card title="登记到店">
                    <InlineActionForm action="reception.register_arrival" columns={1} />
                </Card>
                <Card title="照片与签名">
                    <PhotoField multiple value={photos} onChange={setPhotos} />
                    <br />
                    <SignaturePad value={signature} onChange={setSignature} name="陈思远" />
                </Card>
                <Card title="客户扫码">
                    <QrCode value="/c/abc" caption="请客户扫码查看报价" />
                </Card>
                <Card title="空">
                    <EmptyState title="今天还没有预约" text="可以给客户发送预约链接" />
                </Card>
                <Card title="问题">
                    <ProblemView problem={new Problem(503, { incident: "K7Q2" })} onRetry={() => {}} />
                </Card>
            </div>
        </div>
    );
}
