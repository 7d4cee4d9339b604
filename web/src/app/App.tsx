import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "react-router";
import { Problem } from "@/api/problem";
import { router } from "./router";
import { SessionProvider } from "./session";
import { ThemeProvider } from "./theme";

const client = new QueryClient({
    defaultOptions: {
        queries: {
            // Live events make views stale; this only covers what no event announces.
            staleTime: 15_000,
            retry: (count, error) => error instanceof Problem && error.mayRetry && count < 2,
        },
    },
});

export function App() {
    return (
        <QueryClientProvider client={client}>
            <ThemeProvider>
                <SessionProvider>
                    <RouterProvider router={router} />
                </SessionProvider>
            </ThemeProvider>
        </QueryClientProvider>
    );
}
