import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { answer, type Call, show } from "../../../test/render";
import { ObjectPicker } from "./ObjectPicker";

const operations = {
    view: "workshop.operation_list",
    search: "q",
    label: (row: { name: string }) => row.name,
};

it("keeps the choices in sight while others are looked up", async () => {
    let release = () => {};
    const slow = new Promise<void>((resolve) => {
        release = resolve;
    });
    answer({
        "GET /api/workshop/operation_list": async ({ query }: Call) => {
            if (query.get("q")) await slow;
            return { rows: query.get("q") ? [{ id: 2, name: "小保养" }] : [{ id: 1, name: "大保养" }] };
        },
    });
    await show(<ObjectPicker source={operations as never} aria-label="维修项目" />);
    const field = screen.getByRole("combobox", { name: "维修项目" });
    await userEvent.click(field);
    expect(await screen.findByText("大保养")).toBeInTheDocument();
    await userEvent.type(field, "小");
    const box = field.closest(".ant-select")!;
    await waitFor(() => expect(box).toHaveClass("ant-select-loading"));
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(screen.getByText("大保养")).toBeInTheDocument();
    release();
    expect(await screen.findByText("小保养")).toBeInTheDocument();
    await waitFor(() => expect(box).not.toHaveClass("ant-select-loading"));
});
