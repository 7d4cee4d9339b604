import { useState } from "react";
import { Board, ClockBadge, PlateText } from "@/kit";

const columns = [
    { key: "waiting", title: "待派工", tone: "due" as const },
    { key: "repairing", title: "维修中", tone: "info" as const, note: "6 个工位，占用 4 个" },
    { key: "quality", title: "质检", tone: "plum" as const },
    { key: "washing", title: "洗车", tone: "info" as const },
    { key: "ready", title: "待交车", tone: "ok" as const },
];

const ahead = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

const start = [
    { id: 1, column: "waiting", plate: "浙A88K61", job: "更换前刹车片", who: "未派工", due_at: ahead(50) },
    {
        id: 2,
        column: "repairing",
        plate: "浙AD51207",
        job: "高压电池检测",
        who: "冯大勇",
        due_at: ahead(-12),
    },
    { id: 3, column: "repairing", plate: "浙A5T390", job: "两万公里保养", who: "蒋力", due_at: ahead(14) },
    { id: 4, column: "quality", plate: "浙A7C266", job: "右前门钣喷", who: "陈国强", due_at: ahead(95) },
    { id: 5, column: "ready", plate: "浙AF30018", job: "首次保养", who: "吴建国", due_at: ahead(20) },
];

export default function BoardPage() {
    const [cards, setCards] = useState(start);
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>车间看板</h1>
            </header>
            <Board
                columns={columns}
                cards={cards}
                keyOf={(card) => card.id}
                columnOf={(card) => card.column}
                tone={(card) => (Date.parse(card.due_at) < Date.now() ? "late" : undefined)}
                mayMove={(_card, column) => column !== "waiting"}
                onMove={(card, column) =>
                    setCards((before) => before.map((one) => (one.id === card.id ? { ...one, column } : one)))
                }
                show={(card) => (
                    <>
                        <div style={{ display: "flex", justifyContent: "space-between", marginBottom: 4 }}>
                            <PlateText value={card.plate} />
                            <ClockBadge due_at={card.due_at} compact />
                        </div>
                        <div>{card.job}</div>
                        <small className="fc-soft">{card.who}</small>
                    </>
                )}
            />
        </div>
    );
}
