import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import i18next from "i18next";
import { useCallback, useRef, useState } from "react";
import { newKey, postAction } from "@/api/client";
import { Problem } from "@/api/problem";
import type { ActionAnswer } from "@/api/typed";
import { sentence } from "@/words/i18n";
import { problemText } from "./ProblemView";

export interface ActionOptions<Answer> {
    onDone?: (answer: Answer) => void;
    /** Show a refusal as a message; false where the caller shows it itself (forms do). */
    showProblem?: boolean;
    /** Say that it worked, with the words `<action>.done` if there are any (default true). */
    showDone?: boolean;
}

/**
 * Runs an action: `const approve = useAction("deals.approve_quote"); approve.run({ quote_id, version })`.
 * The idempotency key stays the same until a run succeeded or was refused, so pressing again after a lost
 * answer never does the thing twice. Views of the same module are loaded again afterwards.
 */
export function useAction<Name extends string>(
    action: Name,
    options: ActionOptions<ActionAnswer<Name>> = {},
) {
    const { message } = App.useApp();
    const client = useQueryClient();
    const key = useRef<string>(undefined);
    const [running, setRunning] = useState(false);
    const [problem, setProblem] = useState<Problem | null>(null);
    const latest = useRef(options);
    latest.current = options;

    const run = useCallback(
        async (input: Record<string, unknown> = {}): Promise<ActionAnswer<Name> | undefined> => {
            const { onDone, showProblem = true, showDone = true } = latest.current;
            key.current ??= newKey();
            setRunning(true);
            setProblem(null);
            try {
                const answer = await postAction<ActionAnswer<Name>>(action, input, key.current);
                key.current = undefined;
                const fresh = [action.split(".")[0], "tasks", "log", "standards"];
                client.invalidateQueries({
                    predicate: ({ queryKey }) => {
                        const view = (queryKey[1] as { view?: string } | undefined)?.view;
                        return fresh.includes(view?.split(".")[0] ?? "");
                    },
                });
                const done = `${action}.done`;
                if (showDone && i18next.exists(done))
                    message.success(sentence(done, answer as Record<string, unknown>));
                onDone?.(answer);
                return answer;
            } catch (error) {
                const found = error instanceof Problem ? error : new Problem(500, {});
                // Only an unanswered call may have happened: any other answer settles this key.
                if (!found.mayRetry) key.current = undefined;
                setProblem(found);
                if (showProblem) message.error(problemText(found));
                return undefined;
            } finally {
                setRunning(false);
            }
        },
        [action, client, message],
    );
    return { run, running, problem, clearProblem: () => setProblem(null) };
}
