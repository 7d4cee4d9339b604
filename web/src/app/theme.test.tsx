import { render, screen } from "@testing-library/react";
import { Button } from "antd";
import { expect, test } from "vitest";
import { ThemeProvider } from "./theme";

test("a button keeps its name while it is busy, and is itself again at once", () => {
    const button = (busy: boolean) => (
        <ThemeProvider>
            <Button loading={busy}>确认收款</Button>
        </ThemeProvider>
    );
    const { rerender } = render(button(false));
    rerender(button(true));
    expect(screen.getByRole("button", { name: "确认收款" }).querySelector(".anticon-loading")).not.toBeNull();
    rerender(button(false));
    expect(screen.getByRole("button", { name: "确认收款" }).querySelector(".anticon-loading")).toBeNull();
});
