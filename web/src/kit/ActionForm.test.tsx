import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { answer, show } from "../../test/render";
import { ActionButton } from "./ActionButton";

const submit = () => screen.getAllByRole("button", { name: "新建客户" }).at(-1)!;

async function openForm(onDone = vi.fn()) {
    await show(<ActionButton action="customers.register" onDone={onDone} hide={["owner_id"]} />);
    await userEvent.click(screen.getByRole("button", { name: "新建客户" }));
    await screen.findByRole("dialog");
    return onDone;
}

it("draws the fields of the input, sends them once, and reports back", async () => {
    const calls = answer({ "POST /api/customers/register": { id: 5 } });
    const onDone = await openForm();
    expect(screen.queryByLabelText(/客户顾问/)).toBeNull();
    await userEvent.type(screen.getByLabelText(/姓名/), " 陈思远 ");
    await userEvent.type(screen.getByLabelText(/手机/), "138 0013 8000");
    await userEvent.click(screen.getByText("个人"));
    await userEvent.click(submit());
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    const input = { name: "陈思远", phone: "13800138000", kind: "person" };
    expect(onDone).toHaveBeenCalledWith({ id: 5 }, input);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ body: input });
    expect(calls[0]!.key).toMatch(/^[0-9a-f-]{36}$/);
});

it("asks for what is required before sending", async () => {
    const calls = answer({});
    await openForm();
    await userEvent.click(submit());
    expect(await screen.findByText("请填写姓名")).toBeInTheDocument();
    expect(calls).toHaveLength(0);
});

it("puts the server's complaint at its field", async () => {
    answer({
        "POST /api/customers/register": {
            status: 400,
            body: { code: "input_not_valid", errors: [{ path: "/phone", message: "手机号应为 11 位数字" }] },
        },
    });
    await openForm();
    await userEvent.type(screen.getByLabelText(/姓名/), "陈");
    await userEvent.type(screen.getByLabelText(/手机/), "1380");
    await userEvent.click(submit());
    expect(await screen.findByText("手机号应为 11 位数字")).toBeInTheDocument();
    expect(screen.getByLabelText(/手机/)).toHaveAttribute("aria-invalid", "true");
    expect(screen.queryByRole("alert", { name: /input_not_valid/ })).toBeNull();
});

it("shows a refusal as a sentence, keeps the input, and asks with a new key afterwards", async () => {
    const calls = answer({
        "POST /api/customers/register": {
            status: 409,
            body: { code: "phone_is_taken", detail: "这个手机号已登记。" },
        },
    });
    await openForm();
    await userEvent.type(screen.getByLabelText(/姓名/), "陈");
    await userEvent.type(screen.getByLabelText(/手机/), "13800138000");
    await userEvent.click(submit());
    expect(await screen.findByText("这个手机号已登记。")).toBeInTheDocument();
    expect(screen.getByLabelText(/手机/)).toHaveValue("138 0013 8000");
    await userEvent.click(submit());
    await waitFor(() => expect(calls).toHaveLength(2));
    expect(calls[0]!.key).not.toBe(calls[1]!.key);
});

it("takes a list and a number as they are: the rules of texts are not theirs", async () => {
    const calls = answer({ "POST /api/workshop/receive": { id: 9 } });
    const take = ({ onChange }: { onChange?: (value: unknown) => void }) => (
        <button type="button" onClick={() => onChange?.(["a1"])}>
            take
        </button>
    );
    await show(
        <ActionButton
            action="workshop.receive"
            label="接车"
            only={["mileage_km", "photos"]}
            render={{ photos: take }}
        />,
    );
    await userEvent.click(screen.getByRole("button", { name: "接车" }));
    await screen.findByRole("dialog");
    await userEvent.type(screen.getByRole("spinbutton"), "1200");
    await userEvent.click(screen.getByRole("button", { name: "take" }));
    await userEvent.click(document.querySelector<HTMLButtonElement>("button[type=submit]")!);
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]).toMatchObject({ body: { mileage_km: 1200, photos: ["a1"] } });
});
