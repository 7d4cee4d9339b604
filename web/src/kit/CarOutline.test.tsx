import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import { show } from "../../test/render";
import { type CarMark, CarOutline } from "./CarOutline";

let marks: CarMark[] = [];

function Editor() {
    const [value, setValue] = useState<CarMark[]>([]);
    marks = value;
    return <CarOutline marks={value} onChange={setValue} photos={false} />;
}

it("puts marks of the chosen kind where the drawing is tapped, changes, moves and removes them", async () => {
    await show(<Editor />);
    const left = screen.getByRole("group", { name: "左侧" });
    left.getBoundingClientRect = () => ({ left: 100, top: 50, width: 400, height: 200 }) as DOMRect;
    await userEvent.click(screen.getByRole("radio", { name: "凹陷" }));
    fireEvent.click(left, { clientX: 200, clientY: 150 });
    expect(marks).toEqual([{ view: "left", x: 250, y: 500, kind: "dent" }]);

    const mark = screen.getByRole("button", { name: "1 凹陷" });
    fireEvent.click(mark);
    await userEvent.click(screen.getByRole("radio", { name: "裂纹" }));
    expect(marks[0]!.kind).toBe("crack");
    fireEvent.keyDown(screen.getByRole("button", { name: "1 裂纹" }), { key: "ArrowRight" });
    expect(marks[0]!.x).toBe(260);
    fireEvent.keyDown(screen.getByRole("button", { name: "1 裂纹" }), { key: "Delete" });
    expect(marks).toEqual([]);
});

it("only shows without a handler", async () => {
    await show(<CarOutline marks={[{ view: "top", x: 10, y: 10, kind: "paint" }]} />);
    expect(screen.queryByRole("radio")).toBeNull();
    expect(screen.getByText("1 · 俯视 漆面")).toBeInTheDocument();
});
