import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { onSessionLost, setCsrfToken } from "@/api/client";
import { Problem } from "@/api/problem";
import { currentLanguage, hasChosenLanguage, switchLanguage } from "@/words/i18n";

export interface Session {
    user: { id: number; name: string; login: string };
    store: { id: number; name: string };
    stores: { id: number; name: string }[];
    roles: string[];
    rights: string[];
    language: "zh" | "en";
    demo: boolean;
    /** Somebody else chose the password: the server answers nothing else before it is changed. */
    must_change_password?: boolean;
    /** Set where a customer came in by a personal link; there is no user then. */
    customer?: { id: number; name: string } | null;
}

/** What a personal link leads to. */
export interface LinkAnswer {
    purpose: string;
    object_type: string;
    object_id: number;
}

interface SignedIn {
    csrf_token: string;
    session: Session;
}

type SessionAnswer = SignedIn | (Session & { csrf_token: string });

export interface SessionState {
    /** undefined while the first answer is awaited, null when nobody is signed in. */
    session: Session | null | undefined;
    problem: Problem | null;
    signIn: (login: string, password: string, code?: string) => Promise<void>;
    /** For the customer's page: the token of the address /c/<token>. */
    signInByLink: (token: string) => Promise<LinkAnswer>;
    signOut: () => Promise<void>;
    may: (right: string | undefined) => boolean;
}

const SessionContext = createContext<SessionState | null>(null);
const sessionKey = ["session"];

/** Who is signed in. */
export function useSession(): SessionState {
    const state = use(SessionContext);
    if (!state) throw new Error("useSession outside of SessionProvider");
    return state;
}

/** The session inside the shell, where there always is one. */
export function useSignedIn(): Session {
    const { session } = useSession();
    if (!session) throw new Error("useSignedIn outside of the shell");
    return session;
}

/** Asks the server anew who is signed in and as what. */
export function useReloadSession(): () => Promise<void> {
    const client = useQueryClient();
    return useCallback(() => client.invalidateQueries({ queryKey: sessionKey }), [client]);
}

function accept(answer: SessionAnswer): Session {
    setCsrfToken(answer.csrf_token);
    return "session" in answer ? answer.session : answer;
}

/** What one person saw is not kept for the next one at this device. */
function forget(client: QueryClient) {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
}

async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
    const headers = {
        "Content-Type": "application/json",
        Accept: "application/json",
        "Accept-Language": currentLanguage(),
    };
    let response: Response;
    try {
        response = await fetch(path, { credentials: "same-origin", headers, ...init });
    } catch {
        throw new Problem(0, { code: "no_connection" });
    }
    const body = response.status === 204 ? {} : await response.json().catch(() => ({}));
    if (!response.ok) throw new Problem(response.status, body);
    return body as T;
}

export function SessionProvider({ children }: { children: ReactNode }) {
    const client = useQueryClient();
    useTranslation();
    const query = useQuery({
        queryKey: sessionKey,
        queryFn: async () => {
            try {
                return accept(await call<SessionAnswer>("/api/session"));
            } catch (error) {
                if (error instanceof Problem && error.status === 401) return null;
                throw error;
            }
        },
        staleTime: Number.POSITIVE_INFINITY,
        retry: 2,
    });
    useEffect(() => onSessionLost(() => client.setQueryData(sessionKey, null)), [client]);
    const signIn = useCallback(
        async (login: string, password: string, code?: string) => {
            const body = JSON.stringify({ login, password, code });
            const session = accept(await call<SessionAnswer>("/api/sign_in", { method: "POST", body }));
            forget(client);
            client.setQueryData(sessionKey, session);
        },
        [client],
    );
    const signInByLink = useCallback(
        async (token: string) => {
            const body = JSON.stringify({ token });
            const answer = await call<SignedIn & LinkAnswer>("/api/link_sign_in", { method: "POST", body });
            forget(client);
            client.setQueryData(sessionKey, accept(answer));
            return answer;
        },
        [client],
    );
    const signOut = useCallback(async () => {
        const { postAction } = await import("@/api/client");
        await postAction("sign_out", {}).catch(() => {});
        forget(client);
        client.setQueryData(sessionKey, null);
    }, [client]);
    const session = query.data;
    const language = session?.language;
    useEffect(() => {
        // A person's language comes along to a device on which nobody has chosen one.
        if (language && !hasChosenLanguage()) switchLanguage(language, { remember: false });
    }, [language]);
    const state = useMemo<SessionState>(
        () => ({
            session,
            problem: query.error instanceof Problem ? query.error : null,
            signIn,
            signInByLink,
            signOut,
            may: (right) => right === undefined || (session?.rights.includes(right) ?? false),
        }),
        [session, query.error, signIn, signInByLink, signOut],
    );
    return <SessionContext value={state}>{children}</SessionContext>;
}
