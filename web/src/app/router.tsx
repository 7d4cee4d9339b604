import { createBrowserRouter } from "react-router";
import { loadContract } from "@/api/contract";
import { CustomerLayout } from "@/pages/CustomerLayout";
import { ErrorPage } from "@/pages/ErrorPage";
import { NotFound } from "@/pages/NotFound";
import { page } from "./module";
import { modules } from "./registry";
import { Splash } from "./Splash";

const ready = async () => {
    await loadContract();
    return null;
};

export const router = createBrowserRouter([
    {
        HydrateFallback: Splash,
        ErrorBoundary: ErrorPage,
        children: [
            { path: "/sign_in", lazy: page(() => import("@/pages/SignIn")) },
            {
                path: "/c",
                Component: CustomerLayout,
                loader: ready,
                children: [
                    ...modules.flatMap((one) => one.customerRoutes ?? []),
                    { path: "*", Component: NotFound },
                ],
            },
            {
                path: "/",
                loader: ready,
                lazy: page(() => import("./Shell")),
                children: [
                    {
                        ErrorBoundary: ErrorPage,
                        children: [
                            { index: true, lazy: page(() => import("@/pages/Today")) },
                            ...modules.flatMap((one) => one.routes ?? []),
                            { path: "*", Component: NotFound },
                        ],
                    },
                ],
            },
        ],
    },
]);
