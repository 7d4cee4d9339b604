import { screen } from "@testing-library/react";
import { Input } from "antd";
import { expect, it } from "vitest";
import { Problem } from "@/api/problem";
import { show } from "../../test/render";
import { Labelled } from "./Labelled";
import { problemText } from "./ProblemView";

const wrongPhone = new Problem(400, {
    detail: "请检查标出的地方",
    errors: [
        { path: "/phone", message: "电话号码不正确" },
        { path: "/lines/0/name", message: "不能为空" },
    ],
});

it("names the wrong fields instead of pointing at marks nobody made", async () => {
    const Said = () => (
        <>
            <p>{problemText(wrongPhone)}</p>
            <p>{problemText(new Problem(409, { detail: "报价还没有获得批准" }))}</p>
        </>
    );
    await show(<Said />);
    expect(screen.getByText("手机: 电话号码不正确；姓名: 不能为空")).toBeInTheDocument();
    expect(screen.getByText("报价还没有获得批准")).toBeInTheDocument();
});

it("says what is wrong with a field under that field", async () => {
    await show(
        <>
            <Labelled label="电话" wrong={wrongPhone.at("phone")}>
                {(id) => <Input id={id} />}
            </Labelled>
            <Labelled label="车牌" wrong={wrongPhone.at("plate")}>
                {(id) => <Input id={id} />}
            </Labelled>
        </>,
    );
    expect(screen.getByRole("alert")).toHaveTextContent("电话号码不正确");
    expect(screen.getByLabelText("电话").closest(".fc-labelled")).toHaveClass("wrong");
    expect(screen.getByLabelText("车牌").closest(".fc-labelled")).not.toHaveClass("wrong");
});
