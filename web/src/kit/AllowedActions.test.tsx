import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { answer, show } from "../../test/render";
import { AllowedActions } from "./AllowedActions";

const deal = { type: "deal", id: 7 };

it("makes the first allowed action the strong one and tells why others are refused", async () => {
    await show(
        <AllowedActions
            object={deal}
            version={5}
            actions={[
                { name: "deals.sign", refused_because: "quote_not_approved" },
                { name: "deals.approve_quote", refused_because: null },
            ]}
        />,
    );
    expect(screen.getByRole("button", { name: "批准报价" })).toHaveClass("ant-btn-primary");
    const refused = screen.getByRole("button", { name: "签署合同" });
    expect(refused).toBeDisabled();
    await userEvent.hover(refused.parentElement!);
    expect(await screen.findByText("报价还没有获得批准")).toBeInTheDocument();
});

it("a reason says its numbers", async () => {
    await show(
        <AllowedActions
            object={deal}
            actions={[
                { name: "deals.approve_quote" },
                {
                    name: "deals.sign",
                    refused_because: "faults_are_open",
                    refused_details: [{ name: "count", value: "2" }],
                },
            ]}
        />,
    );
    await userEvent.hover(screen.getByRole("button", { name: "签署合同" }).parentElement!);
    expect(await screen.findByText(/还有 2 个问题没有修复/)).toBeInTheDocument();
});

it("fills in the record's id and version and runs at once when nothing else is asked", async () => {
    const calls = answer({ "POST /api/customers/archive": {} });
    await show(
        <AllowedActions
            object={{ type: "customer", id: 3 }}
            version={4}
            actions={[{ name: "customers.archive" }]}
        />,
    );
    await userEvent.click(screen.getByRole("button", { name: "归档" }));
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]!.body).toEqual({ customer_id: 3, version: 4 });
});

it("runs actions from the menu too", async () => {
    const calls = answer({ "POST /api/deals/cancel": {} });
    await show(
        <AllowedActions
            object={deal}
            version={5}
            besides={0}
            actions={[{ name: "deals.approve_quote" }, { name: "deals.cancel" }]}
        />,
    );
    await userEvent.click(screen.getByRole("button", { name: "更多操作" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "取消订单" }));
    await userEvent.type(await screen.findByLabelText(/原因/), "客户改变主意");
    await userEvent.click(screen.getByRole("button", { name: "取消订单" }));
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]!.body).toEqual({ deal_id: 7, version: 5, reason: "客户改变主意" });
});

it("says why each action is refused when nothing can be done", async () => {
    await show(
        <AllowedActions
            object={deal}
            actions={[
                { name: "deals.sign", refused_because: "quote_not_approved" },
                { name: "deals.cancel", refused_because: "changed_by_someone_else" },
            ]}
            besides={0}
        />,
    );
    await userEvent.click(screen.getByRole("button", { name: "更多操作" }));
    const sign = await screen.findByRole("menuitem", { name: /签署合同/ });
    expect(sign).toHaveTextContent("报价还没有获得批准");
    expect(sign).toHaveAttribute("aria-disabled", "true");
});

it("has no strong button while the next step is somebody else's", async () => {
    await show(
        <AllowedActions
            object={deal}
            version={5}
            next="deals.sign"
            actions={[{ name: "deals.approve_quote", refused_because: null }]}
        />,
    );
    expect(screen.getByRole("button", { name: "批准报价" })).not.toHaveClass("ant-btn-primary");
});

it("shows the reason of the action that should come next without a pointer", async () => {
    await show(
        <AllowedActions
            object={deal}
            next="deals.sign"
            actions={[{ name: "deals.sign", refused_because: "quote_not_approved" }]}
        />,
    );
    expect(screen.getByRole("button", { name: "签署合同" })).toBeDisabled();
    expect(screen.getByText("报价还没有获得批准")).toBeInTheDocument();
});

it("leaves a record alone that is over: one reason for everything", async () => {
    await show(
        <AllowedActions
            object={deal}
            actions={[
                { name: "deals.sign", refused_because: "quote_not_approved" },
                { name: "deals.cancel", refused_because: "quote_not_approved" },
            ]}
        />,
    );
    expect(screen.queryByRole("button")).not.toBeInTheDocument();
});
