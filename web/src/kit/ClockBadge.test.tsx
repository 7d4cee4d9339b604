import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../../test/render";
import { ClockBadge, clockState } from "./ClockBadge";
import { StandardStrip } from "./StandardStrip";

const minute = 60_000;

it.each([
    [0, "ok"],
    [20 * minute - 1, "ok"],
    [20 * minute, "due"],
    [30 * minute, "due"],
    [30 * minute + 1, "late"],
])("%s ms into half an hour is %s", (now, state) => expect(clockState(now, 30 * minute, 0)).toBe(state));

it("says how much is left or over", async () => {
    await show(<ClockBadge due_at={new Date(Date.now() - 95_500).toISOString()} />);
    expect(screen.getByRole("timer")).toHaveAccessibleName(/超时 1:3[45]/);
});

it("stands still when it is over", async () => {
    await show(<ClockBadge due_at="2025-11-22T08:00:00Z" ended_at="2025-11-22T08:02:00Z" />);
    expect(screen.getByText("晚了 2:00")).toBeInTheDocument();
});

it("marks the reached, the next and the late milestones of a case", async () => {
    const ahead = new Date(Date.now() + 10 * minute).toISOString();
    await show(
        <StandardStrip
            milestones={[
                {
                    name: "a",
                    title: "登记",
                    reached_at: "2025-11-22T08:00:00Z",
                    due_at: "2025-11-22T08:01:00Z",
                },
                {
                    name: "b",
                    title: "迎接",
                    reached_at: "2025-11-22T08:09:00Z",
                    due_at: "2025-11-22T08:01:00Z",
                },
                { name: "c", title: "需求", due_at: "2025-11-22T08:10:00Z" },
                { name: "d", title: "报价", due_at: ahead },
                { name: "e", title: "交车" },
            ]}
        />,
    );
    const states = screen.getAllByRole("listitem").map((item) => item.className);
    expect(states).toEqual(["reached", "reached-late", "late", "pending", "pending"]);
    expect(screen.getAllByRole("listitem")[2]).toHaveAttribute("aria-current", "step");
});
