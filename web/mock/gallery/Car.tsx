import { useState } from "react";
import { ActionButton, Card, type CarMark, CarOutline } from "@/kit";

export default function Car() {
    const [marks, setMarks] = useState<CarMark[]>([
        { view: "left", x: 420, y: 560, kind: "scratch" },
        { view: "right", x: 180, y: 520, kind: "dent" },
        { view: "top", x: 200, y: 380, kind: "paint" },
    ]);
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>环车检查</h1>
                <div className="fc-page-actions">
                    <ActionButton action="workshop.receive" strong shape="drawer" />
                </div>
            </header>
            <Card title="外观">
                <CarOutline marks={marks} onChange={setMarks} />
            </Card>
            <br />
            <Card title="外观（只看）">
                <CarOutline marks={marks} body="suv" />
            </Card>
        </div>
    );
}
