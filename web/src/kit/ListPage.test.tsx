import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { answer, type Call, show } from "../../test/render";
import { ListPage } from "./ListPage";

const row = (id: number) => ({
    id,
    name: `客户${id}`,
    kind: "person",
    phone: "138****0001",
    spent: id * 100,
});

function customers(call: Call) {
    const after = Number(call.query.get("after") ?? 0);
    if (call.query.get("q")) return { rows: [row(9)], next: null, total: 1 };
    return { rows: [row(after + 1), row(after + 2)], next: after === 0 ? "2" : null, total: 4 };
}

async function list() {
    const calls = answer({ "GET /api/customers/list": customers });
    const shown = await show(
        <ListPage
            view="customers.list"
            sort="-opened_at"
            columns={["name", "spent"]}
            rowLink={(one) => `/customers/${one.id}`}
        />,
        "/customers",
    );
    await screen.findByText("客户1");
    return { calls, ...shown };
}

it("shows rows with the look of their kind, and loads more behind the cursor", async () => {
    const { calls } = await list();
    expect(screen.getByRole("cell", { name: "¥2.00" })).toBeInTheDocument();
    expect(screen.getByText("共 4 条")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "加载更多" }));
    await screen.findByText("客户4");
    expect(calls.at(-1)!.query.get("after")).toBe("2");
    expect(screen.queryByRole("button", { name: "加载更多" })).toBeNull();
});

it("lets the server sort and search, and keeps both in the address", async () => {
    const { calls, router } = await list();
    expect(calls[0]!.query.get("sort")).toBe("-opened_at");
    await userEvent.click(within(screen.getByRole("columnheader", { name: /姓名/ })).getByRole("button"));
    await waitFor(() => expect(calls.at(-1)!.query.get("sort")).toBe("-name"));
    await userEvent.type(screen.getByLabelText("在列表中搜索"), "九");
    await screen.findByText("客户9");
    expect(router.state.location.search).toBe("?sort=-name&q=%E4%B9%9D");
});

it("leads to the record by a press on the row", async () => {
    const { router } = await list();
    await userEvent.click(screen.getByRole("cell", { name: "¥2.00" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/customers/2"));
});

it("says what went wrong and tries again", async () => {
    let broken = true;
    answer({
        "GET /api/customers/list": (call: Call) =>
            broken ? { status: 500, body: { detail: "出现了意外问题", incident: "K7Q2" } } : customers(call),
    });
    await show(<ListPage view="customers.list" columns={["name"]} />);
    expect(await screen.findByText("出现了意外问题")).toBeInTheDocument();
    broken = false;
    await userEvent.click(screen.getByRole("button", { name: "再试一次" }));
    expect(await screen.findByText("客户1")).toBeInTheDocument();
});
